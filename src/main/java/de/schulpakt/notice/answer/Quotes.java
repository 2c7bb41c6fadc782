package de.schulpakt.notice.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from a message what its sender says in it: no quoted text, no signature, no line of a telephone. */
final class Quotes {
    /** Nobody types more than this; what is longer is cut before anything is looked for in it. */
    private static final int LONGEST = 100_000;
    private static final int BLOCK = 4;
    private static final Pattern ATTRIBUTION = Pattern.compile("(?:Am|On|Le|Op|Il) .{3,300}(?:schrieb|wrote|a écrit|schreef|ha scritto).{0,200}:");
    private static final Pattern ORIGINAL = Pattern.compile("-{2,}\\s?(?:Ursprüngliche Nachricht|Originalnachricht|Original-Nachricht|Original Message|Weitergeleitete Nachricht|Forwarded message)\\s?-{0,12}");
    private static final Pattern HEADER = Pattern.compile("\\*?(?:Von|From):\\*? .*");
    private static final Pattern HEADER_MORE = Pattern.compile("\\*?(?:Gesendet|Sent|An|To|Betreff|Subject|Datum|Date):\\*? .*");
    private static final Pattern TELEPHONE = Pattern.compile("(?:Von meinem .{2,40} gesendet|Gesendet von .{2,60}|Sent from my .{2,40}|Get Outlook for .{2,20}).{0,60}");
    private static final Pattern GONE = Pattern.compile("(?i)<(/?)(style|script|head|title|blockquote)\\b");
    private static final Pattern QUOTED = Pattern.compile("(?is)<div[^<>]{0,300}(?:gmail_quote|divRplyFwdMsg|moz-cite-prefix|yahoo_quoted|appendonsend)[^<>]{0,300}>.*");
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/li|/tr|/h[1-6])\\b[^<>]{0,300}>");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
    private static final Pattern BLANKS = Pattern.compile("\n{3,}");

    private Quotes() {
    }

    /** What the sender says in a plain text. */
    static String cut(String text) {
        String all = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<String> lines = all.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ').replace("\u200b", "").lines().map(String::stripTrailing).toList();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int said = attribution(lines, i);
            if (said > 0) {
                if (lines.subList(i + said, lines.size()).stream().noneMatch(later -> later.startsWith(">"))) {
                    break;
                }
                i += said - 1;
            } else if (ends(lines, i)) {
                break;
            } else if (!line.startsWith(">") && !TELEPHONE.matcher(line).matches()) {
                own.add(line);
            }
        }
        return BLANKS.matcher(String.join("\n", own)).replaceAll("\n\n").strip();
    }

    /** What the sender says in a text with marks. */
    static String html(String text) {
        String all = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = QUOTED.matcher(without(all)).replaceAll("");
        plain = BREAK.matcher(plain.replaceAll("\\s+", " ")).replaceAll("\n");
        plain = TAG.matcher(plain).replaceAll("").replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
                .replace("&auml;", "ä").replace("&ouml;", "ö").replace("&uuml;", "ü").replace("&Auml;", "Ä").replace("&Ouml;", "Ö").replace("&Uuml;", "Ü")
                .replace("&szlig;", "ß").replace("&amp;", "&");
        return cut(plain.lines().map(String::strip).reduce("", (a, b) -> a + "\n" + b));
    }

    /** Without what is no text or is quoted, however deep; what is begun and never ended reaches to the end. */
    private static String without(String html) {
        StringBuilder left = new StringBuilder();
        Matcher tags = GONE.matcher(html);
        int depth = 0;
        int from = 0;
        while (tags.find()) {
            boolean end = !tags.group(1).isEmpty();
            if (depth == 0) {
                left.append(html, from, tags.start());
            }
            depth = end ? Math.max(0, depth - 1) : depth + 1;
            from = tags.start();
        }
        return depth > 0 ? left.toString() : left.append('\n').append(html, from, html.length()).toString();
    }

    /** How many lines say who wrote when what is quoted; 0 for none. */
    private static int attribution(List<String> lines, int at) {
        StringBuilder joined = new StringBuilder();
        for (int n = 1; n <= 3 && at + n <= lines.size(); n++) {
            joined.append(n == 1 ? "" : " ").append(lines.get(at + n - 1));
            if (ATTRIBUTION.matcher(joined).matches()) {
                return n;
            }
        }
        return 0;
    }

    private static boolean ends(List<String> lines, int at) {
        String line = lines.get(at);
        return line.equals("--") || ORIGINAL.matcher(line).matches() || line.length() >= 20 && line.chars().allMatch(c -> c == '_')
                || HEADER.matcher(line).matches() && lines.subList(at + 1, Math.min(lines.size(), at + 1 + BLOCK)).stream().anyMatch(l -> HEADER_MORE.matcher(l).matches());
    }
}
