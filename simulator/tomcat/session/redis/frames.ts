import type { Throwable } from '../../java/value.ts';

const manager = 'com.orangefunction.tomcat.redissessions.RedisSessionManager';
const frame = (method: string, line: number) => `${manager}.${method}(RedisSessionManager.java:${line})`;

/** Places in the manager's source (2.0.0, commit bb72ab2) at which something can be thrown. */
export const managerFrames = {
  acquire: frame('acquireConnection', 203),
  acquireSelect: frame('acquireConnection', 206),
  createAcquire: frame('createSession', 343),
  createSetnx: frame('createSession', 353),
  find: frame('findSession', 434),
  findReading: frame('findSession', 436),
  loadAcquire: frame('loadSessionDataFromRedis', 504),
  loadGet: frame('loadSessionDataFromRedis', 505),
  saveAcquire: frame('save', 567),
  removeAcquire: frame('remove', 654),
  removeDel: frame('remove', 655),
  removeSession: frame('remove', 643),
  afterSaving: [frame('afterRequest', 670)],
  afterRemoving: [frame('afterRequest', 673)],
};

/** Beneath an exception of `readObject`: of JDK 17, where it says which field cannot take a value, and of the manager. */
export const deserializingFrames = ({ class: name }: Throwable): string[] => [
  ...(name === 'java.lang.ClassCastException'
    ? [
        'java.base/java.io.ObjectStreamClass$FieldReflector.setObjFieldValues(ObjectStreamClass.java:2096)',
        'java.base/java.io.ObjectStreamClass$FieldReflector.checkObjectFieldValueTypes(ObjectStreamClass.java:2060)',
        'java.base/java.io.ObjectStreamClass.checkObjFieldValueTypes(ObjectStreamClass.java:1347)',
        'java.base/java.io.ObjectInputStream$FieldValues.defaultCheckFieldValues(ObjectInputStream.java:2679)',
        'java.base/java.io.ObjectInputStream.readSerialData(ObjectInputStream.java:2486)',
        'java.base/java.io.ObjectInputStream.readOrdinaryObject(ObjectInputStream.java:2257)',
        'java.base/java.io.ObjectInputStream.readObject0(ObjectInputStream.java:1733)',
      ]
    : []),
  'java.base/java.io.ObjectInputStream.readObject(ObjectInputStream.java:509)',
  'java.base/java.io.ObjectInputStream.readObject(ObjectInputStream.java:467)',
  'org.apache.catalina.session.StandardSession.readObject(StandardSession.java:1608)',
  'org.apache.catalina.session.StandardSession.readObjectData(StandardSession.java:1074)',
  'com.orangefunction.tomcat.redissessions.RedisSession.readObjectData(RedisSession.java:116)',
  'com.orangefunction.tomcat.redissessions.JavaSerializer.deserializeInto(JavaSerializer.java:78)',
  frame('sessionFromSerializedData', 534),
];

const request = 'org.apache.catalina.connector.Request';

/** Tomcat 7.0.69 below the authenticator's look-up, as far as an error page shows it. */
export const authenticatorFrames: readonly string[] = [
  `${request}.doGetSession(Request.java:3022)`,
  `${request}.getSessionInternal(Request.java:2636)`,
  'org.apache.catalina.authenticator.AuthenticatorBase.invoke(AuthenticatorBase.java:430)',
  'com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve.invoke(RedisSessionHandlerValve.java:26)',
  'org.apache.catalina.valves.ErrorReportValve.invoke(ErrorReportValve.java:103)',
  'org.apache.catalina.connector.CoyoteAdapter.service(CoyoteAdapter.java:436)',
  'org.apache.coyote.http11.AbstractHttp11Processor.process(AbstractHttp11Processor.java:1078)',
  'org.apache.coyote.AbstractProtocol$AbstractConnectionHandler.process(AbstractProtocol.java:625)',
  'org.apache.tomcat.util.net.JIoEndpoint$SocketProcessor.run(JIoEndpoint.java:316)',
  'java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)',
  'java.base/java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:635)',
  'org.apache.tomcat.util.threads.TaskThread$WrappingRunnable.run(TaskThread.java:61)',
  'java.base/java.lang.Thread.run(Thread.java:840)',
];

/** `request.getSession(…)` in the servlet: of the look-up, and of the making of a new one. */
export const getSessionFrames = (what: 'find' | 'create', servlet: readonly string[]): string[] => [
  `${request}.doGetSession(Request.java:${what === 'find' ? 3022 : 3088})`,
  `${request}.getSession(Request.java:2415)`,
  `${request}Facade.getSession(RequestFacade.java:897)`,
  ...servlet,
];

/** Where the Valve has no manager: it fails after every request. */
export const orphanValveFrames: readonly string[] = [
  'com.orangefunction.tomcat.redissessions.RedisSessionHandlerValve.invoke(RedisSessionHandlerValve.java:28)',
  ...authenticatorFrames.slice(4),
];
