import { argument, type Conf, fault, warn } from '../cycle.ts';

type Check = (conf: Conf, value: number) => void;

/** Further checks of a generic value (the `post` handlers of nginx's command tables). */
export function afterSize(conf: Conf, value: number | string): void {
  CHECKS[conf.command.check ?? '']?.(conf, value as number);
}

/** NGX_HTTP_V2_MAX_WINDOW. */
const MAX_WINDOW = 2 ** 31 - 1;
const POOL_ALIGNMENT = 16;
/** NGX_MIN_POOL_SIZE: a pool's own header and two records of large blocks. */
const MIN_POOL = 112;

const CHECKS: Readonly<Record<string, Check>> = {
  pool_size: checkPool,
  v2_pool_size: checkPool,
  lowat: (conf) => warn(conf, 'not-supported', { name: conf.directive.name }),
  gzip_window: (conf, value) => oneOf(conf, value, 512, 32768, 'must be 512, 1k, 2k, 4k, 8k, 16k, or 32k'),
  gzip_hash: (conf, value) => oneOf(conf, value, 512, 131072, 'must be 512, 1k, 2k, 4k, 8k, 16k, 32k, 64k, or 128k'),
  v2_recv_buffer_size: (conf, value) => {
    if (value < 32) fault(conf, 'directive-text', { text: 'value is too small' }, argument(conf, 0));
  },
  v2_preread_size: (conf, value) => {
    if (value > MAX_WINDOW) fault(conf, 'http2-preread', { max: MAX_WINDOW }, argument(conf, 0));
  },
  v2_chunk_size: (conf, value) => {
    if (value === 0) fault(conf, 'http2-chunk-zero', {}, argument(conf, 0));
  },
  v2_streams_index_mask: (conf, value) => {
    const power = Number.isInteger(Math.log2(value));
    if (!power) fault(conf, 'directive-text', { text: 'must be a power of two' }, argument(conf, 0));
  },
};

function checkPool(conf: Conf, value: number): void {
  if (value < MIN_POOL) fault(conf, 'pool-low', { low: MIN_POOL }, argument(conf, 0));
  else if (value % POOL_ALIGNMENT !== 0 || isOdd(argument(conf, 0).text))
    fault(conf, 'pool-multiple', { of: POOL_ALIGNMENT }, argument(conf, 0));
}

/** The number is read as a float, which large odd ones do not fit. */
const isOdd = (text: string) => /[13579]$/.test(text);

/** A power of two between two sizes. */
function oneOf(conf: Conf, value: number, low: number, high: number, text: string): void {
  if (value >= low && value <= high && Number.isInteger(Math.log2(value))) return;
  fault(conf, 'directive-text', { text }, argument(conf, 0));
}
