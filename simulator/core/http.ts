import { remembered } from './remembered.ts';

/** Header fields in the order they are sent; names keep their case. */
export type Headers = [name: string, value: string][];

/** One HTTP request as it travels. `target` is what stands in the request line, query included. */
export interface HttpRequest {
  method: string;
  target: string;
  version: '1.0' | '1.1';
  headers: Headers;
  body?: string;
}

/**
 * One HTTP response as it travels; `reason` is empty where the server sends none. A body shorter than `Content-Length`
 * is still coming. Status 9: bytes that are not HTTP at all, which is how HTTP/0.9 looks.
 */
export interface HttpResponse {
  status: number;
  reason: string;
  headers: Headers;
  body: string;
}

/** The first field of that name (given in lower case), compared without case, or `undefined`. */
export function header(headers: Headers, name: string): string | undefined {
  for (let i = 0; i < headers.length; i++) {
    const field = headers[i] as Headers[number];
    if (field[0].length === name.length && inLowerCase(field[0]) === name) return field[1];
  }
  return undefined;
}

/** A field's name in lower case: programs send the same few names again and again. */
export const inLowerCase = remembered((name) => name.toLowerCase());
