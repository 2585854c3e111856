/** What the directives of redis.conf do: those that the lab acts on, and those that the guide's readers meet. */
export const directives = {
  'always-show-logo': 'Draws the logo even where nobody sees it, as 3.2.1 always does.',
  appenddirname: 'The folder in which 7.0 keeps the parts of the append only file.',
  appendfilename: 'The name of the append only file, inside `dir`.',
  appendfsync:
    'How soon what is appended reaches the disk: always, once a second, or when the system likes. A power cut loses the rest.',
  appendonly:
    'Writes every change into a file as well, so that a crash loses next to nothing. Switched on here, only that file is read at the next start: what is in dump.rdb alone is gone.',
  bind: 'The addresses of its own machine on which Redis listens; without it, every one. It does not say who may connect: `bind 127.0.0.1` shuts out other machines because they cannot reach that address.',
  'client-output-buffer-limit': 'How much may wait to be sent to one client before it is cut off.',
  daemonize:
    'yes: redis-server goes to the background and gives the terminal back. From then on it prints nothing, errors neither, unless logfile names a file.',
  databases: 'How many numbered databases there are; SELECT changes between them.',
  dbfilename: 'The name of the snapshot file, inside `dir`.',
  dir: 'Where dump.rdb lies. `./` is the folder from which redis-server was started: started elsewhere, it finds no data.',
  'enable-debug-command': 'Whether DEBUG may be used: no, by all, or from this machine only.',
  'enable-protected-configs': 'Whether CONFIG SET may change `dir` and `dbfilename`.',
  hz: 'How often a second Redis looks after its own work, such as keys whose time is up.',
  include: 'Reads another file at this place. Later lines win, so put it where it may be overruled.',
  logfile: 'Where the log goes; empty: to the terminal, and for a daemon nowhere.',
  loglevel: 'How much is logged: debug, verbose, notice or warning.',
  'lua-time-limit': 'After how many milliseconds a script counts as stuck.',
  masterauth: 'The password with which a replica logs in to its master.',
  maxclients: 'How many connections are accepted at once; one more is told so and closed. `ulimit -n` may lower it.',
  maxmemory:
    'How much memory the data may take; 0: no limit. Above it keys are evicted by maxmemory-policy, or writes are refused: a login then fails to be stored.',
  'maxmemory-policy':
    'Which keys go when memory is full. The volatile ones take only keys that expire, and those are the sessions.',
  'maxmemory-samples': 'How many keys are compared to find the one to evict.',
  'notify-keyspace-events': 'Which changes of keys are published to subscribers, one letter for each kind.',
  pidfile: 'Where the number of the process is written.',
  port: 'The TCP port on which Redis listens; 0: none.',
  'protected-mode':
    'yes: without a password, Redis turns away whoever does not come from 127.0.0.1. In 3.2.1 any bind line switches this off as well; in 7.0 only a password or `no` does.',
  rdbchecksum: 'Ends the snapshot with a checksum, and checks it when it is loaded.',
  rdbcompression: 'Compresses long strings in the snapshot.',
  'rename-command': 'Gives a command another name, or with "" takes it away.',
  replicaof: 'Makes this server a copy of another: host and port. Once called slaveof.',
  requirepass:
    'The password that every client has to give with AUTH before anything else. Whoever keeps sessions here needs the same one in context.xml.',
  save: 'Writes the snapshot when so many keys changed within so many seconds; several lines add up, `save ""` forgets them. In 3.2.1 a file without any save line saves nothing at all.',
  slaveof: 'Makes this server a copy of another: host and port. Called replicaof since 5.0.',
  'slowlog-log-slower-than': 'Commands that take longer, in microseconds, are remembered for SLOWLOG.',
  'stop-writes-on-bgsave-error':
    'yes: when the last snapshot could not be written, Redis refuses to change anything, so that somebody notices.',
  supervised: 'Whether upstart or systemd watches over it.',
  'tcp-backlog':
    'How many new connections may wait. The kernel has a limit of its own, somaxconn, which Redis warns of.',
  'tcp-keepalive': 'After how many seconds of silence a connection is probed; 0: never.',
  timeout:
    'After how many idle seconds a client is cut off; 0: never. A pool of connections then finds dead ones in it.',
  unixsocket: 'A socket file on which it listens besides the port.',
  user: 'A user of the access control lists, and what he may do.',
} as const;
