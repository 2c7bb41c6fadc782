package de.schulpakt.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts are the same for the program when they are the same for the database, and both mean what people mean. */
@DbTest
class FoldDbTest {
    private static final List<String> TEXTS = List.of("Müller", "Muller", "MÜLLER", "Mu\u0308ller", "Süd", "Sud", "08B02", "08b02", "08\u200bB02",
            "08Ä02", "08A02", "08ä02", "08ß02", "08ss02", "08SS02", "Résumé", "Resume", "RÉSUMÉ", "Ångström", "Angstrom", "ﬁne", "fine", "ＡＢＣ",
            "abc", "ij", "5CG3141ZK7", "5CG3141ZK7\u00a0", "\ufeff5CG3141ZK7", "5CG314\u001d1ZK7", "5CG3141ZKO", "5CG3141ZK0", "Straße", "Strasse",
            "x²", "x2", "Øre", "Ore", "Łódź", "Lodz", "A-B", "AB", "A B", "A\u00a0B");

    @Test
    void the_database_and_the_program_agree_which_texts_are_the_same(Db db) {
        List<String> disagree = new ArrayList<>();
        for (String a : TEXTS) {
            for (String b : TEXTS) {
                boolean same = db.number("select count(*) from (select cast(? as char(40)) collate utf8mb4_uca1400_as_ci as a) x where a = ?",
                        Fold.text(a), Fold.text(b)) == 1;
                if (same != Fold.key(a).equals(Fold.key(b))) {
                    disagree.add(a + " and " + b + (same ? " are one for the database only" : " are one for the program only"));
                }
            }
        }
        assertThat(disagree).isEmpty();
    }

    @Test
    void case_does_not_count_and_accents_do() {
        assertThat(Fold.key("08B02")).isEqualTo(Fold.key("08b02"));
        assertThat(Fold.key("Müller")).isEqualTo(Fold.key("MU\u0308LLER")).isNotEqualTo(Fold.key("Muller"));
        assertThat(Fold.key("08ß02")).isNotEqualTo(Fold.key("08ss02"));
        assertThat(Fold.text(" \u0000\u200b\ufeff ")).isNull();
        assertThat(Fold.text("5CG314\u001d1ZKB")).isEqualTo("5CG3141ZKB");
        assertThat(Fold.code(" 5CG\u00a03141 ZK\u2028E ")).isEqualTo("5CG3141ZKE");
    }
}
