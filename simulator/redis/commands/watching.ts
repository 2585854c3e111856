import type { Reply } from '../../core/resp.ts';
import { arg, type Call, type Handler } from '../call.ts';
import { readNumber } from '../numbers.ts';
import { bulk, EMPTY_ARRAY, error, integer, NOT_AN_INTEGER, OK, wrongArity, ZERO } from '../replies.ts';
import { helpOf } from './help.ts';

/** Commands that watch the server at work, or its parts that a single one does not have. */
export const watchingCommands: Record<string, Handler> = {
  slowlog,
  latency,
  cluster: () => NO_CLUSTER,
  asking: () => NO_CLUSTER,
  readonly: () => NO_CLUSTER,
  readwrite: () => NO_CLUSTER,
  module: (call) => (arg(call, 1).toLowerCase() === 'list' ? EMPTY_ARRAY : error(`UNMODELLED ${call.argv.join(' ')}`)),
};

const NO_CLUSTER = error('ERR This instance has cluster support disabled');

/** No command of the lab is slow. */
function slowlog(call: Call): Reply {
  const old = call.host.version === '3.2.1';
  const { argv } = call;
  switch (arg(call, 1).toLowerCase()) {
    case 'len':
      return ZERO;
    case 'reset':
      return OK;
    case 'get': {
      const count = argv.length > 2 ? readNumber(call.host.version, arg(call, 2)) : 10;
      if (old) return count === null ? NOT_AN_INTEGER : EMPTY_ARRAY;
      return count === null || count < -1 ? error('ERR count should be greater than or equal to -1') : EMPTY_ARRAY;
    }
    case 'help':
      if (!old) return helpOf('slowlog');
  }
  return error('ERR Unknown SLOWLOG subcommand or wrong # of args. Try GET, RESET, LEN.');
}

function latency(call: Call): Reply {
  const old = call.host.version === '3.2.1';
  switch (arg(call, 1).toLowerCase()) {
    case 'latest':
      return EMPTY_ARRAY;
    case 'reset':
      return integer(0);
    case 'history':
      return call.argv.length === 3 ? EMPTY_ARRAY : wrongArity('latency|history');
    case 'graph':
      return error(`ERR No samples available for event '${arg(call, 2)}'`);
    case 'doctor':
      return bulk(
        `I'm sorry, Dave, I can't do that. Latency monitoring is disabled in this Redis instance. You may use "CONFIG SET latency-monitor-threshold <milliseconds>." in order to enable it. If we weren't in a deep space mission I'd suggest to take a look at ${old ? 'http' : 'https'}://redis.io/topics/latency-monitor.\n`,
      );
  }
  return old ? error('ERR Syntax error') : error(`UNMODELLED ${call.argv.join(' ')}`);
}
