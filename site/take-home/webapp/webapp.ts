import { goodsClasses } from './goods.ts';
import { demoServlet, type ServletPackage } from './servlet.ts';

/** Tells on System.out of sessions that come and go, where a web.xml names it. */
const listener = (servletPackage: ServletPackage) => `package demo;

import ${servletPackage}.servlet.http.HttpSessionEvent;
import ${servletPackage}.servlet.http.HttpSessionListener;

public class Listener implements HttpSessionListener {
    @Override
    public void sessionCreated(HttpSessionEvent event) {
        System.out.println("DEMO sessionCreated " + event.getSession().getId());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        System.out.println("DEMO sessionDestroyed " + event.getSession().getId());
    }
}
`;

/** Tomcat 7 knows Servlet 3.0, Tomcat 10.1 Servlet 6.0. */
const heads: Readonly<Record<ServletPackage, string>> = {
  javax: '<web-app xmlns="http://java.sun.com/xml/ns/javaee" version="3.0">',
  jakarta: '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">',
};

const webXml = (servletPackage: ServletPackage) => `<?xml version="1.0" encoding="UTF-8"?>
${heads[servletPackage]}
    <servlet>
        <servlet-name>demo</servlet-name>
        <servlet-class>demo.DemoServlet</servlet-class>
    </servlet>
    <servlet-mapping>
        <servlet-name>demo</servlet-name>
        <url-pattern>/</url-pattern>
    </servlet-mapping>
</web-app>
`;

/** The webapp's sources, by path below its folder in the zip. */
export const webappFiles = (servletPackage: ServletPackage): Record<string, string> => ({
  'WEB-INF/web.xml': webXml(servletPackage),
  'src/demo/DemoServlet.java': demoServlet(servletPackage),
  'src/demo/Listener.java': listener(servletPackage),
  ...Object.fromEntries(Object.entries(goodsClasses(servletPackage)).map(([name, text]) => [`src/demo/${name}`, text])),
});
