package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code config} says about security names what exists, and the table of the ASVS is whole. */
class AsvsTest {
    private static final Path CONFIG = Path.of("config");
    private static final Pattern ROW = Pattern.compile("\\| V(\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| (met|not met|not applicable) \\| ([^|]+) \\| ([^|]*)\\|");
    private static final Pattern COUNT = Pattern.compile("\\| (level 1|levels 1 and 2) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");
    /** Requirements of ASVS 5.0.0. */
    private static final int LEVEL_1 = 70;
    private static final int LEVELS_1_AND_2 = 253;

    @Test
    void every_requirement_is_judged_once_and_the_sums_are_right() throws IOException {
        String table = Files.readString(CONFIG.resolve("asvs.md"));
        List<MatchResult> rows = ROW.matcher(table).results().toList();
        assertThat(rows).as("rows that can be read").hasSize((int) table.lines().filter(line -> line.startsWith("| V")).count());
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates().hasSize(LEVELS_1_AND_2);
        assertThat(rows).filteredOn(row -> row.group(2).equals("1")).hasSize(LEVEL_1);
        Map<String, String> sums = new HashMap<>();
        COUNT.matcher(table).results().forEach(sum -> sums.put(sum.group(1), sum.group(2) + " " + sum.group(3) + " " + sum.group(4)));
        assertThat(sums).containsEntry("level 1", sums(rows.stream().filter(row -> row.group(2).equals("1")).toList()))
                .containsEntry("levels 1 and 2", sums(rows));
    }

    private static String sums(List<MatchResult> rows) {
        return Stream.of("met", "not met", "not applicable").map(verdict -> String.valueOf(rows.stream().filter(row -> row.group(3).equals(verdict)).count()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void what_holds_a_requirement_exists() throws IOException {
        Set<String> known = names();
        List<String> wrong = new ArrayList<>();
        ROW.matcher(Files.readString(CONFIG.resolve("asvs.md"))).results().forEach(row -> {
            List<String> named = NAME.matcher(row.group(5)).results().map(name -> name.group(1)).toList();
            boolean held = named.stream().anyMatch(name -> name.endsWith("Test") || name.endsWith("IT"));
            if (row.group(3).equals("met") != held || !known.containsAll(named)) {
                wrong.add(row.group());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_the_threat_model_names_exists() throws IOException {
        List<String> named = NAME.matcher(Files.readString(CONFIG.resolve("threat-model.md"))).results().map(name -> name.group(1))
                .filter(name -> !name.equals("SecureRandom") && !name.startsWith("SCHULPAKT_")).toList();
        assertThat(named).hasSizeGreaterThan(15);
        assertThat(names()).containsAll(named);
    }

    /** The classes of the program and of its tests. */
    private static Set<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java")).map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
