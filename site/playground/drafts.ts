import type { Lab } from '../../simulator/index.ts';
import type { EditedFiles } from '../lab/protocol.ts';

/** The lab as it would begin with what its learner has written in the meantime. */
export function withDrafts(lab: Lab, draft: EditedFiles): Lab {
  const { nginx, redis, ...tomcats } = draft;
  const next: Lab = {
    ...lab,
    nginx: { files: { ...lab.nginx.files, ...nginx } },
    tomcats: lab.tomcats.map((one) => ({ ...one, files: { ...one.files, ...tomcats[one.name] } })),
  };
  const { 'src/version.h': _, ...ofRedis } = redis ?? {};
  if (lab.redis) next.redis = { ...lab.redis, files: { ...lab.redis.files, ...ofRedis } };
  return next;
}
