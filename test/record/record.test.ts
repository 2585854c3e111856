import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Recorder } from './recorder.ts';
import { recorders } from './recorders.ts';
import { hindrance } from './sandbox.ts';

/** So many cases of each suite, always the same; none of which hangs on time. */
const SAMPLES: Readonly<Record<string, number>> = {
  'nginx-config': 24,
  'nginx-routing': 4,
  'nginx-forward': 3,
  'redis-conf': 8,
  'redis-replies': 8,
  'tomcat-lifecycle': 2,
  'tomcat-xml': 2,
};

/** A busy machine is no failure: what never ends is. */
const PATIENCE = 600_000;

/** Why the real program is not asked here. */
function whyNot(recorder: Recorder): string | undefined {
  const hindered = hindrance(recorder.programs);
  if (hindered !== undefined) return hindered;
  const here = recorder.version();
  return here === recorder.recordedFrom ? undefined : `${here} is here, ${recorder.recordedFrom} was recorded`;
}

const asked = recorders.map((recorder) => {
  const why = whyNot(recorder);
  return { name: recorder.suite.name, why, how: why === undefined ? 'says what was recorded' : `is not asked: ${why}` };
});

// Each waits for its programs most of the time, and has them to itself.
test.concurrent.each(asked)(
  'the real program of $name $how',
  async ({ name, why }) => {
    const size = SAMPLES[name];
    expect(size).toBeGreaterThan(0);
    if (why !== undefined) return;
    const script = fileURLToPath(new URL('record.ts', import.meta.url));
    const words = [script, name, '--steady', '--sample', String(size)];
    // What it says when it ends with another code than 0 is in the error.
    const { stdout } = await promisify(execFile)(process.execPath, words, { timeout: PATIENCE });
    expect(stdout).toContain(`${name}: ${size} / ${size} as recorded`);
  },
  PATIENCE + 10_000,
);
