package de.schulpakt.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as one wishes: refuses a recipient, takes a letter and drops the connection before it says so. */
public final class BadMailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile String recipientAnswer = "250 ok";
    private volatile boolean dropsAfterData;

    /** Listens on a free port of this machine. */
    public BadMailServer() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "bad mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** The letters that it has taken, whatever it said. */
    public List<String> taken() {
        return taken;
    }

    /** What it answers to recipients. */
    public void answersRecipients(String answer) {
        recipientAnswer = answer;
    }

    /** Whether the connection dies when a letter was taken and before that is said. */
    public void dropsAfterData(boolean yes) {
        dropsAfterData = yes;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client has gone, or the test has ended
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 bad");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.toUpperCase(Locale.ROOT);
            if (word.startsWith("RCPT")) {
                say(out, recipientAnswer);
            } else if (word.startsWith("DATA")) {
                say(out, "354 go on");
                StringBuilder letter = new StringBuilder();
                for (String text = in.readLine(); text != null && !".".equals(text); text = in.readLine()) {
                    letter.append(text).append('\n');
                }
                taken.add(letter.toString());
                if (dropsAfterData) {
                    return;
                }
                say(out, "250 taken");
            } else if (word.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
