package de.schulpakt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {
    @Test
    void a_name_stands_in_ascii_and_as_it_is() {
        assertThat(Disposition.of("inline", "Bestellung 7.pdf")).isEqualTo("inline; filename=\"Bestellung 7.pdf\"; filename*=UTF-8''Bestellung%207.pdf");
        assertThat(Disposition.of("attachment", "Übersicht \"*%\".xlsx"))
                .isEqualTo("attachment; filename=\"_bersicht _*__.xlsx\"; filename*=UTF-8''%C3%9Cbersicht%20%22%2A%25%22.xlsx");
    }
}
