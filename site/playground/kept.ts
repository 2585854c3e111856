import { recall } from '../storage.ts';

/** Under which name the browser keeps the lab on the bench. */
export const KEY = 'session-lab/playground';

/** Whether a lab was kept. */
export const isKept = (): boolean => typeof recall(KEY) === 'string';
