import { type Throwable, throwableText } from '../java/value.ts';
import type { Traits } from '../version.ts';
import { descriptionOf, reasonOf } from './status.ts';

/** The page that ErrorReportValve makes; empty where it makes none. */
export function errorPage(status: number, message: string, thrown: Throwable | undefined, traits: Traits): string {
  const description = descriptionOf(status, traits.modernPages);
  if (description === undefined) return '';
  return (traits.modernPages ? modernPage : oldPage)(status, message, description, thrown, traits);
}

const modernStyle =
  'body {font-family:Tahoma,Arial,sans-serif;} h1, h2, h3, b {color:white;background-color:#525D76;} h1 {font-size:22px;} h2 {font-size:16px;} h3 {font-size:14px;} p {font-size:12px;} a {color:black;} .line {height:1px;background-color:#525D76;border:none;}';

function modernPage(
  status: number,
  message: string,
  description: string,
  thrown: Throwable | undefined,
  { serverInfo }: Traits,
) {
  const title = `HTTP Status ${status} – ${reasonOf(status)}`;
  const pieces = [
    `<!doctype html><html lang="en"><head><title>${title}</title><style type="text/css">${modernStyle}</style></head>`,
    `<body><h1>${title}</h1><hr class="line" /><p><b>Type</b> ${thrown ? 'Exception Report' : 'Status Report'}</p>`,
    message === '' ? '' : `<p><b>Message</b> ${escaped(message)}</p>`,
    `<p><b>Description</b> ${description}</p>`,
  ];
  if (thrown) {
    pieces.push(`<p><b>Exception</b></p><pre>${stack(thrown, escaped)}</pre>`);
    for (let cause = thrown.cause; cause; cause = cause.cause)
      pieces.push(`<p><b>Root Cause</b></p><pre>${stack(cause, escaped)}</pre>`);
    pieces.push('<p><b>Note</b> The full stack trace of the root cause is available in the server logs.</p>');
  }
  pieces.push(`<hr class="line" /><h3>${serverInfo}</h3></body></html>`);
  return pieces.join('');
}

const oldStyle = [
  'H1 {font-family:Tahoma,Arial,sans-serif;color:white;background-color:#525D76;font-size:22px;}',
  'H2 {font-family:Tahoma,Arial,sans-serif;color:white;background-color:#525D76;font-size:16px;}',
  'H3 {font-family:Tahoma,Arial,sans-serif;color:white;background-color:#525D76;font-size:14px;}',
  'BODY {font-family:Tahoma,Arial,sans-serif;color:black;background-color:white;}',
  'B {font-family:Tahoma,Arial,sans-serif;color:white;background-color:#525D76;}',
  'P {font-family:Tahoma,Arial,sans-serif;background:white;color:black;font-size:12px;}A {color : black;}A.name {color : black;}HR {color : #525D76;}',
].join(' ');

function oldPage(
  status: number,
  message: string,
  description: string,
  thrown: Throwable | undefined,
  { serverInfo }: Traits,
) {
  const line = '<HR size="1" noshade="noshade">';
  const pieces = [
    `<html><head><title>${serverInfo} - Error report</title><style><!--${oldStyle}--></style> </head>`,
    `<body><h1>HTTP Status ${status} - ${filtered(message)}</h1>${line}`,
    `<p><b>type</b> ${thrown ? 'Exception report' : 'Status report'}</p><p><b>message</b> <u>${filtered(message)}</u></p>`,
    `<p><b>description</b> <u>${description}</u></p>`,
  ];
  if (thrown) {
    pieces.push(`<p><b>exception</b> <pre>${stack(thrown, filtered)}</pre></p>`);
    for (let cause = thrown.cause; cause; cause = cause.cause)
      pieces.push(`<p><b>root cause</b> <pre>${stack(cause, filtered)}</pre></p>`);
    pieces.push(
      `<p><b>note</b> <u>The full stack trace of the root cause is available in the ${serverInfo} logs.</u></p>`,
    );
  }
  pieces.push(`${line}<h3>${serverInfo}</h3></body></html>`);
  return pieces.join('');
}

const stack = (thrown: Throwable, shown: (text: string) => string) =>
  `${shown(throwableText(thrown))}\n${(thrown.frames ?? []).map((frame) => `\t${shown(frame)}\n`).join('')}`;

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', '/': '&#47;' };

/** Escapes more than it must: `java.base/` reads `java.base&#47;`. */
const escaped = (text: string) => text.replace(/[<>&"/]/g, (char) => entities[char] ?? char);

/** The same of Tomcat 7 and 8.0 (RequestUtil.filter). */
const filtered = (text: string) => text.replace(/[<>&"]/g, (char) => entities[char] ?? char);
