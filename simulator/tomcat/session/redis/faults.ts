import type { JarVersions } from '../../conf/libraries.ts';
import type { Throwable } from '../../java/value.ts';

/** What can go wrong on a connection. */
export type LinkFault = 'closed' | 'read-timeout' | 'connect-timeout' | 'refused';

const jedis = 'redis.clients.jedis';
const exceptions = `${jedis}.exceptions`;

/** An error reply (JedisDataException), thrown where the command was given. */
export const dataException = (text: string, argv: readonly string[], version: JarVersions['jedis']): Throwable => ({
  class: `${exceptions}.JedisDataException`,
  message: text,
  frames:
    version === '2.5'
      ? [
          `${jedis}.Protocol.processError(Protocol.java:113)`,
          `${jedis}.Protocol.process(Protocol.java:131)`,
          ...readFrames(argv, version),
        ]
      : [
          `${jedis}.Protocol.processError(Protocol.java:127)`,
          `${jedis}.Protocol.process(Protocol.java:161)`,
          ...readFrames(argv, version),
        ],
});

/** The connection ended, or nothing came in time, where a reply was expected. */
export function readException(
  fault: 'closed' | 'read-timeout',
  argv: readonly string[],
  version: JarVersions['jedis'],
): Throwable {
  const read = readFrames(argv, version);
  if (fault === 'read-timeout') {
    const cause: Throwable = {
      class: 'java.net.SocketTimeoutException',
      message: 'Read timed out',
      frames: [
        'java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:288)',
        'java.base/sun.nio.ch.NioSocketImpl.implRead(NioSocketImpl.java:314)',
        'java.base/sun.nio.ch.NioSocketImpl.read(NioSocketImpl.java:355)',
        'java.base/sun.nio.ch.NioSocketImpl$1.read(NioSocketImpl.java:808)',
        'java.base/java.net.Socket$SocketInputStream.read(Socket.java:966)',
        'java.base/java.io.InputStream.read(InputStream.java:218)',
        'redis.clients.util.RedisInputStream.fill(RedisInputStream.java:109)',
        'redis.clients.util.RedisInputStream.readByte(RedisInputStream.java:45)',
        `${jedis}.Protocol.process(Protocol.java:129)`,
        ...read,
      ],
    };
    return connectionException(
      `${cause.class}: ${cause.message}`,
      [`${jedis}.Protocol.process(Protocol.java:144)`, ...read],
      cause,
    );
  }
  return version === '2.5'
    ? connectionException('It seems like server has closed the connection.', [
        'redis.clients.util.RedisInputStream.readLine(RedisInputStream.java:90)',
        `${jedis}.Protocol.processInteger(Protocol.java:179)`,
        `${jedis}.Protocol.process(Protocol.java:135)`,
        ...read,
      ])
    : connectionException('Unexpected end of stream.', [
        'redis.clients.util.RedisInputStream.ensureFill(RedisInputStream.java:199)',
        'redis.clients.util.RedisInputStream.readByte(RedisInputStream.java:40)',
        `${jedis}.Protocol.process(Protocol.java:151)`,
        ...read,
      ]);
}

/** `Could not get a resource from the pool`, and why. */
export const poolException = (cause: Throwable): Throwable =>
  connectionException(
    'Could not get a resource from the pool',
    ['redis.clients.util.Pool.getResource(Pool.java:42)', ...getResourceFrames],
    {
      ...cause,
      frames: [...(cause.frames ?? []), ...borrowFrames],
      ...(cause.cause ? { cause: { ...cause.cause, frames: [...(cause.cause.frames ?? []), ...borrowFrames] } } : {}),
    },
  );

/** A connection could not be made. */
export function connectException(name: string, message: string): Throwable {
  const cause: Throwable = {
    class: name,
    message,
    frames: [
      ...(name === 'java.net.ConnectException' ? socketFrames : []),
      `${jedis}.Connection.connect(Connection.java:144)`,
      ...connectFrames,
    ],
  };
  return connectionException(
    `${name}: ${message}`,
    [`${jedis}.Connection.connect(Connection.java:150)`, ...connectFrames],
    cause,
  );
}

/** A port that is no port: thrown before anything is tried, and by no means an IOException. */
export const portException = (port: number): Throwable => ({
  class: 'java.lang.IllegalArgumentException',
  message: `port out of range:${port}`,
  frames: [
    'java.base/java.net.InetSocketAddress.checkPort(InetSocketAddress.java:152)',
    'java.base/java.net.InetSocketAddress.<init>(InetSocketAddress.java:233)',
    `${jedis}.Connection.connect(Connection.java:144)`,
    ...connectFrames,
  ],
});

