/** A step as it was recorded, or as the simulator did it. */
export interface Reading {
  cmd?: string[] | null;
  resp?: string;
  text?: string;
  prompt?: string | null;
  sent?: string[][];
  resp_all?: string[];
}

/** Flags of a recorded step that say how exactly it can be compared. */
export interface Flags {
  approx?: [number, number];
  unordered?: boolean;
  normalised?: string;
}

/** Makes two readings comparable: what the recording took out is taken out of ours as well. */
export function comparable(text: string, flags: Flags): unknown {
  const { normalised, unordered, approx } = flags;
  const timed = text.replace(/\(\d+\.\d\ds\)/g, '(<elapsed>s)').replace(/\b\d+ MB\b/g, '<n> MB');
  const told = normalised === undefined ? timed : withoutNumbers(timed, normalised);
  if (approx) {
    const [lowest, highest] = approx;
    return told.replace(/\d+/g, (digits) =>
      Number(digits) >= lowest && Number(digits) <= highest ? '<in range>' : digits,
    );
  }
  return unordered ? sorted(told) : told;
}

/** The elements of a flat array in one order, on the wire or as redis-cli numbers them. */
function sorted(text: string): string[] {
  return text.startsWith('*') || /^\*\d/.test(text)
    ? text.split(/(?=\$\d+\r\n)/).sort()
    : text
        .replace(/ *\d+\) /g, '')
        .split('\n')
        .sort();
}

/** Names of INFO whose value depends on machine, time or allocator; in the order of the program they still have to be there. */
const shown =
  /^(redis_version|redis_mode|arch_bits|tcp_port|hz|configured_hz|connected_clients|maxclients|blocked_clients|maxmemory|maxmemory_human|maxmemory_policy|loading|rdb_changes_since_last_save|rdb_bgsave_in_progress|rdb_last_bgsave_status|rdb_saves|rdb_last_load_keys_expired|aof_enabled|aof_rewrite_in_progress|aof_rewrite_scheduled|rejected_connections|expired_keys|evicted_keys|keyspace_hits|keyspace_misses|pubsub_channels|pubsub_patterns|role|connected_slaves|executable|config_file|cluster_enabled|total_error_replies|used_memory_lua_human|mem_allocator|db\d+)$/;

function withoutNumbers(text: string, kind: string): string {
  const body = text.replace(/^\$\d+\r\n/, '');
  switch (kind) {
    case 'info':
      return body
        .split('\r\n')
        .map((line) => infoLine(line))
        .sort(byCommand)
        .join('\r\n');
    case 'clients':
      return body
        .replace(/(id|fd|age|idle|qbuf|qbuf-free|argv-mem|multi-mem|rbs|rbp|obl|oll|omem|tot-mem)=(\d+|<n>)/g, '$1=<n>')
        .replace(/(\d+\.\d+\.\d+\.\d+):(?:[1-9]\d{4}|<port>)/g, '$1:<port>');
    case 'time':
    case 'int':
      return body.replace(/\d+|<\w+>/g, '<n>');
    case 'hello':
      return body.replace(/:\d+/g, ':<n>').replace(/\(integer\) \d+/g, '(integer) <n>');
    case 'debugobj':
      return body.replace(/at:\S+/, 'at:<ptr>').replace(/(lru|lru_seconds_idle):(\d+|<n>)/g, '$1:<n>');
    default:
      return body;
  }
}

function infoLine(line: string): string {
  const [, name = '', value] = /^([^:#]+):(.*)$/.exec(line) ?? [];
  if (value === undefined) return line;
  if (/^(cmdstat_|latency_)/.test(name)) return `${name}:${value.replace(/[\d.]+|<n>/g, '<n>')}`;
  if (/^db\d+$/.test(name)) return `${name}:${value.replace(/avg_ttl=\d+/, 'avg_ttl=<n>')}`;
  return shown.test(name) ? line : `${name}:<n>`;
}

/** Statistics of commands stand in a hash table's order. */
const byCommand = (a: string, b: string) =>
  /^(cmdstat_|latency_)/.test(a) && /^(cmdstat_|latency_)/.test(b) ? (a < b ? -1 : 1) : 0;

/** A log without process ids, dates and durations, as recorded. */
export const plainLog = (lines: readonly string[]): string =>
  lines
    .map((line) =>
      line
        .replace(/^\d+:signal-handler \(\d+\)/, '<pid>:signal-handler (<unix_seconds>)')
        .replace(/^\d+:([A-Z]) \d\d \w{3}(?: \d{4})? [\d:.]+/, '<pid>:$1 <date>')
        .replace(/pid[= ]\d+/g, (found) => `${found.slice(0, 4)}<pid>`)
        .replace(/PID: \d+/, 'PID: <pid>')
        .replace(/\d+\.\d+ seconds/g, '<s> seconds')
        .replace(/RDB age \d+/, 'RDB age <n>')
        .replace(/when created [\d.]+ Mb/, 'when created <n> Mb')
        .replace(/bg-\d+/g, 'bg-<pid>'),
    )
    .map((line) => `${line}\n`)
    .join('')
    // The report itself was left out of the recording.
    .replace(/(=== REDIS BUG REPORT START: .*\n)$/, '$1<crash report cut>');
