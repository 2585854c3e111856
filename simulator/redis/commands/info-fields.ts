import { eachOf } from '../../core/shared-map.ts';
import type { Call } from '../call.ts';
import { isDead } from '../keyspace.ts';
import type { Facts } from './info.ts';
import { persistenceFields } from './info-persistence.ts';

/** A section of INFO; `rare`: only when it is asked for. */
export interface Section {
  name: string;
  rare?: true;
  fields: (call: Call, facts: Facts) => string[];
}

/** `size: 3` for many names at once: what nothing happens to in the lab. */
export const still = (names: string, value: string | number = 0): string[] =>
  names.split(' ').map((name) => `${name}:${value}`);

const replicationId = '8371445ee47f4a2b6a5f2c1c1d2ad3a2a55b6c3e';

function serverFields({ host, server, out }: Call, { uptime }: Facts): string[] {
  const old = host.version === '3.2.1';
  const file = server.configFile === null ? '' : path(server.cwd, server.configFile);
  return [
    `redis_version:${host.version}`,
    ...still('redis_git_sha1', '00000000'),
    ...still('redis_git_dirty'),
    `redis_build_id:${old ? 'b8bd8b0ed15f5bc4' : '1c0dfbd0ed15f5bc'}`,
    'redis_mode:standalone',
    'os:Linux 6.1.0-18-amd64 x86_64',
    'arch_bits:64',
    ...(old ? [] : ['monotonic_clock:POSIX clock_gettime']),
    'multiplexing_api:epoll',
    ...(old ? [] : ['atomicvar_api:c11-builtin']),
    'gcc_version:12.2.0',
    `process_id:${host.pid}`,
    ...(old ? [] : ['process_supervised:no']),
    `run_id:${replicationId}`,
    `tcp_port:${server.settings.port}`,
    ...(old ? [] : [`server_time_usec:${out.wallClock * 1000}`]),
    `uptime_in_seconds:${uptime}`,
    `uptime_in_days:${Math.floor(uptime / 86_400)}`,
    'hz:10',
    ...(old ? [] : ['configured_hz:10']),
    `lru_clock:${Math.floor(out.wallClock / 1000) & 0xffffff}`,
    `executable:${path(server.cwd, server.executable)}`,
    `config_file:${file}`,
    ...(old ? [] : still('io_threads_active')),
  ];
}

/** As the server writes it: the folder before it, and not made shorter. */
const path = (cwd: string, name: string) => (name.startsWith('/') ? name : `${cwd}/${name}`);

function clientFields({ host, server }: Call, { blocked }: Facts): string[] {
  const connected = `connected_clients:${server.clients.size}`;
  if (host.version === '3.2.1')
    return [connected, ...still('client_longest_output_list client_biggest_input_buf'), `blocked_clients:${blocked}`];
  return [
    connected,
    ...still('cluster_connections'),
    `maxclients:${server.settings.maxclients}`,
    'client_recent_max_input_buffer:20480',
    ...still('client_recent_max_output_buffer'),
    `blocked_clients:${blocked}`,
    ...still('tracking_clients clients_in_timeout_table'),
  ];
}

/** `1.00M`, as bytesToHuman writes it. */
function human(bytes: number): string {
  if (bytes < 1024) return `${bytes}B`;
  const unit = bytes < 1024 ** 2 ? 1 : bytes < 1024 ** 3 ? 2 : 3;
  return `${(bytes / 1024 ** unit).toFixed(2)}${' KMG'[unit]}`;
}

const both = (name: string, bytes: number) => [`${name}:${bytes}`, `${name}_human:${human(bytes)}`];
const RESIDENT = 7_000_000;
const MACHINE = 8_589_934_592;

