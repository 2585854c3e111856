import { type Message, say } from './message.ts';

const manager = 'com.orangefunction.tomcat.redissessions.RedisSessionManager';
const sentinels = 'redis.clients.jedis.JedisSentinelPool.initSentinels';

/** What the Redis session manager and its Jedis log, in their own words (recorded, or read in the source). */
export const redisMessages = {
  'redis-attached': say('INFO', `${manager}.startInternal`, () => 'Attached to RedisSessionHandlerValve'),
  'redis-no-valve': say(
    'SEVERE',
    `${manager}.startInternal`,
    () =>
      'Unable to attach to session handling valve; sessions cannot be saved after the request without the valve starting properly.',
  ),
  'redis-serializer': say(
    'INFO',
    `${manager}.initializeSerializer`,
    (v) => `Attempting to use serializer :${v['class']}`,
  ),
  'redis-no-serializer': say('SEVERE', `${manager}.startInternal`, () => 'Unable to load serializer'),
  'redis-expiry': say('INFO', `${manager}.startInternal`, (v) => `Will expire sessions after ${v['seconds']} seconds`),
  'redis-null-session': say(
    'SEVERE',
    `${manager}.sessionFromSerializedData`,
    (v) => `Encountered serialized session ${v['id']} with data equal to NULL_SESSION. This is a bug.`,
  ),
  'redis-unable-to-deserialize': say(
    'SEVERE',
    `${manager}.sessionFromSerializedData`,
    () => 'Unable to deserialize into session',
  ),
  'redis-save-failed': say('SEVERE', `${manager}.saveInternal`, (v) => `${v['why']}`),
  'redis-store-failed': say('SEVERE', `${manager}.afterRequest`, () => 'Error storing/removing session'),
  'sentinel-trying': say('INFO', sentinels, () => 'Trying to find master from available Sentinels...'),
  'sentinel-down': say(
    'WARNING',
    sentinels,
    (v) => `Cannot connect to sentinel running @ ${v['sentinel']}. Trying next one.`,
  ),
  'sentinels-all-down': say(
    'SEVERE',
    sentinels,
    (v) => `All sentinels down, cannot determine where is ${v['master']} master is running... sleeping 1000ms.`,
  ),
} satisfies Record<string, Message>;
