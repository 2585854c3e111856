/** Reason phrases of nginx's status lines (`ngx_http_header_filter_module.c`). */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Moved Temporarily',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Time-out',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Large',
  415: 'Unsupported Media Type',
  416: 'Requested Range Not Satisfiable',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
  505: 'HTTP Version Not Supported',
  507: 'Insufficient Storage',
};

export const reasonOf = (status: number): string => reasons[status] ?? '';

/** Titles of nginx's own pages where they differ from the reason (`ngx_http_special_response.c`). */
const titles: Readonly<Record<number, string>> = { 302: 'Found', 401: 'Authorization Required' };

/** `Server:`, and the foot of each page. */
export const signature = (serverTokens: boolean): string => (serverTokens ? 'nginx/1.22.1' : 'nginx');

const padding = '<!-- a padding to disable MSIE and Chrome friendly error page -->\r\n'.repeat(6);

/** nginx's own page for a status; empty for a status it has no page for (204, 418). */
export function ownPage(status: number, serverTokens: boolean, padded: boolean): string {
  if (status < 301 || reasons[status] === undefined || status === 304) return '';
  const title = `${status} ${titles[status] ?? reasons[status]}`;
  return (
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    `<hr><center>${signature(serverTokens)}</center>\r\n</body>\r\n</html>\r\n${padded && status >= 400 ? padding : ''}`
  );
}

/** Chrome and old MSIE show pages of their own for short error pages; nginx makes its longer for them. */
export const wantsPadding = (userAgent: string | undefined): boolean =>
  userAgent !== undefined &&
  (userAgent.includes('Chrome/') || (userAgent.includes('MSIE ') && !userAgent.includes('Opera')));
