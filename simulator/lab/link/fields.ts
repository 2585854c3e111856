/** One `key=value` of a link, still escaped. */
export interface Field {
  key: string;
  value: string;
  /** As it stands in the link, and where. */
  token: string;
  at: number;
}

/** A link's text cut at each `&`. */
export function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  let at = 0;
  for (const token of text.split('&')) {
    const equals = token.indexOf('=');
    if (token !== '')
      fields.push({
        key: equals < 0 ? token : token.slice(0, equals),
        value: equals < 0 ? '' : token.slice(equals + 1),
        token,
        at,
      });
    at += token.length + 1;
  }
  return fields;
}

/** A piece of a field's value, and where it begins in the link. */
export interface Piece {
  text: string;
  at: number;
}

/** The parts of a value between commas. */
export function piecesOf({ key, value, at }: Field): Piece[] {
  const pieces: Piece[] = [];
  let begin = at + key.length + 1;
  for (const text of value.split(',')) {
    if (text !== '') pieces.push({ text, at: begin });
    begin += text.length + 1;
  }
  return pieces;
}

/** Cuts a text at the first place where one of the given signs stands; the sign begins the second part. */
export function cutAt(text: string, ...signs: string[]): [before: string, rest: string] {
  const places = signs.map((sign) => text.indexOf(sign)).filter((place) => place >= 0);
  const place = places.length === 0 ? text.length : Math.min(...places);
  return [text.slice(0, place), text.slice(place)];
}
