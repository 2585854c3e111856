import { type Lab, type LabRedis, type LabTomcat, redisSetting } from '../../simulator/index.ts';
import { redisImage, tomcatImages } from './images.ts';
import { comment } from './shell-words.ts';
import type { HomeWords } from './words/words.ts';

/** The port of the user's own machine at which nginx is found. */
export const HOME_PORT = 8000;

/**
 * `compose.yaml`. The lab's servers share one machine, and its files say so (`localhost:8080`, `bind 127.0.0.1`). So the
 * containers share one network namespace, that of `machine`, and every file stays as the learner wrote it.
 */
export function composeYaml(lab: Lab, name: string, ports: readonly string[], { compose }: HomeWords): string {
  const { nginx, tomcats, redis } = lab;
  const stores = [...new Set(tomcats.flatMap(({ files }) => storesOf(files)))];
  return [
    comment(compose.head),
    `name: ${name}`,
    '',
    'services:',
    ...indented(1, [
      ...comment(compose.machine).split('\n'),
      'machine:',
      ...indented(1, [
        'image: ${MACHINE_IMAGE}',
        'user: root',
        'init: true',
        'cap_add: [NET_ADMIN]',
        'entrypoint: ["/bin/sh", "/lab/start.sh"]',
        'volumes:',
        '  - ./machine:/lab:ro',
        '  - ./machine/hosts:/etc/hosts:ro',
        ...(ports.length > 0 ? ['ports:', `  # ${compose.ports}`] : []),
        ...ports.map((port, i) => `  - "${HOME_PORT + i}:${port}"`),
        'healthcheck:',
        '  test: ["CMD", "test", "-e", "/tmp/session-lab/ready"]',
        '  interval: 1s',
        '  retries: 30',
      ]),
      '',
      ...serviceOfNginx(nginx.files),
      ...(redis ? serviceOfRedis(redis, compose.cli) : []),
      ...tomcats.flatMap(serviceOfTomcat),
    ]),
    ...(stores.length > 0 ? ['volumes:', ...stores.map((path) => `  ${volumeOf(path)}:`), ''] : []),
  ].join('\n');
}

const indented = (depth: number, lines: readonly string[]) =>
  lines.map((line) => (line === '' ? '' : `${'  '.repeat(depth)}${line}`));

/** Started when the addresses of the machine are there. */
const onMachine = ['network_mode: service:machine', 'depends_on:', '  machine:', '    condition: service_healthy'];

const hosts = '- ./machine/hosts:/etc/hosts:ro';

function serviceOfNginx(files: Lab['nginx']['files']) {
  return [
    'nginx:',
    ...indented(1, [
      'image: ${NGINX_IMAGE}',
      ...onMachine,
      saysDaemon(files) ? 'entrypoint: ["nginx"]' : 'entrypoint: ["nginx", "-g", "daemon off;"]',
      'command: []',
      'volumes:',
      '  - ./nginx:/etc/nginx',
      `  ${hosts}`,
    ]),
    '',
  ];
}

/** Said twice, nginx would refuse it. */
export const saysDaemon = (files: Lab['nginx']['files']): boolean => /^\s*daemon\s/m.test(files['nginx.conf'] ?? '');

/** A container lives as long as its first process, so Redis stays in the foreground; images of Redis switch its protected mode off. */
function serviceOfRedis(redis: LabRedis, cli: string) {
  const image = `image: \${${redisImage[redis.version]}}`;
  const guarded = redisSetting(redis, 'protected-mode') === 'no' ? 'no' : 'yes';
  return [
    'redis:',
    ...indented(1, [
      image,
      ...onMachine,
      'entrypoint: ["redis-server"]',
      `command: ["/etc/redis/redis.conf", "--daemonize", "no", "--protected-mode", "${guarded}"]`,
      'volumes:',
      '  - ./redis:/etc/redis',
      `  ${hosts}`,
    ]),
    '',
    `# ${cli}`,
    'redis-cli:',
    ...indented(1, [
      image,
      ...onMachine,
      'init: true',
      'entrypoint: ["sleep", "2147483647"]',
      'volumes:',
      `  ${hosts}`,
    ]),
    '',
  ];
}

/** Folders of the machine, outside of any Tomcat, in which Stores keep sessions: those of one path are one folder. */
const storesOf = (files: LabTomcat['files']): string[] => [
  ...new Set(
    [...(files['conf/context.xml'] ?? '').matchAll(/\bdirectory\s*=\s*["'](\/[\w./-]+)["']/g)].map(
      ([, path = '']) => path,
    ),
  ),
];

const volumeOf = (path: string) => `store${path.replace(/[^\w]+/g, '-').replace(/-$/, '')}`;

function serviceOfTomcat({ name, version, files }: LabTomcat) {
  const { tomcat, jdk, servlets } = tomcatImages[version];
  const conf = Object.keys(files).filter((file) => file.startsWith('conf/'));
  return [
    `${name}:`,
    ...indented(1, [
      'build:',
      '  context: .',
      '  dockerfile: tomcat/Dockerfile',
      '  args:',
      `    HOST: ${name}`,
      `    WEBAPP: webapp-${servlets}`,
      `    TOMCAT_IMAGE: \${${tomcat}}`,
      `    JDK_IMAGE: \${${jdk}}`,
      ...onMachine,
      'environment:',
      `  LAB_SERVER: ${name}`,
      'volumes:',
      ...conf.map((file) => `  - ./${name}/${file}:/usr/local/tomcat/${file}`),
      ...storesOf(files).map((path) => `  - ${volumeOf(path)}:${path}`),
      `  ${hosts}`,
    ]),
    '',
  ];
}
