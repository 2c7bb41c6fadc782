package de.schulpakt.notice.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an answer only what its sender says is left, as the usual programs write it. */
class QuotesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "Ja, Dienstag.\n\nAm 26.11.2026 um 10:03 schrieb Schulpakt <a@b.de>:\n> Neuer Kommentar\n> an T-17",
        "Ja, Dienstag.\n\nOn Thu, 26 Nov 2026 at 10:03, Schulpakt <a@b.de>\nwrote:\n\n> New comment",
        "Ja, Dienstag.\n\n-----Ursprüngliche Nachricht-----\nVon: Schulpakt\nText",
        "Ja, Dienstag.\n\n-----Original Message-----\nFrom: Schulpakt\nText",
        "Ja, Dienstag.\n\n________________________________\nVon: Schulpakt <a@b.de>\nGesendet: Donnerstag\nText",
        "Ja, Dienstag.\n\nVon: Schulpakt <a@b.de>\nGesendet: Donnerstag, 26. November\nAn: Frau Muster\nBetreff: Neues\n\nText",
        "Ja, Dienstag.\n\nFrom: Schulpakt <a@b.de>\nSent: Thursday\nTo: X\nSubject: New\n\nText",
        "Ja, Dienstag.\n\nVon meinem iPhone gesendet\n\n> Am 26.11.2026 um 10:03 schrieb Schulpakt:\n> Text",
        "Ja, Dienstag.\n-- \nErika Muster\nGörres-Gymnasium",
        "> Wann?\nJa, Dienstag.",
        "Am 26.11. schrieb Schulpakt:\n> Wann?\n\nJa, Dienstag.\n\n> Und wo?\n",
        "\r\n\r\nJa, Dienstag.\r\n\r\n\r\nGesendet von Outlook für iOS\r\n"})
    void what_is_quoted_is_left_out(String text) {
        assertThat(Quotes.cut(text)).isEqualTo("Ja, Dienstag.");
    }

    @Test
    void what_only_looks_like_it_stays() {
        assertThat(Quotes.cut("Von: hier bis dort sind es 20 m.\n\nAm Montag: 3 Geräte\n- eins\n--- zwei")).isEqualTo("Von: hier bis dort sind es 20 m.\n\nAm Montag: 3 Geräte\n- eins\n--- zwei");
        assertThat(Quotes.cut("")).isEmpty();
        assertThat(Quotes.cut("a\n\n\n\n\nb")).isEqualTo("a\n\nb");
    }

    @Test
    void marks_are_taken_off() {
        assertThat(Quotes.html("<div dir=\"ltr\">Ja,<br>Dienstag &lt;8 Uhr&gt;</div><div class=\"gmail_quote gmail_quote_container\"><div>On Thu wrote:</div>alt</div>"))
                .isEqualTo("Ja,\nDienstag <8 Uhr>");
        assertThat(Quotes.html("<script>alert(1)</script><p>Text</p><div id=\"divRplyFwdMsg\">Von: X</div><p>alt</p>")).isEqualTo("Text");
    }

    @Test
    void a_hostile_text_takes_no_time() {
        long begun = System.nanoTime();
        Quotes.cut("Am " + "schrieb ".repeat(20_000));
        Quotes.cut("-".repeat(100_000));
        Quotes.html("<".repeat(100_000));
        Quotes.html("<style>".repeat(15_000));
        Quotes.html("<div ".repeat(20_000));
        Quotes.cut("On a wrote\n".repeat(9_000));
        assertThat((System.nanoTime() - begun) / 1_000_000).as("ms").isLessThan(5_000);
    }
}