function memoryFields({ host, server }: Call, { memory }: Facts): string[] {
  const { maxmemory, maxmemoryPolicy } = server.settings;
  const limit = [...both('maxmemory', maxmemory), `maxmemory_policy:${maxmemoryPolicy}`];
  const usual = [
    ...both('used_memory', memory),
    ...both('used_memory_rss', RESIDENT),
    ...both('used_memory_peak', memory),
  ];
  const ratio = (RESIDENT / memory).toFixed(2);
  if (host.version === '3.2.1')
    return [
      ...usual,
      ...both('total_system_memory', MACHINE),
      ...both('used_memory_lua', 37_888),
      ...limit,
      `mem_fragmentation_ratio:${ratio}`,
      'mem_allocator:jemalloc-4.0.3',
    ];
  return [
    ...usual,
    'used_memory_peak_perc:100.00%',
    ...still('used_memory_overhead used_memory_startup', memory),
    ...still('used_memory_dataset'),
    'used_memory_dataset_perc:0.00%',
    ...still('allocator_allocated', memory),
    ...still('allocator_active allocator_resident', RESIDENT),
    ...both('total_system_memory', MACHINE),
    'used_memory_lua:32768',
    'used_memory_vm_eval:32768',
    'used_memory_lua_human:32.00K',
    ...still('used_memory_scripts_eval number_of_cached_scripts number_of_functions number_of_libraries'),
    'used_memory_vm_functions:33792',
    ...both('used_memory_vm_total', 66_560),
    ...still('used_memory_functions used_memory_scripts', 184),
    'used_memory_scripts_human:184B',
    ...limit,
    ...still('allocator_frag_ratio', '1.00'),
    ...still('allocator_frag_bytes'),
    ...still('allocator_rss_ratio', '1.00'),
    ...still('allocator_rss_bytes'),
    ...still('rss_overhead_ratio', '1.00'),
    ...still('rss_overhead_bytes'),
    `mem_fragmentation_ratio:${ratio}`,
    `mem_fragmentation_bytes:${RESIDENT - memory}`,
    ...still(
      'mem_not_counted_for_evict mem_replication_backlog mem_total_replication_buffers mem_clients_slaves mem_clients_normal mem_cluster_links mem_aof_buffer',
    ),
    'mem_allocator:jemalloc-5.3.0',
    ...still('active_defrag_running lazyfree_pending_objects lazyfreed_objects'),
  ];
}

function statsFields({ host, server }: Call, { channels, patterns }: Facts): string[] {
  const { stats } = server;
  const old = host.version === '3.2.1';
  return [
    `total_connections_received:${stats.connections}`,
    `total_commands_processed:${stats.commands}`,
    ...still('instantaneous_ops_per_sec total_net_input_bytes total_net_output_bytes'),
    ...(old ? [] : still('total_net_repl_input_bytes total_net_repl_output_bytes')),
    ...still('instantaneous_input_kbps instantaneous_output_kbps', '0.00'),
    ...(old ? [] : still('instantaneous_input_repl_kbps instantaneous_output_repl_kbps', '0.00')),
    `rejected_connections:${stats.rejected}`,
    ...still('sync_full sync_partial_ok sync_partial_err'),
    `expired_keys:${stats.expired}`,
    ...(old
      ? []
      : ['expired_stale_perc:0.00', ...still('expired_time_cap_reached_count expire_cycle_cpu_milliseconds')]),
    `evicted_keys:${stats.evicted}`,
    ...(old ? [] : still('evicted_clients total_eviction_exceeded_time current_eviction_exceeded_time')),
    `keyspace_hits:${stats.hits}`,
    `keyspace_misses:${stats.misses}`,
    `pubsub_channels:${channels}`,
    `pubsub_patterns:${patterns}`,
    ...(old ? [] : still('pubsubshard_channels')),
    ...still('latest_fork_usec'),
    ...(old ? [] : still('total_forks')),
    ...still('migrate_cached_sockets'),
    ...(old ? [] : moreStats(stats.errors)),
  ];
}

const moreStats = (errors: number) => [
  ...still(
    'slave_expires_tracked_keys active_defrag_hits active_defrag_misses active_defrag_key_hits active_defrag_key_misses total_active_defrag_time current_active_defrag_time tracking_total_keys tracking_total_items tracking_total_prefixes unexpected_error_replies',
  ),
  `total_error_replies:${errors}`,
  ...still(
    'dump_payload_sanitizations total_reads_processed total_writes_processed io_threaded_reads_processed io_threaded_writes_processed reply_buffer_shrinks reply_buffer_expands',
  ),
];

