import { findApi, type Patience } from '../find-api.ts';
import type { PackageData } from '../recorder.ts';
import { Runtime } from '../runtime.ts';
import { type Dialect, ScormRecorder } from '../scorm.ts';
import { percent, wordId } from '../scorm-words.ts';
import { type Api2004, type Elements2004, localized, ROOM_2004, timeInterval, timestamp } from './elements.ts';

/** Tells results to an LMS that speaks SCORM 2004. `asked`: what the package's checks ask for, in its language. */
export class Scorm2004 extends ScormRecorder<Elements2004> {
  constructor(window: Window, patience: Patience, now: () => Date, language: string, asked: PackageData['checks']) {
    super(dialectOf(language, asked), window, patience, now);
  }
}

const dialectOf = (language: string, asked: PackageData['checks']): Dialect<Elements2004> => ({
  room: ROOM_2004,
  mode: 'cmi.mode',

  find(window) {
    const api = findApi<Api2004>(window, 'API_1484_11', 'Initialize');
    return api && runtimeOf(api);
  },

  read(runtime) {
    const scaled = Number.parseFloat(runtime.get('cmi.score.scaled'));
    return {
      standing: {
        best: Number.isNaN(scaled) ? undefined : scaled,
        passed: runtime.get('cmi.success_status') === 'passed',
      },
      learner: runtime.get('cmi.learner_id'),
      fresh: runtime.get('cmi.completion_status') !== 'completed',
    };
  },

  begin(runtime) {
    runtime.set('cmi.completion_status', 'incomplete');
  },

  score(runtime, { best = 0, passed }) {
    const scaled = Math.round(best * 10_000) / 10_000;
    return [
      runtime.set('cmi.score.min', '0'),
      runtime.set('cmi.score.max', '100'),
      runtime.set('cmi.score.raw', percent(best)),
      runtime.set('cmi.score.scaled', String(scaled)),
      runtime.set('cmi.progress_measure', passed ? '1' : String(scaled)),
      runtime.set('cmi.completion_status', passed ? 'completed' : 'incomplete'),
      runtime.set('cmi.success_status', passed ? 'passed' : 'failed'),
    ];
  },

  interaction(runtime, n, check, response, at) {
    const wanted = asked[check.id];
    return [
      runtime.set(`cmi.interactions.${n}.id`, wordId(check.id)),
      runtime.set(`cmi.interactions.${n}.type`, 'other'),
      runtime.set(`cmi.interactions.${n}.timestamp`, timestamp(at)),
      runtime.set(`cmi.interactions.${n}.learner_response`, response),
      runtime.set(`cmi.interactions.${n}.result`, check.passed ? 'correct' : 'incorrect'),
      wanted === undefined ? undefined : runtime.set(`cmi.interactions.${n}.description`, localized(language, wanted)),
    ];
  },

  keep: (runtime, kept) => runtime.set('cmi.suspend_data', kept),

  suspend(runtime, milliseconds) {
    runtime.set('cmi.exit', 'suspend');
    runtime.set('cmi.session_time', timeInterval(milliseconds));
  },
});

const runtimeOf = (api: Api2004): Runtime<Elements2004> =>
  new Runtime({
    initialize: () => api.Initialize(''),
    terminate: () => api.Terminate(''),
    get: (element) => api.GetValue(element),
    set: (element, value) => api.SetValue(element, value),
    commit: () => api.Commit(''),
    lastError: () => api.GetLastError(),
    errorString: (code) => api.GetErrorString(code),
  });
