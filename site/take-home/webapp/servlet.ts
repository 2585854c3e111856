/** Whose servlets: `javax` up to Tomcat 9, `jakarta` from 10 on. */
export type ServletPackage = 'javax' | 'jakarta';

/** `changeSessionId` came with Servlet 3.1; a Tomcat 7 has none. */
const changeId = `        } else if (page.equals("/changeid")) {
            HttpSession session = request.getSession();
            String old = session.getId();
            show(response, "changed " + old + " -> " + request.changeSessionId());
`;

const servlet = `package demo;

import java.io.IOException;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import SERVLET.servlet.ServletException;
import SERVLET.servlet.http.HttpServlet;
import SERVLET.servlet.http.HttpServletRequest;
import SERVLET.servlet.http.HttpServletResponse;
import SERVLET.servlet.http.HttpSession;

/** The shop of the lab: each page is one line that says who the visitor is and what his session holds. */
public class DemoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/plain;charset=UTF-8");
        // The scripts read here which Tomcat has written a page.
        response.setHeader("X-Lab-Server", String.valueOf(System.getenv("LAB_SERVER")));
        String path = request.getServletPath();
        String page = request.getPathInfo() == null ? path : path + request.getPathInfo();
        if (page.equals("/hello")) {
            show(response, "hello (no session touched)");
        } else if (page.equals("/whoami")) {
            whoAmI(request, response);
        } else if (page.equals("/attrs")) {
            attributes(request, response);
        } else if (page.equals("/index")) {
            HttpSession session = request.getSession();
            show(response, "user=" + session.getAttribute("user") + " " + identity(session));
        } else if (page.equals("/login")) {
            HttpSession session = request.getSession();
            session.setAttribute("user", request.getParameter("user"));
            show(response, "logged in user=" + request.getParameter("user") + " " + identity(session));
        } else if (page.equals("/set")) {
            set(request, response);
        } else if (page.equals("/remove")) {
            HttpSession session = request.getSession();
            String name = String.valueOf(request.getParameter("k"));
            session.removeAttribute(name);
            show(response, "removed " + name + " sid=" + session.getId());
        } else if (page.equals("/count")) {
            count(request, response);
        } else if (page.equals("/put")) {
            put(request, response);
        } else if (page.equals("/mutate")) {
            mutate(request, response);
        } else if (page.equals("/invalidate")) {
            HttpSession session = request.getSession(false);
            if (session != null) session.invalidate();
            show(response, session == null ? "no session" : "invalidated");
        } else if (page.equals("/reinvalidate")) {
            request.getSession().invalidate();
            show(response, "after invalidate: " + identity(request.getSession()));
CHANGE_ID        } else if (page.equals("/timeout")) {
            HttpSession session = request.getSession();
            String seconds = request.getParameter("s");
            if (seconds != null) session.setMaxInactiveInterval(Integer.parseInt(seconds));
            show(response, "maxInactiveInterval=" + session.getMaxInactiveInterval() + " sid=" + session.getId());
        } else if (page.equals("/encode")) {
            request.getSession();
            show(response, "encodeURL=" + response.encodeURL("whoami") + " fromURL="
                    + request.isRequestedSessionIdFromURL() + " fromCookie=" + request.isRequestedSessionIdFromCookie());
        } else if (page.equals("/sleep")) {
            int ms = number(request, "ms", 1000);
            pause(ms);
            show(response, "slept " + ms);
        } else if (page.equals("/senderror")) {
            String message = request.getParameter("msg");
            response.sendError(number(request, "code", 500), message == null ? "" : message);
        } else if (page.equals("/boom")) {
            request.getSession();
            throw new RuntimeException("boom");
        } else if (page.equals("/boomio")) {
            throw new ServletException("wrapped", new IllegalStateException("root cause text"));
        } else if (page.equals("/late")) {
            late(request, response);
        } else {
            response.sendError(404);
        }
    }

    private void whoAmI(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) show(response, "user=" + session.getAttribute("user") + " " + identity(session));
        else show(response, "no session; requestedSid=" + request.getRequestedSessionId() + " valid="
                + request.isRequestedSessionIdValid() + " fromCookie=" + request.isRequestedSessionIdFromCookie());
    }

    private void attributes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null) {
            show(response, "no session");
            return;
        }
        TreeMap<String, Object> attributes = new TreeMap<String, Object>();
        for (String name : Collections.list(session.getAttributeNames())) {
            attributes.put(name, session.getAttribute(name));
        }
        show(response, "attrs=" + attributes + " " + identity(session) + " maxInactive="
                + session.getMaxInactiveInterval());
    }

    private void set(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        String name = String.valueOf(request.getParameter("k"));
        session.setAttribute(name, request.getParameter("v"));
        int slow = number(request, "slow", 0);
        boolean flushes = slow > 0 && request.getParameter("flush") != null;
        if (flushes) {
            show(response, "set " + name + " " + identity(session));
            response.flushBuffer();
        }
        pause(slow);
        if (!flushes) show(response, "set " + name + " " + identity(session));
    }

    /** Reads, then writes: of two requests at once, one is not counted. */
    private void count(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        Object before = session.getAttribute("count");
        int count = before instanceof Integer ? (Integer) before : 0;
        pause(number(request, "slow", 0));
        session.setAttribute("count", count + 1);
        show(response, "count=" + (count + 1) + " " + identity(session));
    }

    private void put(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String name = request.getParameter("k") == null ? "obj" : request.getParameter("k");
        Object value = Goods.make(String.valueOf(request.getParameter("class")));
        HttpSession session = request.getSession();
        session.setAttribute(name, value);
        show(response, "put " + name + "=" + value + " " + identity(session));
    }

    /** Changes what is in the session without telling it. */
    @SuppressWarnings("unchecked")
    private void mutate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        List<Object> list = (List<Object>) session.getAttribute("list");
        if (list == null) {
            list = new ArrayList<Object>();
            session.setAttribute("list", list);
        }
        list.add(request.getParameter("v"));
        show(response, "list=" + list + " (mutated in place, no setAttribute)");
    }

    /** Sends more than the buffer holds, and wants a session then. */
    private void late(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder filling = new StringBuilder();
        for (int i = 0; i < 20000; i++) filling.append('x');
        response.getWriter().write(filling.toString());
        show(response, identity(request.getSession()));
    }

    private static String identity(HttpSession session) {
        return "sid=" + session.getId() + " new=" + session.isNew();
    }

    private static void show(HttpServletResponse response, String page) throws IOException {
        response.getWriter().println(page);
    }

    private static int number(HttpServletRequest request, String name, int otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static void pause(int ms) {
        try {
            if (ms > 0) Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
`;

/** The demo webapp's one servlet, whose pages are those of the lab. */
export const demoServlet = (servletPackage: ServletPackage): string =>
  servlet.replace('CHANGE_ID', servletPackage === 'jakarta' ? changeId : '').replaceAll('SERVLET', servletPackage);
