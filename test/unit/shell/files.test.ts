import { expect, test } from 'vitest';
import { Keyboard } from './shell-lab.ts';

test('folders are made, entered and left', () => {
  const keys = new Keyboard();
  expect(keys.type('mkdir a && cd a && pwd')).toEqual(['/jinhetech/a']);
  expect(keys.prompt()).toBe('root@ubuntu:/jinhetech/a# ');
  expect(keys.type('cd nowhere')).toEqual(['bash: cd: nowhere: No such file or directory']);
  expect(keys.type('cd; pwd; cd -')).toEqual(['/root', '/jinhetech/a']);
  expect(keys.type('mkdir b/c')).toEqual(['mkdir: cannot create directory ‘b/c’: No such file or directory']);
  expect(keys.type('mkdir -p b/c; mkdir b')).toEqual(['mkdir: cannot create directory ‘b’: File exists']);
  expect(keys.type('rmdir b; rm b; rm -r b; ls')).toEqual([
    "rmdir: failed to remove 'b': Directory not empty",
    "rm: cannot remove 'b': Is a directory",
  ]);
});

test('texts are written, appended, copied, moved and read', () => {
  const keys = new Keyboard();
  keys.type('echo one > x; echo two >> x; cp x y; mv y z');
  expect(keys.type('cat x z')).toEqual(['one', 'two', 'one', 'two']);
  expect(keys.type('ls')).toEqual(['x  z']);
  expect(keys.type('cat y')).toEqual(['cat: y: No such file or directory']);
  expect(keys.type('head -n 1 x; tail -1 z; wc -l x; grep -n w x')).toEqual(['one', 'two', '2 x', '2:two']);
  expect(keys.type("sed -i 's/o/0/g' x; cat x | sort -r")).toEqual(['tw0', '0ne']);
  expect(keys.type("sed 's/0/o/; s|t|T|' x")).toEqual(['one', 'Two']);
  expect(keys.type('sed -e s/0/o/ -e /tw/s/w/W/ x')).toEqual(['one', 'tWo']);
  expect(keys.type('cp x nowhere/')).toEqual(["cp: cannot create regular file 'nowhere/': Not a directory"]);
});

test('what a shell writes into a host’s folder is the host’s file', () => {
  const keys = new Keyboard();
  keys.type('echo events {} > /etc/nginx/nginx.conf');
  expect(keys.file('nginx', 'nginx.conf')).toBe('events {}\n');
  expect(keys.type('echo "# end" >> /etc/nginx/nginx.conf; tail -n 1 /etc/nginx/nginx.conf')).toEqual(['# end']);
  keys.type('rm /etc/nginx/mime.types');
  expect(keys.file('nginx', 'mime.types')).toBeUndefined();
});

test('the three jars are copied into the lib folder of a Tomcat', () => {
  const keys = new Keyboard();
  keys.type('cd ~/Downloads; cp *.jar /opt/tomcat1/lib/');
  for (const jar of ['commons-pool2-2.2', 'jedis-2.5.2', 'tomcat-redis-session-manager-2.0.0'])
    expect(keys.file('tomcat1', `lib/${jar}.jar`)).toBeDefined();
  expect(keys.file('tomcat2', 'lib/jedis-2.5.2.jar')).toBeUndefined();
  keys.type('rm -f /opt/tomcat1/lib/jedis*.jar');
  expect(keys.file('tomcat1', 'lib/jedis-2.5.2.jar')).toBeUndefined();
});

test('ls in columns, as the guide shows the unpacked folder', () => {
  const keys = new Keyboard();
  keys.type('wget -q http://download.redis.io/releases/redis-3.2.1.tar.gz', { wait: 2000 });
  keys.type('tar xzf redis-3.2.1.tar.gz');
  expect(keys.type('ls redis-3.2.1')).toEqual([
    '00-RELEASENOTES  CONTRIBUTING  deps     Makefile   README.md   runtest          runtest-sentinel  src    utils',
    'BUGS             COPYING       INSTALL  MANIFESTO  redis.conf  runtest-cluster  sentinel.conf     tests',
  ]);
  expect(keys.type('ls nowhere')).toEqual(["ls: cannot access 'nowhere': No such file or directory"]);
});

test('a moved folder of Redis is still the folder of the lab’s Redis', () => {
  const keys = new Keyboard();
  keys.type('wget -q http://download.redis.io/releases/redis-3.2.1.tar.gz', { wait: 2000 });
  keys.type('tar xzf redis-3.2.1.tar.gz && mv redis-3.2.1 /usr/local/redis && cd /usr/local/redis');
  expect(keys.type('head -1 redis.conf')).toEqual(['bind 127.0.0.1']);
  keys.type('sed -i s/^bind/#bind/ redis.conf');
  expect(keys.file('redis', 'redis.conf')).toMatch(/^#bind 127\.0\.0\.1\n/);
});

test('what could be matched in too many ways is told, and not tried', () => {
  const keys = new Keyboard();
  const name = 'a'.repeat(60);
  keys.type(`cd ~; touch ${name}; echo ${'a'.repeat(5000)} > f; echo axb > g`);
  expect(keys.type("grep 'a*a*a*a*b' f")).toEqual(['<syntax-not-modelled>']);
  expect(keys.type("sed 's/a*a*a*a*b/c/' f")).toEqual(['<syntax-not-modelled>']);
  expect(keys.type("awk '/a*a*a*a*b/{print $1}' f")).toEqual(['<syntax-not-modelled>']);
  expect(keys.type("grep 'a*a*a*x*b' g")).toEqual(['axb']);
  expect(keys.type(`find . -name '${'*a'.repeat(30)}b'`)).toEqual([]);
  expect(keys.type(`find . -name '${'*a'.repeat(30)}*'`)).toEqual([`./${name}`]);
});
