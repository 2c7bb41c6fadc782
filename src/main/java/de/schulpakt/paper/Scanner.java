package de.schulpakt.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks ClamAV about bytes, by the command INSTREAM of its protocol. */
@ApplicationScoped
class Scanner {
    private static final int CONNECT_MS = 3_000;
    private static final int ANSWER_MS = 60_000;
    private static final int PORT = 3310;
    private static final int LONGEST = 4_000;
    private static final int NAME = 200;

    @Inject
    PaperSettings settings;

    /** Writes the bytes that are to be looked at. */
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * What the scanner finds.
     *
     * @return the name of what it found, null for nothing
     * @throws IOException if it cannot be reached, or does not answer what it should
     */
    String found(Source source) throws IOException {
        String[] place = settings.scanner().split(":");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place[0], place.length > 1 ? Integer.parseInt(place[1]) : PORT), CONNECT_MS);
            socket.setSoTimeout(ANSWER_MS);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            source.writeTo(new Pieces(out));
            out.writeInt(0);
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8).replace("\0", "").strip();
            if (answer.equals("stream: OK")) {
                return null;
            }
            if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
                String name = answer.substring("stream: ".length(), answer.length() - " FOUND".length());
                return name.length() > NAME ? name.substring(0, NAME) : name;
            }
            throw new IOException("the scanner answered " + answer);
        }
    }

    /** Each piece with its length before it. */
    private static final class Pieces extends OutputStream {
        private final DataOutputStream out;

        Pieces(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                out.writeInt(length);
                out.write(bytes, from, length);
            }
        }
    }
}
