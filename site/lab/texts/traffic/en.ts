import type { TrafficWords } from './words.ts';

const visitors = (count: number) => `${count} visitor${count === 1 ? '' : 's'}`;

export const words: TrafficWords = {
  crowd: {
    title: ({ size }) => visitors(size),
    from: ({ from: { names, more }, proxied }) =>
      `${proxied ? 'proxy ' : ''}${names.join(', ')}${more > 0 ? ` and ${more} more networks` : ''}`,
    noCookies: 'Their browsers refuse cookies.',
    in: 'logged in',
    lost: 'login lost',
    none: 'no login',
    waiting: 'waiting',
    picture: ({ size, in: known, lost, none, waiting }) =>
      `A mark for each of ${size} visitors: ${known} logged in, ${lost} lost their login, ${none} have none; ${waiting} are waiting. The table below says the same.`,
    number: 'No.',
    show: 'Show',
    hide: 'Close',
    table: 'All of them as a table',
    visitor: 'Visitor',
    login: 'Login',
    logins: { none: 'none', in: 'logged in', lost: 'lost' },
    waits: 'yes',
  },
  about: 'Let visitors come and click by themselves, then watch which server gets what, and whose login is lost.',
  presets: {
    label: 'Ready-made traffic',
    names: {
      everybody: 'Just us, now and then',
      bell: 'The bell rings',
      nat: 'A class behind one router',
      subnet: 'A class in one /24',
      spread: 'A class from everywhere',
      'no-cookies': 'A class without cookies',
    },
    hints: {
      everybody: 'Only the lab’s own visitors, each in his own time',
      bell: 'All of them within half a second, then a pause',
      nat: '120 visitors; nginx sees one address',
      subnet: '120 visitors with an address each; the first three numbers are the same',
      spread: '120 visitors, each in a network of his own',
      'no-cookies': 'Browsers that keep no JSESSIONID',
    },
  },
  own: 'Settings of your own',
  start: 'Start',
  stop: 'Stop',
  stopped: 'Nobody clicks by himself.',
  running: (rate) => `Running: about ${rate.toFixed(1)} requests a second.`,
  who: {
    label: 'Who comes',
    size: 'Visitors who come',
    own: (count) => `They come beside the lab’s own ${count}.`,
    from: 'Where from',
    origins: {
      nat: 'all behind one router (NAT)',
      subnet: 'all in one network (/24)',
      spread: 'from everywhere',
      proxy: 'through a proxy',
    },
    explained: {
      nat: 'nginx sees one address for all of them, so to ip_hash they are one visitor.',
      subnet: 'Everybody has an address, but ip_hash looks at the first three numbers only: again one visitor.',
      spread: 'Each in a /24 of his own: ip_hash can tell them apart.',
      proxy:
        'nginx sees the proxy’s address; each one’s own stands in X-Forwarded-For, for nginx to use if set_real_ip_from and real_ip_header say so.',
    },
    address: 'The address that nginx sees',
    net: 'The network',
    cookies: 'Their browsers accept cookies',
  },
  ours: {
    label: 'Who is here already',
    cookies: (name) => `${name}’s browser accepts cookies`,
    explained:
      'A browser that refuses them keeps no JSESSIONID: every request comes without an id, and a login is forgotten at once.',
  },
  what: {
    label: 'What everybody does',
    rhythm: 'Rhythm',
    rhythms: { steady: 'now and then', burst: 'in bursts', busy: 'without a rest', together: 'all at once' },
    every: 'A round every',
    spread: 'Begun within',
    think: 'Between two pages',
    jitter: 'Late by up to',
    pages: 'Pages of a round',
    login: 'Logs in',
    logins: { never: 'never', once: 'once, at the beginning', 'each-round': 'at the beginning of every round' },
    seconds: 's',
  },
  counts: {
    label: 'What came of it',
    until: (ms) => `so far, at ${(ms / 1000).toFixed(0)} s`,
    none: 'No requests yet.',
    requests: 'Requests',
    lost: 'Logins lost',
    errors: 'Errors',
    median: 'Half within',
    p95: '95 % within',
    waiting: 'Unanswered',
    share: 'Share',
    server: 'Server',
    pages: 'Pages',
    ms: (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`),
    chart: (seconds) =>
      `Pages by each server over ${seconds} seconds; a cross marks logins lost, a box errors. The table below says the same.`,
    second: 'Seconds',
    table: 'The chart as a table',
  },
  ahead: {
    label: 'Computed ahead',
    about:
      'Plays this run on from the moment on the screen, out of sight and at full speed: with the files that the servers run, their faults and the visitors’ logins. The lab itself stays where it is.',
    begin: (minutes) => `If this goes on for ${minutes} minutes`,
    working: 'Playing ahead',
    cancel: 'Cancel',
    cancelled: 'Cancelled.',
    failed: 'This could not be played ahead:',
    found: ({ from, until, visitors, rate, begun }) =>
      `From ${seconds(from)} s to ${seconds(until)} s of the lab’s time: ${visitors === 1 ? '1 visitor' : `${visitors} visitors`}, about ${rate.toFixed(1)} requests a second${begun ? ', as if you had just pressed Start' : ''}.`,
    chart: (minutes) =>
      `Pages by each server over the ${minutes} minutes played ahead; a cross marks logins lost, a box errors. The table below says the same.`,
  },
};

const seconds = (ms: number) => (ms / 1000).toFixed(0);
