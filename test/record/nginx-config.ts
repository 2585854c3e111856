import { shippedFiles } from '../../simulator/nginx/conf/shipped.ts';
import { type ConfigCase, nginxConfig } from '../conformance/nginx-config.ts';
import { differencesOf } from '../conformance/suite.ts';
import { nginxVersion } from './nginx-version.ts';
import type { Recorder, Recording } from './recorder.ts';
import { Machine } from './sandbox.ts';

/** After so many cases the machine is thrown away with the files they left. */
const CASES_PER_MACHINE = 400;

class ConfigRecording implements Recording<ConfigCase> {
  #machine = newMachine();
  #cases = 0;

  async record(given: ConfigCase): Promise<ConfigCase> {
    if (++this.#cases % CASES_PER_MACHINE === 0) {
      this.#machine.close();
      this.#machine = newMachine();
    }
    const machine = this.#machine;
    const own = Object.entries(given.files ?? {});
    for (const [name, text] of own) machine.write(`/etc/nginx/${name}`, text);
    const text = given.config ?? Buffer.from(given.config_b64 ?? '', 'base64');
    machine.write('/etc/nginx/nginx.conf', text);
    const { status, stderr } = machine.run('/usr/sbin/nginx', '-t', '-e', '/var/log/nginx/error.log');
    for (const [name] of own)
      if (name in shippedFiles) machine.write(`/etc/nginx/${name}`, shippedFiles[name] ?? '');
      else machine.remove(`/etc/nginx/${name}`);
    const rc = status ?? -1;
    return { ...given, ok: rc === 0, rc, stderr: linesOf(stderr) };
  }

  async close(): Promise<void> {
    this.#machine.close();
  }
}

function newMachine(): Machine {
  const machine = new Machine(['nginx']);
  for (const [name, text] of Object.entries(shippedFiles)) machine.write(`/etc/nginx/${name}`, text);
  return machine;
}

/** As recordings have it: without the folder's name, bytes that are no text as `\xNN`, without the last end of line. */
function linesOf(stderr: Buffer): string[] {
  const latin = stderr.toString('latin1');
  const text = latin.replace(
    /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g,
    (bytes) => {
      const decoded = Buffer.from(bytes, 'latin1').toString('utf8');
      return decoded.includes('\ufffd') ? bytes.replace(/[\x80-\xff]/g, escaped) : decoded;
    },
  );
  return text.replaceAll('/etc/nginx/', '').replace(/\n$/, '').split('\n');
}

const escaped = (byte: string) => `\\x${byte.charCodeAt(0).toString(16)}`;

/** `nginx -t` in a machine of its own. */
export const nginxConfigRecorder: Recorder<ConfigCase> = {
  suite: nginxConfig,
  programs: ['nginx'],
  recordedFrom: 'nginx/1.22.1',
  version: nginxVersion,
  hindrance: () => undefined,
  steady: () => true,
  differences: (recorded, anew) => [
    ...differencesOf('rc', recorded.rc, anew.rc),
    ...differencesOf('stderr', recorded.stderr, anew.stderr),
  ],
  open: () => new ConfigRecording(),
};
