/**
 * The directives that change what the lab's Redis does or says. All others are read and checked as Redis does, and
 * then change nothing here.
 */
export const EFFECTIVE: ReadonlySet<string> = new Set(
  `include rename-command user
always-show-logo appenddirname appendfilename appendonly bind daemonize databases dbfilename dir enable-debug-command
enable-protected-configs logfile loglevel maxclients maxmemory maxmemory-policy notify-keyspace-events pidfile port
protected-mode requirepass save stop-writes-on-bgsave-error supervised tcp-backlog timeout`.split(/\s+/),
);
