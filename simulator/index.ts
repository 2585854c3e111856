// The public face of the simulator: what lessons, site and test may import.
export { visitorOf } from './client/chain.ts';
export { type Crowd, crowdOf, membersOf, type Origin, type Traffic } from './client/crowd.ts';
export { loginFor } from './client/read-page.ts';
export type { Script } from './client/script.ts';
export { inOrder, valueAt } from './core/shared-map.ts';
export type { Place, Problem, Range } from './core/text.ts';
export { decode as textOfBytes } from './core/utf8.ts';
export { forkWorld } from './engine/behaviours.ts';
export type { Moment } from './engine/checkpoints.ts';
export { type Expiry, expiriesIn } from './engine/expiries.ts';
export { completeIn } from './engine/kernel.ts';
export { logTextOf } from './engine/log.ts';
export { countUpTo, type Memory, type Notes } from './engine/notes.ts';
export { Recording } from './engine/record.ts';
export type { Replay } from './engine/replay.ts';
export { run } from './engine/run.ts';
export type { Strike } from './engine/strike.ts';
export type {
  Action,
  Chain,
  Host,
  HostName,
  Message,
  Note,
  Planned,
  PowerEvent,
  Scheduled,
  Visit,
  World,
} from './engine/world.ts';
export type { Progress, Watch } from './grading/always.ts';
export type {
  AlwaysCheck,
  Check,
  Exercise,
  FailingRun,
  Feedback,
  Finding,
  HostFile,
  Judgement,
  Prediction,
  RunCheck,
  Searched,
  SettingsCheck,
  Verdict,
} from './grading/exercise.ts';
export { type EditedFiles, grade, withFiles } from './grading/grade.ts';
export { shrunk } from './grading/shrink.ts';
export { type VisitStory, valuesOf, visitsOf } from './grading/visits.ts';
export { BOOTED_AT, boot, build, newVisitor, newWindow, server } from './lab/build.ts';
export { type ChangedRequest, type Comparison, compare, type Difference } from './lab/comparison.ts';
export { refusalOf, type StartFailure, startFailuresOf, webappFailureOf } from './lab/failures.ts';
export { webappSources } from './lab/java-sources.ts';
export { type ClassFiles, compiled, javac } from './lab/javac.ts';
export type { Lab, LabRedis, LabTerminals, LabTomcat, LabVisitor, TomcatVersion } from './lab/lab.ts';
export { type Act, ActReader, actOf } from './lab/link/act.ts';
export type {
  LabLink,
  LinkedRun,
  LinkProblem,
  LinkProblemCode,
} from './lab/link/link.ts';
export { type ReadLink, readLink } from './lab/link/read.ts';
export { type LinkField, linkFields } from './lab/link/write.ts';
export { Outcomes, outcomesOf, type RequestOutcome, type SessionOutcome } from './lab/outcome.ts';
export { Play, type PlayOutcome, type Scenario } from './lab/play.ts';
export { redisSetting } from './lab/redis-setting.ts';
export { stateHash } from './lab/state-hash.ts';
export { contextXml, nginxFiles, redisConf, serverXml, tomcatFiles, webXml } from './lab/stock.ts';
export { type Bucket, bucketsOf, isError, type Latency, Tally, type Totals, totalsOf } from './lab/totals.ts';
export { trafficAction, trafficPlan } from './lab/traffic.ts';
export { peerLifecycle } from './nginx/balance/peer.ts';
export { glob } from './nginx/conf/glob.ts';
export { load as loadNginx } from './nginx/load.ts';
export { masterLifecycle as nginxLifecycle } from './nginx/master-chart.ts';
export { taskIn as redisTaskIn } from './redis/computing.ts';
export { type Console as RedisConsole, openRedisConsole } from './redis/console/open.ts';
export type { Value as RedisValue } from './redis/host.ts';
export { serverLifecycle as redisLifecycle } from './redis/lifecycle.ts';
export { evictingAt } from './redis/memory.ts';
export type { CompletedLine } from './shell/complete.ts';
export type { Hint, HintCode } from './shell/hints.ts';
export type { ScreenLine } from './shell/state.ts';
export { type ShownTerminal, shownTerminal } from './shell/terminal.ts';
export { isSerializable, written as serialized } from './tomcat/java/serialization.ts';
export type { ClassData, Content as JavaContent, Decoded as DecodedJava } from './tomcat/java/stream/content.ts';
export { type JavaValue, sourceText, throwableText } from './tomcat/java/value.ts';
export { tomcatLifecycle } from './tomcat/lifecycle.ts';
export { levelOf as tomcatLogLevel } from './tomcat/log/lines.ts';
export { type SessionHome, sessionHomes } from './tomcat/session/homes.ts';
export { readSession, sessionObjects } from './tomcat/session/redis/envelope.ts';
