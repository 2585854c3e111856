import type { End } from '../run.ts';
import { readmeEn } from './readme-en.ts';
import type { HomeWords } from './words.ts';

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;

/** Taking a lab home, in English. */
export const en: HomeWords = {
  script: {
    head: `Does to real servers what was done in the lab, at the same times, and compares what comes of it.
Begin with README.en.md.

  sh THIS         all of it
  sh THIS 60      only its first 60 seconds

Each visit is a line; its last three columns are what came of it in the lab:
"?" is not compared (chance decides, or a millisecond), "-" is "none".`,
    library: 'What the replay scripts are made of.',
    visits: 'The visitors. Runs in the container "machine", whose addresses are theirs.',
    columns:
      'ms, then whether the next step waits; visitor, address, cookies, patience in ms; request; as in the lab: status, server, page',
    starting: 'Begins afresh: what earlier runs left in the containers goes.',
    noDocker: 'Docker with Compose is needed (docker compose version).',
    notUp: 'nobody listens at',
    missingJar: 'This jar is missing or empty; README.en.md says where it comes from:',
    differs: 'in the lab:',
    cut: 'A number of seconds is needed.',
    summary: '%d as in the lab, %d not, %d not compared',
    ends: (end) => `The run goes on in the lab; the script ends here, at ${seconds(end.at)}: ${reason(end)}`,
  },
  compose: {
    head: `The lab's machine. nginx, the Tomcats and Redis are containers that share the network of one: "localhost" is
the same place for all of them, as on the lab's one machine, and the files are as they are in the lab.`,
    machine: 'Whose network all share; the visitors live here, with addresses of their own.',
    ports: 'For your own browser.',
    cli: 'For redis-cli while Redis is down.',
  },
  env: `The versions that the lab simulates. The line below a name is another one that will do
where the first can no longer be had.`,
  jars: `Jars in this folder go into Tomcat's lib. README.en.md says which are needed, and where they come from.
`,
  readme: readmeEn,
};

/** Why a script cannot go on. */
export function reason(end: End): string {
  if (end.why === 'too-many') return `it makes ${end.count} visits at most.`;
  return {
    typed: `typed in a shell of the lab's machine, which the containers do not have: ${end.told}`,
    link: `a network that is cut, slow or loses packets is not replayed: ${end.told}`,
    slow: `a slow processor is not replayed: ${end.told}`,
    java: `a Java source was changed, which takes an image to be built again: ${end.told}`,
    jar: `a jar was added: ${end.told}`,
  }[end.what];
}
