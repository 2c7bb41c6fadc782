package de.schulpakt.install.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketStateTest {
    @Test
    void a_day_can_be_missed_only_while_work_is_to_be_done() {
        assertThat(Arrays.stream(TicketState.values()).filter(s -> !s.pending())).containsExactly(TicketState.ACCEPTED,
                TicketState.ACCEPTED_WITH_DEFECTS, TicketState.CLOSED, TicketState.CANCELLED);
    }

    /** A page that calls a ticket late or due today asks whether it is still to be done. */
    @Test
    void no_page_calls_an_accepted_ticket_late() throws IOException {
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            List<String> late = pages.filter(p -> p.toString().endsWith(".xhtml")).flatMap(TicketStateTest::lines)
                    .filter(l -> l.matches(".*fmt\\.daysUntil\\(\\w+\\.dueOn\\).*")).toList();
            assertThat(late).isNotEmpty().allSatisfy(l -> assertThat(l).contains(".state.pending()"));
        }
    }

    private static Stream<String> lines(Path page) {
        try {
            return Files.readAllLines(page).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
