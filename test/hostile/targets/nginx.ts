import { addressBytes, splitHostPort } from '../../../simulator/nginx/address.ts';
import { parseAddressPort, parseCidr, parseUrl } from '../../../simulator/nginx/conf/address.ts';
import { allCommands } from '../../../simulator/nginx/conf/catalogue.ts';
import { glob } from '../../../simulator/nginx/conf/glob.ts';
import { hostsIn } from '../../../simulator/nginx/conf/hosts-file.ts';
import { nginxConf } from '../../../simulator/nginx/conf/language.ts';
import {
  parseMilliseconds,
  parseNumber,
  parseOffset,
  parseSeconds,
  parseSize,
} from '../../../simulator/nginx/conf/values.ts';
import { match } from '../../../simulator/nginx/regex.ts';
import { escapeUri, parseUri } from '../../../simulator/nginx/uri.ts';
import { surroundingsOf } from '../../../site/editor/named-servers.ts';
import { START, tokenizeLine } from '../../../site/editor/tokens.ts';
import { recorded } from '../recorded.ts';
import type { TextTarget } from '../target.ts';
import { labMachine } from './machines.ts';
import { asLanguage, inLines } from './taking.ts';

const good = [
  'events{}http{upstream u{ip_hash;server a:1 weight=2 max_fails=1;}server{listen 80;location /{proxy_pass http://u;}}}',
  'events {}\nhttp { map $uri $x { ~^/(?<y>a+) $y; default 1; } server { rewrite ^/(.*)$ /$1 last; return 301 $x; } }',
  'user www; worker_processes auto; events { worker_connections 1k; } http { include conf.d/*.conf; log_format m "$x"; }',
  'events{}http{server{listen [::1]:80 default_server;server_name *.a .b ~^c$;set $v "a\\"${b}";if ($v ~* x){break;}}}',
  'events{}http{proxy_cache_path /c levels=1:2 keys_zone=z:1m;limit_req_zone $a zone=r:1m rate=1r/s;server{}}',
  ...recorded<{ config?: string }>('nginx/config-cases.jsonl', 400).flatMap(({ config }) => config ?? []),
];
const words = [
  ...allCommands().keys(),
  ...'events{ http{ server{ location upstream $uri ${ ~* ^~ on off 1m 10s weight= backup down http:// unix: [::1]'.split(
    ' ',
  ),
];

const subjects = [`/${'a'.repeat(40)}!`, '/ab/汤\n', 'aabbab'.repeat(9)];

export const nginxTargets: readonly TextTarget[] = [
  {
    name: 'nginx-conf',
    what: 'nginx.conf as `nginx -t` reads it (conf/diagnose), and what the editor marks in it',
    good,
    words,
    longest: 120,
    take: (text) => nginxConf.problems({ 'nginx.conf': text }, 'nginx.conf'),
  },
  {
    name: 'nginx-editor',
    what: 'completion, hover, statements and repairs in nginx.conf, and the servers that it names',
    good,
    words,
    longest: 120,
    take(text) {
      asLanguage(nginxConf, { 'nginx.conf': text }, 'nginx.conf');
      surroundingsOf({ 'nginx.conf': text });
    },
  },
  {
    name: 'nginx-colours',
    what: 'a line of nginx.conf for colouring',
    good,
    words,
    take: inLines(tokenizeLine, START),
  },
  {
    name: 'nginx-values',
    what: 'sizes, times, addresses, names of files and regular expressions of nginx.conf; /etc/hosts',
    good: [
      '127.0.0.1:8080',
      '[::1]:80-90',
      'unix:/a/b:/c',
      'http://shop.example/x?y',
      '10.0.0.0/8',
      '2001:db8::/32',
      '1y2M3w4d5h',
      '1m',
      '127.0.0.1 a b # c',
      '*.conf',
      '[a-z]?x',
    ],
    words: ['ms', 'M', 'y', '::', '/32', ':80', '-90', 'unix:', '[::', '.example', '*', '\\'],
    take(text) {
      for (const read of [
        parseNumber,
        parseSize,
        parseOffset,
        parseSeconds,
        parseMilliseconds,
        parseAddressPort,
        parseCidr,
        addressBytes,
        splitHostPort,
        hostsIn,
      ])
        read(text);
      for (const listen of [true, false]) parseUrl(text, { listen, uriPart: !listen }, labMachine);
      glob(text, ['nginx.conf', 'conf.d/a.conf']);
    },
  },
  {
    name: 'nginx-pattern',
    what: 'a regular expression of nginx.conf, matched as PCRE2 does',
    good: ['^/(?<name>[a-z]+)/(.*)$', '\\.(jpg|png)$', '(?i)x{1,3}?', '(?P<a>b)'],
    words: ['(?<', '(?P<', '\\d', '[^', '{2,', '(?:', '(?!', '\\', '|', '+?'],
    take(text) {
      for (const subject of [text, subjects[text.length % subjects.length] as string])
        match(text, text.length % 2 === 0, subject);
    },
  },
  {
    name: 'nginx-uri',
    what: 'the target of a request: escapes, `//`, `..`',
    good: ['/a/../b/./c//d?x=1#y', '/%E6%B1%A4/%2e%2e/%ff', 'http://shop.example/a%20b', '/a;b=c/..%2f'],
    words: ['%2e', '%2f', '/..', '/.', '//', '%', '%0', '%00', '%e6', '?', '#', 'http://'],
    take: (text) => {
      for (const merge of [true, false]) parseUri(text, merge);
      escapeUri(text);
    },
  },
];
