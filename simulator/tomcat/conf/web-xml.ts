import type { Range } from '../../core/text.ts';
import type { LogEntry } from '../log/messages.ts';
import type { Traits } from '../version.ts';
import { readXml, type XmlEvent } from '../xml/xml.ts';
import { fatalError } from './exceptions.ts';

/** What a web.xml says, as far as it is modelled. Absent: not said. */
export interface WebSettings {
  /** Minutes; 0 or less: sessions never end. */
  sessionTimeout?: number;
  /** Where the file says that. */
  sessionTimeoutAt?: Range;
  cookie: { name?: string; path?: string; domain?: string; httpOnly?: boolean; secure?: boolean; maxAge?: number };
  distributable: boolean;
  /** Class names of `<listener>`s. */
  listeners: string[];
  servlets: { name: string; className: string; patterns: string[] }[];
}

export interface WebReading {
  settings: WebSettings;
  entries: LogEntry[];
  /** The file could not be read: the webapp does not start. */
  failed: boolean;
}

/** Reads a web.xml: the server's `conf/web.xml` or a webapp's own. */
export function readWebXml(file: string, source: string, { brackets }: Traits): WebReading {
  const { text, events, fault, origin } = readXml(source);
  const settings = webSettings(events, origin);
  if (!fault) return { settings, entries: [], failed: false };
  const { entry, exception, line, column } = fatalError(file, text, fault);
  const entries: LogEntry[] = [
    entry,
    { message: 'web-parse-error', values: { file: brackets ? file : `/${file}` }, exception },
    { message: 'web-parse-place', values: { line, column } },
  ];
  return { settings, entries, failed: true };
}

function webSettings(events: readonly XmlEvent[], origin: (at: number) => number): WebSettings {
  const settings: WebSettings = { cookie: {}, distributable: false, listeners: [], servlets: [] };
  const mappings: { name: string; pattern: string }[] = [];
  const path: string[] = [];
  let from = 0;
  let text = '';
  let name = '';
  for (const event of events) {
    if (event.type === 'text') text += event.text;
    else if (event.type === 'start') {
      path.push(event.name);
      from = event.from;
      text = '';
    } else {
      const place = path.slice(1).join('/');
      const value = text.trim();
      if (place === 'servlet/servlet-name' || place === 'servlet-mapping/servlet-name') name = value;
      else if (place === 'servlet/servlet-class') settings.servlets.push({ name, className: value, patterns: [] });
      else if (place === 'servlet-mapping/url-pattern') mappings.push({ name, pattern: value });
      else setting(settings, place, value);
      if (place === SESSION_TIMEOUT && settings.sessionTimeout !== undefined)
        settings.sessionTimeoutAt = { from: origin(from), to: origin(event.to) };
      path.pop();
      text = '';
    }
  }
  for (const mapping of mappings) {
    settings.servlets.find((servlet) => servlet.name === mapping.name)?.patterns.push(mapping.pattern);
  }
  return settings;
}

const SESSION_TIMEOUT = 'session-config/session-timeout';

function setting(settings: WebSettings, place: string, value: string) {
  const { cookie } = settings;
  switch (place) {
    case SESSION_TIMEOUT:
      if (/^[+-]?\d+$/.test(value)) settings.sessionTimeout = Number(value);
      return;
    case 'session-config/cookie-config/name':
      cookie.name = value;
      return;
    case 'session-config/cookie-config/path':
      cookie.path = value;
      return;
    case 'session-config/cookie-config/domain':
      cookie.domain = value;
      return;
    case 'session-config/cookie-config/http-only':
      cookie.httpOnly = value === 'true';
      return;
    case 'session-config/cookie-config/secure':
      cookie.secure = value === 'true';
      return;
    case 'session-config/cookie-config/max-age':
      cookie.maxAge = Number(value);
      return;
    case 'distributable':
      settings.distributable = true;
      return;
    case 'listener/listener-class':
      settings.listeners.push(value);
  }
}
