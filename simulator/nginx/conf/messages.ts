import type { Problem } from '../../core/text.ts';
import { cutBytes, printable } from './bytes.ts';

/** Said at a place of the configuration: nginx adds ` in FILE:LINE`. `{x}` stands for a value. */
const PLACED = {
  'unknown-directive': 'unknown directive "{name}"',
  'wrong-context': '"{name}" directive is not allowed here',
  'not-terminated': 'directive "{name}" is not terminated by ";"',
  'no-opening': 'directive "{name}" has no opening "{"',
  'argument-count': 'invalid number of arguments in "{name}" directive',
  unexpected: 'unexpected "{character}"',
  'unexpected-end': 'unexpected end of file, expecting {expecting}',
  'too-long': 'too long parameter "{start}..." started',
  'too-long-quote': 'too long parameter, probably missing terminating "{quote}" character',
  'open-failed': 'open() "{path}" failed ({error})',
  // generic values
  duplicate: '"{name}" directive is duplicate',
  'duplicate-of': '"{name}" directive is duplicate, "{earlier}" directive was specified earlier',
  'invalid-value': '"{name}" directive invalid value',
  'invalid-number': '"{name}" directive invalid number',
  'directive-text': '"{name}" directive {text}',
  flag: 'invalid value "{value}" in "{name}" directive, it must be "on" or "off"',
  value: 'invalid value "{value}"',
  'value-in': 'invalid value "{value}" in "{name}" directive',
  'duplicate-value': 'duplicate value "{value}"',
  parameter: 'invalid parameter "{value}"',
  'parameter-colon': 'invalid parameter: {value}',
  'number-bounds': 'value must be between {low} and {high}',
  'number-low': 'value must be equal to or greater than {low}',
  deprecated: 'the "{name}" directive is deprecated, use the "{replacement}" directive instead',
  obsolete: 'the "{name}" directive is obsolete, use the "{replacement}" directive instead',
  'not-supported': '"{name}" is not supported, ignored',
  'pool-low': 'the pool size must be no less than {low}',
  'pool-multiple': 'the pool size must be a multiple of {of}',
  'http2-chunk-zero': 'the http2 chunk size cannot be zero',
  'http2-preread': 'the maximum body preread buffer size is {max}',
  'invalid-address': 'invalid address "{value}"',
  'duplicate-mime': 'duplicate MIME type "{value}"',
  // variables, scripts, patterns
  'variable-name': 'invalid variable name',
  'variable-name-is': 'invalid variable name "{variable}"',
  'variable-bracket': 'the closing bracket in "{variable}" variable is missing',
  'variable-duplicate': 'the duplicate "{variable}" variable',
  pattern: 'pcre2_compile() failed: {reason} in "{pattern}"',
  'pattern-at': 'pcre2_compile() failed: {reason} in "{pattern}" at "{rest}"',
  'empty-regex': 'empty regex in "{value}"',
  // main and events
  'invalid-number-is': 'invalid number "{value}"',
  'event-type': 'invalid event type "{value}"',
  affinity: 'invalid character "{character}" in "worker_cpu_affinity"',
  'affinity-count':
    'the number of "worker_processes" is not equal to the number of "worker_cpu_affinity" masks, using last mask for remaining worker processes',
  'affinity-arguments': 'invalid number of arguments in "worker_cpu_affinity" directive',
  user: 'getpwnam("{user}") failed{error}',
  group: 'getgrnam("{group}") failed{error}',
  'log-level': 'invalid log level "{value}"',
  'duplicate-log-level': 'duplicate log level "{value}"',
  'buffer-size': 'invalid buffer size "{value}"',
  'load-module': 'dlopen() "{path}" failed ({path}: cannot open shared object file: No such file or directory)',
  'too-late': '"{name}" directive is specified too late',
  'thread-parameter': 'invalid threads value "{value}"',
  'thread-queue': 'invalid max_queue value "{value}"',
  'thread-missing': '"{value}" must have "threads" parameter',
  'thread-duplicate': 'duplicate thread pool "{value}"',
  'debug-connection': '{reason} in debug_connection "{value}"',
  'low-bits': 'low address bits of {value} are meaningless',
  // syslog
  'syslog-duplicate': 'duplicate syslog "{parameter}"',
  'syslog-unknown': 'unknown syslog {parameter} "{value}"',
  'syslog-server': '{reason} in syslog server "{value}"',
  'syslog-tag-length': 'syslog tag length exceeds 32',
  'syslog-tag': 'syslog "tag" only allows alphanumeric characters and underscore',
  'syslog-none': 'no syslog server specified',
  // server, listen, location
  'listen-address': '{reason} in "{value}" of the "listen" directive',
  'duplicate-listen': 'a duplicate listen {value}',
  'duplicate-listen-options': 'duplicate listen options for {value}',
  'duplicate-default-server': 'a duplicate default server for {value}',
  'listen-value': 'invalid {parameter} "{value}"',
  'so-keepalive': 'invalid so_keepalive value: "{value}"',
  'ipv6only-flag': 'invalid ipv6only flags "{value}"',
  'ipv6only-address': 'ipv6only is not supported on addr "{value}", ignored',
  'accept-filter': 'accept filters "{value}" are not supported on this platform, ignored',
  'duplicate-parameters': 'duplicate parameters "{first} {second}"',
  'server-name': 'server name "{value}" is invalid',
  'server-name-suspicious': 'server name "{value}" has suspicious symbols',
  'server-name-regex': 'empty regex in server name "{value}"',
  'location-modifier': 'invalid location modifier "{value}"',
  'location-in-exact': 'location "{inner}" cannot be inside the exact location "{outer}"',
  'location-in-named': 'location "{inner}" cannot be inside the named location "{outer}"',
  'location-named': 'named location "{inner}" can be on the server level only',
  'location-outside': 'location "{inner}" is outside location "{outer}"',
  'duplicate-location': 'duplicate location "{value}"',
  'alias-named': 'the "alias" directive cannot be used inside the named location',
  'root-variable': 'the ${variable} variable cannot be used in the "{name}" directive',
  method: 'invalid method "{value}"',
  'error-page-code': 'value "{value}" must be between 300 and 599',
  'duplicate-extension':
    'duplicate extension "{extension}", content type: "{type}", previous content type: "{previous}"',
  'include-arguments': 'invalid number of arguments in "include" directive',
  'disable-symlinks': '"{value}" must have "off", "on" or "if_not_owner" parameter',
  'disable-symlinks-from': '"from=" cannot be used with "off" parameter',
  'open-file-cache': 'invalid "{name}" parameter "{value}"',
  'open-file-cache-max': '"open_file_cache" must have the "max" parameter',
  'open-log-file-cache-max': '"open_log_file_cache" must have "max" parameter',
  'no-name-servers': 'no name servers defined',
  'resolver-address': '{reason} in resolver "{value}"',
  'header-buffers': 'the "large_client_header_buffers" size must be equal to or greater than "connection_pool_size"',
  'thread-pool': 'thread pool "{value}" not found',
  'unknown-thread-pool': 'unknown thread pool "{value}"',
  // log
  'log-format-duplicate': 'duplicate "log_format" name "{value}"',
  'log-format-unknown': 'unknown log format "{value}"',
  'log-escaping': 'unknown log format escaping "{value}"',
  'log-flush': 'invalid flush time "{value}"',
  'log-compression': 'invalid compression level "{value}"',
  'log-no-buffer': 'no buffer is defined for access_log "{value}"',
  'log-buffer-variables': 'buffered logs cannot have variables in name',
  'log-buffer-syslog': 'logs to syslog cannot be buffered',
  'log-conflict': 'access_log "{value}" already defined with conflicting parameters',
  // upstream and proxying
  'upstream-address': '{reason} in upstream "{value}"',
  'upstream-duplicate': 'duplicate upstream "{value}"',
  'upstream-port': 'upstream "{value}" may not have port {port}',
  'upstream-empty': 'no servers are inside upstream',
  'upstream-no-servers': 'no servers in upstream "{value}"',
  'upstream-no-port': 'no port in upstream "{value}"',
  'upstream-method-redefined': 'load balancing method redefined',
  'upstream-method-parameter': 'balancing method does not support parameter "{value}"',
  'zone-name': 'invalid zone name "{value}"',
  'zone-size': 'invalid zone size "{value}"',
  'zone-small': 'zone "{value}" is too small',
  'zone-use': 'the shared memory zone "{value}" is already declared for a different use',
  'zone-size-conflict':
    'the size {size} of shared memory zone "{value}" conflicts with already declared size {declared}',
  'zone-parameter': '"{name}" must have "zone" parameter',
  'url-prefix': 'invalid URL prefix',
  'proxy-pass-uri':
    '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block',
  'proxy-redirect-variables': '"proxy_redirect default" cannot be used with "proxy_pass" directive with variables',
  'buffers-few': 'there must be at least 2 "{name}"',
  'buffers-busy-low':
    '"{family}_busy_buffers_size" must be equal to or greater than the maximum of the value of "{family}_buffer_size" and one of the "{family}_buffers"',
  'buffers-busy-high':
    '"{family}_busy_buffers_size" must be less than the size of all "{family}_buffers" minus one buffer',
  'buffers-temporary-write':
    '"{family}_temp_file_write_size" must be equal to or greater than the maximum of the value of "{family}_buffer_size" and one of the "{family}_buffers"',
  'buffers-temporary':
    '"{family}_max_temp_file_size" must be equal to zero to disable temporary files usage or must be equal to or greater than the maximum of the value of "{family}_buffer_size" and one of the "{family}_buffers"',
  'proxy-redirect-early': '"proxy_redirect default" should be placed after the "proxy_pass" directive',
  'cache-unknown': '"{name}" zone "{value}" is unknown',
  'cache-key-missing': 'no "{family}_cache_key" for "{family}_cache"',
  'cookie-flag': 'invalid proxy_cookie_flags flag "{value}"',
  captures: 'pattern "{value}" must have 2 captures',
  'upstream-certificate-key': 'no "{family}_ssl_certificate_key" is defined for certificate "{value}"',
  'upstream-trusted': 'no {family}_ssl_trusted_certificate for {family}_ssl_verify',
  // cache
  'cache-levels': 'invalid "levels" "{value}"',
  'cache-keys-size': 'invalid keys zone size "{value}"',
  'cache-keys-small': 'keys zone "{value}" is too small',
  'cache-value': 'invalid {parameter} value "{value}"',
  'cache-temp-path': 'invalid use_temp_path value "{value}", it must be "on" or "off"',
  'cache-no-zone': '"{name}" must have "keys_zone" parameter',
  'cache-duplicate': 'duplicate zone "{value}"',
  'cache-time': 'invalid time value "{value}"',
  'cache-status': 'invalid status "{value}"',
  'path-name': 'the same path name "{value}" used in {file}:{line} and',
  'path-levels': 'the same path name "{value}" in {file}:{line} has the different levels than',
  // rewrite
  'return-code': 'invalid return code "{value}"',
  condition: 'invalid condition "{value}"',
  operator: 'unexpected "{value}" in condition',
  'empty-replacement': 'empty replacement',
  // map, geo, split_clients, types, charset
  'map-parameters': 'invalid number of the map parameters',
  'map-default': 'duplicate default map parameter',
  'map-conflict': 'conflicting parameter "{value}"',
  'map-hostname': 'invalid hostname or wildcard "{value}"',
  'geo-parameters': 'invalid number of the geo parameters',
  'geo-ranges': 'the "ranges" directive must be the first directive inside "geo" block',
  'geo-network': 'invalid network "{value}"',
  'geo-no-network': 'no network "{value}" to delete',
  'geo-duplicate': 'duplicate network "{value}", value: "{new}", old value: "{old}"',
  'geo-default': 'duplicate default geo range value: "{value}", old value: "{old}"',
  'geo-range': 'invalid range "{value}"',
  'geo-no-range': 'no address range "{value}" to delete',
  'geo-range-duplicate': 'duplicate range "{value}", value: "{new}", old value: "{old}"',
  'geo-range-overlap': 'range "{value}" overlaps "{other}"',
  'split-percent': 'invalid percent value "{value}"',
  'split-total': 'percent total is greater than 100%',
  'charset-same': '"charset_map" between the same charsets "{value}" and "{value}"',
  'charset-duplicate': 'duplicate "charset_map" between "{first}" and "{second}"',
  'charset-parameters': 'invalid parameters number',
  // limits, access, headers and the rest
  'limit-rate': 'invalid rate "{value}"',
  'limit-burst': 'invalid {parameter} value "{value}"',
  'limit-connections': 'invalid number of connections "{value}"',
  'limit-connections-high': 'connection limit must be less 65536',
  'limit-bound': '{name} "{value}" is already bound to key "{key}"',
  'real-ip-from': '{reason} in set_real_ip_from "{value}"',
  referer: 'invalid referer "{value}"',
  'referer-none':
    'the "none" or "blocked" referers are specified in the "valid_referers" directive without any valid referer',
  'try-code': 'invalid code "{value}"',
  'index-last': 'only the last index in "index" directive should be absolute',
  'index-invalid': 'index "{value}" in "index" directive is invalid',
  'search-pattern': 'empty search pattern',
  'browser-name': 'unknown browser name "{value}"',
  'browser-version': 'invalid browser version "{value}"',
  // ssl
  'session-cache': 'invalid session cache "{value}"',
  'session-cache-small': 'session cache "{value}" is too small',
  'ocsp-cache': 'invalid OCSP cache "{value}"',
  'ocsp-cache-small': 'OCSP cache "{value}" is too small',
  'ssl-listen-certificate': 'no "ssl_certificate" is defined for the "listen ... ssl" directive',
  'ssl-certificate': 'no "ssl_certificate" is defined for the "ssl" directive',
  'ssl-key': 'no "ssl_certificate_key" is defined for the "ssl" directive',
  'ssl-key-for': 'no "ssl_certificate_key" is defined for certificate "{value}" and the "ssl" directive',
} as const;

