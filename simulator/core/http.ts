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

/** The first field of that name, compared without case, or `undefined`. */
export function header(headers: Headers, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [field, value] of headers)
    if (field.length === wanted.length && field.toLowerCase() === wanted) return value;
  return undefined;
}
