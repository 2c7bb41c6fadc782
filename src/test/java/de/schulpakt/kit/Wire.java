package de.schulpakt.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way from the server under test to its database, which a test can cut and mend. */
public final class Wire {
    private static final int BUFFER = 64 * 1024;
    private static Wire only;

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    private Wire(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        port = door.getLocalPort();
        listen();
    }

    /** The wire to the test database; the JVM has one. */
    static synchronized Wire of(int target) {
        try {
            if (only == null) {
                only = new Wire(target);
            }
            return only;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that the server under test uses. */
    public static Wire get() {
        return only;
    }

    int port() {
        return port;
    }

    /** Ends all connections and refuses new ones, as when the database has ended. */
    public void cut() throws IOException {
        door.close();
        closeAll();
    }

    /** Ends all connections and takes new ones, as when the database was started again. */
    public void restart() {
        closeAll();
    }

    private void closeAll() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                // it is closed then
            }
        });
        open.clear();
    }

    /** All is well again. */
    public void mend() throws IOException {
        if (door.isClosed()) {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            listen();
        }
    }

    private void listen() {
        ServerSocket here = door;
        start(() -> {
            while (true) {
                Socket in = here.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(in);
                open.add(out);
                start(() -> carry(in, out));
                start(() -> carry(out, in));
            }
        });
    }

    private void carry(Socket from, Socket to) throws IOException {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[BUFFER];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                out.write(piece, 0, n);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // closed
            }
        }, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
