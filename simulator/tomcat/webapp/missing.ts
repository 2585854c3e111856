import type { Throwable } from '../java/value.ts';
import { log } from '../log/note.ts';
import type { Call, Outcome } from './call.ts';

/** A servlet whose class is not there: found out at the first request to it. */
export function missingServlet({ duty: { host, out, thread } }: Call, name: string, className: string): Outcome {
  const cause: Throwable = {
    class: 'java.lang.ClassNotFoundException',
    message: className,
    frames: [...loaderFrames, ...valveFrames],
  };
  log(out, thread, 'servlet-unavailable', { servlet: name });
  log(out, thread, 'servlet-allocate', { servlet: name }, cause);
  const message = host.traits.brackets
    ? `Error instantiating servlet class [${className}]`
    : `Error instantiating servlet class ${className}`;
  return {
    kind: 'thrown',
    thrown: { class: `${host.traits.servletPackage}.servlet.ServletException`, message, frames: valveFrames, cause },
  };
}

const loaderFrames = [
  'org.apache.catalina.loader.WebappClassLoaderBase.loadClass(WebappClassLoaderBase.java:1467)',
  'org.apache.catalina.loader.WebappClassLoaderBase.loadClass(WebappClassLoaderBase.java:1276)',
];

/** The stack of Tomcat 10.1.60 below a servlet. */
const valveFrames = [
  'org.apache.catalina.authenticator.AuthenticatorBase.invoke(AuthenticatorBase.java:540)',
  'org.apache.catalina.valves.ErrorReportValve.invoke(ErrorReportValve.java:86)',
  'org.apache.catalina.connector.CoyoteAdapter.service(CoyoteAdapter.java:348)',
  'org.apache.coyote.http11.Http11Processor.service(Http11Processor.java:410)',
  'org.apache.coyote.AbstractProcessorLight.process(AbstractProcessorLight.java:71)',
  'org.apache.coyote.AbstractProtocol$ConnectionHandler.process(AbstractProtocol.java:1307)',
  'org.apache.tomcat.util.net.NioEndpoint$SocketProcessor.doRun(NioEndpoint.java:2197)',
  'org.apache.tomcat.util.net.SocketProcessorBase.run(SocketProcessorBase.java:74)',
  'org.apache.tomcat.util.threads.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:976)',
  'org.apache.tomcat.util.threads.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:494)',
  'org.apache.tomcat.util.threads.TaskThread$WrappingRunnable.run(TaskThread.java:80)',
  'java.base/java.lang.Thread.run(Thread.java:840)',
];
