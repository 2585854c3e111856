import { findApi, type Patience } from '../find-api.ts';
import { Runtime } from '../runtime.ts';
import { type Dialect, ScormRecorder } from '../scorm.ts';
import { percent, wordId } from '../scorm-words.ts';
import { type Api12, type Elements12, ROOM_12, timeOfDay, timespan } from './elements.ts';

/** Tells results to an LMS that speaks SCORM 1.2. */
export class Scorm12 extends ScormRecorder<Elements12> {
  constructor(window: Window, patience: Patience, now: () => Date) {
    super(dialect, window, patience, now);
  }
}

const dialect: Dialect<Elements12> = {
  room: ROOM_12,
  mode: 'cmi.core.lesson_mode',

  find(window) {
    const api = findApi<Api12>(window, 'API', 'LMSInitialize');
    return api && runtimeOf(api);
  },

  read(runtime) {
    const status = runtime.get('cmi.core.lesson_status');
    const raw = Number.parseFloat(runtime.get('cmi.core.score.raw'));
    return {
      standing: { best: Number.isNaN(raw) ? undefined : raw / 100, passed: status === 'passed' },
      learner: runtime.get('cmi.core.student_id'),
      fresh: ['', 'not attempted', 'browsed'].includes(status),
    };
  },

  begin(runtime) {
    runtime.set('cmi.core.lesson_status', 'incomplete');
  },

  score: (runtime, { best = 0, passed }) => [
    runtime.set('cmi.core.score.min', '0'),
    runtime.set('cmi.core.score.max', '100'),
    runtime.set('cmi.core.score.raw', percent(best)),
    runtime.set('cmi.core.lesson_status', passed ? 'passed' : 'failed'),
  ],

  interaction: (runtime, n, check, response, at) => [
    runtime.set(`cmi.interactions.${n}.id`, wordId(check.id)),
    runtime.set(`cmi.interactions.${n}.type`, 'performance'),
    runtime.set(`cmi.interactions.${n}.time`, timeOfDay(at)),
    runtime.set(`cmi.interactions.${n}.student_response`, response),
    runtime.set(`cmi.interactions.${n}.result`, check.passed ? 'correct' : 'wrong'),
  ],

  keep: (runtime, kept) => runtime.set('cmi.suspend_data', kept),

  suspend(runtime, milliseconds) {
    runtime.set('cmi.core.exit', 'suspend');
    runtime.set('cmi.core.session_time', timespan(milliseconds));
  },
};

const runtimeOf = (api: Api12): Runtime<Elements12> =>
  new Runtime({
    initialize: () => api.LMSInitialize(''),
    terminate: () => api.LMSFinish(''),
    get: (element) => api.LMSGetValue(element),
    set: (element, value) => api.LMSSetValue(element, value),
    commit: () => api.LMSCommit(''),
    lastError: () => api.LMSGetLastError(),
    errorString: (code) => api.LMSGetErrorString(code),
  });
