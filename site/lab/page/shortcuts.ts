import type { StepSize } from '../timeline.ts';
import type { LabEvent } from './lab-event.ts';

/** What a key asks for. `digit`: the server of that number, counted from 1. */
export type Shortcut =
  | { do: 'toggle-play' | 'request' | 'reload' | 'xray' | 'faster' | 'slower' | 'help' }
  | { do: 'server'; digit: number }
  | { do: 'step'; by: StepSize; back: boolean }
  | { do: 'send'; event: LabEvent };

/**
 * The command behind a key press, or `undefined`: while someone types or works a control that has a use
 * for the key itself, and with Ctrl, Alt or Meta, keys keep their own meaning. Presenter remotes send
 * `.` and the page keys.
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const { key, shiftKey } = event;
  if (event.defaultPrevented || event.altKey || isTaken(event)) return undefined;
  if (event.ctrlKey || event.metaKey) return historyKey(event);
  if (/^[1-9]$/.test(key)) return { do: 'server', digit: Number(key) };
  switch (key) {
    case ' ':
    case '.':
      return { do: 'toggle-play' };
    case 'ArrowRight':
    case 'PageDown':
    case 'ArrowLeft':
    case 'PageUp':
      return { do: 'step', by: shiftKey ? 'request' : 'hop', back: key === 'ArrowLeft' || key === 'PageUp' };
    case 's':
    case 'S':
      return { do: 'step', by: 'session', back: shiftKey };
    case 'd':
    case 'D':
      return { do: 'step', by: 'fault', back: shiftKey };
    case 'b':
    case 'B':
      return { do: 'send', event: { type: 'seek', time: undefined } };
    case 'f':
    case 'F':
      return { do: 'send', event: { type: 'fork' } };
    case 'n':
    case 'N':
      return { do: 'request' };
    case 'r':
    case 'R':
      return { do: 'reload' };
    case 'x':
    case 'X':
      return { do: 'xray' };
    case ']':
      return { do: 'faster' };
    case '[':
      return { do: 'slower' };
    case '?':
      return { do: 'help' };
    default:
      return undefined;
  }
}

/** What editors do with the same keys, the lab does with its run. */
function historyKey({ key, shiftKey }: KeyboardEvent): Shortcut | undefined {
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) return { do: 'send', event: { type: 'redo-act' } };
  return letter === 'z' ? { do: 'send', event: { type: 'undo-act' } } : undefined;
}

/** Whether the focused thing wants this key for itself. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input[type="range"]')) return /^(Arrow|Page|Home|End)/.test(key);
  if (target.isContentEditable || target.closest('input, textarea, select, dialog, .monaco-editor')) return true;
  if (key === ' ') return target.closest('button, a, summary, [role=tab]') !== null;
  const scrolls = key.startsWith('Page') || key.startsWith('Arrow');
  return scrolls && target.closest('[role=tablist], [tabindex="0"]') !== null;
}
