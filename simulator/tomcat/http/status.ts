/** Reason phrases, as error pages and older status lines have them. */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export const reasonOf = (status: number): string => reasons[status] ?? '';

/** Descriptions on the error pages of Tomcat 8.5 and later: the sentences of RFC 7231. */
const descriptions: Readonly<Record<number, string>> = {
  400: 'The server cannot or will not process the request due to something that is perceived to be a client error (e.g., malformed request syntax, invalid request message framing, or deceptive request routing).',
  401: 'The request has not been applied to the target resource because it lacks valid authentication credentials for that resource.',
  402: 'This status code is reserved for future use.',
  403: 'The server understood the request but refuses to authorize it.',
  404: 'The origin server did not find a current representation for the target resource or is not willing to disclose that one exists.',
  405: 'The method received in the request-line is known by the origin server but not supported by the target resource.',
  406: 'The target resource does not have a current representation that would be acceptable to the user agent, according to the proactive negotiation header fields received in the request, and the server is unwilling to supply a default representation.',
  408: 'The server did not receive a complete request message within the time that it was prepared to wait.',
  409: 'The request could not be completed due to a conflict with the current state of the target resource.',
  410: 'Access to the target resource is no longer available at the origin server and that this condition is likely to be permanent.',
  413: 'The server is refusing to process a request because the request payload is larger than the server is willing or able to process.',
  414: 'The server is refusing to service the request because the request-target is longer than the server is willing to interpret.',
  415: 'The origin server is refusing to service the request because the payload is in a format not supported by this method on the target resource.',
  429: 'The user has sent too many requests in a given amount of time ("rate limiting").',
  500: 'The server encountered an unexpected condition that prevented it from fulfilling the request.',
  501: 'The server does not support the functionality required to fulfill the request.',
  502: 'The server received an invalid response from an upstream server while acting as a gateway or proxy.',
  503: 'The server is currently unable to handle the request due to a temporary overload or scheduled maintenance, which will likely be alleviated after some delay.',
  504: 'The server did not receive a timely response from an upstream server while acting as a gateway or proxy.',
};

/** Descriptions on the error pages up to Tomcat 8.0. */
const oldDescriptions: Readonly<Record<number, string>> = {
  400: 'The request sent by the client was syntactically incorrect.',
  401: 'This request requires HTTP authentication.',
  403: 'Access to the specified resource has been forbidden.',
  404: 'The requested resource is not available.',
  405: 'The specified HTTP method is not allowed for the requested resource.',
  406: 'The resource identified by this request is only capable of generating responses with characteristics not acceptable according to the request "accept" headers.',
  408: 'The client did not produce a request within the time that the server was prepared to wait.',
  409: 'The request could not be completed due to a conflict with the current state of the resource.',
  410: 'The requested resource is no longer available, and no forwarding address is known.',
  500: 'The server encountered an internal error that prevented it from fulfilling this request.',
  501: 'The server does not support the functionality needed to fulfill this request.',
  502: 'This server received an invalid response from a server it consulted when acting as a proxy or gateway.',
  503: 'The requested service is not currently available.',
  504: 'The server received a timeout from an upstream server while acting as a gateway or proxy.',
};

/** What an error page says of a status; undefined: there is no page for it. */
export const descriptionOf = (status: number, modern: boolean): string | undefined =>
  (modern ? descriptions : oldDescriptions)[status];
