import { EventEmitter } from 'events';

/** As much of Node's streams as the scanning streams of ioredis-mock are made of. */
export class Readable extends EventEmitter {
  constructor() {
    super();
    queueMicrotask(() => this._read());
  }

  _read(): void {}

  push(chunk: unknown): boolean {
    if (chunk === null) this.emit('end');
    else {
      this.emit('data', chunk);
      queueMicrotask(() => this._read());
    }
    return true;
  }
}
