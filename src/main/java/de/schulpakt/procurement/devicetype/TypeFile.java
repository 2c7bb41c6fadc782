package de.schulpakt.procurement.devicetype;

import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Device types in YAML as a table: maker, model, part number, and what it seems to be. */
final class TypeFile {
    /** Types of one file. */
    static final int MOST = 2_000;
    private static final int DEEP = 20;
    private static final int SWITCH_PORTS = 5;
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private TypeFile() {
    }

    /** True for what begins as a YAML document with a key; a table does not. */
    static boolean looks(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8).replace("\ufeff", "");
        return start.startsWith("---") || start.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).limit(1)
                .anyMatch(l -> l.matches("[a-z_-]+:( .*)?"));
    }

    /**
     * The table.
     *
     * @throws Refused {@code types.not_yaml} for what cannot be read within the limits, {@code types.too_many}, {@code types.none} if no document is a
     *                 device type
     */
    static byte[] table(byte[] bytes) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_BYTES);
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEEP);
        limits.setAllowRecursiveKeys(false);
        StringBuilder table = new StringBuilder("Hersteller;Modell;Teilenummer;Art\n");
        int found = 0;
        try {
            for (Object document : yaml(limits).loadAll(new String(bytes, StandardCharsets.UTF_8))) {
                if (document instanceof Map<?, ?> type && (type.containsKey("manufacturer") || type.containsKey("model"))) {
                    if (++found > MOST) {
                        throw new Refused("types.too_many", MOST);
                    }
                    table.append(cell(type.get("manufacturer"))).append(';').append(cell(type.get("model"))).append(';').append(cell(type.get("part_number"))).append(';')
                            .append(kind(type).name()).append('\n');
                }
            }
        } catch (YAMLException | StackOverflowError e) {
            throw new Refused("types.not_yaml");
        }
        if (found == 0) {
            throw new Refused("types.none");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Everything is text but what is not there: a part number that begins with 0 or ends with .10 stays as it is written. */
    private static Yaml yaml(LoaderOptions limits) {
        DumperOptions none = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(none), none, limits, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.NULL, NULL, "~nN\0");
                addImplicitResolver(Tag.NULL, EMPTY, null);
            }
        });
    }

    /** What a type seems to be: radio and few wires are an access point, many wires a switch, bays a server; else nobody knows. */
    private static ModelKind kind(Map<?, ?> type) {
        List<String> interfaces = type.get("interfaces") instanceof List<?> list ? list.stream().flatMap(one -> one instanceof Map<?, ?> map
                && !"true".equalsIgnoreCase(Objects.toString(map.get("mgmt_only"), "")) ? Stream.of(Objects.toString(map.get("type"), "")) : Stream.empty()).toList() : List.of();
        long radio = interfaces.stream().filter(i -> i.startsWith("ieee802.11")).count();
        long wired = interfaces.stream().filter(i -> i.contains("base-")).count();
        String name = Objects.toString(type.get("model"), "").toLowerCase(Locale.ROOT);
        if (name.contains("proliant") || type.containsKey("module-bays") && wired < SWITCH_PORTS || name.contains("server")) {
            return ModelKind.SERVER;
        }
        if (radio > 0 && wired < SWITCH_PORTS) {
            return ModelKind.ACCESS_POINT;
        }
        return wired >= SWITCH_PORTS && radio == 0 ? ModelKind.SWITCH : ModelKind.OTHER;
    }

    private static String cell(Object value) {
        return value == null || value instanceof Map || value instanceof List ? "" : '"' + String.valueOf(value).replace("\"", "\"\"").replaceAll("[\\r\\n]+", " ").strip() + '"';
    }
}
