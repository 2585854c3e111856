import { describe, expect, test } from 'vitest';
import { Keyboard, shellLab } from './shell-lab.ts';

describe('nginx', () => {
  test('is checked, reloaded, and says what is wrong with the full path', () => {
    const keys = new Keyboard();
    expect(keys.type('nginx -t')).toEqual([
      'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok',
      'nginx: configuration file /etc/nginx/nginx.conf test is successful',
    ]);
    expect(keys.type('nginx -s reload && echo ok')).toEqual(['ok']);
    keys.type("sed -i 's/ip_hash;/ip_hush;/' /etc/nginx/nginx.conf");
    expect(keys.type('nginx -t || nginx -s reload || echo $?')).toEqual([
      'nginx: [emerg] unknown directive "ip_hush" in /etc/nginx/nginx.conf:4',
      'nginx: configuration file /etc/nginx/nginx.conf test failed',
      'nginx: [emerg] unknown directive "ip_hush" in /etc/nginx/nginx.conf:4',
      '1',
    ]);
    expect(keys.type('nginx -s foo')).toEqual(['nginx: invalid option: "-s foo"']);
  });

  test('a second one finds the port taken, and the first goes on', () => {
    const keys = new Keyboard();
    expect(keys.type('nginx')).toEqual([
      ...Array<string>(5).fill('nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)'),
      'nginx: [emerg] still could not bind()',
    ]);
    expect(keys.type('curl -s -o /dev/null -w "%{http_code}" http://localhost/whoami', { wait: 10 })).toEqual(['200']);
  });

  test('a worker that is killed is replaced by its master', () => {
    const keys = new Keyboard();
    const [worker] = keys.type('pgrep -f "worker process"');
    keys.type(`kill -9 ${worker}`);
    const [other] = keys.type('pgrep -f "worker process"');
    expect(other).toMatch(/^\d+$/);
    expect(other).not.toBe(worker);
    expect(keys.type('tail -1 /var/log/nginx/error.log')[0]).toContain(
      `[alert] 1000#1000: worker process ${worker} exited on signal 9`,
    );
    keys.type('kill -9 $(pgrep -f "master process")');
    expect(keys.type('pgrep nginx; nginx -s reload')).toEqual([
      'nginx: [alert] kill(1000, 1) failed (3: No such process)',
    ]);
  });

  test('its log can be followed from a second window', () => {
    const keys = new Keyboard();
    keys.type('tail -f /var/log/nginx/access.log | grep -v favicon', { nth: 2 });
    keys.type('curl -s http://localhost/whoami', { wait: 10 });
    expect(keys.news(2)).toEqual([
      expect.stringMatching(/^127\.0\.0\.1 .*"GET \/whoami HTTP\/1\.1" 200 .*"curl\/7\.88\.1"$/),
    ]);
    expect(keys.press('SIGINT', { nth: 2 })).toEqual(['^C']);
    expect(keys.prompt(2)).toBe('root@ubuntu:/jinhetech# ');
  });
});

describe('Tomcat', () => {
  test('is stopped and started by its scripts, which do not wait for it', () => {
    const keys = new Keyboard();
    keys.type('cd /opt/tomcat1/bin');
    const using = [
      'Using CATALINA_BASE:   /opt/tomcat1',
      'Using CATALINA_HOME:   /opt/tomcat1',
      'Using CATALINA_TMPDIR: /opt/tomcat1/temp',
      'Using JRE_HOME:        /usr/lib/jvm/java-17-openjdk-amd64',
      'Using CLASSPATH:       /opt/tomcat1/bin/bootstrap.jar:/opt/tomcat1/bin/tomcat-juli.jar',
    ];
    expect(keys.type('./shutdown.sh', { wait: 2000 })).toEqual(using);
    expect(keys.type('curl http://localhost:8080/whoami')).toEqual([
      "curl: (7) Failed to connect to localhost port 8080 after 0 ms: Couldn't connect to server",
    ]);
    expect(keys.type('./shutdown.sh').slice(5)).toContain('java.net.ConnectException: Connection refused');
    expect(keys.type('./startup.sh')).toEqual([...using, 'Tomcat started.']);
    expect(keys.type('tail -1 ../logs/catalina.out', { wait: 5000 })).not.toContain('Server startup');
    expect(keys.type('tail -1 ../logs/catalina.out')).toEqual([expect.stringContaining('Server startup in')]);
    expect(keys.type('startup.sh')).toEqual(['bash: startup.sh: command not found']);
  });

  test('kill -9 ends it without a word, and bash says so where it had the window', () => {
    const keys = new Keyboard();
    keys.type('/opt/tomcat1/bin/shutdown.sh', { wait: 2000 });
    keys.type('/opt/tomcat1/bin/catalina.sh run', { wait: 6000 });
    expect(keys.prompt()).toBe('');
    expect(keys.type("kill -9 $(jps | grep Bootstrap | awk '{print $1}' | tail -1)", { nth: 2, wait: 10 })).toEqual([]);
    expect(keys.news()).toContain('Killed');
    expect(keys.type('jps', { nth: 2 })).toHaveLength(2);
    expect(keys.type('kill -9 4711', { nth: 2 })).toEqual(['bash: kill: (4711) - No such process']);
  });

  test('catalina.sh run keeps the window and prints the log there until Ctrl-C', () => {
    const keys = new Keyboard();
    keys.type('/opt/tomcat1/bin/shutdown.sh', { wait: 2000 });
    expect(keys.type('/opt/tomcat1/bin/catalina.sh run', { wait: 6000 }).at(-1)).toMatch(
      /^INFO: Server startup in \d+ ms$/,
    );
    expect(keys.type('echo later')).toEqual(['<window-occupied>']);
    expect(keys.press('SIGINT', { wait: 2000 })[0]).toBe('^C');
    expect(keys.prompt()).toBe('root@ubuntu:/jinhetech# ');
    expect(keys.type('echo $?')).toEqual(['130']);
  });
});

