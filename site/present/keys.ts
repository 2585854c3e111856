import type { WishName } from './messages.ts';

/** What a key asks for in a class. */
export type ClassKey = WishName | 'help';

/**
 * What a key press asks for, `undefined`: nothing of a class. Presenter remotes send the page keys, `.` and `b`; some send the
 * arrows. Whoever types or works a control keeps the key.
 */
export function classKeyOf(event: KeyboardEvent): ClassKey | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (event.defaultPrevented || altKey || ctrlKey || metaKey || isTaken(event)) return undefined;
  switch (key) {
    case 'PageDown':
      return 'next';
    case 'PageUp':
      return 'back';
    case 'ArrowRight':
      return shiftKey ? undefined : 'next';
    case 'ArrowLeft':
      return shiftKey ? undefined : 'back';
    case ' ':
    case '.':
      return 'toggle';
    case 'b':
    case 'B':
      return 'blank';
    case '?':
      return 'help';
    default:
      return undefined;
  }
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input[type="range"]')) return key.startsWith('Arrow');
  if (target.isContentEditable || target.closest('input, textarea, select, .monaco-editor')) return true;
  if (key === ' ') return target.closest('button, a, summary, [role=tab]') !== null;
  return key.startsWith('Arrow') && target.closest('[role=tablist], [tabindex="0"]') !== null;
}