function replicationFields({ host, server: { master } }: Call): string[] {
  const old = host.version === '3.2.1';
  return [
    `role:${master ? 'slave' : 'master'}`,
    ...(master
      ? [
          `master_host:${master.host}`,
          `master_port:${master.port}`,
          'master_link_status:down',
          'master_last_io_seconds_ago:-1',
          ...still('master_sync_in_progress'),
          ...(old ? [] : still('slave_read_repl_offset')),
          ...still('slave_repl_offset', 1),
          'master_link_down_since_seconds:-1',
          'slave_priority:100',
          'slave_read_only:1',
          ...(old ? [] : ['replica_announced:1']),
        ]
      : []),
    'connected_slaves:0',
    ...(old
      ? []
      : ['master_failover_state:no-failover', `master_replid:${replicationId}`, `master_replid2:${'0'.repeat(40)}`]),
    'master_repl_offset:0',
    ...(old ? [] : ['second_repl_offset:-1']),
    ...still('repl_backlog_active'),
    'repl_backlog_size:1048576',
    ...still('repl_backlog_first_byte_offset repl_backlog_histlen'),
  ];
}

function cpuFields({ host }: Call): string[] {
  const names = 'used_cpu_sys used_cpu_user used_cpu_sys_children used_cpu_user_children';
  return host.version === '3.2.1'
    ? still(names, '0.00')
    : still(`${names} used_cpu_sys_main_thread used_cpu_user_main_thread`, '0.000000');
}

function commandFields({ host, server }: Call): string[] {
  const old = host.version === '3.2.1';
  return [...server.stats.calls].map(([name, { calls, rejected, failed }]) => {
    const times = `calls=${calls},usec=${calls},usec_per_call=1.00`;
    return `cmdstat_${name}:${times}${old ? '' : `,rejected_calls=${rejected},failed_calls=${failed}`}`;
  });
}

const errorFields = ({ server }: Call) =>
  [...server.stats.errorsByCode].map(([code, count]) => `errorstat_${code}:count=${count}`);

const latencyFields = ({ server }: Call) =>
  [...server.stats.calls].map(([name]) => `latency_percentiles_usec_${name}:p50=1.003,p99=1.003,p99.9=1.003`);

function keyspaceFields({ server, out }: Call): string[] {
  return server.databases.flatMap(({ entries }, db) => {
    if (entries.size === 0) return [];
    let [expires, left, living] = [0, 0, 0];
    eachOf(entries, ({ expireAt }) => {
      if (expireAt === null) return;
      expires++;
      left += expireAt - out.now;
      if (!isDead({ expireAt }, out.now)) living++;
    });
    const average = living === 0 ? 0 : Math.floor(left / expires);
    return [`db${db}:keys=${entries.size},expires=${expires},avg_ttl=${Math.max(average, 0)}`];
  });
}

export const sections321: readonly Section[] = [
  { name: 'Server', fields: serverFields },
  { name: 'Clients', fields: clientFields },
  { name: 'Memory', fields: memoryFields },
  { name: 'Persistence', fields: persistenceFields },
  { name: 'Stats', fields: statsFields },
  { name: 'Replication', fields: replicationFields },
  { name: 'CPU', fields: cpuFields },
  { name: 'Commandstats', rare: true, fields: commandFields },
  { name: 'Cluster', fields: () => still('cluster_enabled') },
  { name: 'Keyspace', fields: keyspaceFields },
];

export const sections7015: readonly Section[] = [
  ...sections321.slice(0, 7),
  { name: 'Modules', fields: () => [] },
  { name: 'Commandstats', rare: true, fields: commandFields },
  { name: 'Errorstats', fields: errorFields },
  { name: 'Latencystats', rare: true, fields: latencyFields },
  ...sections321.slice(8),
];
