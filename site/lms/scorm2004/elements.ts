/** What a course may set in SCORM 2004 4th edition, and what may stand there. (Run-Time Environment, chapter 4; limits in characters.) */
export interface Elements2004 {
  'cmi.completion_status': 'completed' | 'incomplete' | 'not attempted' | 'unknown';
  'cmi.success_status': 'passed' | 'failed' | 'unknown';
  'cmi.progress_measure': string;
  'cmi.score.scaled': string;
  'cmi.score.raw': string;
  'cmi.score.min': '0';
  'cmi.score.max': '100';
  /** ISO 8601, of this session. */
  'cmi.session_time': string;
  'cmi.exit': 'time-out' | 'suspend' | 'normal' | '';
  /** At most 64000; 4000 before the 3rd edition. */
  'cmi.suspend_data': string;
  [id: `cmi.interactions.${number}.id`]: string;
  [type: `cmi.interactions.${number}.type`]: 'other';
  [time: `cmi.interactions.${number}.timestamp`]: string;
  [description: `cmi.interactions.${number}.description`]: string;
  [response: `cmi.interactions.${number}.learner_response`]: string;
  [result: `cmi.interactions.${number}.result`]: 'correct' | 'incorrect';
}

/** What an LMS puts on a window as `API_1484_11`. */
export interface Api2004 {
  Initialize(nothing: ''): unknown;
  Terminate(nothing: ''): unknown;
  GetValue(element: string): unknown;
  SetValue(element: string, value: string): unknown;
  Commit(nothing: ''): unknown;
  GetLastError(): unknown;
  GetErrorString(code: string): unknown;
}

/** `cmi.suspend_data` takes so many characters. */
export const ROOM_2004 = 64_000;

/** A duration as `timeinterval (second,10,2)`, e.g. `PT12M34.5S`. */
export function timeInterval(milliseconds: number): string {
  const hundredths = Math.max(0, Math.floor(milliseconds / 10));
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${(hundredths % 6000) / 100}S`;
}

/** A moment as `time (second,10,0)`, in UTC: a zone may only stand behind a fraction of the second. */
export const timestamp = (date: Date): string => `${date.toISOString().slice(0, 21)}Z`;

/** A text of a language as `localized_string_type`; 250 characters is what every LMS takes. */
export const localized = (language: string, text: string): string => `{lang=${language}}${text.slice(0, 250)}`;