describe('curl', () => {
  test('keeps a login in a cookie file', () => {
    const keys = new Keyboard();
    expect(keys.type('curl -c jar http://localhost:8080/login?user=zhang', { wait: 10 })).toEqual([
      expect.stringMatching(/^logged in user=zhang sid=\w{32} new=true$/),
    ]);
    expect(keys.type('curl -b jar http://localhost:8080/whoami', { wait: 10 })).toEqual([
      expect.stringMatching(/^user=zhang sid=\w{32} new=false$/),
    ]);
    // Cookies know hosts, not ports, and the other Tomcat does not know the session.
    expect(keys.type('curl -b jar http://localhost:8081/whoami', { wait: 10 })[0]).not.toContain('zhang');
  });

  test('shows heads and conversations', () => {
    const keys = new Keyboard();
    expect(keys.type('curl -I localhost:8080/whoami', { wait: 10 })[0]).toBe('HTTP/1.1 200 OK');
    const talk = keys.type('curl -v http://localhost:8080/whoami', { wait: 10 });
    expect(talk.slice(0, 6)).toEqual([
      '*   Trying 127.0.0.1:8080...',
      '* Connected to localhost (127.0.0.1) port 8080 (#0)',
      '> GET /whoami HTTP/1.1',
      '> Host: localhost:8080',
      '> User-Agent: curl/7.88.1',
      '> Accept: */*',
    ]);
    expect(talk.at(-1)).toBe('* Connection #0 to host localhost left intact');
    expect(keys.type('curl http://nosuch.example/')).toEqual(['curl: (6) Could not resolve host: nosuch.example']);
  });
});

test('wget knows the guide’s server and no other', () => {
  const keys = new Keyboard();
  expect(keys.type('wget http://nosuch.example/x.tar.gz').slice(1)).toEqual([
    'Resolving nosuch.example (nosuch.example)... failed: Name or service not known.',
    'wget: unable to resolve host address ‘nosuch.example’',
  ]);
  expect(keys.type('wget http://download.redis.io/releases/redis-9.tar.gz', { wait: 1000 }).at(-2)).toMatch(
    /ERROR 404: Not Found\.$/,
  );
  expect(keys.type('tar xzf redis-3.2.1.tar.gz')[0]).toBe(
    'tar (child): redis-3.2.1.tar.gz: Cannot open: No such file or directory',
  );
  expect(keys.type('make')).toEqual(['make: *** No targets specified and no makefile found.  Stop.']);
});

test('what is not there answers in bash’s words', () => {
  const keys = new Keyboard();
  expect(keys.type('redis-server')).toEqual(['bash: redis-server: command not found']);
  expect(keys.type('./src/redis-server ./redis.conf')).toEqual(['bash: ./src/redis-server: No such file or directory']);
  expect(keys.type('/etc/nginx')).toEqual(['bash: /etc/nginx: Is a directory']);
  expect(keys.type('/etc/nginx/nginx.conf')).toEqual(['bash: /etc/nginx/nginx.conf: Permission denied']);
  expect(keys.type('systemctl restart nginx')).toEqual([
    'Failed to restart nginx.service: Unit nginx.service not found.',
    '<no-service-manager>',
  ]);
  expect(keys.type('apt-get install redis')).toEqual(['<command-not-modelled>']);
});

test('a program is stopped, goes on in the background, and ends', () => {
  const keys = new Keyboard();
  keys.type('sleep 5');
  expect(keys.press('SIGTSTP')).toEqual(['^Z', '[1]+  Stopped                 sleep 5']);
  expect(keys.type('bg')).toEqual(['[1]+ sleep 5 &']);
  expect(keys.type('jobs')).toEqual(['[1]+  Running                 sleep 5 &']);
  keys.wait(6000);
  expect(keys.type('')).toEqual(['[1]+  Done                    sleep 5']);
  expect(keys.type('sleep 100 &')).toEqual([expect.stringMatching(/^\[1\] \d+$/)]);
  expect(keys.type('kill %1')).toEqual(['[1]+  Terminated              sleep 100']);
});

test('a worker that finishes what it has says so in the table of processes', () => {
  const keys = new Keyboard();
  keys.recording.act({ kind: 'visit', host: 'A', visit: { path: '/sleep?ms=5000' } });
  keys.wait(100);
  keys.type('nginx -s reload', { wait: 100 });
  expect(keys.type("ps aux | grep 'shutting down'")).toEqual([
    expect.stringMatching(/nginx: worker process is shutting down$/),
    ...[],
  ]);
  keys.wait(5000);
  expect(keys.type("pgrep -f 'is shutting down' || echo done")).toEqual(['done']);
});

test('a closed window reads no more', () => {
  const keys = new Keyboard(shellLab());
  keys.type('exit');
  expect(keys.window().mode).toBe('closed');
  expect(keys.type('pwd')).toEqual([]);
  expect(keys.type('pwd', { nth: 2 })).toEqual(['/jinhetech']);
});

test('a command that the Redis of the lab does not have is explained, not printed', () => {
  const keys = new Keyboard(shellLab('running'));
  const cli = (line: string) => keys.type(`redis-3.2.1/src/redis-cli ${line}`, { wait: 10 });
  expect(cli('set k v')).toEqual(['OK']);
  expect(cli('dump k')).toEqual(['<redis-command-not-modelled>']);
  expect(cli('dump k > out; cat out')).toEqual(['<redis-command-not-modelled>']);
  expect(cli('nosuch k')).toEqual(["(error) ERR unknown command 'nosuch'"]);
});
