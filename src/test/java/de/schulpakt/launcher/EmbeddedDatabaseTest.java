package de.schulpakt.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the database on a machine that has never seen it. */
class EmbeddedDatabaseTest {

    @Test
    void the_program_is_unpacked_into_its_own_folder(@TempDir Path folder) {
        Path program = folder.resolve("mariadb");
        Path tool = EmbeddedDatabase.tool(program, "mariadb");
        assertThat(tool).startsWith(program);
        assertThat(Files.isExecutable(tool)).as("can be run").isTrue();
        assertThat(program.resolve("scripts")).as("what a new data folder is made with").isNotEmptyDirectory();
    }

    @Test
    void a_first_start_needs_nothing_that_is_there(@TempDir Path folder) {
        try (Home home = Home.open(folder.resolve("home"));
             EmbeddedDatabase database = EmbeddedDatabase.start(home, folder.resolve("mariadb"))) {
            assertThat(Migration.check(database.url(), database.user(), database.password())).startsWith("11.4");
        }
    }
}
