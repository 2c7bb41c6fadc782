package de.schulpakt.platform.front.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Decides from the head of a request whether it may come in; reads nothing of its body and no parameter. */
final class Gate {
    static final int OPEN = 0;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final int LONGEST_QUERY = 8_000;
    private final BaseUrl base;
    private final Limits limits;

    /**
     * How much may come in, and where.
     *
     * @param body    bytes of a request
     * @param upload  bytes of a request that brings a file
     * @param uploads paths that take files, of pages and of the API
     * @param paper   bytes of a request that brings a file to be kept, as the operator decides
     * @param papers  paths that take such files
     */
    record Limits(long body, long upload, Set<String> uploads, long paper, Set<String> papers) {
        Limits(long body, long upload, Set<String> uploads) {
            this(body, upload, uploads, upload, Set.of());
        }

        /** True if files come to this path. */
        boolean takesFiles(String path) {
            return uploads.contains(path) || papers.contains(path);
        }
    }

    /**
     * The head of a request.
     *
     * @param path    as the container has mapped it
     * @param query   as it was sent, or null
     * @param length  of the body, -1 if it is not said
     * @param chunked true if the body comes in pieces of which nobody knows how many
     */
    record Head(String method, String path, String query, String host, String origin, String site, String type, long length,
            boolean chunked) {
    }

    Gate(BaseUrl base, Limits limits) {
        this.base = base;
        this.limits = limits;
    }

    /** The status with which it is refused, or {@link #OPEN}. */
    int refuse(Head head) {
        Place place = Place.of(head.path());
        if (place != Place.SERVICE && !base.names(head.host())) {
            return 421;
        }
        if (!place.methods().contains(head.method())) {
            return 405;
        }
        if (place == Place.HIDDEN) {
            return 404;
        }
        if (head.query() != null && (head.query().length() > LONGEST_QUERY || !readable(head.query()))) {
            return 400;
        }
        if (!SAFE.contains(head.method()) && foreign(head)) {
            return 403;
        }
        return body(head, place);
    }

    private boolean foreign(Head head) {
        if (head.site() != null && !OWN_SITES.contains(head.site())) {
            return true;
        }
        return head.origin() != null && !base.isOrigin(head.origin(), head.host());
    }

    private int body(Head head, Place place) {
        boolean upload = limits.takesFiles(head.path());
        boolean multipart = head.type() != null && head.type().strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (multipart && !upload) {
            return 415;
        }
        if (head.length() > largest(head.path())) {
            return 413;
        }
        if (SAFE.contains(head.method()) && (head.length() > 0 || head.chunked())) {
            return 400;
        }
        // the container reads a form itself, up to its own limit only where the length is said
        return head.chunked() && (place != Place.API || multipart) ? 411 : OPEN;
    }

    /** How many bytes may come to this path. */
    long largest(String path) {
        return limits.papers().contains(path) ? limits.paper() : limits.uploads().contains(path) ? limits.upload() : limits.body();
    }

    /** True if every escape stands for a byte, the bytes are UTF-8 and no character is one that nobody types. */
    static boolean readable(String query) {
        byte[] bytes = new byte[query.length()];
        int n = 0;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c != '%') {
                // what is not ASCII has come as bytes of UTF-8, one character each
                bytes[n++] = (byte) c;
                continue;
            }
            int high = i + 2 < query.length() ? Character.digit(query.charAt(i + 1), 16) : -1;
            int low = i + 2 < query.length() ? Character.digit(query.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            bytes[n++] = (byte) (high * 16 + low);
            i += 2;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, 0, n)).toString();
            return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
