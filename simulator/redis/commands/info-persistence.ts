import type { Call } from '../call.ts';
import { still } from './info-fields.ts';

/** How the data gets to disk. */
export function persistenceFields({ host, server, out }: Call): string[] {
  const { child, settings, stats } = server;
  const old = host.version === '3.2.1';
  const progress = (kind: 'rdb' | 'aof') => (child?.kind === kind ? 1 : 0);
  const seconds = (kind: 'rdb' | 'aof') => (child?.kind === kind ? Math.floor((out.now - child.startedAt) / 1000) : -1);
  const savedAt = Math.floor((out.wallClock - out.now + server.savedAt) / 1000);
  const loading = host.mode === 'loading';
  return [
    `loading:${loading ? 1 : 0}`,
    ...(old
      ? []
      : still(
          'async_loading current_cow_peak current_cow_size current_cow_size_age current_fork_perc current_save_keys_processed current_save_keys_total',
        )),
    `rdb_changes_since_last_save:${server.dirty}`,
    `rdb_bgsave_in_progress:${progress('rdb')}`,
    `rdb_last_save_time:${savedAt}`,
    `rdb_last_bgsave_status:${server.saveFailed ? 'err' : 'ok'}`,
    `rdb_last_bgsave_time_sec:${stats.saves > 0 ? 0 : -1}`,
    `rdb_current_bgsave_time_sec:${seconds('rdb')}`,
    ...(old
      ? []
      : [
          `rdb_saves:${stats.saves}`,
          ...still('rdb_last_cow_size'),
          `rdb_last_load_keys_expired:${stats.loadedDead}`,
          `rdb_last_load_keys_loaded:${stats.loaded}`,
        ]),
    `aof_enabled:${settings.appendonly ? 1 : 0}`,
    `aof_rewrite_in_progress:${progress('aof')}`,
    `aof_rewrite_scheduled:${server.rewriteScheduled ? 1 : 0}`,
    'aof_last_rewrite_time_sec:-1',
    `aof_current_rewrite_time_sec:${seconds('aof')}`,
    'aof_last_bgrewrite_status:ok',
    ...(old ? [] : still('aof_rewrites aof_rewrites_consecutive_failures')),
    'aof_last_write_status:ok',
    ...(old ? [] : still('aof_last_cow_size module_fork_in_progress module_fork_last_cow_size')),
    ...(settings.appendonly ? aofFields(old) : []),
    ...(loading
      ? still(
          `loading_start_time loading_total_bytes ${old ? '' : 'loading_rdb_used_mem '}loading_loaded_bytes loading_loaded_perc loading_eta_seconds`,
        )
      : []),
  ];
}

const aofFields = (old: boolean) =>
  still(
    `aof_current_size aof_base_size aof_pending_rewrite aof_buffer_length ${old ? 'aof_rewrite_buffer_length ' : ''}aof_pending_bio_fsync aof_delayed_fsync`,
  );
