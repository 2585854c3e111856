import { connect } from 'node:net';

/** What came back of a request, in the words of the recordings' client. */
export type Answered = { status: number; headers: [string, string][]; body: string } | { error: string };

/** Sends one request to 127.0.0.1 on a connection of its own. */
export function visit(port: number, method: string, path: string, cookie: string | undefined): Promise<Answered> {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Accept-Encoding: identity',
    `Host: 127.0.0.1:${port}`,
    'Connection: close',
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
  ];
  return new Promise((done) => {
    let text = '';
    let failed: string | undefined;
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(`${head.join('\r\n')}\r\n\r\n`));
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      failed = ERRORS[error.code ?? ''] ?? String(error.code);
    });
    socket.on('close', () => done(failed === undefined ? answerOf(text) : { error: failed }));
  });
}

const ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ConnectionRefusedError: [Errno 111] Connection refused',
  ECONNRESET: 'ConnectionResetError: [Errno 104] Connection reset by peer',
};

function answerOf(text: string): Answered {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return { error: 'RemoteDisconnected: Remote end closed connection without response' };
  const [line = '', ...fields] = text.slice(0, end).split('\r\n');
  const headers = fields.map((field): [string, string] => {
    const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(field) ?? [];
    return [name, value];
  });
  const rest = text.slice(end + 4);
  const chunked = headers.some(([name]) => name.toLowerCase() === 'transfer-encoding');
  const body = chunked ? unchunked(rest) : { whole: true, bytes: rest };
  if (!body.whole) return { error: `IncompleteRead: IncompleteRead(${body.bytes.length} bytes read)` };
  return { status: Number(line.split(' ')[1]), headers, body: Buffer.from(body.bytes, 'latin1').toString('utf8') };
}

function unchunked(text: string): { whole: boolean; bytes: string } {
  let bytes = '';
  for (let at = 0; ; ) {
    const line = text.indexOf('\r\n', at);
    const size = line < 0 ? Number.NaN : Number.parseInt(text.slice(at, line), 16);
    if (size === 0) return { whole: true, bytes };
    if (Number.isNaN(size)) return { whole: false, bytes };
    bytes += text.slice(line + 2, line + 2 + size);
    at = line + 2 + size + 2;
  }
}
