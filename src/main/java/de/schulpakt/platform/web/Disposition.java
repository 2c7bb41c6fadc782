package de.schulpakt.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a browser does with a file that is sent, and what the file is called. */
public final class Disposition {
    private Disposition() {
    }

    /**
     * The value of the head {@code Content-Disposition}: with the name in ASCII for old programs, and as it is (RFC 6266).
     *
     * @param how {@code inline} or {@code attachment}
     */
    public static String of(String how, String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
