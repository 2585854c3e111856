import { proxyTo } from '../../../lessons/lab.ts';
import { contextXml, type Lab, nginxFiles } from '../../../simulator/index.ts';
import { labOf, type Machines, upstreamOf } from '../machines.ts';

/** A set-up to begin from. Its name and its sentence are in the playground's texts. */
export type PresetId = keyof typeof presets;

const two: Machines = {
  tomcats: ['10.1.60', '10.1.60'],
  redis: undefined,
  visitors: 2,
  terminals: false,
  webapps: [],
  severalFiles: false,
};
const [first, second, third] = ['localhost:8080', 'localhost:8081', 'localhost:8082'];

/** The machines with an nginx.conf of its own. */
function withUpstream(machines: Machines, servers: readonly string[], lines: readonly string[] = [], before = ''): Lab {
  return {
    ...labOf(machines),
    nginx: { files: nginxFiles(proxyTo('backserver', before + upstreamOf(servers, lines))) },
  };
}

/** Every Tomcat with the same context.xml. */
const withContext = (lab: Lab, context: string): Lab => ({
  ...lab,
  tomcats: lab.tomcats.map((one) => ({ ...one, files: { ...one.files, 'conf/context.xml': context } })),
});

const storeContext = contextXml.replace(
  '</Context>',
  `    <Valve className="org.apache.catalina.valves.PersistentValve" />
    <Manager className="org.apache.catalina.session.PersistentManager">
        <Store className="org.apache.catalina.session.FileStore" directory="/shared/sessions" />
    </Manager>
</Context>`,
);

/** What nginx 1.22.1 has not, said where people look for it. */
const byCookie = '    # The sticky directive came to open source nginx with 1.29.6; this is 1.22.1.\n';

export const presets = {
  'one-tomcat': () => labOf({ ...two, tomcats: ['10.1.60'], visitors: 1 }),
  'round-robin': () => labOf(two),
  'ip-hash': () => withUpstream({ ...two, visitors: 3 }, [first, second], ['ip_hash']),
  redis: () =>
    withUpstream(
      { ...two, tomcats: ['7.0.69', '7.0.69'], redis: '3.2.1', terminals: true },
      [first, second],
      ['ip_hash'],
    ),
  'file-store': () => withContext(labOf(two), storeContext),
  'least-conn': () =>
    withUpstream(
      { ...two, tomcats: ['10.1.60', '10.1.60', '10.1.60'], visitors: 3 },
      [`${first} weight=3`, second, third],
      ['least_conn'],
    ),
  'backup-down': () =>
    withUpstream({ ...two, tomcats: ['10.1.60', '10.1.60', '10.1.60'] }, [first, `${second} down`, `${third} backup`]),
  'hash-cookie': () => withUpstream(two, [first, second], ['hash $cookie_JSESSIONID consistent'], byCookie),
  mixed: () => labOf({ ...two, tomcats: ['7.0.69', '10.1.60'] }),
  webapps: () => labOf({ ...two, tomcats: ['7.0.69', '10.1.60'], visitors: 1, webapps: ['/shop', '/admin'] }),
} satisfies Record<string, () => Lab>;

export const presetIds = Object.keys(presets) as PresetId[];
