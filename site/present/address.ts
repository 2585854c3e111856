/** What the part of an address behind `#` says to a window of a class: `#room=3b&beat=kill`. */
export interface ClassAddress {
  /** Windows with the same room belong together; a lesson has one by its own name. */
  room: string | undefined;
  /** The beat that the class begins with. */
  beat: string | undefined;
  /** The room on a server in which the class is followed. */
  follow: string | undefined;
}

/** Reads anything; what it does not know is somebody else's. */
export function classAddress(hash: string): ClassAddress {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const named = (key: string) => {
    const value = fields.get(key);
    return value !== null && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
  };
  return { room: named('room'), beat: named('beat'), follow: named('follow') };
}

/** A name by chance: of a window, or of a log. */
export function chanceName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
