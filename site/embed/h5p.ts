import { isFields } from './fields.ts';

/** A message of H5P's resizer, which many pages have: it makes frames as high as they say. */
export interface H5pMessage {
  context: 'h5p';
  action: string;
  scrollHeight?: number;
  clientHeight?: number;
}

export const isH5p = (data: unknown): data is H5pMessage =>
  isFields(data) && data['context'] === 'h5p' && typeof data['action'] === 'string';

/**
 * The frame's side of the conversation that h5p-resizer.js leads: `hello` both ways, then for every new height
 * `prepareResize`, its answer `resizePrepared`, and `resize`.
 */
export class H5pChild {
  readonly #post: (message: H5pMessage) => void;
  readonly #height: () => number;
  #heard = false;

  constructor(post: (message: H5pMessage) => void, height: () => number) {
    this.#post = post;
    this.#height = height;
  }

  /** Makes itself known to a resizer that was there first. */
  begin(): void {
    this.#post({ context: 'h5p', action: 'hello' });
  }

  hear({ action }: H5pMessage): void {
    if (action === 'ready') this.begin();
    else if (action === 'resizePrepared')
      this.#post({ context: 'h5p', action: 'resize', scrollHeight: this.#height() });
    else if (action === 'hello' || action === 'resize') {
      this.#heard = true;
      this.resized();
    }
  }

  /** The height is another. Said to a resizer only. */
  resized(): void {
    const height = this.#height();
    if (this.#heard)
      this.#post({ context: 'h5p', action: 'prepareResize', scrollHeight: height, clientHeight: height });
  }
}
