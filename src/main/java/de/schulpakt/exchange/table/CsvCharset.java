package de.schulpakt.exchange.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out how the letters of a file are encoded. Statistical detectors (ICU, juniversalchardet) were left aside: they do
 * not know the DOS code page that older administration software still writes, and guess wrongly for short German files.
 * Here the German letters decide: they must stand beside other letters.
 */
final class CsvCharset {
    /** What a user may choose; the single-byte ones also compete when a file is no UTF. */
    static final List<String> CHOICE = List.of("UTF-8", "windows-1252", "ISO-8859-15", "IBM850", "x-MacRoman", "UTF-16LE",
            "UTF-16BE").stream().filter(Charset::isSupported).toList();
    private static final List<String> SINGLE_BYTE = List.of("windows-1252", "IBM850", "x-MacRoman");
    private static final String EXPECTED = "äöüÄÖÜßéèêáàâçëïôñ§°–„“”‚‘’€";
    private static final int SAMPLE = 1 << 20;
    private static final char UNREADABLE = '\ufffd';

    private CsvCharset() {
    }

    static String detect(byte[] content) {
        if (begins(content, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (begins(content, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        if (begins(content, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        String wide = withoutMark(content);
        return wide != null ? wide : mostlyUtf8(content) ? "UTF-8" : bestSingleByte(content);
    }

    /** The text without a byte order mark. What cannot be read becomes U+FFFD. */
    static String decode(byte[] content, String charset) {
        String text = new String(content, Charset.forName(charset));
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** UTF-16 without its mark: of western text every second byte is 0. */
    private static String withoutMark(byte[] content) {
        int[] zeros = new int[2];
        int most = Math.min(content.length, SAMPLE);
        for (int i = 0; i < most; i++) {
            if (content[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[1] > most / 3 && zeros[0] == 0) {
            return "UTF-16LE";
        }
        return zeros[0] > most / 3 && zeros[1] == 0 ? "UTF-16BE" : null;
    }

    /** A few broken letters in an UTF-8 file are errors of those lines, not another encoding of all. */
    private static boolean mostlyUtf8(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == UNREADABLE).count();
        long good = text.chars().filter(c -> c > 0x7F && c != UNREADABLE).count();
        return broken == 0 || good > broken;
    }

    private static String bestSingleByte(byte[] content) {
        byte[] sample = content.length <= SAMPLE ? content : java.util.Arrays.copyOf(content, SAMPLE);
        List<String> candidates = new ArrayList<>(SINGLE_BYTE);
        candidates.removeIf(name -> !Charset.isSupported(name));
        String best = candidates.get(0);
        long most = Long.MIN_VALUE;
        for (String candidate : candidates) {
            long score = likeness(new String(sample, Charset.forName(candidate)));
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static long likeness(String text) {
        long score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                boolean beside = i > 0 && latin(text.charAt(i - 1)) || i + 1 < text.length() && latin(text.charAt(i + 1));
                score += EXPECTED.indexOf(c) < 0 ? -2 : "äöüÄÖÜß".indexOf(c) >= 0 && beside ? 3 : 1;
            }
        }
        return score;
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean begins(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
