/** What a key asks for. `digit`: the server of that number, counted from 1. */
export type Shortcut =
  | { do: 'toggle-play' | 'step-hop' | 'step-request' | 'request' | 'reload' | 'faster' | 'slower' | 'help' }
  | { do: 'server'; digit: number };

/**
 * The command behind a key press, or `undefined`: while someone types or works a control that has a use
 * for the key itself, and with Ctrl, Alt or Meta, keys keep their own meaning. Presenter remotes send
 * `.` and the page keys.
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const { key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTaken(event)) return undefined;
  if (/^[1-9]$/.test(key)) return { do: 'server', digit: Number(key) };
  switch (key) {
    case ' ':
    case '.':
      return { do: 'toggle-play' };
    case 'ArrowRight':
    case 'PageDown':
      return { do: event.shiftKey ? 'step-request' : 'step-hop' };
    case 'n':
    case 'N':
      return { do: 'request' };
    case 'r':
    case 'R':
      return { do: 'reload' };
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

/** Whether the focused thing wants this key for itself. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select, dialog, .monaco-editor')) return true;
  if (key === ' ') return target.closest('button, a, summary, [role=tab]') !== null;
  const scrolls = key === 'PageDown' || key === 'ArrowRight';
  return scrolls && target.closest('[role=tablist], [tabindex="0"]') !== null;
}
