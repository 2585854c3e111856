/** The file that tells a machine the addresses of names. Among nginx's files it is the one that nginx's names are looked up in. */
export const HOSTS_FILE = '/etc/hosts';

/** What an /etc/hosts says: names in lower case, each with its addresses in the order of their lines (`hosts(5)`). */
export function hostsIn(text: string): Record<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/s, '').split(/\s+/).filter(Boolean);
    for (const name of names.map((one) => one.toLowerCase())) {
      const addresses = hosts.get(name);
      if (addresses) addresses.push(address);
      else hosts.set(name, [address]);
    }
  }
  return Object.fromEntries(hosts);
}
