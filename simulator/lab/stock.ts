import { RELEASE_NOTES, releaseNotes } from '../tomcat/conf/release.ts';
import type { TomcatVersion } from './lab.ts';
import { shippedConf } from './shipped-redis-conf.ts';

/** `conf/server.xml` as a fresh Tomcat brings it, comments left out, with the ports of the guide's several Tomcats. */
export function serverXml(version: TomcatVersion, ports: { http: number; shutdown: number; ajp: number }): string {
  const ajp =
    version === '7.0.69' ? `    <Connector port="${ports.ajp}" protocol="AJP/1.3" redirectPort="8443" />\n` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<Server port="${ports.shutdown}" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Connector port="${ports.http}" protocol="HTTP/1.1"
               connectionTimeout="20000"
               redirectPort="8443" />
${ajp}    <Engine name="Catalina" defaultHost="localhost">
      <Host name="localhost" appBase="webapps"
            unpackWARs="true" autoDeploy="true">
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs"
               prefix="localhost_access_log" suffix=".txt"
               pattern="%h %l %u %t &quot;%r&quot; %s %b" />
      </Host>
    </Engine>
  </Service>
</Server>
`;
}

/** `conf/context.xml` as a fresh Tomcat brings it. */
export const contextXml = `<?xml version="1.0" encoding="UTF-8"?>
<Context>
    <WatchedResource>WEB-INF/web.xml</WatchedResource>
</Context>
`;

/** The one setting of the stock `conf/web.xml` that matters to sessions: 30 minutes. */
export const webXml = `<?xml version="1.0" encoding="UTF-8"?>
<web-app>
    <session-config>
        <session-timeout>30</session-timeout>
    </session-config>
</web-app>
`;

/** A short `mime.types`, for `include`. */
const mimeTypes = `types {
    text/html                 html htm;
    text/css                  css;
    application/javascript    js;
    image/png                 png;
}
`;

/** The parameters that people hand to FastCGI, for `include`. */
const fastcgiParams = `fastcgi_param  QUERY_STRING       $query_string;
fastcgi_param  REQUEST_METHOD     $request_method;
fastcgi_param  SCRIPT_NAME        $fastcgi_script_name;
fastcgi_param  REQUEST_URI        $request_uri;
`;

/** nginx's folder around a given `nginx.conf`. */
export const nginxFiles = (conf: string): Record<string, string> => ({
  'nginx.conf': conf,
  'mime.types': mimeTypes,
  fastcgi_params: fastcgiParams,
});

/** A Tomcat's `conf` folder, and the file that tells its version. */
export const tomcatFiles = (
  version: TomcatVersion,
  ports: { http: number; shutdown: number; ajp: number },
): Record<string, string> => ({
  'conf/server.xml': serverXml(version, ports),
  'conf/context.xml': contextXml,
  'conf/web.xml': webXml,
  [RELEASE_NOTES]: releaseNotes(version),
});

/** Where the parts of the shipped redis.conf begin, by their first line (counted from 1). */
const partsOfRedisConf: readonly [line: number, title: string][] = [
  [1, 'Network'],
  [128, 'General'],
  [202, 'Saving to disk'],
  [265, 'Replication'],
  [451, 'Security'],
  [483, 'Limits'],
  [564, 'Append only file'],
  [678, 'Scripts'],
  [692, 'Cluster'],
  [806, 'Watching'],
  [884, 'Inner workings'],
];

/** `redis.conf` with every directive that 3.2.1 ships, switched off ones included, and without the pages of comments between. */
export const redisConf: string = shippedConf
  .split('\n')
  .flatMap((line, index) => {
    const part = partsOfRedisConf.find(([first]) => first === index + 1);
    const heading = part ? [...(index === 0 ? [] : ['']), `#### ${part[1]}`] : [];
    return line === '#' || line === '' ? heading : [...heading, line];
  })
  .concat('')
  .join('\n');
