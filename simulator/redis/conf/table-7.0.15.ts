/**
 * Every directive of 7.0.15 (config.c, `static_configs`): name, kind, whether it may change at runtime, default as
 * CONFIG GET shows it in an empty configuration, range or values, older name. `dir` begins as the current directory.
 */
export const rows7015 = `
acl-pubsub-default enum live resetchannels allchannels|resetchannels
aclfile string immutable ""
acllog-max-len int live 128 0..9223372036854775807
active-defrag-cycle-max int live 25 1..99
active-defrag-cycle-min int live 1 1..99
active-defrag-ignore-bytes memory live 104857600 1..9223372036854775807
active-defrag-max-scan-fields int live 1000 1..9223372036854775807
active-defrag-threshold-lower int live 10 0..1000
active-defrag-threshold-upper int live 100 0..1000
active-expire-effort int live 1 1..10
activedefrag bool live no
activerehashing bool live yes
always-show-logo bool immutable no
aof-disable-auto-gc bool live no
aof-load-truncated bool live yes
aof-rewrite-incremental-fsync bool live yes
aof-timestamp-enabled bool live no
aof-use-rdb-preamble bool live yes
aof_rewrite_cpulist string immutable ""
appenddirname string immutable appendonlydir
appendfilename string immutable appendonly.aof
appendfsync enum live everysec everysec|always|no
appendonly bool live no
auto-aof-rewrite-min-size memory live 67108864 0..9223372036854775807
auto-aof-rewrite-percentage int live 100 0..2147483647
bgsave_cpulist string immutable ""
bind special live "* -::*"
bind-source-addr string live ""
bio_cpulist string immutable ""
busy-reply-threshold int live 5000 0..9223372036854775807 = lua-time-limit
client-output-buffer-limit special live "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
client-query-buffer-limit memory live 1073741824 1048576..9223372036854775807
cluster-allow-pubsubshard-when-down bool live yes
cluster-allow-reads-when-down bool live no
cluster-allow-replica-migration bool live yes
cluster-announce-bus-port int live 0 0..65535
cluster-announce-hostname string live ""
cluster-announce-ip string live ""
cluster-announce-port int live 0 0..65535
cluster-announce-tls-port int live 0 0..65535
cluster-config-file string immutable nodes.conf
cluster-enabled bool immutable no
cluster-link-sendbuf-limit memory live 0 0..18446744073709551615
cluster-migration-barrier int live 1 0..2147483647
cluster-node-timeout int live 15000 0..9223372036854775807
cluster-port int immutable 0 0..65535
cluster-preferred-endpoint-type enum live ip ip|hostname|unknown-endpoint
cluster-replica-no-failover bool live no = cluster-slave-no-failover
cluster-replica-validity-factor int live 10 0..2147483647 = cluster-slave-validity-factor
cluster-require-full-coverage bool live yes
crash-log-enabled bool live yes
crash-memcheck-enabled bool live yes
daemonize bool immutable no
databases int immutable 16 1..2147483647
dbfilename string protected dump.rdb
dir special protected ""
disable-thp bool immutable yes
dynamic-hz bool live yes
enable-debug-command enum immutable no no|yes|local
enable-module-command enum immutable no no|yes|local
enable-protected-configs enum immutable no no|yes|local
hash-max-listpack-entries int live 512 0..9223372036854775807 = hash-max-ziplist-entries
hash-max-listpack-value memory live 64 0..9223372036854775807 = hash-max-ziplist-value
hll-sparse-max-bytes memory live 3000 0..9223372036854775807
hz int live 10 0..2147483647
ignore-warnings string live ""
io-threads int immutable 1 1..128
io-threads-do-reads bool immutable no
jemalloc-bg-thread bool live yes
key-load-delay int live-hidden 0 -2147483648..2147483647
latency-monitor-threshold int live 0 0..9223372036854775807
latency-tracking bool live yes
latency-tracking-info-percentiles special live "50 99 99.9"
lazyfree-lazy-eviction bool live no
lazyfree-lazy-expire bool live no
lazyfree-lazy-server-del bool live no
lazyfree-lazy-user-del bool live no
lazyfree-lazy-user-flush bool live no
lfu-decay-time int live 1 0..2147483647
lfu-log-factor int live 10 0..2147483647
list-compress-depth int live 0 0..2147483647
list-max-listpack-size int live -2 -2147483648..2147483647 = list-max-ziplist-size
loading-process-events-interval-bytes int live-hidden 2097152 1024..2147483647
logfile string immutable ""
loglevel enum live notice debug|verbose|notice|warning
masterauth string live ""
masteruser string live ""
maxclients int live 10000 1..4294967295
maxmemory memory live 0 0..18446744073709551615
maxmemory-clients percent live 0 -100..9223372036854775807
maxmemory-eviction-tenacity int live 10 0..100
maxmemory-policy enum live noeviction volatile-lru|volatile-lfu|volatile-random|volatile-ttl|allkeys-lru|allkeys-lfu|allkeys-random|noeviction
maxmemory-samples int live 5 1..2147483647
min-replicas-max-lag int live 10 0..2147483647 = min-slaves-max-lag
min-replicas-to-write int live 0 0..2147483647 = min-slaves-to-write
no-appendfsync-on-rewrite bool live no
notify-keyspace-events special live ""
oom-score-adj enum live no no|yes|relative|absolute
oom-score-adj-values special live "0 200 800"
pidfile string immutable ""
port int live 6379 0..65535
proc-title-template string live "{title} {listen-addr} {server-mode}"
propagation-error-behavior enum live ignore ignore|panic|panic-on-replicas
protected-mode bool live yes
proto-max-bulk-len memory live 536870912 1048576..9223372036854775807
rdb-del-sync-files bool live no
rdb-key-save-delay int live-hidden 0 -2147483648..2147483647
rdb-save-incremental-fsync bool live yes
rdbchecksum bool immutable yes
rdbcompression bool live yes
repl-backlog-size memory live 1048576 1..9223372036854775807
repl-backlog-ttl int live 3600 0..9223372036854775807
repl-disable-tcp-nodelay bool live no
repl-diskless-load enum live disabled disabled|on-empty-db|swapdb
repl-diskless-sync bool live yes
repl-diskless-sync-delay int live 5 0..2147483647
repl-diskless-sync-max-replicas int live 0 0..2147483647
repl-ping-replica-period int live 10 1..2147483647 = repl-ping-slave-period
repl-timeout int live 60 1..2147483647
replica-announce-ip string live "" = slave-announce-ip
replica-announce-port int live 0 0..65535 = slave-announce-port
replica-announced bool live yes
replica-ignore-disk-write-errors bool live no
replica-ignore-maxmemory bool live yes = slave-ignore-maxmemory
replica-lazy-flush bool live no = slave-lazy-flush
replica-priority int live 100 0..2147483647 = slave-priority
replica-read-only bool live yes = slave-read-only
replica-serve-stale-data bool live yes = slave-serve-stale-data
replicaof special immutable "" = slaveof
requirepass string live ""
sanitize-dump-payload enum live no no|yes|clients
save special live "3600 1 300 100 60 10000"
server_cpulist string immutable ""
set-max-intset-entries int live 512 0..9223372036854775807
set-proc-title bool immutable yes
shutdown-on-sigint flags live default default|save|nosave|now|force
shutdown-on-sigterm flags live default default|save|nosave|now|force
shutdown-timeout int live 10 0..2147483647
slowlog-log-slower-than int live 10000 -1..9223372036854775807
slowlog-max-len int live 128 0..9223372036854775807
socket-mark-id int immutable 0 0..4294967295
stop-writes-on-bgsave-error bool live yes
stream-node-max-bytes memory live 4096 0..9223372036854775807
stream-node-max-entries int live 100 0..9223372036854775807
supervised enum immutable no upstart|systemd|auto|no
syslog-enabled bool immutable no
syslog-facility enum immutable local0 user|local0|local1|local2|local3|local4|local5|local6|local7
syslog-ident string immutable redis
tcp-backlog int immutable 511 0..2147483647
tcp-keepalive int live 300 0..2147483647
timeout int live 0 0..2147483647
tls-auth-clients enum live yes no|yes|optional
tls-ca-cert-dir string live ""
tls-ca-cert-file string live ""
tls-cert-file string live ""
tls-ciphers string live ""
tls-ciphersuites string live ""
tls-client-cert-file string live ""
tls-client-key-file string live ""
tls-client-key-file-pass string live ""
tls-cluster bool live no
tls-dh-params-file string live ""
tls-key-file string live ""
tls-key-file-pass string live ""
tls-port int live 0 0..65535
tls-prefer-server-ciphers bool live no
tls-protocols string live ""
tls-replication bool live no
tls-session-cache-size int live 20480 0..2147483647
tls-session-cache-timeout int live 300 0..2147483647
tls-session-caching bool live yes
tracking-table-max-keys int live 1000000 0..9223372036854775807
unixsocket string immutable ""
unixsocketperm octal immutable 0 0..511
use-exit-on-panic bool live-hidden no
watchdog-period int live-hidden 0 0..2147483647
zset-max-listpack-entries int live 128 0..9223372036854775807 = zset-max-ziplist-entries
zset-max-listpack-value memory live 64 0..9223372036854775807 = zset-max-ziplist-value`;
