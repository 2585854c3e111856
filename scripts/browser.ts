import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** What Chromium is started with: no sandbox inside containers, and nothing that talks to the outside. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium that Playwright can drive. Takes what is there: `$CHROMIUM_PATH`, Playwright's own, one
 * of the system's; else brings one, by npm, by apt or by Playwright, whichever works first.
 * @throws when none is found and none can be brought.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH=${named} does not exist`);
  const found = named || playwrightsOwn() || onThisMachine();
  if (found) return found;
  console.error('No Chromium here; bringing one (once).');
  const brought = (await fromNpm()) || fromApt() || fromPlaywright();
  if (brought) return brought;
  throw new Error('No Chromium found and none could be installed: install Chromium or set CHROMIUM_PATH.');
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function onThisMachine(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const usual = [
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name + suffix))), ...usual].find(existsSync);
}

/** A Chromium that ships inside an npm package: 67 MB, brings its own libraries, needs no root. Linux on x64 only. */
async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'chromium');
  const there = existsSync(join(folder, 'node_modules', '@sparticuz', 'chromium'));
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!there && !run('npm', ['install', '--prefix', folder, ...options, '@sparticuz/chromium@153.0.0'])) return;
  // Makes the package unpack its libraries and set LD_LIBRARY_PATH, as on the cloud machines it is made for.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  try {
    const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
    const { default: packed } = await import(pathToFileURL(entry).href);
    return await packed.executablePath();
  } catch (error) {
    console.error(`@sparticuz/chromium: ${error}`);
    return;
  }
}

function fromApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  return run('apt-get', ['update']) && run('apt-get', install) ? onThisMachine() : undefined;
}

function fromPlaywright(): string | undefined {
  const cli = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');
  return run(process.execPath, [cli, 'install', 'chromium']) ? playwrightsOwn() : undefined;
}

function run(command: string, words: string[]): boolean {
  console.error(`> ${command} ${words.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, words, { stdio: ['ignore', 2, 2], timeout: 600_000, env }).status === 0;
}
