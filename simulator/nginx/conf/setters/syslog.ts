import { parseUrl } from '../address.ts';
import { byteLength } from '../bytes.ts';
import { type Conf, fault } from '../cycle.ts';
import type { Word } from '../tree.ts';

const FACILITIES =
  'kern user mail daemon auth intern lpr news uucp clock authpriv ftp ntp audit alert cron ' +
  'local0 local1 local2 local3 local4 local5 local6 local7';
const SEVERITIES = 'emerg alert crit error warn notice info debug';

/** `syslog:server=…,facility=…,severity=…,tag=…,nohostname` (`core/ngx_syslog.c`). */
export function setSyslog(conf: Conf, word: Word): boolean {
  const seen = new Set<string>();
  for (const part of word.text.slice('syslog:'.length).split(',')) {
    const [, key = '', value = ''] = /^(server|facility|severity|tag)=(.*)$/s.exec(part) ?? [];
    if (key && seen.has(key)) fault(conf, 'syslog-duplicate', { parameter: key }, word);
    else if (key ? !setParameter(conf, word, key, value) : part !== 'nohostname') {
      if (key) return false;
      fault(conf, 'syslog-unknown', { parameter: 'parameter', value: part }, word);
    } else {
      seen.add(key);
      continue;
    }
    return false;
  }
  if (!seen.has('server')) fault(conf, 'syslog-none', {}, word);
  return seen.has('server');
}

function setParameter(conf: Conf, word: Word, key: string, value: string): boolean {
  if (key === 'server') {
    const url = parseUrl(value, { defaultPort: 514 }, conf.cycle.environment);
    if ('error' in url) fault(conf, 'syslog-server', { reason: url.error, value }, word);
    return !('error' in url);
  }
  if (key === 'tag') {
    if (byteLength(value) > 32) fault(conf, 'syslog-tag-length', {}, word);
    else if (!/^\w*$/.test(value)) fault(conf, 'syslog-tag', {}, word);
    else return true;
    return false;
  }
  const known = (key === 'facility' ? FACILITIES : SEVERITIES).split(' ').includes(value);
  if (!known) fault(conf, 'syslog-unknown', { parameter: key, value }, word);
  return known;
}
