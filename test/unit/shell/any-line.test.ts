import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boot, forkWorld, Recording } from '../../../simulator/index.ts';
import { shellLab } from './shell-lab.ts';

const booted = boot(shellLab('built'));

/** Pieces of which people make lines. */
const word = fc.constantFrom(
  ...(
    'ls cd cat rm -r -rf cp mv mkdir echo grep head tail -f sed -i s/a/b/ ps aux -ef kill -9 %1 12001 1000 jobs fg bg ' +
    'nginx -t -s reload stop curl -i -v -b -c jar http://localhost/ http://localhost:8081/login?user=zhang wget tar xzf make ' +
    './src/redis-server ./redis.conf ./src/redis-cli ping set a b monitor /opt/tomcat1/bin/startup.sh bin/shutdown.sh ' +
    '/opt/tomcat2/bin/catalina.sh run /etc/nginx/nginx.conf /opt/tomcat1/logs/catalina.out redis-3.2.1 .. / ~ * *.jar ' +
    '; && || | > >> < & 2>&1 # $x $? $( ) ` " \' \\ x=1 sudo find -name awk netstat lsof pkill redis systemctl status exit'
  ).split(' '),
);
const likely = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const line = fc.oneof(likely, fc.string({ unit: 'binary', maxLength: 60 }));
const deed = fc.oneof(
  { weight: 6, arbitrary: line.map((text) => ({ kind: 'type', line: text }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('SIGINT' as const, 'SIGTSTP' as const, 'SIGQUIT' as const)
      .map((signal) => ({ kind: 'interrupt', signal }) as const),
  },
);

test('whatever is typed, nothing throws, and the same keys give the same screens again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ deed, nth: fc.constantFrom(1, 2), wait: fc.nat(3000) }), { maxLength: 12 }),
      (deeds) => {
        const recording = new Recording(forkWorld(booted));
        for (const { deed, nth, wait } of deeds) {
          recording.act({ ...deed, host: `terminal${nth}` });
          recording.advanceTo(recording.now + wait);
        }
        const again = recording.worldAt(recording.now - 0.5).hosts;
        recording.advanceTo(recording.now);
        for (const name of ['terminal1', 'terminal2']) {
          const [now, replayed] = [recording.world.hosts.get(name), again.get(name)];
          expect(replayed?.kind).toBe(now?.kind);
          if (now?.kind !== 'terminal' || replayed?.kind !== 'terminal') throw new Error('windows stay');
          expect(now.screen.slice(0, replayed.screen.length)).toEqual(replayed.screen);
        }
      },
    ),
    { numRuns: 150 },
  );
});
