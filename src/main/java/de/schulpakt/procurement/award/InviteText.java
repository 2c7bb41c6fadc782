package de.schulpakt.procurement.award;

import de.schulpakt.platform.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words by which a company is asked for an offer, in German. They name neither the estimate nor who else is asked. */
final class InviteText {
    private InviteText() {
    }

    static String subject(String no, String title) {
        return text("award.mail.subject", title, no);
    }

    /**
     * Its paragraphs.
     *
     * @param until    last day for the offer, null as long as it is not known
     * @param answerTo where offers go, null as long as it is not known
     * @param before   day on which the company was asked before, null for the first time
     */
    static List<String> paragraphs(String authority, String no, String title, LocalDate until, String answerTo, String words, LocalDate before, String sender) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(text("award.mail.hello"));
        paragraphs.add(text("award.mail.text", authority, title, no));
        if (before != null) {
            paragraphs.add(text("award.mail.again", before));
        }
        if (words != null && !words.isBlank()) {
            paragraphs.add(words.strip());
        }
        paragraphs.add(text("award.mail.until", until == null ? "…" : until, answerTo == null || answerTo.isBlank() ? "…" : answerTo.strip()));
        paragraphs.add(text("award.mail.end", sender, authority));
        return paragraphs;
    }

    static String text(String key, Object... values) {
        return Texts.get(Locale.GERMAN, key, values);
    }
}
