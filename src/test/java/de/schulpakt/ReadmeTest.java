package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Flows;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the README says of states and modules is what the code does. After a change of a lifecycle run this test with
 * {@code -Dreadme.write=true}: it then writes the tables.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path STATES = Path.of(".readme/states.md");
    private static final String BEGIN = "<!-- states -->\n";
    private static final String END = "<!-- /states -->";

    @Test
    void the_state_tables_are_those_of_the_code() throws Exception {
        String states = Files.readString(STATES);
        int begin = states.indexOf(BEGIN) + BEGIN.length();
        String expected = tables();
        if (Boolean.getBoolean("readme.write")) {
            states = states.substring(0, begin) + expected + states.substring(states.indexOf(END));
            Files.writeString(STATES, states);
        }
        assertThat(states.substring(begin, states.indexOf(END))).isEqualTo(expected);
    }

    @Test
    void the_picture_of_the_modules_is_the_declared_graph() throws Exception {
        Set<String> drawn = new TreeSet<>();
        Pattern.compile("^ {2}(\\w+) --> (\\w+)$", Pattern.MULTILINE).matcher(Files.readString(README)).results()
                .forEach(arrow -> drawn.add(arrow.group(1) + " " + arrow.group(2)));
        Set<String> declared = new TreeSet<>();
        Rooms.read().all().forEach((room, module) -> {
            for (String used : module.uses()) {
                if (!area(room).equals(area(used))) {
                    declared.add(area(room) + " " + area(used));
                }
            }
        });
        assertThat(reach(drawn)).isEqualTo(reach(declared));
    }

    private static String area(String room) {
        return room.replaceAll("\\..*", "");
    }

    private static Set<String> reach(Set<String> arrows) {
        Set<String> all = new TreeSet<>(arrows);
        boolean grown = true;
        while (grown) {
            Set<String> more = new TreeSet<>();
            for (String a : all) {
                for (String b : all) {
                    if (a.split(" ")[1].equals(b.split(" ")[0])) {
                        more.add(a.split(" ")[0] + " " + b.split(" ")[1]);
                    }
                }
            }
            grown = all.addAll(more);
        }
        return all;
    }

    private static String tables() throws Exception {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Transitions<?, ?>> flow : Flows.all().entrySet()) {
            String name = flow.getKey().replace("Flow", "");
            text.append("\n### ").append(name).append("\n\n| from | action | permission | to |\n|---|---|---|---|\n");
            text.append(flow.getValue().rows().stream().map(ReadmeTest::line).collect(Collectors.joining()));
        }
        return text.append('\n').toString();
    }

    private static String line(Transitions.Row<?, ?> row) {
        return "| " + word(row.from()) + " | " + word(row.action()) + " | "
                + Flows.word(row) + " | " + word(row.to()) + " |\n";
    }

    private static String word(Object constant) {
        return Texts.get(Locale.ENGLISH, (Enum<?>) constant);
    }
}
