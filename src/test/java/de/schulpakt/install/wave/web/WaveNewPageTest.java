package de.schulpakt.install.wave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.install.wave.Waves;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Lines of material as people type them. */
class WaveNewPageTest {
    @Test
    void a_line_is_an_amount_and_a_name() {
        assertThat(WaveNewPage.material(" 2 x Doppeldose Cat. 6A\n\n1,5 m Kanal \n80\u00d7 Schelle")).containsExactly(
                new Waves.Material("Doppeldose Cat. 6A", new BigDecimal("2")), new Waves.Material("m Kanal", new BigDecimal("1.5")),
                new Waves.Material("Schelle", new BigDecimal("80")));
        assertThat(WaveNewPage.material(null)).isEmpty();
        assertThatThrownBy(() -> WaveNewPage.material("Doppeldose")).hasMessageContaining("wave.material_line");
        assertThatThrownBy(() -> WaveNewPage.material("2")).hasMessageContaining("wave.material_line");
    }
}
