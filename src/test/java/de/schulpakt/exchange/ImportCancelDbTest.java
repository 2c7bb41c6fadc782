package de.schulpakt.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@DbTest
class ImportCancelDbTest {
    private static final String FILE = "Schulnummer;Schulname;Schulart;Anschrift;Bundesland;Telefon\n"
            + "50477;Görres-Gymnasium;Gymnasium;Gymnasialstr. 3, 56068 Koblenz  Stadt;RP;(0261)12749\n";

    @Test
    void the_thread_that_stores_a_cancelled_import_stops_at_its_next_question(Db db) {
        Long id = SchoolGiven.asAdmin(db, () -> db.get(Imports.class).upload("school", new Imports.Upload("a.csv", FILE.getBytes(StandardCharsets.UTF_8))));
        SchoolGiven.asAdmin(db, () -> {
            db.get(Imports.class).run(id, new Imports.Step(version(db, id)));
            return null;
        });
        ImportJobs.Progress progress = db.get(ImportJobs.class).progress(id);
        progress.at(0);
        SchoolGiven.asAdmin(db, () -> {
            db.get(Imports.class).cancel(id, new Imports.Step(version(db, id)));
            return null;
        });
        assertThatThrownBy(() -> progress.at(100)).hasMessageStartingWith("import.cancelled");
        db.tx(() -> db.get(ImportJobs.class).fail(id, "import.failed"));
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN).job().state())).as("fails no more")
                .isNotEqualTo(ImportState.RUNNING).isEqualTo(ImportState.FAILED);
        assertThat(db.number("select count(*) from school")).isZero();
    }

    private static Integer version(Db db, Long id) {
        return db.get(ImportQueries.class).view(id, Locale.GERMAN).version();
    }
}
