/** The versions that can be started: the guide's, and today's. */
export type RedisVersion = '3.2.1' | '7.0.15';

/** What a version knows of a command: what COMMAND INFO tells, and the gate asks. */
export interface CommandSpec {
  name: string;
  /** Words including the name; negative: at least so many. */
  arity: number;
  /** One letter each, see `flagNames`. */
  flags: string;
  /** Where the keys stand in the argument list: first, last (negative: from the end), step; 0: none. */
  keys: readonly [first: number, last: number, step: number];
  subcommands?: ReadonlyMap<string, CommandSpec>;
}

/** The letters of 3.2.1's own table (server.c), and further ones for what 7.0 added. */
export const flagNames: Readonly<Record<string, string>> = {
  w: 'write',
  r: 'readonly',
  m: 'denyoom',
  a: 'admin',
  p: 'pubsub',
  s: 'noscript',
  R: 'random',
  S: 'sort_for_script',
  l: 'loading',
  t: 'stale',
  M: 'skip_monitor',
  k: 'asking',
  F: 'fast',
  o: 'movablekeys',
  b: 'blocking',
  y: 'no_async_loading',
  x: 'no_mandatory_keys',
  B: 'allow_busy',
  g: 'skip_slowlog',
  n: 'no_multi',
  N: 'no_auth',
};

/** A command's specification, by its name in any case. */
export function specOf(version: RedisVersion, name: string): CommandSpec | undefined {
  const { specs, inCapitals } = tables[version];
  return specs.get(name) ?? inCapitals.get(name) ?? specs.get(name.toLowerCase());
}

/** Every command of a version, by name. */
export const commandsOf = (version: RedisVersion): ReadonlyMap<string, CommandSpec> => tables[version].specs;

