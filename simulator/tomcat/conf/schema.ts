import { type Bean, type JavaClass, type Role, setters } from './bean.ts';
import { connectorBean, contextBean, engineBean, hostBean, serverBean, serviceBean } from './containers.ts';

/** What Tomcat's Digester does at an element. */
export interface ElementRule {
  /** `className` may name a class; the parent takes its object as such … */
  role?: Role;
  /** … and this is the class without it. With a role and no default, a class must be named. */
  defaultClass?: string;
  /** The object where no class is named, if `defaultClass` is none of the tables'. */
  bean?: Bean;
  /** Attributes that are left alone here. */
  excluded?: readonly string[];
  /** Only its text matters. */
  text?: true;
  /** The parent refuses a second child with the same value of this attribute. */
  unique?: 'name' | 'path';
  /** Known only up to Tomcat 8.0, or only from 8.5 on. */
  only?: JavaClass['only'];
}

export type Rules = Readonly<Record<string, ElementRule>>;

const anything: ElementRule = { bean: { properties: {}, open: true } };
const text: ElementRule = { text: true };
const named = (role: Role, defaultClass?: string): ElementRule => (defaultClass ? { role, defaultClass } : { role });
const catalina = 'org.apache.catalina.';

/** What may stand under `parent`, each with the parent's path before it. */
const under = (parent: string, rules: Rules): Rules =>
  Object.fromEntries(Object.entries(rules).map(([path, rule]) => [`${parent}/${path}`, rule]));

/** Names bound in JNDI: NamingRuleSet. */
const naming: Rules = {
  Ejb: anything,
  Environment: anything,
  LocalEjb: anything,
  Resource: anything,
  ResourceEnvRef: anything,
  ServiceRef: anything,
  Transaction: anything,
};

/** RealmRuleSet: realms in realms, up to three deep. */
const realms: Rules = {};
for (const path of ['Realm', 'Realm/Realm', 'Realm/Realm/Realm'])
  Object.assign(realms, {
    [path]: named('Realm'),
    [`${path}/CredentialHandler`]: {
      ...named('CredentialHandler', `${catalina}realm.MessageDigestCredentialHandler`),
      only: 'newer',
    },
  });

const insideContext: Rules = {
  InstanceListener: { ...text, only: 'older' },
  Listener: named('LifecycleListener'),
  Loader: named('Loader', `${catalina}loader.WebappLoader`),
  Manager: named('Manager', `${catalina}session.StandardManager`),
  'Manager/Store': named('Store'),
  'Manager/SessionIdGenerator': named('SessionIdGenerator', `${catalina}util.StandardSessionIdGenerator`),
  Parameter: { bean: { properties: setters({ string: 'name value description', boolean: 'override' }) } },
  ...realms,
  Resources: named('Resources', `${catalina}webresources.StandardRoot`),
  'Resources/PreResources': { ...named('ResourceSet'), only: 'newer' },
  'Resources/JarResources': { ...named('ResourceSet'), only: 'newer' },
  'Resources/PostResources': { ...named('ResourceSet'), only: 'newer' },
  ResourceLink: anything,
  Valve: named('Valve'),
  WatchedResource: text,
  WrapperLifecycle: text,
  WrapperListener: text,
  JarScanner: named('JarScanner', 'org.apache.tomcat.util.scan.StandardJarScanner'),
  'JarScanner/JarScanFilter': {
    ...named('JarScanFilter', 'org.apache.tomcat.util.scan.StandardJarScanFilter'),
    only: 'newer',
  },
  CookieProcessor: { ...named('CookieProcessor', 'org.apache.tomcat.util.http.Rfc6265CookieProcessor'), only: 'newer' },
  ...naming,
};

/** conf/context.xml and META-INF/context.xml: ContextRuleSet and NamingRuleSet. */
export const contextRules: Rules = {
  Context: { bean: contextBean, excluded: ['path', 'docBase'] },
  ...under('Context', insideContext),
};

/** ClusterRuleSet; of a cluster only the names are known. */
const cluster: Rules = {
  Cluster: named('Cluster'),
  ...Object.fromEntries(
    [
      'Manager',
      'Manager/SessionIdGenerator',
      'Channel',
      'Channel/Membership',
      'Channel/Membership/LocalMember',
      'Channel/MembershipListener',
      'Channel/Sender',
      'Channel/Sender/Transport',
      'Channel/Receiver',
      'Channel/Interceptor',
      'Channel/Interceptor/LocalMember',
      'Channel/Interceptor/Member',
      'Channel/ChannelListener',
      'Valve',
      'Deployer',
      'Listener',
      'ClusterListener',
    ].map((path) => [`Cluster/${path}`, anything]),
  ),
};

const insideHost: Rules = {
  Alias: text,
  ...cluster,
  Listener: named('LifecycleListener'),
  ...realms,
  Valve: named('Valve'),
  Context: {
    role: 'Container',
    defaultClass: `${catalina}core.StandardContext`,
    bean: contextBean,
    unique: 'path',
  },
  ...under('Context', insideContext),
};

const insideEngine: Rules = {
  ...cluster,
  Listener: named('LifecycleListener'),
  ...realms,
  Valve: named('Valve'),
  Host: { role: 'Container', defaultClass: `${catalina}core.StandardHost`, bean: hostBean, unique: 'name' },
  ...under('Host', insideHost),
};

const insideService: Rules = {
  Listener: named('LifecycleListener'),
  Executor: named('Executor', `${catalina}core.StandardThreadExecutor`),
  Connector: { bean: connectorBean, excluded: ['executor', 'sslImplementationName', 'protocol'] },
  'Connector/Listener': named('LifecycleListener'),
  'Connector/SSLHostConfig': { ...anything, only: 'newer' },
  'Connector/SSLHostConfig/Certificate': { ...anything, only: 'newer' },
  'Connector/SSLHostConfig/OpenSSLConf': { ...anything, only: 'newer' },
  'Connector/SSLHostConfig/OpenSSLConf/OpenSSLConfCmd': { ...anything, only: 'newer' },
  'Connector/UpgradeProtocol': { ...named('UpgradeProtocol'), only: 'newer' },
  Engine: { role: 'Container', defaultClass: `${catalina}core.StandardEngine`, bean: engineBean },
  ...under('Engine', insideEngine),
};

/** conf/server.xml: `Catalina.createStartDigester`. */
export const serverRules: Rules = {
  Server: { role: 'Container', defaultClass: `${catalina}core.StandardServer`, bean: serverBean },
  'Server/GlobalNamingResources': anything,
  ...under('Server/GlobalNamingResources', { ...naming, ResourceLink: anything }),
  'Server/Listener': named('LifecycleListener'),
  'Server/Service': { role: 'Service', defaultClass: `${catalina}core.StandardService`, bean: serviceBean },
  ...under('Server/Service', insideService),
};
