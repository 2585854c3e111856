import { describe, expect, test } from 'vitest';
import { boot } from '../../../simulator/index.ts';
import { peerChart } from '../../../simulator/nginx/balance/peer.ts';
import { masterChart } from '../../../simulator/nginx/master-chart.ts';
import { serverChart } from '../../../simulator/redis/lifecycle.ts';
import { tomcatChart } from '../../../simulator/tomcat/lifecycle.ts';
import type { ChartView } from '../../../site/lab/charts.ts';
import { chartsOf } from '../../../site/lab/engine/charts.ts';
import { drawChart } from '../../../site/lab/page/charts/draw.ts';
import { words as en } from '../../../site/lab/texts/charts/en.ts';
import { words as zhCn } from '../../../site/lab/texts/charts/zh-cn.ts';
import { redisLab } from '../../support/labs.ts';

const world = boot(redisLab());
const views = ['nginx', 'tomcat1', 'redis'].flatMap((host) => chartsOf(world, host));
const viewOf = (wanted: string) => views.find(({ id }) => id === wanted) as ChartView;

/** What the statechart itself says. */
const charts = { tomcat: tomcatChart, redis: serverChart, nginx: masterChart, peer: peerChart };

describe.each(Object.entries(charts))('the chart of %s', (id, chart) => {
  const drawn = drawChart(viewOf(id), (state) => state);

  test('shows every state of the simulator’s own chart, and none besides', () => {
    expect(drawn.boxes.map(({ state }) => state).sort()).toEqual(Object.keys(chart.states).sort());
  });

  test('shows every transition, and none besides', () => {
    const transitions = Object.values(chart.root.states).flatMap((node) =>
      [...node.transitions.values()]
        .flat()
        .map(({ eventType, target }) => `${node.key} ${eventType} ${target?.[0]?.key ?? node.key}`),
    );
    const shown = drawn.arrows.flatMap(({ from, to, events }) => events.map((event) => `${from} ${event} ${to}`));
    expect(shown.sort()).toEqual(transitions.sort());
  });

  test('keeps boxes apart, and words off them and off each other', () => {
    const boxes = drawn.boxes.map(({ x, y, width, height, state }) => ({ x, y, width, height, name: state }));
    const labels = drawn.arrows.map(({ label, events }) => ({ ...label, height: 11, name: events.join('/') }));
    const all = [...boxes, ...labels];
    const overlapping = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2)
        .map((b) => `${a.name} × ${b.name}`),
    );
    expect(overlapping).toEqual([]);
    for (const { x, width } of all) expect(x - width / 2).toBeGreaterThanOrEqual(0);
  });

  test('has words for every state and every event in both languages', () => {
    const events = new Set(Object.values(chart.root.states).flatMap((node) => [...node.transitions.keys()]));
    for (const words of [en, zhCn]) {
      expect(Object.keys(words.states[id as keyof typeof charts]).sort()).toEqual(Object.keys(chart.states).sort());
      expect(Object.keys(words.events[id as keyof typeof charts]).sort()).toEqual([...events].sort());
    }
  });
});

test('who is in which state is what the world says', () => {
  expect(viewOf('tomcat').subjects).toEqual([{ name: 'tomcat1', state: 'running' }]);
  expect(viewOf('redis').subjects).toEqual([{ name: 'redis', state: 'running' }]);
  expect(viewOf('nginx').subjects).toEqual([{ name: 'nginx', state: 'running' }]);
  expect(viewOf('peer').subjects).toEqual([
    { name: '127.0.0.1:8080', state: 'up' },
    { name: '127.0.0.1:8081', state: 'up' },
  ]);
});
