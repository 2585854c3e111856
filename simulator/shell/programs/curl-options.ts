import { type Call, fails, hints, type Result } from '../call.ts';
import type { CurlOptions } from '../job.ts';

/** Long names of the options that the lab knows, and their letters. */
const letters: Readonly<Record<string, string>> = {
  '--cookie': 'b',
  '--cookie-jar': 'c',
  '--data': 'd',
  '--data-raw': 'd',
  '--data-urlencode': 'd',
  '--fail': 'f',
  '--get': 'G',
  '--head': 'I',
  '--header': 'H',
  '--include': 'i',
  '--insecure': 'k',
  '--location': 'L',
  '--max-time': 'm',
  '--connect-timeout': 'm',
  '--output': 'o',
  '--remote-name': 'O',
  '--request': 'X',
  '--show-error': 'S',
  '--silent': 's',
  '--url': 'u',
  '--user-agent': 'A',
  '--verbose': 'v',
  '--write-out': 'w',
  '--http1.1': '1',
};
const valued = 'bcdHmoXuAw';
const flags = 'fGIikLOSsv1';

/** Reads curl's command line; what it lacks, or what the lab lacks, comes back as a result. */
export function curlOptions(call: Call): CurlOptions | Result {
  const given: Given = { flags: new Set(), values: [], urls: [] };
  const stopped = scan(call, given);
  if (stopped) return stopped;
  const last = (letter: string) => given.values.findLast(([name]) => name === letter)?.[1];
  const all = (letter: string) => given.values.flatMap(([name, value]) => (name === letter ? [value] : []));
  const url = last('u') ?? given.urls[0];
  if (url === undefined) return fails(2, "curl: try 'curl --help' or 'curl --manual' for more information");
  const has = (letter: string) => given.flags.has(letter);
  const data = all('d').length > 0 ? all('d').join('&') : undefined;
  const cookies = last('b');
  const get = has('G') || data === undefined;
  return {
    url: has('G') && data !== undefined ? `${url}${url.includes('?') ? '&' : '?'}${data}` : url,
    method: last('X') ?? (has('I') ? 'HEAD' : get ? 'GET' : 'POST'),
    headers: [...all('A').map((value) => `User-Agent: ${value}`), ...all('H')].map(fieldOf),
    data: get ? undefined : data,
    include: has('i'),
    headOnly: has('I'),
    verbose: has('v'),
    silent: has('s'),
    showError: has('S'),
    follow: has('L'),
    fail: has('f'),
    output: last('o') ?? (has('O') ? url.replace(/[?#].*$/, '').replace(/^.*\//, '') : undefined),
    cookieFile: cookies?.includes('=') ? undefined : cookies,
    cookieText: cookies?.includes('=') ? cookies : undefined,
    jar: last('c'),
    writeOut: last('w'),
  };
}

interface Given {
  flags: Set<string>;
  values: [letter: string, value: string][];
  urls: string[];
}

function scan(call: Call, given: Given): Result | undefined {
  const { args } = call;
  const needs = (option: string) =>
    fails(
      2,
      `curl: option ${option}: requires parameter`,
      "curl: try 'curl --help' or 'curl --manual' for more information",
    );
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('-') || arg === '-') given.urls.push(arg);
    else if (arg.startsWith('--')) {
      const letter = Object.hasOwn(letters, arg) ? (letters[arg] as string) : undefined;
      if (letter === undefined) return hints({ code: 'option-not-modelled', values: { command: 'curl', option: arg } });
      if (!valued.includes(letter)) given.flags.add(letter);
      else if (args[++i] === undefined) return needs(arg);
      else given.values.push([letter, args[i] as string]);
    } else
      for (let at = 1; at < arg.length; at++) {
        const letter = arg[at] as string;
        if (valued.includes(letter) && letter !== 'u') {
          const value = arg.slice(at + 1) || args[++i];
          if (value === undefined) return needs(`-${letter}`);
          given.values.push([letter, value]);
          break;
        }
        if (!flags.includes(letter) || letter === '1')
          return hints({ code: 'option-not-modelled', values: { command: 'curl', option: `-${letter}` } });
        given.flags.add(letter);
      }
  }
  return undefined;
}

function fieldOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line.replace(/;$/, ''), ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}
