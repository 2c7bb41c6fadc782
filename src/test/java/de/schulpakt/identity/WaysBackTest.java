package de.schulpakt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Flows;
import de.schulpakt.platform.step.Transitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every step that people take has a way back: from where it leads one comes to where it was. A step that has none stands in a list with its reason, which people
 * read and review; a line of it whose step has a way back, or is no more, fails too.
 */
class WaysBackTest {
    private static final Path REVIEWED = Path.of("src/test/resources/ways-back.txt");

    @Test
    void a_step_has_a_way_back_or_a_reason() throws IOException {
        Map<String, String> reviewed = Files.readAllLines(REVIEWED).stream().filter(line -> !line.startsWith("#")).map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        Set<String> without = new TreeSet<>();
        Flows.all().forEach((name, flow) -> flow.rows().stream().filter(row -> row.asked() && row.from() != row.to() && !leads(flow, row.to(), row.from()))
                .forEach(row -> without.add(name + "," + row.from() + "," + row.action())));
        assertThat(without).as("steps without a way back; compared with " + REVIEWED).isEqualTo(new TreeSet<>(reviewed.keySet()));
        assertThat(reviewed.values()).as("each with its reason").allMatch(reason -> reason.length() > 8);
    }

    private static boolean leads(Transitions<?, ?> flow, Object from, Object to) {
        Set<Object> seen = new HashSet<>(Set.of(from));
        Deque<Object> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            Object here = next.poll();
            for (Transitions.Row<?, ?> row : flow.rows()) {
                if (row.from() == here && seen.add(row.to())) {
                    next.add(row.to());
                }
            }
        }
        return seen.contains(to);
    }
}
