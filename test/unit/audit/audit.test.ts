import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judged } from '../../../scripts/audit/judge.ts';
import { shippedPaths } from '../../../scripts/audit/shipped.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));

describe('what reaches readers', () => {
  const lock = read('package-lock.json').packages;
  const shipped = shippedPaths(lock, Object.keys(read('package.json').dependencies));

  test('is installed, with all it needs, wherever npm put that', () => {
    expect([...shipped].filter((path) => !(path in lock))).toEqual([]);
    for (const name of ['monaco-editor', 'svelte', 'lib0', 'ioredis', 'astro'])
      expect(shipped).toContain(`node_modules/${name}`);
  });

  test('is not what only builds and tests', () => {
    for (const name of ['vite', 'vitest', 'knip', '@playwright/test', 'lighthouse', 'typescript'])
      expect(shipped).not.toContain(`node_modules/${name}`);
  });

  test('is found from inside out', () => {
    const nested = {
      'node_modules/yjs': { dependencies: { lib: '1' } },
      'node_modules/yjs/node_modules/lib': {},
      'node_modules/lib': {},
    };
    expect(shippedPaths(nested, [])).toContain('node_modules/yjs/node_modules/lib');
    expect(shippedPaths(nested, [])).not.toContain('node_modules/lib');
  });
});

describe('an answer of npm audit', () => {
  const advisory = (severity: string) => ({ title: 'Runs what it should not', url: 'https://example.org/1', severity });
  const answer = (...found: object[]) =>
    JSON.stringify({ vulnerabilities: Object.fromEntries(found.map((one, at) => [at, one])) });
  const shipped = new Set(['node_modules/shown']);

  test('counts where it is grave and reaches readers', () => {
    const told = judged(
      answer(
        {
          name: 'shown',
          severity: 'high',
          via: [advisory('high'), advisory('moderate')],
          nodes: ['node_modules/shown'],
        },
        { name: 'tool', severity: 'critical', via: [advisory('critical')], nodes: ['node_modules/tool'] },
        { name: 'user-of-tool', severity: 'critical', via: ['tool'], nodes: ['node_modules/shown'] },
      ),
      shipped,
    );
    expect(told).toEqual({
      kind: 'asked',
      shipped: ['shown: Runs what it should not (high, https://example.org/1)'],
      others: ['tool: Runs what it should not (critical, https://example.org/1)'],
    });
  });

  test('may be that all is well', () => {
    expect(judged(answer(), shipped)).toEqual({ kind: 'asked', shipped: [], others: [] });
  });

  test('may not come: a registry that refuses, one that is not there, nothing at all', () => {
    expect(judged('{"message":"405 Method Not Allowed","statusCode":405}', shipped)).toEqual({
      kind: 'unasked',
      reason: '405 Method Not Allowed',
    });
    expect(judged('{"error":{"summary":"no network"}}', shipped)).toEqual({ kind: 'unasked', reason: 'no network' });
    for (const nothing of ['', 'npm error', 'null', '[]'])
      expect(judged(nothing, shipped)).toEqual({ kind: 'unasked', reason: 'npm gave no answer' });
  });
});
