/** The machine on which `nginx -t` runs: all that the outcome depends on besides the files. */
export interface Environment {
  /** What a host name resolves to, in getaddrinfo's order; names are compared without case. */
  resolve(name: string): readonly string[] | undefined;
  users: readonly string[];
  groups: readonly string[];
  /** Directories in which nginx may create files, without a slash at the end. */
  directories: readonly string[];
  /** Files outside nginx's own folder that exist, e.g. a certificate. */
  exists(path: string): boolean;
  /** Whether a socket may be bound to this IP. */
  localAddress(ip: string): boolean;
}

/** Debian's build: where relative paths of logs and roots begin. */
const PREFIX = '/usr/share/nginx/';
/** Where the configuration lies; messages name its files relative to it, as the lab does. */
export const CONF_PREFIX = '/etc/nginx/';

const DIRECTORIES =
  '/ /tmp /run /var/run /var /var/log /var/log/nginx /var/lib /var/lib/nginx /var/cache /var/tmp /var/www /etc ' +
  '/etc/nginx /usr /usr/share /usr/share/nginx /usr/local /home /root /opt /srv /mnt /dev /proc /sys';

/** A fresh Debian machine with nginx and nothing else; `names` is its /etc/hosts. */
export function debian(names: Readonly<Record<string, readonly string[]>>): Environment {
  const hosts = new Map(Object.entries(names).map(([name, addresses]) => [name.toLowerCase(), addresses]));
  return {
    resolve: (name) => hosts.get(name.toLowerCase()),
    users: ['root', 'nobody', 'www-data'],
    groups: ['root', 'nogroup', 'www-data'],
    directories: DIRECTORIES.split(' '),
    exists: (path) => path.startsWith('/dev/'),
    localAddress: (ip) => /^127\.|^0\.0\.0\.0$|^::1?$/.test(ip) || [...hosts.values()].some((ips) => ips.includes(ip)),
  };
}

/** The full path of a name that nginx takes relative to its prefix. */
export function fullPath(name: string): string {
  return name.startsWith('/') ? name : PREFIX + name;
}

/** A name relative to the configuration's folder, as messages show it here. */
export function confName(name: string): string {
  return name.startsWith(CONF_PREFIX) ? name.slice(CONF_PREFIX.length) : name;
}
