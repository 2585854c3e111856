// The guide from top to bottom, typed as it is written there.
import { expect, test } from 'vitest';
import { redisConf } from '../../../simulator/index.ts';
import { Keyboard, shellLab } from './shell-lab.ts';

const prompt = 'root@ubuntu:/jinhetech/redis-3.2.1# ';

/** The guide's snippet, as it is pasted into context.xml. */
const snippet = `    <Valve className="com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve" />        
    <Manager className="com.orangefunction.tomcat.redissessions.RedisSessionManager" 
        host="localhost"       
        port="6379"                 
        password="123456"            
        database="0"                 
        maxInactiveInterval="60" />
`;

/** Downloads, unpacks and compiles. */
function installed(): Keyboard {
  const lab = shellLab();
  const keys = new Keyboard({ ...lab, redis: { version: '3.2.1', files: { 'redis.conf': redisConf } } });
  expect(keys.type('$ wget http://download.redis.io/releases/redis-3.2.1.tar.gz', { wait: 3000 }).at(-2)).toMatch(
    / - ‘redis-3\.2\.1\.tar\.gz’ saved \[\d+\/\d+\]$/,
  );
  expect(keys.type('$ tar xzf redis-3.2.1.tar.gz')).toEqual([]);
  expect(keys.type('$ cd redis-3.2.1')).toEqual([]);
  expect(keys.type('./src/redis-server ./redis.conf')).toEqual(['bash: ./src/redis-server: No such file or directory']);
  const made = keys.type('$ make', { wait: 6000 });
  expect(made.slice(0, 2)).toEqual(['cd src && make all', "make[1]: Entering directory '/jinhetech/redis-3.2.1/src'"]);
  expect(made.slice(-4)).toEqual([
    '',
    "Hint: It's a good idea to run 'make test' ;)",
    '',
    "make[1]: Leaving directory '/jinhetech/redis-3.2.1/src'",
  ]);
  return keys;
}

test('install and start Redis', () => {
  const keys = installed();
  expect(keys.prompt()).toBe(prompt);
  expect(keys.type('root@ubuntu:/jinhetech/redis-3.2.1# ls')).toHaveLength(2);
  const screen = keys.type('root@ubuntu:/jinhetech/redis-3.2.1# ./src/redis-server ./redis.conf', { wait: 1000 });
  expect(screen).toContainEqual(expect.stringContaining('Redis 3.2.1 (00000000/0) 64 bit'));
  expect(screen.at(-1)).toMatch(
    /^\d+:M \d\d \w{3} [\d:.]+ \* The server is now ready to accept connections on port 6379$/,
  );
  expect(keys.prompt()).toBe('');

  // The window is taken; go on in another one.
  expect(keys.type('ls')).toEqual(['<window-occupied>']);
  keys.type('cd /jinhetech/redis-3.2.1', { nth: 2 });
  expect(keys.type('./src/redis-cli', { nth: 2, wait: 10 })).toEqual([]);
  expect(keys.prompt(2)).toBe('127.0.0.1:6379> ');
  expect(keys.type('config set requirepass 123456', { nth: 2, wait: 10 })).toEqual(['OK']);
  expect(keys.type('config get requirepass', { nth: 2, wait: 10 })).toEqual([
    '(error) NOAUTH Authentication required.',
  ]);
  expect(keys.type('//此时你想要获取密码的时候回提示你先登录', { nth: 2 })).toEqual(['<guide-comment>']);
  expect(keys.type('auth 123456', { nth: 2, wait: 10 })).toEqual(['OK']);
  expect(keys.type('config get requirepass', { nth: 2, wait: 10 })).toEqual(['1) "requirepass"', '2) "123456"']);

  // Ctrl-C is SIGINT, and a password that was only set by command is gone after a restart.
  const end = keys.press('SIGINT', { wait: 1000 });
  expect(end[0]).toBe('^C');
  expect(end[1]).toMatch(/Received SIGINT scheduling shutdown\.\.\.$/);
  expect(end).toContainEqual(expect.stringMatching(/# Redis is now ready to exit, bye bye\.\.\.$/));
  keys.type('./src/redis-server ./redis.conf', { wait: 1000 });
  expect(keys.type('config get requirepass', { nth: 2, wait: 10 })).toContain('2) ""');
});

test('configure Redis, put the sessions of Tomcat into it, lose a Tomcat and stay logged in', () => {
  const keys = installed();
  keys.type("sed -i -e 's/^bind 127.0.0.1/# bind 127.0.0.1/' redis.conf");
  keys.type("sed -i 's/^protected-mode yes/protected-mode no/' redis.conf");
  keys.type("sed -i 's/^# requirepass foobared/requirepass 123456/' redis.conf");
  keys.type("sed -i 's/^daemonize no/daemonize yes/' redis.conf");
  expect(keys.type('./src/redis-server ./redis.conf', { wait: 1000 })).toEqual([]);
  expect(keys.prompt()).toBe(prompt);
  expect(keys.type('./src/redis-cli ping', { wait: 10 })).toEqual(['(error) NOAUTH Authentication required.']);
  expect(keys.type('./src/redis-cli -a 123456 ping', { wait: 10 })).toEqual(['PONG']);

  for (const tomcat of ['tomcat1', 'tomcat2']) {
    keys.type(`cp ~/Downloads/*.jar /opt/${tomcat}/lib/`);
    const file = 'conf/context.xml';
    const text = keys.file(tomcat, file)?.replace('</Context>', `${snippet}</Context>`) ?? '';
    keys.recording.act({ kind: 'edit', host: tomcat, file, text });
    keys.type(`/opt/${tomcat}/bin/shutdown.sh`, { wait: 3000 });
    keys.type(`/opt/${tomcat}/bin/startup.sh`, { wait: 6000 });
  }
  keys.news();
  const [login = ''] = keys.type('curl -s -c jar http://localhost/login?user=zhang', { wait: 5000 });
  expect(login).toMatch(/^logged in user=zhang sid=\w+ new=true$/);
  const [, id = ''] = /sid=(\w+)/.exec(login) ?? [];
  expect(keys.type("./src/redis-cli -a 123456 keys '*'", { wait: 10 })).toEqual([`1) "${id}"`]);

  const serving = () =>
    keys.type("curl -s -b jar -o /dev/null -w '%{http_code}' http://localhost/whoami", { wait: 5000 });
  expect(serving()).toEqual(['200']);
  const logged = keys.type('tail -1 /opt/tomcat1/logs/localhost_access_log.2026-09-22.txt').join();
  const served = logged.includes('/whoami') ? 'tomcat1' : 'tomcat2';
  expect(keys.type(`kill -9 $(ps -ef | grep ${served} | grep -v grep | awk '{print $2}')`, { wait: 10 })).toEqual([]);
  expect(keys.type('curl -s -b jar http://localhost/whoami', { wait: 5000 })).toEqual([
    `user=zhang sid=${id} new=false`,
  ]);
});