/** AUTH was refused, or got no answer. */
export const authException = (thrown: Throwable): Throwable =>
  withFrames(thrown, [`${jedis}.JedisFactory.makeObject(JedisFactory.java:67)`]);

/** Nobody gave a connection back in time, or none was to be waited for. */
export const exhaustedException = (message: string): Throwable => ({
  class: 'java.util.NoSuchElementException',
  message,
});

/** The exception with the callers' frames below its own, and below those of its causes. */
export function withFrames(thrown: Throwable, callers: readonly string[]): Throwable {
  const whole: Throwable = { ...thrown, frames: [...(thrown.frames ?? []), ...callers] };
  if (thrown.cause) whole.cause = withFrames(thrown.cause, callers);
  return whole;
}

function connectionException(message: string, frames: string[], cause?: Throwable): Throwable {
  const thrown: Throwable = { class: `${exceptions}.JedisConnectionException`, message, frames };
  return cause ? { ...thrown, cause } : thrown;
}

const getResourceFrames = [
  `${jedis}.JedisPool.getResource(JedisPool.java:84)`,
  `${jedis}.JedisPool.getResource(JedisPool.java:10)`,
];

const borrowFrames = [
  'org.apache.commons.pool2.impl.GenericObjectPool.create(GenericObjectPool.java:836)',
  'org.apache.commons.pool2.impl.GenericObjectPool.borrowObject(GenericObjectPool.java:434)',
  'org.apache.commons.pool2.impl.GenericObjectPool.borrowObject(GenericObjectPool.java:361)',
  'redis.clients.util.Pool.getResource(Pool.java:40)',
  ...getResourceFrames,
];

const connectFrames = [
  `${jedis}.BinaryClient.connect(BinaryClient.java:71)`,
  `${jedis}.BinaryJedis.connect(BinaryJedis.java:1783)`,
  `${jedis}.JedisFactory.makeObject(JedisFactory.java:65)`,
];

const socketFrames = [
  'java.base/sun.nio.ch.Net.pollConnect(Native Method)',
  'java.base/sun.nio.ch.Net.pollConnectNow(Net.java:672)',
  'java.base/sun.nio.ch.NioSocketImpl.timedFinishConnect(NioSocketImpl.java:547)',
  'java.base/sun.nio.ch.NioSocketImpl.connect(NioSocketImpl.java:602)',
  'java.base/java.net.SocksSocketImpl.connect(SocksSocketImpl.java:327)',
  'java.base/java.net.Socket.connect(Socket.java:633)',
];

/** From the reading of a reply up to the method that was called on Jedis. */
function readFrames([name = '']: readonly string[], version: JarVersions['jedis']): string[] {
  const { reply, method } = methods[name] ?? {
    reply: 'getStatusCodeReply',
    method: `BinaryJedis.${name.toLowerCase()}(BinaryJedis.java)`,
  };
  return version === '2.5'
    ? [
        `${jedis}.Protocol.read(Protocol.java:200)`,
        `${jedis}.Connection.readProtocolWithCheckingBroken(Connection.java:285)`,
        `${jedis}.Connection.${reply}(Connection.java:${replyLines[reply]})`,
        `${jedis}.${method}`,
      ]
    : [
        `${jedis}.Protocol.read(Protocol.java:215)`,
        `${jedis}.Connection.readProtocolWithCheckingBroken(Connection.java:340)`,
        `${jedis}.Connection.${reply}(Connection.java:259)`,
        `${jedis}.${name === 'GET' ? 'BinaryJedis.get(BinaryJedis.java:244)' : method}`,
      ];
}

const replyLines: Readonly<Record<string, number>> = {
  getBinaryBulkReply: 204,
  getStatusCodeReply: 184,
  getIntegerReply: 210,
};

/** Jedis 2.5.2's methods for the manager's commands. */
const methods: Readonly<Record<string, { reply: string; method: string }>> = {
  GET: { reply: 'getBinaryBulkReply', method: 'BinaryJedis.get(BinaryJedis.java:120)' },
  AUTH: { reply: 'getStatusCodeReply', method: 'BinaryJedis.auth(BinaryJedis.java:2193)' },
  SELECT: { reply: 'getStatusCodeReply', method: 'BinaryJedis.select(BinaryJedis.java:523)' },
  SETNX: { reply: 'getIntegerReply', method: 'BinaryJedis.setnx(BinaryJedis.java:606)' },
  DEL: { reply: 'getIntegerReply', method: 'Jedis.del(Jedis.java:130)' },
};
