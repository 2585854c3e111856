import { type Fields, isFields, isText, most } from './fields.ts';
import { VERSION } from './protocol.ts';

/** What a message that came from elsewhere is. */
export type Read<Message> =
  | { kind: 'message'; message: Message }
  /** Somebody else's: none of our business. */
  | { kind: 'foreign' }
  /** Ours, of another version. */
  | { kind: 'version'; id: string | undefined }
  /** Ours, of a type that only a later version knows. */
  | { kind: 'unknown'; id: string | undefined }
  /** Ours, with something missing or out of bounds. */
  | { kind: 'bad'; type: string; id: string | undefined };

/** By type: what of a message's fields belongs to it; `undefined`: not all is as it has to be. */
export type Readers<Word extends { type: string }> = {
  [Type in Word['type']]: (fields: Fields) => Extract<Word, { type: Type }> | undefined;
};

/** Reads what came. Never throws; looks at no more of it than the limits allow; what it does not know, it leaves out. */
export function readWith<Word extends { type: string }>(
  readers: Readers<Word>,
  data: unknown,
): Read<{ sessionlab: typeof VERSION; id?: string } & Word> {
  if (!isFields(data) || !Object.hasOwn(data, 'sessionlab')) return { kind: 'foreign' };
  const id = isText(data['id'], most.id) ? data['id'] : undefined;
  if (data['sessionlab'] !== VERSION) return { kind: 'version', id };
  const { type } = data;
  if (!isText(type, most.id)) return { kind: 'bad', type: '', id };
  if (!Object.hasOwn(readers, type)) return { kind: 'unknown', id };
  const word = readers[type as Word['type']](data);
  if (!word || (data['id'] !== undefined && id === undefined)) return { kind: 'bad', type, id };
  return { kind: 'message', message: { sessionlab: VERSION, ...(id === undefined ? {} : { id }), ...word } };
}
