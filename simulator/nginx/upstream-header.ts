import type { HttpResponse } from '../core/http.ts';
import { header } from '../core/http.ts';
import { remembered } from '../core/remembered.ts';
import { utf8 } from './balance/crc32.ts';

const isFieldName = remembered((name) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name));

/** The first header line that is not valid, as far as nginx quotes it: `bad\x20...`; `undefined` when all are. */
export function invalidHeader({ headers }: HttpResponse): string | undefined {
  for (let i = 0; i < headers.length; i++) {
    const [name] = headers[i] as [string, string];
    if (!isFieldName(name)) return quoted(name);
  }
  return undefined;
}

/** Up to and with the byte that broke it (`ngx_http_parse_header_line`). */
function quoted(name: string): string {
  const at = name.search(/[^!#$%&'*+.^_`|~0-9A-Za-z-]/);
  const code = name.charCodeAt(at);
  return `${name.slice(0, at)}\\x${code.toString(16).padStart(2, '0')}...`;
}

/** Bytes of the status line and headers; more than `proxy_buffer_size` is "too big". */
export function headerSize({ reason, headers }: HttpResponse): number {
  let size = 17 + reason.length;
  for (let i = 0; i < headers.length; i++) {
    const [name, value] = headers[i] as [string, string];
    size += name.length + value.length + 4;
  }
  return size;
}

/** Whether the body is still coming: fewer bytes are there than `Content-Length` promises. */
export function isPartial(response: HttpResponse, method: string): boolean {
  if (method === 'HEAD' || response.status === 204 || response.status === 304) return false;
  const promised = header(response.headers, 'content-length');
  if (promised === undefined) return false;
  const length = Number(promised);
  return response.body.length < length && utf8(response.body).length < length;
}
