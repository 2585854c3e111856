import type { Beat, Outcome } from '../beats.ts';
import { login, power, type as typed, visit } from '../lab.ts';

const came = ({ notes }: Outcome, status: number): boolean =>
  notes.some((note) => note.kind === 'answered' && note.status === status);
const forgotten = ({ notes }: Outcome): boolean => notes.some(({ kind }) => kind === 'login-lost');

export default [
  {
    id: 'reports',
    minutes: 2,
    from: 'start',
    plan: [
      login(0, 'A'),
      login(8000, 'B'),
      visit(16_000, 'A', '/sleep?ms=20000'),
      visit(17_000, 'B', '/sleep?ms=20000'),
    ],
    lasts: 20_000,
  },
  {
    id: 'script',
    minutes: 3,
    plan: [
      typed(0, 'bash /etc/nginx/update.sh'),
      ...Array.from({ length: 14 }, (_, second) => visit(1000 + second * 2000, 'A', '/whoami')),
    ],
    lasts: 34_000,
    vote: {
      nothing: (outcome) => !came(outcome, 500) && !came(outcome, 502) && !forgotten(outcome),
      reports: (outcome) => came(outcome, 500) && !came(outcome, 502) && !forgotten(outcome),
      'ten-seconds': (outcome) => came(outcome, 500) && came(outcome, 502) && !forgotten(outcome),
      'logged-out': forgotten,
    },
  },
  {
    id: 'two-workers',
    minutes: 2,
    edits: { nginx: { 'nginx.conf': (text) => text.replace(':8080;', ':8080 down;') } },
    plan: [
      visit(0, 'A', '/sleep?ms=20000'),
      visit(500, 'B', '/sleep?ms=20000'),
      power(4000, 'nginx', 'reload'),
      typed(6000, "pgrep -fa 'worker process'"),
      typed(34_000, "pgrep -fa 'worker process'"),
    ],
    lasts: 36_000,
  },
  { id: 'exercise', minutes: 3, plan: [], lasts: 0 },
] as const satisfies readonly Beat[];