/** Said of the configuration as a whole, with no file and no line. */
const BARE = {
  'no-events': 'no "events" section in configuration',
  'is-directory': 'pread() "{path}" failed (21: Is a directory)',
  'unknown-variable': 'unknown "{variable}" variable',
  'conflicting-server-name': 'conflicting server name "{value}" on {address}, ignored',
  'server-name-wildcard': 'invalid server name or wildcard "{value}" on {address}',
  'zone-zero': 'zero size shared memory zone "{value}"',
  'file-failed': 'open() "{path}" failed ({error})',
  'mkdir-failed': 'mkdir() "{path}" failed (2: No such file or directory)',
  bind: 'bind() to {value} failed (99: Cannot assign requested address)',
  connections: '{count} worker_connections are not enough for {sockets} listening sockets',
  'hash-bucket': 'could not build {hash}, you should increase {hash}_bucket_size: {size}',
  'hash-max': 'could not build {hash}, you should increase {hash}_max_size: {size}',
  'hash-large-bucket': 'could not build {hash}, too large {hash}_bucket_size: {size}',
  'hash-optimal':
    'could not build optimal {hash}, you should increase either {hash}_max_size: {max} or {hash}_bucket_size: {size}; ignoring {hash}_bucket_size',
  engine:
    'ENGINE_by_id("{value}") failed (SSL: error:12800067:DSO support routines::could not load the shared library:filename({library}): {library}: cannot open shared object file: No such file or directory error:12800067:DSO support routines::could not load the shared library error:13000084:engine routines::dso not found error:13000074:engine routines::no such engine:id={value})',
  'certificate-load':
    'cannot load certificate "{path}": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory:calling fopen({path}, r) error:10000080:BIO routines::no such file)',
  'key-missing': 'no "ssl_certificate_key" is defined for certificate "{value}"',
  'client-certificate': 'no ssl_client_certificate for ssl_verify_client',
} as const;

export type Code = keyof typeof PLACED | keyof typeof BARE;

/** NGX_MAX_CONF_ERRSTR: nginx cuts the text here, then adds the place. */
const MAX_TEXT = 1024;

/** The line that `nginx -t` prints for a problem, in the style of nginx.org's builds. */
export function messageOf(problem: Problem): string {
  const code = problem.code.slice('nginx.'.length) as Code;
  const level = problem.severity === 'warning' ? 'warn' : code === 'is-directory' ? 'crit' : 'emerg';
  const template = code in PLACED ? PLACED[code as keyof typeof PLACED] : BARE[code as keyof typeof BARE];
  const text = template.replace(/\{(\w+)\}/g, (_, key: string) => String(problem.values[key] ?? `{${key}}`));
  const place = code in PLACED ? ` in ${problem.file}:${problem.line}` : '';
  return printable(`nginx: [${level}] ${cutBytes(text, MAX_TEXT)}${place}`);
}

/** Every kind of problem that nginx reports, e.g. `nginx.unknown-directive`. */
export const CODES: readonly string[] = [...Object.keys(PLACED), ...Object.keys(BARE)].map((code) => `nginx.${code}`);
