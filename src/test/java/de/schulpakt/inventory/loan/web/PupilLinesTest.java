package de.schulpakt.inventory.loan.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.inventory.loan.ManyLoans;
import org.junit.jupiter.api.Test;

/** A pasted list of pupils. */
class PupilLinesTest {
    @Test
    void a_line_is_a_pupil_with_what_is_known() {
        PupilLines lines = PupilLines.of("Max Muster;7b;G-1;Erika Muster\n\n \"Muster, Mia\" ; 7b\nBen\n");
        assertThat(lines.lines()).containsExactly(new ManyLoans.Line("Max Muster", "7b", "G-1", "Erika Muster"), new ManyLoans.Line("Muster, Mia", "7b", null, null),
                new ManyLoans.Line("Ben", null, null, null));
        assertThat(lines.typed(2)).isEqualTo(" \"Muster, Mia\" ; 7b");
    }

    @Test
    void a_first_line_that_names_the_columns_is_left_out() {
        assertThat(PupilLines.of("Name\tKlasse\nMax\t7b").lines()).containsExactly(new ManyLoans.Line("Max", "7b", null, null));
        assertThat(PupilLines.of("Name,Klasse,Gerät\nMax,7b,G-1").lines()).containsExactly(new ManyLoans.Line("Max", "7b", "G-1", null));
        assertThat(PupilLines.of("Muster, Max").lines()).as("a comma belongs to a name").containsExactly(new ManyLoans.Line("Muster, Max", null, null, null));
        assertThat(PupilLines.of("  ").lines()).isEmpty();
        assertThat(PupilLines.of(null).lines()).isEmpty();
    }
}
