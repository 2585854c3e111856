/** What a course may set in SCORM 1.2, and what may stand there. (CMI data model; limits in characters.) */
export interface Elements12 {
  'cmi.core.lesson_status': 'passed' | 'completed' | 'failed' | 'incomplete' | 'browsed';
  'cmi.core.score.raw': string;
  'cmi.core.score.min': '0';
  'cmi.core.score.max': '100';
  /** `HHHH:MM:SS.SS`, of this session. */
  'cmi.core.session_time': string;
  'cmi.core.exit': 'time-out' | 'suspend' | 'logout' | '';
  /** At most 4096. */
  'cmi.suspend_data': string;
  [id: `cmi.interactions.${number}.id`]: string;
  [type: `cmi.interactions.${number}.type`]: 'performance';
  [time: `cmi.interactions.${number}.time`]: string;
  [response: `cmi.interactions.${number}.student_response`]: string;
  [result: `cmi.interactions.${number}.result`]: 'correct' | 'wrong';
}

/** What an LMS puts on a window as `API`. */
export interface Api12 {
  LMSInitialize(nothing: ''): unknown;
  LMSFinish(nothing: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(nothing: ''): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
}

/** `cmi.suspend_data` takes so many characters. */
export const ROOM_12 = 4096;

/** A duration as CMITimespan: `HHHH:MM:SS.SS`. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.floor(milliseconds / 10), 9999 * 360_000 + 359_999);
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  const seconds = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0');
  return `${String(hours).padStart(4, '0')}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

/** A time of day as CMITime: `HH:MM:SS`, where the learner is. */
export const timeOfDay = (date: Date): string =>
  [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
