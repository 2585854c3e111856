import { redisLab, visitors } from '../../../lessons/lab.ts';
import { given } from '../../../scripts/session-lab/options.ts';
import { isLink } from '../../../scripts/session-lab/run/opened.ts';
import { readScript } from '../../../scripts/session-lab/run/script.ts';
import { readLink } from '../../../simulator/index.ts';
import { computedIn, planIn, wordsIn } from '../../../simulator/lab/link/json.ts';
import { trafficIn } from '../../../simulator/lab/link/traffic-json.ts';
import { linkIn } from '../../../site/lab/share/file.ts';
import { unpacked } from '../../../site/lab/share/pack.ts';
import { packed, unpacked as unpackedState } from '../../../site/lms/pack.ts';
import type { TextTarget } from '../target.ts';

const lab = redisLab([visitors.A, visitors.B]);
const baseOf = (id: string) => (id === 'ip-hash' ? lab : undefined);

const whole = 'v=1&lab=ip-hash&';
const links = [
  `${whole}a=V:A/whoami@0.5,K:tomcat1@900&end=1000&at=0&h=abc`,
  `${whole}seed=7&tomcats=tomcat1/10.1.60,t2/7.0.69&redis=7.0.15&visitors=A/203.0.113.1`,
  `${whole}f=nginx/nginx.conf:events%20%7B%7D&s=tomcat1/conf/context.xml`,
  `${whole}windows=2/built&localhost=127.0.0.1,%3A%3A1&addresses=none`,
  `${whole}a=E:nginx/nginx.conf=x@1,T:terminal1/ls@2,J:C/10.0.0.1@3,C:A/nginx@4,R:redis/%5B%22PING%22%5D@5`,
];
const linkWords = [
  '&a=',
  '&f=',
  '&s=',
  '@1',
  ',',
  ':',
  '/',
  '%',
  '%u',
  '%ud83d',
  ';',
  '=',
  '&v=1',
  '&lab=',
  '&end=',
  'V:A',
  'K:nginx',
  'E:',
  '&at=',
  '+0:',
  '$',
];

const jsons = [
  '{"reply":{"type":"bulk","text":"a"},"changes":[["k",{"type":"zset","value":[["m","Infinity"]]}]]}',
  '{"visits":[{"path":"/","method":"GET"}],"next":0,"pause":10}',
  '["SET","a","1"]',
  '{"seed":1,"crowds":[{"name":"a","size":10,"from":{"kind":"nat","address":"1.2.3.4"},"cookies":true}],"script":{"every":1,"spread":0,"jitter":0,"think":0,"pages":["/"],"login":"once"}}',
];
const jsonWords = [
  '{"',
  '":',
  '[',
  ']',
  'null',
  '1e400',
  '"type":',
  '"array"',
  '"items":[',
  '"changes":[',
  '"Infinity"',
  '"crowds":[{',
  '"kind":"subnet"',
  '"net":',
];

const beginning = 'events {} http { upstream backserver { server localhost:8080; } }';
const states = [
  await packed({ link: `${whole}f=nginx/nginx.conf:events%20%7B%7D`, attempts: 3 }, beginning),
  await packed({ link: '', attempts: 0 }, beginning),
];

const script =
  '0 A /login?user=zhang\n+1s kill -9 tomcat1\n2.5s start tomcat1\n3s cut nginx tomcat1\n4s save nginx/nginx.conf new.conf\n# x\n';

export const linkTargets: readonly TextTarget[] = [
  {
    name: 'link',
    what: 'a shared link, unpacked: who is there, files, actions',
    good: links,
    words: linkWords,
    longest: 160,
    refuses: 1_000_000,
    take: (text) => readLink(text.startsWith('v=') ? text : whole + text, baseOf),
  },
  {
    name: 'link-json',
    what: 'JSON within a link: replies of Redis, plans, commands, traffic',
    good: jsons,
    words: jsonWords,
    longest: 250,
    take(text) {
      for (const read of [computedIn, planIn, wordsIn, trafficIn]) read(text);
    },
  },
  {
    name: 'link-packed',
    what: 'a compressed link (a stream of the browser unpacks it), and a link in a file',
    good: [`${whole}z=S0zKL0pVSCtKTVGoVgYA`, '{"session-lab":["v=1","lab=ip-hash"]}'],
    words: ['&z=', 'z=', 'S0zK', '-_', '=', '"session-lab":', '[', '"'],
    refuses: 500_000,
    async take(text) {
      await unpacked(text);
      await linkIn(new Blob([text]));
    },
  },
  {
    name: 'lms-state',
    what: 'what a learning platform has kept of a learner',
    good: states,
    words: [...(states[0]?.slice(0, 12) ?? ''), '1', '+', '/', '=='],
    longest: 120,
    refuses: 200_000,
    take: (text) => unpackedState(text, beginning),
  },
  {
    name: 'command-line',
    what: 'a script of `session-lab run`, and the words behind `session-lab`',
    good: [script, 'run --seed 1 --json -- a', 'https://course.example/en/#v=1&lab=x'],
    words: ['+1s ', '1m2s ', 'kill -9 ', 'cut ', 'save ', 'A /', '--seed=', '--', '\n', 'tomcat1', '#v=1'],
    take(text) {
      readScript(text, lab, () => undefined);
      given(text.split(' '), { seed: 'value', json: 'flag' });
      isLink(text);
    },
  },
];
