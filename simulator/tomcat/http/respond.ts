import { type Headers, type HttpRequest, type HttpResponse, header } from '../../core/http.ts';
import type { Traits } from '../version.ts';
import { reasonOf } from './status.ts';

const plain: [string, string] = ['Content-Type', 'text/plain;charset=UTF-8'];
const html: [string, string] = ['Content-Type', 'text/html;charset=UTF-8'];
const english: [string, string] = ['Content-Language', 'en'];
const close: [string, string] = ['Connection', 'close'];

export interface Answer {
  status: number;
  body: string;
  type: 'plain' | 'page' | 'none';
  setCookie: string | undefined;
  location?: string;
}

/** The response with the header fields that Tomcat sends, in its order. `wallClock` is Unix time in ms. */
export function respond(request: HttpRequest, answer: Answer, wallClock: number, traits: Traits): HttpResponse {
  const headers: Headers = [];
  if (traits.serverHeader !== undefined) headers.push(['Server', traits.serverHeader]);
  if (answer.setCookie !== undefined) headers.push(['Set-Cookie', answer.setCookie]);
  if (answer.location !== undefined) headers.push(['Location', answer.location]);
  if (answer.type === 'plain') headers.push(plain);
  if (answer.type === 'page') headers.push(html, english);
  headers.push(['Content-Length', String(byteLength(answer.body))], dateField(wallClock));
  if (!staysOpen(request)) headers.push(close);
  return {
    status: answer.status,
    reason: traits.reasonPhrases ? reasonOf(answer.status) : '',
    headers,
    body: answer.body,
  };
}

/** Whether the connection stays open after the answer: in HTTP/1.1 unless the caller asks to close it, in 1.0 if it asks. */
function staysOpen({ version, headers }: HttpRequest): boolean {
  const asked = header(headers, 'connection')?.toLowerCase();
  if (asked === undefined) return version === '1.1';
  return version === '1.1' ? asked !== 'close' : asked === 'keep-alive';
}

/** Whether an answer of ours leaves the connection open. */
export const leavesOpen = ({ headers }: HttpResponse): boolean => headers[headers.length - 1] !== close;

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // A surrogate is half of a character of four bytes.
    if (code >= 0x80) bytes += code >= 0x800 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

// The date of the second shown last: a memo of a pure function, as Tomcat itself keeps one.
let shownSecond = -1;
let shownDate: [string, string] = ['Date', ''];

function dateField(wallClock: number) {
  const second = Math.floor(wallClock / 1000);
  if (second !== shownSecond) {
    shownSecond = second;
    shownDate = ['Date', new Date(wallClock).toUTCString()];
  }
  return shownDate;
}
