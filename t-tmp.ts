import { exerciseOf, filesOf, exerciseIds } from '/tmp/lab/takehome/lessons/folders.ts';
import { withFiles } from '/tmp/lab/takehome/simulator/index.ts';
import { rehearsed } from '/tmp/lab/takehome/site/take-home/rehearse.ts';
for (const id of process.argv[2] ? [process.argv[2]] : exerciseIds) {
  const ex = await exerciseOf(id);
  const lab = withFiles({ ...ex.lab, ...ex.graded }, filesOf(id, 'solution'));
  for (const c of ex.checks) {
    if (c.kind !== 'run') continue;
    const plan = typeof c.plan === 'function' ? c.plan(lab) : c.plan;
    const t = performance.now();
    const r = await rehearsed(lab, { id: c.id, plan, until: c.until });
    const v = r.steps.filter((s) => s.kind === 'visit');
    console.log(id, c.id, `steps ${r.steps.length} visits ${v.length}`, 'unasserted', v.filter((s) => s.expected.status === undefined || (s.expected.status===200 && s.expected.page === undefined)).length, JSON.stringify(r.end), Math.round(performance.now() - t) + 'ms');
    if (process.argv[2]) for (const s of r.steps) console.log(JSON.stringify(s).slice(0, 300));
    if (process.argv[2]) { console.log(r.listens); break; }
  }
}
