package de.schulpakt.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long words may be parted as German and English do it; nothing else is touched. */
class SyllablesTest {

    private static String parted(String text, Locale locale) {
        return Syllables.parted(text, locale).replace('\u00ad', '|');
    }

    @Test
    void long_words_are_parted_where_the_language_does() {
        assertThat(parted("Der Verwendungsnachweis, die Haushaltsüberwachungsliste.", Locale.GERMANY))
                .isEqualTo("Der Ver|wen|dungs|nach|weis, die Haus|halts|über|wa|chungs|liste.");
        assertThat(parted("WLAN-Ausleuchtung (Zuwendungsempfänger)", Locale.GERMANY)).isEqualTo("WLAN-Aus|leuch|tung (Zuwen|dungs|emp|fän|ger)");
        assertThat(parted("The procurement of accompanying measures", Locale.UK)).isEqualTo("The pro|cure|ment of accom|pa|ny|ing meas|ures");
    }

    @Test
    void what_is_no_word_of_a_language_stays_whole() {
        for (String whole : new String[] {"beschaffung@schulverwaltung.example.org", "https://schulverwaltung.example.org/medienkonzepte", "AP-schulgebäude-01x",
            "DMPXK2ABQ1LONGSERIAL", "2026-schulverwaltung", "schulverwaltung.de", "B-2026-000001", "C:\\schulverwaltung\\medienkonzept", "Schule", "", "iPadGeneration",
            "schulverwaltung2", "00:1a:2b:3c:4d:5e"}) {
            assertThat(parted(whole, Locale.GERMANY)).isEqualTo(whole);
        }
        assertThat(parted("Verwendungsnachweis", Locale.FRANCE)).isEqualTo("Verwendungsnachweis");
    }

    @Test
    void without_the_hyphens_every_text_is_what_it_was() {
        Random random = new Random(7);
        String of = "abcdefghijklmnopqrstuvwxyzäöüßABCÄ -.,@/0123é\u0142\n\ud83d\ude00";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(120), 0, of.length()).forEach(at -> text.append(of.charAt(at)));
            assertThat(Syllables.parted(text.toString(), Locale.GERMANY).replace("\u00ad", "")).isEqualTo(text.toString());
        }
    }
}
