package de.schulpakt.paper;

import java.text.Normalizer;

/** Names of files as they may be kept and offered: no path, no invisible or turning characters, no endless length. */
final class PaperNames {
    private static final int LONGEST = 200;

    private PaperNames() {
    }

    /**
     * A name that harms nobody, made of what somebody sent.
     *
     * @param ending the ending of the type that was found; another one is followed by it
     */
    static String of(String sent, String ending) {
        String name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC).replaceAll("(?s).*[/\\\\]", "");
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(PaperNames::visible).forEach(kept::appendCodePoint);
        name = kept.toString().replaceAll("[<>:\"|?*]", "_").replaceAll("\\s+", " ").strip();
        String plain = name.replaceFirst("(?i)[.](" + ending + (ending.equals("jpg") ? "|jpeg" : "") + ")$", "").replaceAll("^[. ]+|[. ]+$", "");
        if (plain.isBlank()) {
            plain = "datei";
        }
        int most = LONGEST - ending.length() - 1;
        while (plain.length() > most) {
            plain = plain.substring(0, plain.offsetByCodePoints(plain.length(), -1));
        }
        return plain + "." + ending;
    }

    private static boolean visible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
    }
}
