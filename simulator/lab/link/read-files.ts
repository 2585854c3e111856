import { own, put } from '../../core/own.ts';
import type { Lab } from '../lab.ts';
import { unescaped } from './escape.ts';
import { cutAt, type Field } from './fields.ts';
import { filesOf, withFilesOf } from './files.ts';
import type { LinkedFiles } from './link.ts';
import type { Tell } from './read-lab.ts';

interface FileField {
  host: string;
  file: string;
  /** `undefined`: the file is gone. */
  text: string | undefined;
}

/** `nginx/nginx.conf:events { …`, or without a text. */
function fileIn(field: Field, tell: Tell): FileField | undefined {
  const [hostText, rest] = cutAt(field.value, '/');
  const [fileText, textPart] = cutAt(rest.slice(1), ':');
  const [host, file, text] = [unescaped(hostText), unescaped(fileText), unescaped(textPart.slice(1))];
  if (host === undefined || file === undefined || text === undefined) return void tell('bad-escape', field);
  if (rest === '' || file === '') return void tell('bad-form', field);
  return { host, file, text: textPart === '' ? undefined : text };
}

/** The lab with the files that it was built from. */
export function withStartFiles(lab: Lab, fields: readonly Field[], tell: Tell): Lab {
  const start = filesOf(lab);
  for (const field of fields) {
    const read = field.key === 's' ? fileIn(field, tell) : undefined;
    const files = read && own(start, read.host);
    if (read && !files) tell('unknown-host', field);
    if (!read || !files) continue;
    if (read.text !== undefined) put(files, read.file, read.text);
    else if (Object.hasOwn(files, read.file)) delete files[read.file];
    else tell('unknown-file', field);
  }
  return withFilesOf(lab, start);
}

/** What the learner's editor holds instead of the files of the lab. */
export function readFiles(fields: readonly Field[], start: LinkedFiles, tell: Tell): LinkedFiles {
  const files: LinkedFiles = {};
  for (const field of fields) {
    const read = field.key === 'f' ? fileIn(field, tell) : undefined;
    if (!read) continue;
    const known = own(start, read.host);
    if (!known) tell('unknown-host', field);
    else if (!Object.hasOwn(known, read.file)) tell('unknown-file', field);
    else if (read.text === undefined) tell('bad-form', field);
    else {
      const ofHost = own(files, read.host) ?? {};
      put(ofHost, read.file, read.text);
      put(files, read.host, ofHost);
    }
  }
  return files;
}
