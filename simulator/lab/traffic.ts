import type { Traffic } from '../client/crowd.ts';
import type { Planned } from '../engine/world.ts';
import { server } from './build.ts';

/** What makes it the traffic of a lab. */
export const trafficAction = (traffic: Traffic): Extract<Planned['action'], { kind: 'traffic' }> => ({
  kind: 'traffic',
  traffic,
  site: { name: server.site, server: `${server.address}:80` },
});

/** The plan of a run in which that traffic begins at `at` (virtual ms). */
export const trafficPlan = (traffic: Traffic, at: number): Planned[] => [{ at, action: trafficAction(traffic) }];
