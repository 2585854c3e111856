package bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingDeque;

import jakarta.servlet.ServletException;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.session.StandardSession;
import org.apache.catalina.valves.ValveBase;

/**
 * Keeps a Tomcat 10's sessions in Redis, for the bench. It is not the guide's session manager, whose jars are for Tomcat 7,
 * but it sends the commands that one sends: GET and EXPIRE for a request that only reads its session, SET when the session
 * has changed, and it lends eight connections, the last returned first.
 */
public class RedisManager extends ManagerBase {
    private static final int CONNECTIONS = 8;
    private final LinkedBlockingDeque<Connection> pool = new LinkedBlockingDeque<>();
    /** The session of the request that a thread is in, and its attributes as Redis has them. */
    private final ThreadLocal<StandardSession> current = new ThreadLocal<>();
    private final ThreadLocal<byte[]> stored = new ThreadLocal<>();
    private int port = 6379;

    public void setPort(int port) {
        this.port = port;
    }

    @Override
    protected void startInternal() throws LifecycleException {
        super.startInternal();
        try {
            for (int i = 0; i < CONNECTIONS; i++) pool.push(new Connection(port));
        } catch (IOException e) {
            throw new LifecycleException(e);
        }
        getContext().getPipeline().addValve(new Saving());
        setState(LifecycleState.STARTING);
    }

    @Override
    protected void stopInternal() throws LifecycleException {
        setState(LifecycleState.STOPPING);
        super.stopInternal();
    }

    @Override
    public void load() {
    }

    @Override
    public void unload() {
    }

    @Override
    public void add(Session session) {
        current.set((StandardSession) session);
        stored.remove();
    }

    @Override
    public void remove(Session session, boolean update) {
        current.remove();
        try {
            ask("DEL", session.getIdInternal(), null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Session findSession(String id) throws IOException {
        StandardSession session = current.get();
        if (session != null && session.getIdInternal().equals(id)) return session;
        byte[] found = id == null ? null : (byte[]) ask("GET", id, null);
        if (found == null) return null;
        session = (StandardSession) createEmptySession();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(found))) {
            session.readObjectData(in);
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
        session.setManager(this);
        current.set(session);
        stored.set(attributesOf(session));
        return session;
    }

    /** At the end of a request. */
    private void save() throws IOException {
        StandardSession session = current.get();
        if (session == null || !session.isValid()) return;
        byte[] attributes = attributesOf(session);
        if (!Arrays.equals(attributes, stored.get())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                session.writeObjectData(out);
            }
            ask("SET", session.getIdInternal(), bytes.toByteArray());
        }
        String seconds = String.valueOf(session.getMaxInactiveInterval());
        ask("EXPIRE", session.getIdInternal(), seconds.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] attributesOf(StandardSession session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            for (String name : java.util.Collections.list(session.getAttributeNames())) {
                out.writeObject(name);
                out.writeObject(session.getAttribute(name));
            }
        }
        return bytes.toByteArray();
    }

    private Object ask(String command, String key, byte[] value) throws IOException {
        try {
            Connection connection = pool.takeFirst();
            try {
                return connection.ask(command, key, value);
            } finally {
                pool.addFirst(connection);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private final class Saving extends ValveBase {
        private Saving() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            try {
                getNext().invoke(request, response);
                save();
            } finally {
                current.remove();
                stored.remove();
            }
        }
    }

    /** Speaks RESP: one command, then its reply. */
    private static final class Connection {
        private final Socket socket;
        private final InputStream in;

        private Connection(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        private Object ask(String command, String key, byte[] value) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(("*" + (value == null ? 2 : 3) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            write(out, command.getBytes(StandardCharsets.US_ASCII));
            write(out, key.getBytes(StandardCharsets.US_ASCII));
            if (value != null) write(out, value);
            socket.getOutputStream().write(out.toByteArray());
            return reply();
        }

        private static void write(ByteArrayOutputStream out, byte[] word) throws IOException {
            out.write(("$" + word.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(word);
            out.write('\r');
            out.write('\n');
        }

        private Object reply() throws IOException {
            String line = line();
            if (line.startsWith("-")) throw new IOException(line);
            if (!line.startsWith("$")) return line;
            int length = Integer.parseInt(line.substring(1));
            if (length < 0) return null;
            byte[] bytes = in.readNBytes(length);
            line();
            return bytes;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) throw new IOException("Redis closed the connection");
                if (c != '\r') line.append((char) c);
            }
            return line.toString();
        }
    }
}
