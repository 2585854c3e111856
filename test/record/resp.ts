import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A connection to a Redis of this machine, in bytes: a character is a byte. */
export class Connection {
  readonly #socket: Socket;
  #unread = '';
  closed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => {
      this.#unread += bytes.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.closed = true;
    });
  }

  static open(port: number, host = '127.0.0.1'): Promise<Connection> {
    return new Promise((done) => {
      const socket = connect({ host, port });
      const connection = new Connection(socket);
      socket.once('connect', () => done(connection));
      socket.once('close', () => done(connection));
    });
  }

  /** Sends a command and reads one whole reply; 20 seconds at most. */
  async command(words: readonly string[]): Promise<string> {
    return this.exchange(
      `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`,
      (text) => endOf(text, 0) !== undefined,
    );
  }

  /** Sends bytes, and reads until `whole` or nothing comes any more for a quarter of a second. */
  async exchange(sent: string, whole: (text: string) => boolean = () => false): Promise<string> {
    if (!this.closed) this.#socket.write(sent, 'latin1');
    const patience = whole('+\r\n') ? 20_000 : 250;
    for (let waited = 0; waited < patience && !whole(this.#unread) && !this.closed; waited += 2) await sleep(2);
    const text = this.#unread;
    this.#unread = '';
    return text;
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Where the reply that begins at `at` ends; `undefined`: not all of it has come. */
function endOf(text: string, at: number): number | undefined {
  const line = text.indexOf('\r\n', at);
  if (line < 0) return undefined;
  const count = Number(text.slice(at + 1, line));
  const kind = text[at] ?? '';
  if (kind === '$' || kind === '=') {
    const end = count < 0 ? line + 2 : line + 2 + count + 2;
    return end <= text.length ? end : undefined;
  }
  if (!'*%~>'.includes(kind)) return line + 2;
  let end: number | undefined = line + 2;
  for (let left = kind === '%' ? 2 * count : count; left > 0 && end !== undefined; left--) end = endOf(text, end);
  return end;
}
