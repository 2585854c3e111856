import type { ProblemCode } from '../../../simulator/nginx/conf/language.ts';

/** What each of nginx's complaints means and what to do about it. `{x}` stands for a value of the problem. */
export const problems = {
  'no-effect': 'nginx knows "{name}" and checks it as ever. In this lab it changes nothing.',
  'unknown-directive':
    'nginx knows no directive called "{name}". Check the spelling; a full-width character such as ；or a missing ; on the line before also glues words together.',
  'wrong-context':
    '"{name}" exists, but it may not stand in this block. Move it to where it belongs: upstream and server go inside http, location inside server, ip_hash inside upstream.',
  'not-terminated':
    'A { follows "{name}", which takes no block. Most often its own ; is missing, and nginx read on into the next line.',
  'no-opening': '"{name}" opens a block: write { … } after it, not ;.',
  'argument-count':
    '"{name}" was given too many or too few words. If the next directive begins on the following line, the ; at the end of this one is probably missing.',
  unexpected:
    'A "{character}" stands where nginx does not expect it. Before a } every directive needs its ;, each { needs exactly one }, and after a closing quote a blank or ; must follow.',
  'unexpected-end':
    'The file ended too early: nginx was still waiting for {expecting}. Count the braces, and look for a missing ; or an open quote.',
  'too-long': 'A word starting with "{start}" is longer than 4095 bytes. A ; or a blank is probably missing in it.',
  'too-long-quote': 'A text in {quote} quotes goes on for more than 4095 bytes. Its closing quote is probably missing.',
  'read-failed': 'The name “{path}” is a folder, where nginx wants to read a file. Write the name of the file.',
  'open-failed':
    'nginx could not read the file "{path}". Check the name after include; names are relative to the folder of nginx.conf.',
  duplicate: '"{name}" may be set only once in a block. Keep one of them.',
  'duplicate-of': '"{name}" and "{earlier}" set the same thing; only one of them may stand in a block.',
  'invalid-value':
    'nginx cannot use the value of "{name}". Check its form: times look like 10s or 500ms, sizes like 8k or 1m.',
  'invalid-number': '"{name}" takes a whole number: digits only, no unit and no sign.',
  'directive-text': 'nginx refuses the value of "{name}": {text}.',
  flag: '"{name}" is a switch: it is either on or off, not "{value}".',
  value: 'The value "{value}" is not one of those nginx knows here.',
  'value-in': '"{value}" is not a value that "{name}" accepts.',
  'duplicate-value': '"{value}" stands here twice; once is enough.',
  parameter:
    '"{value}" is not a parameter of this directive in nginx 1.22. For server inside upstream they are weight=, max_conns=, max_fails=, fail_timeout=, backup and down; the numbers are plain digits, and weight is at least 1. If "{value}" should begin a new directive, a ; is missing before it.',
  'parameter-colon': '"{value}" is not a parameter of this directive.',
  'number-bounds': 'The number must lie between {low} and {high}.',
  'number-low': 'The number must be {low} or more.',
  deprecated: '"{name}" still works but is going away; write "{replacement}" instead.',
  obsolete: '"{name}" has no effect any more; write "{replacement}" instead.',
  'not-supported': '"{name}" does nothing on this system; nginx ignores it.',
  'pool-low': 'Make the memory pool at least {low} bytes.',
  'pool-multiple': 'The size of the memory pool must be a multiple of {of}.',
  'http2-chunk-zero': 'The chunk size must be greater than 0.',
  'http2-preread': 'The buffer may be {max} bytes at most.',
  'invalid-address': '"{value}" is not an IP address or network, e.g. 192.168.0.0/24.',
  'duplicate-mime': 'The type "{value}" is listed twice; text/html is always in the list.',

  'variable-name': 'A $ stands alone here. After it comes the name of a variable, e.g. $host.',
  'variable-name-is': '"{variable}" is not a variable’s name. It begins with $, then letters, digits and underscores.',
  'variable-bracket': 'A variable written with a brace needs the closing one too: {variable} … then }.',
  'variable-duplicate': 'The variable "{variable}" already exists, and may not be defined a second time.',
  pattern:
    'The regular expression "{pattern}" is broken: {reason}. Check its brackets; if it holds { or ;, put it in quotes.',
  'pattern-at':
    'The regular expression "{pattern}" is broken before "{rest}": {reason}. If it holds { or ;, put it in quotes.',
  'empty-regex': 'After the ~ in "{value}" a regular expression should follow.',

  'invalid-number-is': '"{value}" is not a whole number.',
  'event-type': 'nginx knows no event method "{value}" on Linux. Leave "use" out: nginx picks epoll by itself.',
  affinity: 'The mask holds "{character}"; only 0 and 1 may stand in it.',
  'affinity-count':
    'There are more workers than masks, or fewer; the last mask serves for the rest. Give one mask per worker.',
  'affinity-arguments': '"worker_cpu_affinity auto" takes at most one mask.',
  user: 'The system has no user called "{user}". On Debian nginx runs as www-data.',
  group: 'The system has no group called "{group}". Leave the second word out to use the group named like the user.',
  'log-level': '"{value}" is not a log level. They are debug, info, notice, warn, error, crit, alert, emerg.',
  'duplicate-log-level': 'Only one log level may be given; "{value}" is a second one.',
  'buffer-size': '"{value}" is not a size, e.g. 32k.',
  'load-module':
    'The module file "{path}" does not exist here. The modules this lab knows are built in: remove the line.',
  'too-late': '"{name}" must stand before the blocks that use it. Move it to the top of the file.',
  'thread-parameter': '"{value}" is not a number of threads.',
  'thread-queue': '"{value}" is not a length of a queue.',
  'thread-missing': 'Say how many threads the pool "{value}" has: threads=32.',
  'thread-duplicate': 'The thread pool "{value}" is defined twice.',
  'debug-connection': '"{value}" is not an address nginx can watch: {reason}.',
  'low-bits': 'In {value} the address has bits set outside its network mask; nginx ignores them.',

  'syslog-duplicate': 'The syslog parameter "{parameter}" stands here twice.',
  'syslog-unknown': 'syslog knows no {parameter} "{value}".',
  'syslog-server': 'The syslog server "{value}" has no usable address: {reason}.',
  'syslog-tag-length': 'A syslog tag has at most 32 characters.',
  'syslog-tag': 'A syslog tag consists of letters, digits and underscores.',
  'syslog-none': 'Say where the log goes: syslog:server=ADDRESS.',

  'listen-address':
    'nginx cannot listen on "{value}": {reason}. Write a port (80), an address with a port (127.0.0.1:80), or an IPv6 address in brackets ([::]:80).',
  'duplicate-listen': 'This server already listens on {value}. Remove one of the two lines.',
  'duplicate-listen-options':
    'The options of the socket {value} were already given by another server. They belong to one listen line only.',
  'duplicate-default-server': 'Only one server can be the default for {value}. Remove default_server from the others.',
  'listen-value': '"{value}" is not valid for {parameter}.',
  'so-keepalive': '"{value}" is not valid for so_keepalive: on, off, or times such as 30m::10.',
  'ipv6only-flag': 'ipv6only is on or off, not "{value}".',
  'ipv6only-address': '{value} is not an IPv6 address, so ipv6only says nothing about it; nginx ignores it.',
  'accept-filter': 'Linux has no accept filter "{value}"; nginx ignores it.',
  'duplicate-parameters': '"{first}" and "{second}" exclude one another; keep one.',
  'server-name': '"{value}" cannot be a server’s name. A * stands only at the beginning or the end, beside a dot.',
  'server-name-suspicious':
    '"{value}" looks odd for a host name: a / or a space has slipped in. It will hardly ever match.',
  'server-name-regex': 'After the ~ in "{value}" a regular expression should follow.',
  'location-modifier':
    'nginx knows no location modifier "{value}". There are = (exact), ^~ (prefix, no patterns after it), ~ and ~* (patterns).',
  'location-in-exact': 'An exact location ("{outer}") has nothing below it, so "{inner}" cannot stand inside.',
  'location-in-named': 'A named location ("{outer}") cannot hold another location.',
  'location-named': 'A named location such as "{inner}" stands directly inside server.',
  'location-outside':
    'Every address of a nested location begins with that of the outer one; "{inner}" does not begin with "{outer}".',
  'duplicate-location': 'This server already has a location "{value}". Keep one.',
  'alias-named': 'A named location has no address that alias could replace; use root.',
  'root-variable': '{name} is what ${variable} is computed from, so it cannot be used there.',
  method: '"{value}" is not an HTTP method nginx knows.',
  'error-page-code':
    'error_page takes status codes from 300 to 599, then the page; "{value}" is none. If it should begin a new directive, a ; is missing.',
  'duplicate-extension':
    'The ending "{extension}" stands for two types: {previous} and now {type}. The later one counts.',
  'include-arguments': 'include takes one name of a file, or a pattern such as conf.d/*.conf.',
  'disable-symlinks': '"{value}" must come with off, on or if_not_owner.',
  'disable-symlinks-from': 'from= means nothing beside off.',
  'open-file-cache': '"{value}" is not a parameter of {name}.',
  'open-file-cache-max': 'Say how many files the cache may hold: max=1000.',
  'open-log-file-cache-max': 'Say how many log files the cache may hold: max=1000.',
  'resolver-address': 'The resolver "{value}" has no usable address: {reason}.',
  'header-buffers': 'Make large_client_header_buffers at least as large as connection_pool_size.',
  'thread-pool': 'There is no thread pool "{value}". Define it with thread_pool at the top of the file.',
  'unknown-thread-pool': 'There is no thread pool "{value}". Define it with thread_pool at the top of the file.',

  'log-format-duplicate': 'A log format called "{value}" exists already ("combined" is built in). Choose another name.',
  'log-format-unknown': 'There is no log_format called "{value}". Define it in http, before this line.',
  'log-escaping': 'escape= takes default, json or none, not "{value}".',
  'log-flush': '"{value}" is not a time, e.g. flush=5s.',
  'log-compression': 'The compression level goes from 1 to 9, not "{value}".',
  'log-no-buffer': 'Compressing and flushing need a buffer: add buffer=32k to the log "{value}".',
  'log-buffer-variables': 'A log whose name holds variables cannot be buffered.',
  'log-buffer-syslog': 'What goes to syslog cannot be buffered.',
  'log-conflict': 'The log "{value}" is used elsewhere with other settings of its buffer. Make them the same.',

  'upstream-address':
    'nginx cannot make an address of "{value}": {reason}. Write host:port without http://, e.g. localhost:8080; a host name must be known when nginx starts.',
  'upstream-duplicate': 'There are two upstreams called "{value}". Give one of them another name.',
  'upstream-port': 'The port is part of each server in the upstream. Write proxy_pass http://{value}; without :{port}.',
  'upstream-empty': 'An upstream needs at least one server line, e.g. server localhost:8080;.',
  'upstream-no-servers':
    'The upstream "{value}" has no server this method could choose: only backups are left, or none at all.',
  'upstream-no-port': '"{value}" needs a port here.',
  'upstream-method-redefined':
    'Two ways of balancing in one upstream: the last one wins, and the earlier one is forgotten. Keep the one you mean, and put it before keepalive.',
  'upstream-method-parameter':
    'The balancing method of this upstream cannot use "{value}": with ip_hash, hash and random no server may be a backup.',
  'zone-name': 'The shared memory zone in "{value}" has no proper name. Write zone=NAME:SIZE, e.g. zone=one:10m.',
  'zone-size': '"{value}" holds no proper size for the zone, e.g. 10m.',
  'zone-small': 'The zone "{value}" needs at least 32k.',
  'zone-use': 'The zone "{value}" already serves another purpose. Choose another name.',
  'zone-size-conflict':
    'The zone "{value}" was declared with {declared} bytes before, and with {size} here. Make them equal.',
  'zone-parameter': '{name} needs to know its zone: zone=NAME.',
  'url-prefix': 'The address must begin with http:// or https://, e.g. proxy_pass http://backserver;.',
  'proxy-pass-uri':
    'Here nginx cannot tell which part of the address to replace, so proxy_pass may hold only protocol and server. Remove everything from the / after the host on.',
  'proxy-redirect-variables':
    'With variables in proxy_pass nginx cannot work out "proxy_redirect default". Write the two addresses, or off.',
  'buffers-few': '"{name}" needs at least two buffers, e.g. 8 4k.',
  'buffers-busy-low':
    'Make {family}_busy_buffers_size at least as large as {family}_buffer_size and as one of the {family}_buffers.',
  'buffers-busy-high': 'Make {family}_busy_buffers_size smaller than all {family}_buffers together less one.',
  'buffers-temporary-write':
    'Make {family}_temp_file_write_size at least as large as {family}_buffer_size and as one of the {family}_buffers.',
  'buffers-temporary':
    'Set {family}_max_temp_file_size to 0, or at least to {family}_buffer_size and to the size of one of the {family}_buffers.',
  'proxy-redirect-early': '"proxy_redirect default" needs to know where requests go: write it after proxy_pass.',
  'no-name-servers': 'resolver needs the address of at least one name server.',
  'cache-unknown': 'There is no cache zone "{value}" for {name}. Define it in http first.',
  'cache-key-missing': '{family}_cache needs {family}_cache_key to tell requests apart.',
  'cookie-flag': 'proxy_cookie_flags knows no flag "{value}": secure, httponly, samesite=… and their no-forms.',
  captures: 'The pattern "{value}" needs exactly two groups in parentheses: name and value.',
  'upstream-certificate-key': 'The certificate "{value}" needs its key: {family}_ssl_certificate_key.',
  'upstream-trusted': 'To verify the server, {family}_ssl_verify needs {family}_ssl_trusted_certificate.',

  'cache-levels': '"{value}" is not valid for levels: up to three numbers, 1 or 2 each, such as 1:2.',
  'cache-keys-size': '"{value}" holds no proper size for the keys zone, e.g. keys_zone=one:10m.',
  'cache-keys-small': 'The keys zone "{value}" needs more memory; 10m is usual.',
  'cache-value': '"{value}" is not valid for {parameter}.',
  'cache-temp-path': 'use_temp_path is on or off, not "{value}".',
  'cache-no-zone': '{name} needs keys_zone=NAME:SIZE.',
  'cache-duplicate': 'The cache zone "{value}" is defined twice.',
  'cache-time': '"{value}" is not a time, e.g. 10m.',
  'cache-status': '"{value}" is not a status code, nor "any".',
  'path-name': 'The folder "{value}" is used twice with other settings, the first time in {file}:{line}.',
  'path-levels': 'The folder "{value}" was given other levels in {file}:{line}. Make them the same.',

  'return-code': '"{value}" is not a status code. return takes a code from 0 to 999, then a text or an address.',
  condition: 'The condition "{value}" is not complete. It stands in parentheses: if ($variable = value).',
  operator:
    'if knows no operator "{value}". Use = or != for texts, ~ or ~* for patterns, -f, -d, -e, -x for files; there is no ==, && or ||.',
  'empty-replacement': 'rewrite needs to know what to put in place of the address.',

  'map-parameters': 'Each line of this block has two words, "what" and "becomes what", then ;.',
  'map-default': '"default" stands here twice.',
  'map-conflict': '"{value}" stands here twice with different results.',
  'map-hostname': '"{value}" is not a host name with * in a proper place.',
  'geo-parameters': 'Each line of geo has an address or network and a value, then ;.',
  'geo-ranges': 'Put "ranges;" first in the geo block.',
  'geo-network': '"{value}" is not a network, e.g. 192.168.0.0/16.',
  'geo-no-network': 'There is no network "{value}" to delete.',
  'geo-duplicate': 'The network "{value}" is listed twice; "{new}" replaces "{old}".',
  'geo-default': 'The default is listed twice; "{value}" replaces "{old}".',
  'geo-range': '"{value}" is not a range of addresses, e.g. 10.0.0.1-10.0.0.9.',
  'geo-no-range': 'There is no range "{value}" to delete.',
  'geo-range-duplicate': 'The range "{value}" is listed twice; "{new}" replaces "{old}".',
  'geo-range-overlap': 'The range "{value}" overlaps "{other}".',
  'split-percent': '"{value}" is not a share: a number with at most two decimals and %, or * for the rest.',
  'split-total': 'The shares add up to more than 100 %.',
  'charset-same': 'charset_map translates between two different charsets; both are "{value}".',
  'charset-duplicate': 'There are two charset_maps between "{first}" and "{second}".',
  'charset-parameters': 'Each line of charset_map has two codes, then ;.',

  'limit-rate': '"{value}" is not a rate, e.g. rate=10r/s or rate=30r/m.',
  'limit-burst': '"{value}" is not a valid {parameter}: a whole number.',
  'limit-connections': '"{value}" is not a number of connections.',
  'limit-connections-high': 'At most 65535 connections can be counted.',
  'limit-bound': 'The zone "{value}" of {name} already counts by "{key}". Use another name.',
  'real-ip-from': '"{value}" is no address or network to trust: {reason}.',
  referer: '"{value}" is not a valid referer.',
  'referer-none': 'valid_referers lists no real referer besides none and blocked, so nobody else would pass.',
  'try-code': '"{value}" is not a status code. The last word of try_files is an address, or = and a code, e.g. =404.',
  'index-last': 'Only the last file of index may begin with a /; those after it are never tried.',
  'index-invalid': '"{value}" cannot be an index file.',
  'search-pattern': 'The text to search for is empty.',
  aio: 'This nginx was built without asynchronous reading of files; aio threads works.',
  'engine-nameless': 'An engine of OpenSSL needs a name.',
  'browser-unlisted':
    'With one word, modern_browser takes only "unlisted"; nginx refuses anything else without a message.',
  'browser-name': 'nginx knows no browser "{value}".',
  'browser-version': '"{value}" is not a browser’s version.',

  'session-cache': '"{value}" is not a TLS session cache: off, none, builtin or shared:NAME:SIZE.',
  'session-cache-small': 'The TLS session cache "{value}" needs more memory.',
  'ocsp-cache': '"{value}" is not an OCSP cache: off or shared:NAME:SIZE.',
  'ocsp-cache-small': 'The OCSP cache "{value}" needs more memory.',
  'ssl-listen-certificate':
    'A server that listens with ssl needs ssl_certificate and ssl_certificate_key. Without certificates, remove ssl from listen.',
  'ssl-certificate': 'With ssl on, the server needs ssl_certificate.',
  'ssl-key': 'With ssl on, the server needs ssl_certificate_key.',
  'ssl-key-for': 'The certificate "{value}" needs its key: ssl_certificate_key.',

  'no-events': 'Every nginx.conf needs an events block, be it empty: events { }.',
  'is-directory': '"{path}" is a folder, not a file.',
  'unknown-variable':
    'Nobody defines the variable "{variable}". Check the spelling; nginx names no line for this one. Variables of your own come from set, map or a named group.',
  'conflicting-server-name':
    'Two servers have the name "{value}" on {address}. The first one answers, the other never does.',
  'server-name-wildcard': '"{value}" on {address} is not a name with * in a proper place.',
  'zone-zero': 'Nobody gives the shared memory zone "{value}" a size. Define it in http first.',
  'file-failed': 'nginx could not open "{path}". Its folder must exist and be writable when nginx starts.',
  'mkdir-failed': 'nginx could not make the folder "{path}". The folder above it must exist.',
  bind: 'This machine does not have the address {value}, so nginx cannot listen there.',
  connections:
    'worker_connections ({count}) is too small: {sockets} listening sockets alone use it up. Raise it, e.g. to 1024.',
  'hash-bucket':
    'The names do not fit into the table {hash}. Raise {hash}_bucket_size from {size} to the next power of two.',
  'hash-max': 'There are too many names for the table {hash}. Raise {hash}_max_size from {size}.',
  'hash-large-bucket': '{hash}_bucket_size {size} is too large for nginx.',
  'hash-optimal':
    'The table {hash} is not laid out well. Raise {hash}_max_size (now {max}) or {hash}_bucket_size (now {size}); nginx works nonetheless.',
  engine: 'OpenSSL has no engine "{value}" here. Remove the line.',
  'certificate-load': 'nginx could not read the certificate "{path}". The file must exist when nginx starts.',
  'key-missing': 'The certificate "{value}" needs its key: ssl_certificate_key.',
  'client-certificate': 'To ask visitors for certificates, name whom you trust: ssl_client_certificate.',
} as const satisfies Record<ProblemCode, string>;