/** Name, then arity, flags and key positions in 3.2.1 and in 7.0.15; `-`: unknown there, `=`: as in 3.2.1. As COMMAND of both programs tells. */
const rows = `
acl               -                   -2 - 0,0,0
append            3 wm 1,1,1          3 wmF 1,1,1
asking            1 F 0,0,0           =
auth              2 sltF 0,0,0        -2 sltFBN 0,0,0
bgrewriteaof      1 a 0,0,0           1 asy 0,0,0
bgsave            1 a 0,0,0           -1 asy 0,0,0
bitcount          -2 r 1,1,1          =
bitfield          -2 wm 1,1,1         =
bitfield_ro       -                   -2 rF 1,1,1
bitop             -4 wm 2,-1,1        =
bitpos            -3 r 1,1,1          =
blmove            -                   6 wmsb 1,2,1
blmpop            -                   -5 wob 0,0,0
blpop             -3 ws 1,-2,1        -3 wsb 1,-2,1
brpop             -3 ws 1,1,1         -3 wsb 1,-2,1
brpoplpush        4 wms 1,2,1         4 wmsb 1,2,1
bzmpop            -                   -5 wob 0,0,0
bzpopmax          -                   -3 wsFb 1,-2,1
bzpopmin          -                   -3 wsFb 1,-2,1
client            -2 as 0,0,0         -2 - 0,0,0
cluster           -2 a 0,0,0          -2 - 0,0,0
command           0 lt 0,0,0          -1 lt 0,0,0
config            -2 alt 0,0,0        -2 - 0,0,0
copy              -                   -3 wm 1,2,1
dbsize            1 rF 0,0,0          =
debug             -1 as 0,0,0         -2 aslt 0,0,0
decr              2 wmF 1,1,1         =
decrby            3 wmF 1,1,1         =
del               -2 w 1,-1,1         =
discard           1 sF 0,0,0          1 sltFB 0,0,0
dump              2 r 1,1,1           =
echo              2 F 0,0,0           2 ltF 0,0,0
eval              -3 so 0,0,0         -3 stMox 0,0,0
eval_ro           -                   -3 rstMox 0,0,0
evalsha           -3 so 0,0,0         -3 stMox 0,0,0
evalsha_ro        -                   -3 rstMox 0,0,0
exec              1 sM 0,0,0          1 sltg 0,0,0
exists            -2 rF 1,-1,1        =
expire            3 wF 1,1,1          -3 wF 1,1,1
expireat          3 wF 1,1,1          -3 wF 1,1,1
expiretime        -                   2 rF 1,1,1
failover          -                   -1 ast 0,0,0
fcall             -                   -3 stMox 0,0,0
fcall_ro          -                   -3 rstMox 0,0,0
flushall          1 w 0,0,0           -1 w 0,0,0
flushdb           1 w 0,0,0           -1 w 0,0,0
function          -                   -2 - 0,0,0
geoadd            -5 wm 1,1,1         =
geodist           -4 r 1,1,1          =
geohash           -2 r 1,1,1          =
geopos            -2 r 1,1,1          =
georadius         -6 w 1,1,1          -6 wmo 1,1,1
georadius_ro      -                   -6 r 1,1,1
georadiusbymember -5 w 1,1,1          -5 wmo 1,1,1
georadiusbymember_ro -                  -5 r 1,1,1
geosearch         -                   -7 r 1,1,1
geosearchstore    -                   -8 wm 1,2,1
get               2 rF 1,1,1          =
getbit            3 rF 1,1,1          =
getdel            -                   2 wF 1,1,1
getex             -                   -2 wF 1,1,1
getrange          4 r 1,1,1           =
getset            3 wm 1,1,1          3 wmF 1,1,1
hdel              -3 wF 1,1,1         =
hello             -                   -1 sltFBN 0,0,0
hexists           3 rF 1,1,1          =
hget              3 rF 1,1,1          =
hgetall           2 r 1,1,1           =
hincrby           4 wmF 1,1,1         =
hincrbyfloat      4 wmF 1,1,1         =
hkeys             2 rS 1,1,1          2 r 1,1,1
hlen              2 rF 1,1,1          =
hmget             -3 r 1,1,1          -3 rF 1,1,1
hmset             -4 wm 1,1,1         -4 wmF 1,1,1
hrandfield        -                   -2 r 1,1,1
hscan             -3 rR 1,1,1         -3 r 1,1,1
hset              4 wmF 1,1,1         -4 wmF 1,1,1
hsetnx            4 wmF 1,1,1         =
hstrlen           3 rF 1,1,1          =
hvals             2 rS 1,1,1          2 r 1,1,1
incr              2 wmF 1,1,1         =
incrby            3 wmF 1,1,1         =
incrbyfloat       3 wmF 1,1,1         =
info              -1 lt 0,0,0         =
keys              2 rS 0,0,0          2 r 0,0,0
lastsave          1 RF 0,0,0          1 ltF 0,0,0
latency           -2 aslt 0,0,0       -2 - 0,0,0
lcs               -                   -3 r 1,2,1
lindex            3 r 1,1,1           =
linsert           5 wm 1,1,1          =
llen              2 rF 1,1,1          =
lmove             -                   5 wm 1,2,1
lmpop             -                   -4 wo 0,0,0
lolwut            -                   -1 rF 0,0,0
lpop              2 wF 1,1,1          -2 wF 1,1,1
lpos              -                   -3 r 1,1,1
lpush             -3 wmF 1,1,1        =
lpushx            3 wmF 1,1,1         -3 wmF 1,1,1
lrange            4 r 1,1,1           =
lrem              4 w 1,1,1           =
lset              4 wm 1,1,1          =
ltrim             4 w 1,1,1           =
memory            -                   -2 - 0,0,0
mget              -2 r 1,-1,1         -2 rF 1,-1,1
migrate           -6 wo 0,0,0         -6 wo 3,3,1
module            -                   -2 - 0,0,0
monitor           1 as 0,0,0          1 aslt 0,0,0
move              3 wF 1,1,1          =
mset              -3 wm 1,-1,2        =
msetnx            -3 wm 1,-1,2        =
multi             1 sF 0,0,0          1 sltFB 0,0,0
object            3 r 2,2,2           -2 - 0,0,0
persist           2 wF 1,1,1          =
pexpire           3 wF 1,1,1          -3 wF 1,1,1
pexpireat         3 wF 1,1,1          -3 wF 1,1,1
pexpiretime       -                   2 rF 1,1,1
pfadd             -2 wmF 1,1,1        =
pfcount           -2 r 1,-1,1         =
pfdebug           -3 w 0,0,0          3 wma 2,2,1
pfmerge           -2 wm 1,-1,1        =
pfselftest        1 a 0,0,0           =
ping              -1 tF 0,0,0         -1 F 0,0,0
psetex            4 wm 1,1,1          =
psubscribe        -2 pslt 0,0,0       =
psync             3 ras 0,0,0         -3 asyn 0,0,0
pttl              2 rF 1,1,1          =
publish           3 pltF 0,0,0        =
pubsub            -2 pRlt 0,0,0       -2 - 0,0,0
punsubscribe      -1 pslt 0,0,0       =
quit              -                   -1 sltFBN 0,0,0
randomkey         1 rR 0,0,0          1 r 0,0,0
readonly          1 F 0,0,0           1 ltF 0,0,0
readwrite         1 F 0,0,0           1 ltF 0,0,0
rename            3 w 1,2,1           =
renamenx          3 wF 1,2,1          =
replconf          -1 aslt 0,0,0       -1 asltB 0,0,0
replicaof         -                   3 asty 0,0,0
reset             -                   1 sltFBN 0,0,0
restore           -4 wm 1,1,1         =
restore-asking    -4 wmk 1,1,1        =
role              1 slt 0,0,0         1 sltF 0,0,0
rpop              2 wF 1,1,1          -2 wF 1,1,1
rpoplpush         3 wm 1,2,1          =
rpush             -3 wmF 1,1,1        =
rpushx            3 wmF 1,1,1         -3 wmF 1,1,1
sadd              -3 wmF 1,1,1        =
save              1 as 0,0,0          1 asyn 0,0,0
scan              -2 rR 0,0,0         -2 r 0,0,0
scard             2 rF 1,1,1          =
script            -2 s 0,0,0          -2 - 0,0,0
sdiff             -2 rS 1,-1,1        -2 r 1,-1,1
sdiffstore        -3 wm 1,-1,1        =
select            2 lF 0,0,0          2 ltF 0,0,0
set               -3 wm 1,1,1         =
setbit            4 wm 1,1,1          =
setex             4 wm 1,1,1          =
setnx             3 wmF 1,1,1         =
setrange          4 wm 1,1,1          =
shutdown          -1 alt 0,0,0        -1 asltBn 0,0,0
sinter            -2 rS 1,-1,1        -2 r 1,-1,1
sintercard        -                   -3 ro 0,0,0
sinterstore       -3 wm 1,-1,1        =
sismember         3 rF 1,1,1          =
slaveof           3 ast 0,0,0         3 asty 0,0,0
slowlog           -2 a 0,0,0          -2 - 0,0,0
smembers          2 rS 1,1,1          2 r 1,1,1
smismember        -                   -3 rF 1,1,1
smove             4 wF 1,2,1          =
sort              -2 wmo 1,1,1        =
sort_ro           -                   -2 ro 1,1,1
spop              -2 wRF 1,1,1        -2 wF 1,1,1
spublish          -                   3 pltF 1,1,1
srandmember       -2 rR 1,1,1         -2 r 1,1,1
srem              -3 wF 1,1,1         =
sscan             -3 rR 1,1,1         -3 r 1,1,1
ssubscribe        -                   -2 pslt 1,-1,1
strlen            2 rF 1,1,1          =
subscribe         -2 pslt 0,0,0       =
substr            4 r 1,1,1           =
sunion            -2 rS 1,-1,1        -2 r 1,-1,1
sunionstore       -3 wm 1,-1,1        =
sunsubscribe      -                   -1 pslt 1,-1,1
swapdb            -                   3 wF 0,0,0
sync              1 ras 0,0,0         1 asyn 0,0,0
time              1 RF 0,0,0          1 ltF 0,0,0
touch             -2 rF 1,1,1         -2 rF 1,-1,1
ttl               2 rF 1,1,1          =
type              2 rF 1,1,1          =
unlink            -                   -2 wF 1,-1,1
unsubscribe       -1 pslt 0,0,0       =
unwatch           1 sF 0,0,0          1 sltFB 0,0,0
wait              3 s 0,0,0           =
watch             -2 sF 1,-1,1        -2 sltFB 1,-1,1
xack              -                   -4 wF 1,1,1
xadd              -                   -5 wmF 1,1,1
xautoclaim        -                   -6 wF 1,1,1
xclaim            -                   -6 wF 1,1,1
xdel              -                   -3 wF 1,1,1
xgroup            -                   -2 - 0,0,0
xinfo             -                   -2 - 0,0,0
xlen              -                   2 rF 1,1,1
xpending          -                   -3 r 1,1,1
xrange            -                   -4 r 1,1,1
xread             -                   -4 rob 0,0,0
xreadgroup        -                   -7 wob 0,0,0
xrevrange         -                   -4 r 1,1,1
xsetid            -                   -3 wmF 1,1,1
xtrim             -                   -4 w 1,1,1
zadd              -4 wmF 1,1,1        =
zcard             2 rF 1,1,1          =
zcount            4 rF 1,1,1          =
zdiff             -                   -3 ro 0,0,0
zdiffstore        -                   -4 wmo 1,1,1
zincrby           4 wmF 1,1,1         =
zinter            -                   -3 ro 0,0,0
zintercard        -                   -3 ro 0,0,0
zinterstore       -4 wmo 0,0,0        -4 wmo 1,1,1
zlexcount         4 rF 1,1,1          =
zmpop             -                   -4 wo 0,0,0
zmscore           -                   -3 rF 1,1,1
zpopmax           -                   -2 wF 1,1,1
zpopmin           -                   -2 wF 1,1,1
zrandmember       -                   -2 r 1,1,1
zrange            -4 r 1,1,1          =
zrangebylex       -4 r 1,1,1          =
zrangebyscore     -4 r 1,1,1          =
zrangestore       -                   -5 wm 1,2,1
zrank             3 rF 1,1,1          =
zrem              -3 wF 1,1,1         =
zremrangebylex    4 w 1,1,1           =
zremrangebyrank   4 w 1,1,1           =
zremrangebyscore  4 w 1,1,1           =
zrevrange         -4 r 1,1,1          =
zrevrangebylex    -4 r 1,1,1          =
zrevrangebyscore  -4 r 1,1,1          =
zrevrank          3 rF 1,1,1          =
zscan             -3 rR 1,1,1         -3 r 1,1,1
zscore            3 rF 1,1,1          =
zunion            -                   -3 ro 0,0,0
zunionstore       -4 wmo 0,0,0        -4 wmo 1,1,1
`;

