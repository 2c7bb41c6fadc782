package de.schulpakt.procurement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts, banks and texts as payments want them. */
class SepaTest {
    @Test
    void an_iban_is_read_in_any_notation_and_checked_by_its_digits() {
        assertThat(Sepa.iban(" de89 3704 0044 0532 0130 00 ")).isEqualTo("DE89370400440532013000");
        assertThat(Sepa.iban("AT611904300234573201")).isEqualTo("AT611904300234573201");
        assertThat(Sepa.iban("NL91ABNA0417164300")).isEqualTo("NL91ABNA0417164300");
        for (String wrong : List.of("DE89370400440532013001", "DE98370400440532013000", "DE8937040044053201300", "DE8937040044053201300000", "12345678", "DE89 3704 0044 0532 0130 O0",
                "AT611904300234573210", "ÄÖ89370400440532013000")) {
            assertThatThrownBy(() -> Sepa.iban(wrong)).as(wrong).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("bank.iban_wrong"));
        }
        assertThat(Sepa.shown("DE89370400440532013000")).isEqualTo("DE89 3704 0044 0532 0130 00");
    }

    @Test
    void a_bic_has_eight_or_eleven_letters_or_is_none() {
        assertThat(Sepa.bic("malade51kob")).isEqualTo("MALADE51KOB");
        assertThat(Sepa.bic("COBADEFF")).isEqualTo("COBADEFF");
        assertThat(Sepa.bic(" ")).isNull();
        assertThatThrownBy(() -> Sepa.bic("COBADEFF1")).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("bank.bic_wrong"));
    }

    @Test
    void a_text_has_only_letters_that_every_bank_takes() {
        assertThat(Sepa.text("Müller & Söhne „Netz“ GmbH, Straße 1", 70)).isEqualTo("Mueller + Soehne Netz GmbH, Strasse 1");
        assertThat(Sepa.text("Škoda <b>Çelik</b>\n😀", 70)).isEqualTo("Skoda b Celik /b");
        assertThat(Sepa.text("abcdef", 3)).isEqualTo("abc");
    }
}
