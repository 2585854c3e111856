/** Under which name the browser keeps the lab on the bench. */
export const KEY = 'session-lab/playground';

/** Whether a lab was kept. */
export function isKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
