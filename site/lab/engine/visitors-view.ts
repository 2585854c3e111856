import { crowdOf, type Host, type HostName } from '../../../simulator/index.ts';
import type { CrowdView, MemberState } from '../crowd-view.ts';
import type { VisitorView } from '../protocol.ts';

type Client = Extract<Host, { kind: 'client' }>;

/** With more visitors than this, the many of a crowd share a card. */
const MOST_CARDS = 8;

/** The card of those of the lab's own visitors for whom there is none. */
const OTHERS = 'others';

/** Networks that a crowd's card names; more are counted. */
const MOST_NETS = 2;

/** Which card each visitor has; a card is called by its visitor, or by its crowd. `picked`: the one of a crowd who has his own. */
export function cardsOf(clients: readonly Client[], picked: HostName | undefined): Map<HostName, string> {
  const cards = groupsOf(clients);
  if (picked !== undefined && cards.has(picked)) cards.set(picked, picked);
  return cards;
}

/** The same as if nobody were picked. */
function groupsOf(clients: readonly Client[]): Map<HostName, string> {
  const few = clients.length <= MOST_CARDS;
  const groups = new Map<HostName, string>();
  let alone = 0;
  for (const { name } of clients) {
    const crowd = few ? undefined : crowdOf(name);
    if (crowd !== undefined) groups.set(name, crowd);
    else groups.set(name, few || alone++ < MOST_CARDS ? name : OTHERS);
  }
  return groups;
}

/** Those who have a card to themselves. */
export const singlesOf = (clients: readonly Client[], cards: ReadonlyMap<HostName, string>): Client[] =>
  clients.filter(({ name }) => cards.get(name) === name);

/** Those who share one, in counts. */
export function crowdsOf(clients: readonly Client[]): CrowdView[] {
  const groups = groupsOf(clients);
  const crowds = new Map<string, Client[]>();
  for (const client of clients) {
    const group = groups.get(client.name) ?? client.name;
    if (group === client.name) continue;
    const crowd = crowds.get(group);
    if (crowd) crowd.push(client);
    else crowds.set(group, [client]);
  }
  return [...crowds].map(([name, members]) => crowdView(name, members));
}

export function visitorView(client: Client): VisitorView {
  const { name, ip, cookies, jar, user, pending, last } = client;
  return { name, ip, cookies, jar, user, login: loginOf(client), waiting: pending.length, last };
}

const loginOf = ({ user, forgotten }: Client): VisitorView['login'] =>
  user !== undefined ? 'in' : forgotten ? 'lost' : 'none';

const letters: Record<VisitorView['login'], [idle: MemberState, waiting: MemberState]> = {
  none: ['n', 'N'],
  in: ['i', 'I'],
  lost: ['l', 'L'],
};

function crowdView(name: string, members: readonly Client[]): CrowdView {
  const counts = { none: 0, in: 0, lost: 0 };
  let waiting = 0;
  let states = '';
  const nets = new Set<string>();
  for (const client of members) {
    const login = loginOf(client);
    counts[login]++;
    if (client.pending.length > 0) waiting++;
    states += letters[login][client.pending.length > 0 ? 1 : 0];
    nets.add(client.proxy ?? client.ip);
  }
  return {
    name,
    size: members.length,
    from: summary([...nets]),
    proxied: members.some(({ proxy }) => proxy !== undefined),
    cookies: members.some(({ cookies }) => cookies),
    ...counts,
    waiting,
    states,
    names: members.map((client) => client.name),
  };
}

/** As nginx sees them: the one address of all, or the /24s that they come from. */
function summary(addresses: readonly string[]): CrowdView['from'] {
  const [only] = addresses;
  if (only !== undefined && addresses.length === 1) return { names: [only], more: 0 };
  const nets = [...new Set(addresses.map((ip) => ip.replace(/\.\d+$/, '.0/24')))];
  return { names: nets.slice(0, MOST_NETS), more: Math.max(0, nets.length - MOST_NETS) };
}

/** Which visitor has an id in his jar. */
export function ownersOf(clients: readonly Client[]): Map<string, HostName> {
  const owners = new Map<string, HostName>();
  for (const { name, jar } of clients) for (const { value } of jar) if (!owners.has(value)) owners.set(value, name);
  return owners;
}
