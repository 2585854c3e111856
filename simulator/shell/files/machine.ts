import type { DiskFile, Host, ShellFile } from '../../engine/world.ts';
import { jars } from '../programs/wget.ts';
import { objects, programs, unpacked } from './redis-tarball.ts';
import { folderOf } from './tree.ts';

const folders =
  '/bin /boot /dev /etc /etc/nginx /home /jinhetech /opt /proc /run /sbin /srv /sys /tmp /usr ' +
  '/usr/bin /usr/local /usr/local/bin /usr/local/src /usr/sbin /usr/share/nginx/html /var/log/nginx /var/run /var/www';

const texts: Readonly<Record<string, string>> = {
  '/etc/hosts': '127.0.0.1\tlocalhost\n127.0.1.1\tubuntu\n\n::1\tlocalhost ip6-localhost ip6-loopback\n',
  '/etc/hostname': 'ubuntu\n',
  '/proc/sys/net/core/somaxconn': '128\n',
  '/proc/sys/vm/overcommit_memory': '0\n',
  '/sys/kernel/mm/transparent_hugepage/enabled': '[always] madvise never\n',
};

/** What a Tomcat brings besides its conf: scripts, jars (name and size in kB), empty folders. */
const scripts = ['catalina.sh', 'shutdown.sh', 'startup.sh', 'version.sh', 'configtest.sh'];
const tomcatJars =
  'annotations-api catalina-ant catalina-ha catalina-tribes catalina ecj el-api jasper-el jasper jsp-api servlet-api tomcat-api tomcat-coyote tomcat-dbcp tomcat-i18n-es tomcat-jdbc tomcat-util';
const others = [
  'LICENSE',
  'NOTICE',
  'RELEASE-NOTES',
  'RUNNING.txt',
  'conf/catalina.policy',
  'conf/catalina.properties',
  'conf/logging.properties',
  'conf/tomcat-users.xml',
  'bin/bootstrap.jar',
  'bin/tomcat-juli.jar',
  'bin/setclasspath.sh',
];

const HOME = '/root';
const DOWNLOADS = `${HOME}/Downloads`;

const opaque = (size: number, is = ''): ShellFile => ({ kind: 'opaque', size, is });

/** The disk of the servers' machine as a learner finds it; `redisBuilt`: the guide's `make` is done. */
export function machineFiles(hosts: readonly Host[], redisBuilt: boolean): Map<string, DiskFile> {
  const files = new Map<string, DiskFile>([...folders.split(' '), DOWNLOADS].map((path) => [path, { kind: 'folder' }]));
  for (const [path, text] of Object.entries(texts)) files.set(path, text);
  for (const name of ['access', 'error']) files.set(`/var/log/nginx/${name}.log`, { kind: 'log', lines: [] });
  for (const [name, size] of Object.entries(jars)) files.set(`${DOWNLOADS}/${name}`, opaque(size));
  for (const host of hosts) {
    const folder = folderOf(host);
    if (host.kind === 'tomcat' && folder !== undefined) addTomcat(files, folder);
    if (host.kind === 'redis' && folder !== undefined && redisBuilt) addRedis(files, folder, host.version);
  }
  return files;
}

function addTomcat(files: Map<string, DiskFile>, folder: string): void {
  for (const path of ['', '/bin', '/conf', '/lib', '/logs', '/temp', '/webapps', '/work'])
    files.set(`${folder}${path}`, { kind: 'folder' });
  for (const name of scripts) files.set(`${folder}/bin/${name}`, opaque(2_000, 'tomcat-script'));
  for (const name of tomcatJars.split(' ')) files.set(`${folder}/lib/${name}.jar`, opaque(150_000));
  for (const name of others) files.set(`${folder}/${name}`, opaque(7_000));
}

function addRedis(files: Map<string, DiskFile>, folder: string, version: string): void {
  const archive = unpacked(`archive redis-${version}`);
  files.set(folder, { kind: 'folder' });
  for (const [path, file] of archive?.files ?? []) files.set(`${folder}/${path}`, file);
  for (const name of programs) files.set(`${folder}/src/${name}`, opaque(5_000_000, name));
  for (const name of objects) files.set(`${folder}/src/${name}.o`, opaque(90_000));
}
