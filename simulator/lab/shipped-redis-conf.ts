/** The active and the commented-out directives of the redis.conf shipped with 3.2.1, on their lines. */
const rows = `
47 # bind 192.168.1.100 10.0.0.1
48 # bind 127.0.0.1 ::1
61 bind 127.0.0.1
80 protected-mode yes
84 port 6379
93 tcp-backlog 511
101 # unixsocket /tmp/redis.sock
102 # unixsocketperm 700
105 timeout 0
122 tcp-keepalive 300
128 daemonize no
139 supervised no
150 pidfile /var/run/redis_6379.pid
158 loglevel notice
163 logfile ""
167 # syslog-enabled no
170 # syslog-ident redis
173 # syslog-facility local0
178 databases 16
202 save 900 1
203 save 300 10
204 save 60 10000
219 stop-writes-on-bgsave-error yes
225 rdbcompression yes
234 rdbchecksum yes
237 dbfilename dump.rdb
247 dir ./
265 # slaveof <masterip> <masterport>
272 # masterauth <master-password>
285 slave-serve-stale-data yes
301 slave-read-only yes
332 repl-diskless-sync no
344 repl-diskless-sync-delay 5
350 # repl-ping-slave-period 10
362 # repl-timeout 60
377 repl-disable-tcp-nodelay no
390 # repl-backlog-size 1mb
399 # repl-backlog-ttl 3600
414 slave-priority 100
431 # min-slaves-max-lag 10
451 # requirepass foobared
462 # rename-command CONFIG b840fc02d524045429941cc15f59e41cb7be6c52
467 # rename-command CONFIG ""
483 # maxclients 10000
508 # maxmemory <bytes>
531 # maxmemory-policy noeviction
542 # maxmemory-samples 5
564 appendonly no
568 appendfilename "appendonly.aof"
594 appendfsync everysec
616 no-appendfsync-on-rewrite no
635 auto-aof-rewrite-percentage 100
636 auto-aof-rewrite-min-size 64mb
660 aof-load-truncated yes
678 lua-time-limit 5000
692 # cluster-enabled yes
700 # cluster-config-file nodes-6379.conf
706 # cluster-node-timeout 15000
751 # cluster-slave-validity-factor 10
770 # cluster-migration-barrier 1
783 # cluster-require-full-coverage yes
806 slowlog-log-slower-than 10000
810 slowlog-max-len 128
831 latency-monitor-threshold 0
877 notify-keyspace-events ""
884 hash-max-ziplist-entries 512
885 hash-max-ziplist-value 64
900 list-max-ziplist-size -2
916 list-compress-depth 0
923 set-max-intset-entries 512
928 zset-max-ziplist-entries 128
929 zset-max-ziplist-value 64
943 hll-sparse-max-bytes 3000
963 activerehashing yes
998 client-output-buffer-limit normal 0 0 0
999 client-output-buffer-limit slave 256mb 64mb 60
1000 client-output-buffer-limit pubsub 32mb 8mb 60
1017 hz 10
1023 aof-rewrite-incremental-fsync yes
`;

/** How many lines the shipped file has. */
const LENGTH = 1023;

/**
 * The redis.conf shipped with 3.2.1 without its prose: every directive stands on its line, so that what people say of
 * line 61 or 451 holds; the comments between them are empty.
 */
export const shippedConf: string = linesOfShipped().join('\n');

function linesOfShipped(): string[] {
  const lines = Array.from({ length: LENGTH }, () => '#');
  for (const row of rows.trim().split('\n')) {
    const at = Number.parseInt(row, 10);
    lines[at - 1] = row.slice(String(at).length + 1);
    // An empty line before it; never two, which CONFIG REWRITE would make one.
    if (lines[at - 2] === '#') lines[at - 2] = '';
  }
  return [...lines, ''];
}