/** The subcommands that 7.0.15 knows as commands of their own: name, arity, flags. */
const subcommandRows: Readonly<Record<string, string>> = {
  acl: 'cat:-2:slt deluser:-3:aslt dryrun:-4:aslt genpass:-2:slt getuser:3:aslt help:2:lt list:2:aslt load:2:aslt log:-2:aslt save:2:aslt setuser:-3:aslt users:2:aslt whoami:2:slt',
  client:
    'caching:3:slt getname:2:slt getredir:2:slt help:2:lt id:2:slt info:2:slt kill:-3:aslt list:-2:aslt no-evict:3:aslt pause:-3:aslt reply:3:slt setname:3:slt tracking:-3:slt trackinginfo:2:slt unblock:-3:aslt unpause:2:aslt',
  cluster:
    'addslots:-3:aty addslotsrange:-4:aty bumpepoch:2:aty count-failure-reports:3:at countkeysinslot:3:t delslots:-3:aty delslotsrange:-4:aty failover:-2:aty flushslots:2:aty forget:3:aty getkeysinslot:4:t help:2:lt info:2:t keyslot:3:t links:2:t meet:-4:aty myid:2:t nodes:2:t replicas:3:at replicate:3:aty reset:-2:ast saveconfig:2:aty set-config-epoch:3:aty setslot:-4:aty shards:2:t slaves:3:at slots:2:t',
  command: 'count:2:lt docs:-2:lt getkeys:-4:lt getkeysandflags:-4:lt help:2:lt info:-2:lt list:-2:lt',
  config: 'get:-3:aslt help:2:lt resetstat:2:aslt rewrite:2:aslt set:-4:aslt',
  function: 'delete:3:ws dump:2:s flush:-2:ws help:2:lt kill:2:sB list:-2:s load:-3:wms restore:-3:wms stats:2:sB',
  latency: 'doctor:2:aslt graph:3:aslt help:2:lt histogram:-2:aslt history:3:aslt latest:2:aslt reset:-2:aslt',
  memory: 'doctor:2:- help:2:lt malloc-stats:2:- purge:2:- stats:2:- usage:-3:r',
  module: 'help:2:lt list:2:as load:-3:asy loadex:-3:asy unload:3:asy',
  object: 'encoding:3:r freq:3:r help:2:lt idletime:3:r refcount:3:r',
  pubsub: 'channels:-2:plt help:2:lt numpat:2:plt numsub:-2:plt shardchannels:-2:plt shardnumsub:-2:plt',
  script: 'debug:3:s exists:-3:s flush:-2:s help:2:lt kill:2:sB load:3:st',
  slowlog: 'get:-2:alt help:2:lt len:2:alt reset:2:alt',
  xgroup: 'create:-5:wm createconsumer:5:wm delconsumer:5:w destroy:4:w help:2:lt setid:-5:w',
  xinfo: 'consumers:4:r groups:3:r help:2:lt stream:-3:r',
};

