import { type Lab, nginxFiles, tomcatFiles } from '../../simulator/index.ts';

/** The guide's own `upstream` block. */
const guideUpstream = `upstream backserver {
ip_hash;
server localhost:8080;
server localhost:8081;
}`;

/** A whole nginx.conf around an upstream block called `backserver`. */
const nginxConf = (upstream: string) => `events {}
http {
    ${upstream}
    server {
        listen 80;
        location / {
            proxy_pass http://backserver;
        }
    }
}
`;

/** The guide's first setup: nginx in front of two Tomcats on one machine, with visitors of different /24s. */
export function guideLab(changes: Partial<Lab> & { upstream?: string } = {}): Lab {
  const { upstream = guideUpstream, ...rest } = changes;
  return {
    seed: 1,
    nginx: { files: nginxFiles(nginxConf(upstream)) },
    tomcats: [
      { name: 'tomcat1', version: '10.1.60', files: tomcatFiles('10.1.60', { http: 8080, shutdown: 8005, ajp: 8009 }) },
      { name: 'tomcat2', version: '10.1.60', files: tomcatFiles('10.1.60', { http: 8081, shutdown: 8006, ajp: 8010 }) },
    ],
    visitors: [
      { name: 'A', address: '203.0.113.7', cookies: true },
      { name: 'B', address: '198.51.100.20', cookies: true },
    ],
    localhost: ['127.0.0.1'],
    ...rest,
  };
}

/** The guide's second setup: both Tomcats keep their sessions in one Redis. */
export function redisLab(changes: Partial<Lab> = {}): Lab {
  const files = (ports: { http: number; shutdown: number; ajp: number }) => ({
    ...tomcatFiles('7.0.69', ports),
    ...redisManagerFiles,
  });
  return {
    ...guideLab(changes),
    redis: { version: '3.2.1', files: { 'redis.conf': 'bind 127.0.0.1\n' } },
    tomcats: [
      { name: 'tomcat1', version: '7.0.69', files: files({ http: 8080, shutdown: 8005, ajp: 8009 }) },
      { name: 'tomcat2', version: '7.0.69', files: files({ http: 8081, shutdown: 8006, ajp: 8010 }) },
    ],
    ...changes,
  };
}

/** What the guide adds to a Tomcat for it: three jars, a Valve and a Manager. */
export const redisManagerFiles: Readonly<Record<string, string>> = {
  'lib/tomcat-redis-session-manager-2.0.0.jar': '',
  'lib/jedis-2.5.2.jar': '',
  'lib/commons-pool2-2.2.jar': '',
  'conf/context.xml': `<Context>
    <Valve className="com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve" />
    <Manager className="com.orangefunction.tomcat.redissessions.RedisSessionManager" host="localhost" port="6379" />
</Context>
`,
};
