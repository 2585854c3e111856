import { expect, test } from 'vitest';
import { nginxConf } from '../../../simulator/nginx/conf/language.ts';
import { redisConf } from '../../../simulator/redis/conf/language.ts';
import { tomcatXml } from '../../../simulator/tomcat/conf/language.ts';
import { fatesOf } from '../../../site/editor/fates.ts';

const told = (fates: ReturnType<typeof fatesOf>) => ({
  simulated: fates.simulated,
  withoutEffect: fates.withoutEffect.map(({ line, values }) => `${line} ${values['name']}`),
  refused: fates.refused.map(({ line, code }) => `${line} ${code}`),
});

test('nginx.conf: each directive is simulated, without effect here, or refused; nothing in a silent block counts', () => {
  const conf = `events {
}
mail {
    server_name mail.example;
}
http {
    gzip on;
    no_such_thing on;
    upstream app {
        server 10.0.0.5:8080;
        server localhost:99999;
    }
    server {
        listen 80;
        location / { proxy_pass http://app; }
    }
    split_clients $remote_addr $variant { * one; }
}
`;
  expect(told(fatesOf(nginxConf, { 'nginx.conf': conf }, 'nginx.conf'))).toEqual({
    // events, http, upstream, one server, server, listen, location, proxy_pass
    simulated: 8,
    withoutEffect: ['7 gzip', '17 split_clients'],
    refused: ['3 nginx.unknown-directive', '8 nginx.unknown-directive', '11 nginx.upstream-address'],
  });
});

test('an included file is told for itself', () => {
  const files = {
    'nginx.conf': 'events {}\nhttp { include conf.d/*.conf; }\n',
    'conf.d/app.conf': 'server {\n    listen 80;\n    autoindex on;\n}\n',
  };
  expect(told(fatesOf(nginxConf, files, 'conf.d/app.conf'))).toEqual({
    simulated: 2,
    withoutEffect: ['3 autoindex'],
    refused: [],
  });
});

test('redis.conf', () => {
  const files = { 'redis.conf': 'bind 127.0.0.1\nslowlog-max-len 128\nno-such-thing yes\nport 6379\n' };
  expect(told(fatesOf(redisConf, files, 'redis.conf'))).toEqual({
    simulated: 2,
    withoutEffect: ['2 slowlog-max-len'],
    refused: ['3 redis.bad-directive'],
  });
});

test('context.xml: an attribute without effect leaves its element simulated', () => {
  const files = {
    'conf/context.xml': `<Context reloadable="true">
  <Loader delegate="true"/>
  <Manager className="org.apache.catalina.session.PersistentManager"><Store className="org.apache.catalina.session.FileStore"/></Manager>
</Context>
`,
  };
  expect(told(fatesOf(tomcatXml, files, 'conf/context.xml'))).toEqual({
    simulated: 3,
    withoutEffect: ['1 reloadable', '2 Loader'],
    refused: [],
  });
});

test('a name of /etc/hosts is known to the editor as it is to the lab', () => {
  const conf = 'events {}\nhttp { upstream app { server app1:8080; } }\n';
  expect(fatesOf(nginxConf, { 'nginx.conf': conf }, 'nginx.conf').refused).toHaveLength(1);
  const files = { 'nginx.conf': conf, '/etc/hosts': '10.0.0.5 app1 App2 # the first\n' };
  expect(fatesOf(nginxConf, files, 'nginx.conf').refused).toEqual([]);
});
