import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathOf } from './sandbox.ts';

const SOURCES = fileURLToPath(new URL('webapp', import.meta.url));

/** How a build of the webapp's classes differs from the usual one. */
export interface Build {
  /** Another `serialVersionUID`, by class. */
  uid?: { class: string; value: string };
  without?: string;
}

/** Builds of the recordings' webapp, compiled when they are first asked for. */
export class Webapp {
  readonly #folder = mkdtempSync(join(tmpdir(), 'webapp-'));
  readonly #built = new Map<string, string>();

  /** The folder with a build's classes. */
  classes(build: Build = {}): string {
    const name = JSON.stringify(build);
    const known = this.#built.get(name);
    if (known !== undefined) return known;
    const folder = join(this.#folder, String(this.#built.size));
    this.#compile(folder, build);
    this.#built.set(name, folder);
    return folder;
  }

  #compile(folder: string, { uid, without }: Build): void {
    const sources = `${folder}.java`;
    cpSync(SOURCES, sources, { recursive: true });
    if (uid) {
      const file = join(sources, 'demo', `${uid.class}.java`);
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/serialVersionUID = \d+L/, `serialVersionUID = ${uid.value}L`),
      );
    }
    const files = globSync(`${sources}/demo/*.java`);
    const servlets = '/usr/share/tomcat10/lib/servlet-api.jar';
    execFileSync(pathOf('javac') ?? 'javac', ['-proc:none', '-nowarn', '-cp', servlets, '-d', folder, ...files]);
    if (without !== undefined) rmSync(join(folder, 'demo', `${without}.class`));
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
