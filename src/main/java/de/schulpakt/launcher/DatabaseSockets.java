package de.schulpakt.launcher;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.SocketFactory;

/**
 * The sockets of the application's connections to its database. While the database is away all are closed and none is
 * opened, so that nobody waits for an answer that does not come: the pool would wait for one after the other. Made by the
 * driver, which is told the name of this class.
 */
public final class DatabaseSockets extends SocketFactory {
    private static final Logger LOG = Logger.getLogger(DatabaseSockets.class.getName());
    private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();
    private static volatile boolean away;

    /** Ends what waits and refuses what is asked, until {@link #back}. */
    static void away() {
        away = true;
        for (Socket socket : OPEN) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "it is closed then", e);
            }
        }
    }

    static void back() {
        away = false;
    }

    @Override
    public Socket createSocket() {
        return new Counted();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    private static final class Counted extends Socket {
        @Override
        public void connect(SocketAddress place, int millis) throws IOException {
            OPEN.add(this);
            if (away) {
                close();
                throw new ConnectException("the database is away");
            }
            super.connect(place, millis);
        }

        @Override
        public synchronized void close() throws IOException {
            OPEN.remove(this);
            super.close();
        }
    }
}
