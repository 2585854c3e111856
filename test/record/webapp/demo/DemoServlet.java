package demo;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.*;
import java.io.*;
import java.util.*;

/** One servlet, its pages by path. Stack traces were recorded: what throws stays on its line (14, 60, 116, 117, 122). */
public class DemoServlet extends HttpServlet {
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String page = request.getServletPath();
    response.setContentType("text/plain;charset=UTF-8");
    HttpSession session = DEMANDING.contains(page) ? request.getSession(true) : null;
    PrintWriter out = response.getWriter();
    switch (page) {
      case "/hello" -> out.print("hello (no session touched)");
      case "/whoami" -> {
        HttpSession found = request.getSession(false);
        if (found != null) out.print("user=" + found.getAttribute("user") + " " + identity(found));
        else
          out.print(
              "no session; requestedSid=" + request.getRequestedSessionId()
                  + " valid=" + request.isRequestedSessionIdValid()
                  + " fromCookie=" + request.isRequestedSessionIdFromCookie());
      }
      case "/attrs" -> {
        HttpSession found = request.getSession(false);
        if (found == null) out.print("no session");
        else out.print("attrs=" + attributes(found) + " " + identity(found) + " maxInactive=" + found.getMaxInactiveInterval());
      }
      case "/index" -> out.print("user=" + session.getAttribute("user") + " " + identity(session));
      case "/login" -> {
        String user = request.getParameter("user");
        session.setAttribute("user", user);
        out.print("logged in user=" + user + " " + identity(session));
      }
      case "/set" -> {
        String name = request.getParameter("k");
        session.setAttribute(name, request.getParameter("v"));
        out.print("set " + name + " " + identity(session));
        if (request.getParameter("flush") != null) response.flushBuffer();
        pause(number(request, "slow", 0));
      }
      case "/remove" -> {
        session.removeAttribute(request.getParameter("k"));
        out.print("removed " + request.getParameter("k") + " sid=" + session.getId());
      }
      case "/count" -> {
        Integer before = (Integer) session.getAttribute("count");
        pause(number(request, "slow", 0));
        int count = before == null ? 1 : before + 1;
        session.setAttribute("count", count);
        out.print("count=" + count + " " + identity(session));
      }
      case "/put" -> {
        String name = request.getParameter("k") == null ? "obj" : request.getParameter("k");
        Object value = Samples.of(request.getParameter("class"));
        // Line 60 is next.
        session.setAttribute(name, value);
        out.print("put " + name + "=" + value + " " + identity(session));
      }
      case "/mutate" -> {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) session.getAttribute("list");
        if (list == null) session.setAttribute("list", list = new ArrayList<>());
        list.add(request.getParameter("v"));
        out.print("list=" + list + " (mutated in place, no setAttribute)");
      }
      case "/invalidate" -> {
        HttpSession found = request.getSession(false);
        if (found != null) found.invalidate();
        out.print(found == null ? "no session" : "invalidated");
      }
      case "/reinvalidate" -> {
        session.invalidate();
        out.print("after invalidate: " + identity(request.getSession(true)));
      }
      case "/changeid" -> {
        String old = session.getId();
        out.print("changed " + old + " -> " + request.changeSessionId());
      }
      case "/timeout" -> {
        if (request.getParameter("s") != null) session.setMaxInactiveInterval(number(request, "s", 0));
        out.print("maxInactiveInterval=" + session.getMaxInactiveInterval() + " sid=" + session.getId());
      }
      case "/encode" ->
          out.print(
              "encodeURL=" + response.encodeURL("whoami")
                  + " fromURL=" + request.isRequestedSessionIdFromURL()
                  + " fromCookie=" + request.isRequestedSessionIdFromCookie());
      case "/sleep" -> {
        int ms = number(request, "ms", 1000);
        pause(ms);
        out.print("slept " + ms);
      }
      case "/senderror" -> response.sendError(number(request, "code", 500), request.getParameter("msg"));
















      // Lines 116, 117 and 122 are next.

      case "/boom" -> throw new RuntimeException("boom");
      case "/boomio" -> throw new ServletException("wrapped", new IllegalStateException("root cause text"));
      case "/late" -> {
        out.write("x".repeat(20_000));
        out.flush();

        request.getSession(true);
      }
      default -> response.sendError(404);
    }
  }

  private static final Set<String> DEMANDING =
      Set.of(
          "/index", "/login", "/set", "/remove", "/count", "/put", "/mutate", "/reinvalidate", "/changeid", "/timeout",
          "/encode", "/boom");

  private static String identity(HttpSession session) {
    return "sid=" + session.getId() + " new=" + session.isNew();
  }

  private static Map<String, Object> attributes(HttpSession session) {
    Map<String, Object> all = new TreeMap<>();
    for (String name : Collections.list(session.getAttributeNames())) all.put(name, session.getAttribute(name));
    return all;
  }

  private static int number(HttpServletRequest request, String name, int otherwise) {
    String text = request.getParameter(name);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static void pause(int ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
