import type { End } from '../run.ts';

/** What is known of a bundle when its texts are written. */
export interface About {
  /** The exercise, e.g. `capstone`, or what the page calls its lab. */
  id: string;
  /** The scripts, each with how long it takes in ms, what it does, and why it ends early, if it does. */
  scripts: readonly Script[];
  /** The images, by the name of the variable in `.env`. */
  images: Readonly<Record<string, string>>;
  /** The services that keep the learner's files: `nginx`, `redis`, `tomcat1` … */
  services: readonly string[];
  /** Jars that the user has to bring, e.g. `tomcat1/lib/jedis-2.5.2.jar`. */
  jars: readonly string[];
  /** Whether a webapp's Tomcat speaks `javax` or `jakarta`. */
  webapps: readonly string[];
  /** What the containers do not have as the lab has it. */
  differences: readonly Difference[];
}

export interface Script {
  file: string;
  lasts: number;
  visits: number;
  asserted: number;
  faults: number;
  end: End | undefined;
}

/** Something of these files that is not in the containers as it is in the lab. */
export type Difference = 'workers' | 'daemon' | 'redis-daemon' | 'ipv6' | 'stripped-web-xml' | 'terminal' | 'tomcat-7';

/** All that a bundle says in one language. */
export interface HomeWords {
  /** Comments and messages of the scripts. */
  script: {
    head: string;
    library: string;
    visits: string;
    columns: string;
    starting: string;
    noDocker: string;
    notUp: string;
    missingJar: string;
    differs: string;
    cut: string;
    summary: string;
    ends(end: End): string;
  };
  compose: { head: string; machine: string; ports: string; cli: string };
  env: string;
  jars: string;
  readme(about: About): string;
}
