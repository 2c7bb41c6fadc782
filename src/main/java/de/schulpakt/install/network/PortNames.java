package de.schulpakt.install.network;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of ports as people and device types write them: a number of ports ({@code 24}), names with a range
 * ({@code Gi1/0/[1-48]}), one in each line or after a comma; the one with {@code ^} before it leads towards the uplink. A device type
 * of the NetBox library may be pasted whole: its interfaces are read, those for management alone left out.
 */
final class PortNames {
    static final int MOST = 200;
    private static final int LONGEST = 60;
    private static final Pattern RANGE = Pattern.compile("([^\\[\\]]*)\\[(\\d{1,4})-(\\d{1,4})\\]([^\\[\\]]*)");
    private static final Pattern SECTION = Pattern.compile("(?m)^interfaces:\\s*$");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+name:\\s*['\"]?(.*?)['\"]?\\s*");

    private PortNames() {
    }

    /**
     * The names in their order, each with whether it leads up.
     *
     * @throws Refused {@code network.ports_many}, {@code network.ports_unreadable}
     */
    static Map<String, Boolean> read(String text) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        if (text == null || text.isBlank()) {
            return names;
        }
        Matcher section = SECTION.matcher(text);
        if (section.find()) {
            interfaces(text.substring(section.end())).forEach(name -> add(names, name, false));
        } else {
            text.lines().flatMap(line -> List.of(line.split(",")).stream()).map(String::strip).filter(part -> !part.isEmpty())
                    .forEach(part -> expand(names, part));
        }
        if (names.isEmpty()) {
            throw new Refused("network.ports_unreadable", shown(text));
        }
        return names;
    }

    private static String shown(String text) {
        String said = Fold.text(text);
        return said == null ? "-" : said.substring(0, Math.min(LONGEST, said.length()));
    }

    private static List<String> interfaces(String text) {
        List<String> names = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher item = ITEM.matcher(line);
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '-') {
                break;
            }
            if (item.matches()) {
                names.add(item.group(1));
            } else if (line.strip().equals("mgmt_only: true") && !names.isEmpty()) {
                names.remove(names.size() - 1);
            }
        }
        return names;
    }

    private static void expand(Map<String, Boolean> names, String part) {
        boolean up = part.startsWith("^");
        String name = up ? part.substring(1).strip() : part;
        Matcher range = RANGE.matcher(name);
        if (name.matches("\\d{1,4}")) {
            for (int i = 1; i <= Integer.parseInt(name); i++) {
                add(names, String.valueOf(i), up);
            }
        } else if (range.matches()) {
            for (int i = Integer.parseInt(range.group(2)); i <= Integer.parseInt(range.group(3)); i++) {
                add(names, range.group(1) + i + range.group(4), up);
            }
        } else {
            add(names, name, up);
        }
    }

    private static void add(Map<String, Boolean> names, String name, boolean up) {
        String folded = Fold.text(name);
        if (folded == null || folded.length() > LONGEST) {
            throw new Refused("network.ports_unreadable", shown(name));
        }
        names.put(folded, up);
        if (names.size() > MOST) {
            throw new Refused("network.ports_many", MOST);
        }
    }
}
