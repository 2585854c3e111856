/**
 * Every directive of 3.2.1 (config.c), in the order of CONFIG GET *: name, kind, whether CONFIG SET knows it, default,
 * range for CONFIG SET or values, and after `>=` what the file may not be below and what is said then.
 */
export const rows321 = `
dbfilename string live dump.rdb
requirepass string live ""
masterauth string live ""
unixsocket string immutable ""
logfile string immutable ""
pidfile string immutable ""
maxmemory memory live 0
maxmemory-samples int live 5 1..9223372036854775807 >= 1 "maxmemory-samples must be 1 or greater"
timeout int live 0 >= 0 "Invalid timeout value"
auto-aof-rewrite-percentage int live 100 >= 0 "Invalid negative percentage for AOF auto rewrite"
auto-aof-rewrite-min-size memory live 67108864
hash-max-ziplist-entries memory live 512
hash-max-ziplist-value memory live 64
list-max-ziplist-size int live -2 -2147483648..2147483647
list-compress-depth int live 0 0..2147483647
set-max-intset-entries memory live 512
zset-max-ziplist-entries memory live 128
zset-max-ziplist-value memory live 64
hll-sparse-max-bytes memory live 3000
lua-time-limit int live 5000
slowlog-log-slower-than int live 10000
latency-monitor-threshold int live 0 >= 0 "The latency threshold can't be negative"
slowlog-max-len int live 128
port int immutable 6379 >= 0 "Invalid port"
tcp-backlog int immutable 511 >= 0 "Invalid backlog value"
databases int immutable 16 >= 1 "Invalid number of databases"
repl-ping-slave-period int live 10 1..9223372036854775807 >= 1 "repl-ping-slave-period must be 1 or greater"
repl-timeout int live 60 1..9223372036854775807 >= 1 "repl-timeout must be 1 or greater"
repl-backlog-size memory live 1048576 >= 1 "repl-backlog-size must be 1 or greater."
repl-backlog-ttl int live 3600 >= 0 "repl-backlog-ttl can't be negative "
maxclients int live 10000 1..4294967295 >= 1 "Invalid max clients limit"
watchdog-period int live 0
slave-priority int live 100
min-slaves-to-write int live 0 >= 0 "Invalid value for min-slaves-to-write."
min-slaves-max-lag int live 10 >= 0 "Invalid value for min-slaves-max-lag."
hz int live 10
cluster-node-timeout int live 15000 >= 1 "cluster node timeout must be 1 or greater"
cluster-migration-barrier int live 1 >= 0 "cluster migration barrier must zero or positive"
cluster-slave-validity-factor int live 10 >= 0 "cluster slave validity factor must be zero or positive"
repl-diskless-sync-delay int live 5 >= 0 "repl-diskless-sync-delay can't be negative"
tcp-keepalive int live 0 >= 0 "Invalid tcp-keepalive value"
cluster-require-full-coverage bool live yes
no-appendfsync-on-rewrite bool live no
slave-serve-stale-data bool live yes
slave-read-only bool live yes
stop-writes-on-bgsave-error bool live yes
daemonize bool immutable no
rdbcompression bool live yes
rdbchecksum bool immutable yes
activerehashing bool live yes
protected-mode bool live yes
repl-disable-tcp-nodelay bool live no
repl-diskless-sync bool live no
aof-rewrite-incremental-fsync bool live yes
aof-load-truncated bool live yes
maxmemory-policy enum live noeviction volatile-lru|volatile-random|volatile-ttl|allkeys-lru|allkeys-random|noeviction >= 0 "Invalid maxmemory policy"
loglevel enum live notice debug|verbose|notice|warning >= 0 "Invalid log level. Must be one of debug, verbose, notice, warning"
supervised enum immutable no upstart|systemd|auto|no >= 0 "Invalid option for 'supervised'. Allowed values: 'upstart', 'systemd', 'auto', or 'no'"
appendfsync enum live everysec everysec|always|no >= 0 "argument must be 'no', 'always' or 'everysec'"
syslog-facility enum immutable local0 user|local0|local1|local2|local3|local4|local5|local6|local7 >= 0 "Invalid log facility. Must be one of USER or between LOCAL0-LOCAL7"
appendonly bool live no
dir special live ""
save special live ""
client-output-buffer-limit special live "normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60"
unixsocketperm octal immutable 0
slaveof special immutable ""
notify-keyspace-events special live ""
bind special immutable ""
appendfilename string immutable-hidden appendonly.aof
syslog-enabled bool immutable-hidden no
syslog-ident string immutable-hidden redis
cluster-enabled bool immutable-hidden no
cluster-config-file string immutable-hidden nodes.conf
list-max-ziplist-entries string immutable-hidden ""
list-max-ziplist-value string immutable-hidden ""
`;