interface Table {
  specs: ReadonlyMap<string, CommandSpec>;
  /** As most clients write them: found without folding. */
  inCapitals: ReadonlyMap<string, CommandSpec>;
}

const tables: Readonly<Record<RedisVersion, Table>> = {
  '3.2.1': readRows(0),
  '7.0.15': readRows(1),
};

function readRows(column: 0 | 1): Table {
  const specs = rows
    .trim()
    .split('\n')
    .flatMap((row): [string, CommandSpec][] => {
      const [name = '', ...words] = row.split(/\s+/);
      const [old, now] = words[0] === '-' ? [[], words.slice(1)] : [words.slice(0, 3), words.slice(3)];
      const [arity, flags = '', keys = ''] = column === 0 || now[0] === '=' ? old : now;
      if (arity === undefined || arity === '-') return [];
      const [first = 0, last = 0, step = 0] = keys.split(',').map(Number);
      const subcommands = column === 1 ? readSubcommands(name) : undefined;
      const spec = { name, arity: Number(arity), flags: flags.replace('-', ''), keys: [first, last, step] as const };
      return [[name, subcommands ? { ...spec, subcommands } : spec]];
    });
  return { specs: new Map(specs), inCapitals: new Map(specs.map(([name, spec]) => [name.toUpperCase(), spec])) };
}

function readSubcommands(container: string): ReadonlyMap<string, CommandSpec> | undefined {
  const row = subcommandRows[container];
  if (row === undefined) return undefined;
  return new Map(
    row.split(' ').map((word) => {
      const [name = '', arity, flags = ''] = word.split(':');
      const spec = { name: `${container}|${name}`, arity: Number(arity), flags: flags.replace('-', '') };
      return [name, { ...spec, keys: [0, 0, 0] }];
    }),
  );
}
