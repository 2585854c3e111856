import { own } from '../../core/own.ts';
import type { Lab } from '../lab.ts';
import { escapeName, escapeText } from './escape.ts';
import { filesOf } from './files.ts';
import { type LabLink, LINK_VERSION, type LinkedFiles, type LinkedRun } from './link.ts';
import { actionText, escapePath, visitorText } from './write-action.ts';

/** One field of a link's text; `bulk`: it may be long, and may be compressed with others of its kind. */
export interface LinkField {
  text: string;
  bulk: boolean;
}

/**
 * A link as fields, told in differences from the lab `base`. Joined by `&` they are the link's text, which `readLink` reads:
 *
 *     v=1&lab=failover&f=nginx/nginx.conf:events…&a=V:A/login?user=A@0,K:tomcat1@3000&end=5000&h=k3x9w2
 */
export function linkFields({ base: id, lab, files, run }: LabLink, base: Lab): LinkField[] {
  const start = filesOf(lab);
  return [
    short(`v=${LINK_VERSION}`),
    short(`lab=${escapeName(id)}`),
    ...differences(lab, base).map(short),
    ...changedFiles('s', filesOf(base), start),
    ...changedFiles('f', start, files),
    ...(run
      ? runFields(run, (host, file) => own(own(files, host) ?? {}, file) ?? own(own(start, host) ?? {}, file))
      : []),
  ];
}

const short = (text: string): LinkField => ({ text, bulk: false });

function runFields({ actions, end, at, hash }: LinkedRun, editor: Parameters<typeof actionText>[1]): LinkField[] {
  return [
    ...(actions.length > 0
      ? [{ text: `a=${actions.map((one) => actionText(one, editor)).join(',')}`, bulk: true }]
      : []),
    short(`end=${end}`),
    ...(at === end ? [] : [short(`at=${at}`)]),
    ...(hash === undefined ? [] : [short(`h=${escapeName(hash)}`)]),
  ];
}

/** Who is there, and what else a lab is built from, but for its files. */
const parts: { [Part in keyof Lab]-?: (lab: Lab) => string | undefined } = {
  seed: ({ seed }) => `seed=${seed}`,
  nginx: () => undefined,
  tomcats: ({ tomcats }) =>
    `tomcats=${tomcats.map(({ name, version }) => `${escapeName(name)}/${escapeName(version)}`).join(',')}`,
  redis: ({ redis }) => `redis=${redis ? escapeName(redis.version) : 'none'}`,
  visitors: ({ visitors }) =>
    `visitors=${visitors.map(({ name, address, cookies }) => visitorText({ name, ip: address, cookies })).join(',')}`,
  terminals: ({ terminals }) => `windows=${terminals ? `${terminals.count}/${terminals.redis}` : 'none'}`,
  addresses: ({ addresses }) => `addresses=${addresses?.map(escapeText).join(',') ?? 'none'}`,
  localhost: ({ localhost }) => `localhost=${localhost.map(escapeText).join(',')}`,
};

function differences(lab: Lab, base: Lab): string[] {
  return Object.values(parts).flatMap((part) => {
    const text = part(lab);
    return text === undefined || text === part(base) ? [] : [text];
  });
}

/** Files that are new or have another text; those that are gone have none. */
function changedFiles(key: 's' | 'f', from: LinkedFiles, to: LinkedFiles): LinkField[] {
  return Object.entries(to).flatMap(([host, files]) => {
    const before = own(from, host) ?? {};
    const place = (file: string) => `${key}=${escapeName(host)}/${escapePath(file)}`;
    const gone = key === 's' ? Object.keys(before).filter((file) => own(files, file) === undefined) : [];
    return [
      ...Object.entries(files)
        .filter(([file, text]) => own(before, file) !== text)
        .map(([file, text]) => ({ text: `${place(file)}:${escapeText(text)}`, bulk: true })),
      ...gone.map((file) => short(place(file))),
    ];
  });
}
