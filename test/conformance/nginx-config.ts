import { decode } from '../../simulator/core/utf8.ts';
import { CONF_PREFIX, debian } from '../../simulator/nginx/conf/environment.ts';
import { shippedFiles } from '../../simulator/nginx/conf/shipped.ts';
import { testConfig } from '../../simulator/nginx/conf/test-config.ts';
import { type Case, differencesOf, type Suite } from './suite.ts';

/** One configuration through `nginx -t` of nginx 1.22.1. */
export interface ConfigCase extends Case {
  config?: string;
  /** The same for a file that is not UTF-8. */
  config_b64?: string;
  files?: Record<string, string>;
  ok: boolean;
  rc: number;
  stderr: string[];
}

/** /etc/hosts of the machine that was recorded. */
const MACHINE = debian({
  localhost: ['127.0.0.1'],
  tomcat1: ['127.0.1.1'],
  tomcat2: ['127.0.1.2'],
  tomcat3: ['127.0.1.3'],
  dual: ['127.0.2.1', '127.0.2.2'],
});

/** `nginx -t` agrees when it succeeds or fails alike and prints the same lines. */
export const nginxConfig: Suite<ConfigCase> = {
  name: 'nginx-config',
  file: 'nginx/config-cases.jsonl',
  programs: () => ['nginx 1.22.1'],
  floor: 99,
  group: ({ group }) => group ?? '',
  compare: (recorded) => {
    const text = recorded.config ?? decode(Buffer.from(recorded.config_b64 ?? '', 'base64'));
    const files = { ...shippedFiles, ...recorded.files, 'nginx.conf': text };
    const { ok, stderr: printed } = testConfig(files, 'nginx.conf', MACHINE);
    // The recordings leave the folder's name out, wherever it stands.
    const stderr = printed.map((line) => line.replaceAll(CONF_PREFIX, ''));
    return {
      differences: [...differencesOf('ok', recorded.ok, ok), ...differencesOf('stderr', recorded.stderr, stderr)],
    };
  },
  known: {},
};

/** Configurations made by chance, of those in which the simulator once said something else than nginx. */
export const nginxConfigFuzz: Suite<ConfigCase> = {
  ...nginxConfig,
  name: 'nginx-config-fuzz',
  file: 'nginx/fuzz.jsonl',
  floor: 100,
};
