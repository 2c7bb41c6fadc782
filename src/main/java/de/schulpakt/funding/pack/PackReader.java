package de.schulpakt.funding.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.programme.RuleStatus;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a rule pack: YAML against the schema, then what a schema cannot say. All that is wrong is named at once, each with its line and place; only a
 * file that is no YAML ends at the first fault.
 * Every value but yes and no is a text as it stands in the file, so that 10.00 stays 10.00.
 */
final class PackReader {
    /** Bytes of the largest file. */
    static final int MOST_BYTES = 256 * 1024;
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(schema(), SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
    /** So many faults are named. */
    private static final int MOST_FAULTS = 50;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Refused> faults = new ArrayList<>();
    /** Places whose form is wrong: what they mean is not asked. */
    private final Set<String> broken = new HashSet<>();
    private JsonNode root;

    private PackReader() {
    }

    /** The schema as it is published. */
    static String schema() {
        try (InputStream in = PackReader.class.getResourceAsStream("pack.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands in the file.
     *
     * @throws Refused {@code pack.not_yaml}, {@code pack.unknown_key}, {@code pack.missing_key}, {@code pack.bad_value},
     *                 {@code pack.key_twice}, {@code pack.source_unknown}, {@code pack.rule_value}, {@code pack.rule_twice},
     *                 {@code pack.case_empty}, each with the line; {@code pack.faults} with all of them where there are several
     */
    static Pack read(String text) {
        PackReader reader = new PackReader();
        Pack pack = reader.pack(text);
        refuse(reader.faults);
        return pack;
    }

    /** One fault as itself, several together in the order of their lines; nothing if there are none. */
    static void refuse(List<Refused> faults) {
        List<Refused> ordered = faults.stream().sorted(Comparator.comparingInt(f -> f.args().get(0) instanceof Integer line ? line : 0)).toList();
        if (ordered.size() == 1) {
            throw ordered.get(0);
        }
        if (!ordered.isEmpty()) {
            Sentence said = null;
            for (int i = Math.min(MOST_FAULTS, ordered.size()) - 1; i >= 0; i--) {
                Sentence one = Sentence.of(ordered.get(i).code(), ordered.get(i).args().toArray());
                said = said == null ? one : Sentence.of("pack.fault_and", one, said);
            }
            throw new Refused("pack.faults", ordered.size(), said);
        }
    }

    /** Does it, and notes what it refuses. */
    private void noting(Runnable reading) {
        try {
            reading.run();
        } catch (Refused fault) {
            faults.add(fault);
        }
    }

    /** True if the form of a place, or of what holds it, is wrong. */
    private boolean broken(String at) {
        return broken.stream().anyMatch(b -> at.equals(b) || at.startsWith(b + "/") || b.startsWith(at + "/"));
    }

    private Pack pack(String text) {
        root = json(composed(text), "");
        SCHEMA.validate(root).stream().sorted(Comparator.comparing(ValidationMessage::getType)).forEach(this::note);
        LocalDate starts = known("/programme/starts");
        LocalDate ends = known("/programme/ends");
        // a day that is wrong or missing is a fault of its own
        if (!starts.equals(LocalDate.EPOCH) && !ends.equals(LocalDate.EPOCH) && ends.isBefore(starts)) {
            faults.add(new Refused("programme.ends_before_start", starts, ends));
        }
        List<Pack.Rule> rules = rules(starts);
        List<Pack.Question> open = new ArrayList<>();
        each("open", at -> {
            RuleKind kind = constant(RuleKind.class, at + "/rule");
            categories(at + "/category").forEach(category -> open.add(new Pack.Question(kind, category, text(at + "/ask"))));
        });
        List<Pack.Case> cases = new ArrayList<>();
        each("cases", at -> cases.add(example(at, starts)));
        return new Pack(of("/programme/code"), of("/programme/name"), of("/edition"), starts, ends, rules, open, cases);
    }

    /** Reads each part of a list whose form is right. */
    private void each(String list, Consumer<String> reading) {
        for (int i = 0; i < size(list); i++) {
            String at = "/" + list + "/" + i;
            if (!broken(at)) {
                noting(() -> reading.accept(at));
            }
        }
    }

    /** A text, empty where none stands: then the form is wrong, and that is said. */
    private String of(String at) {
        return Objects.requireNonNullElse(text(at), "");
    }

    /** A day of the programme; any day where it is wrong, and that is said. */
    private LocalDate known(String at) {
        LocalDate[] found = {null};
        if (!broken(at)) {
            noting(() -> found[0] = day(at));
        }
        return found[0] == null ? LocalDate.EPOCH : found[0];
    }

    private List<Pack.Rule> rules(LocalDate starts) {
        List<Pack.Rule> rules = new ArrayList<>();
        each("rules", at -> {
            JsonNode source = root.path("sources").path(of(at + "/source"));
            if (source.isMissingNode() && !broken("/sources")) {
                faults.add(new Refused("pack.source_unknown", line(at + "/source"), text(at + "/source")));
            }
            RuleKind kind = constant(RuleKind.class, at + "/rule");
            JsonNode given = root.at(at + "/value");
            String value = given.isBoolean() ? given.asBoolean() ? "YES" : "NO" : plain(kind, given.asText().strip());
            if (!kind.reads(value)) {
                faults.add(new Refused("pack.rule_value", line(at + "/value"), kind, given.asText(), example(kind)));
            }
            LocalDate from = text(at + "/from") == null ? starts : day(at + "/from");
            for (Category category : categories(at + "/category")) {
                Pack.Rule rule = new Pack.Rule(kind, category, value, from, source.path("title").asText(),
                        source.hasNonNull("url") ? source.get("url").asText() : null,
                        RuleStatus.valueOf(text(at + "/status").toUpperCase(Locale.ROOT)), line(at));
                rules.stream().filter(rule::sameKey).findFirst().ifPresent(other -> faults.add(new Refused("pack.rule_twice", rule.line(), kind, other.line())));
                rules.add(rule);
            }
        });
        return rules;
    }

    private Pack.Case example(String at, LocalDate starts) {
        String category = text(at + "/category");
        Pack.Case found = new Pack.Case(text(at + "/name"), text(at + "/on") == null ? starts : day(at + "/on"),
                category == null ? null : constant(Category.class, at + "/category"), cents(at + "/eligible"), cents(at + "/grant"),
                cents(at + "/payable"), root.at(at + "/proven").asBoolean(false), flag(at + "/allowed"), day(at + "/begun"),
                day(at + "/accepted"), flag(at + "/fits"), day(at + "/bound_from"), day(at + "/bound_until"), day(at + "/period_ends"),
                day(at + "/proof_due"), line(at));
        if (!found.asks() || found.grant() != null && found.eligible() == null || found.payable() != null && found.eligible() == null
                || found.boundUntil() != null && found.boundFrom() == null || found.proofDue() != null && found.periodEnds() == null) {
            throw new Refused("pack.case_empty", found.line(), found.name());
        }
        return found;
    }

    /** As the rule keeps it: 10 % is 1000 basis points, 25000.00 EUR are 2500000 cents. Null if the unit is missing. */
    private static String plain(RuleKind kind, String text) {
        return switch (kind) {
            case OWN_SHARE_BP, PRICE_TOLERANCE_BP, RETAINED_BP, TOLERANCE_BP, INTEREST_BP -> hundredths(text, "%");
            case MOBILE_CAP_CENTS, DIRECT_AWARD_LIMIT, NEGOTIATED_AWARD_LIMIT, RESTRICTED_AWARD_LIMIT, EU_AWARD_LIMIT, AWARD_SECOND_CENTS,
                    INTEREST_FREE_CENTS, MIN_GRANT_CENTS, LUMP_SUM_CENTS, REQUEST_SECOND_CENTS -> hundredths(text, "EUR");
            case KEEP_YEARS -> text.replaceFirst(" ?years?$", "");
            case BINDING_YEARS -> String.join(",", Arrays.stream(text.split(", *")).map(band -> years(band.replaceFirst(" ?years?$", ""))).toList());
            case SPEND_DAYS, ADVANCE_DAYS -> text.replaceFirst(" ?days?$", "");
            case PROOF_MONTHS -> text.replaceFirst(" ?months?$", "");
            case REPORT_DAYS -> text.replace(" ", "");
            case PAYOUT_PLAN -> String.join(",", Arrays.stream(text.split(", *")).map(s -> s.replaceFirst(" .*", "") + "="
                    + hundredths(s.replaceFirst("^\\S+ ", ""), "%")).toList());
            default -> text;
        };
    }

    /** The years of a band: 5, or over 150000.00 EUR 12. */
    private static String years(String band) {
        if (!band.startsWith("over ") || !band.contains(" EUR ")) {
            return band;
        }
        int end = band.indexOf(" EUR ") + " EUR".length();
        return hundredths(band.substring("over ".length(), end), "EUR") + "=" + band.substring(end).strip();
    }

    private static String hundredths(String text, String unit) {
        String number = text.endsWith(unit) ? text.substring(0, text.length() - unit.length()).strip() : "";
        if (!number.matches("\\d{1,12}([.]\\d{1,2})?")) {
            return null;
        }
        String[] parts = number.split("[.]");
        return String.valueOf(Long.parseLong(parts[0]) * 100 + (parts.length == 1 ? 0 : Long.parseLong((parts[1] + "0").substring(0, 2))));
    }

    private static String example(RuleKind kind) {
        return switch (kind) {
            case OWN_SHARE_BP, PRICE_TOLERANCE_BP, RETAINED_BP, TOLERANCE_BP, INTEREST_BP -> "10 %";
            case MOBILE_CAP_CENTS, DIRECT_AWARD_LIMIT, NEGOTIATED_AWARD_LIMIT, RESTRICTED_AWARD_LIMIT, EU_AWARD_LIMIT, AWARD_SECOND_CENTS,
                    INTEREST_FREE_CENTS, MIN_GRANT_CENTS, LUMP_SUM_CENTS, REQUEST_SECOND_CENTS -> "25000.00 EUR";
            case PAYOUT_PLAN -> "DECISION 80 %, PROOF 20 %";
            case BINDING_YEARS -> "5 years, over 150000.00 EUR 12 years";
            default -> kind.example();
        };
    }

    /** Notes a fault of the form once, and where what is meant cannot be read for it. */
    private void note(ValidationMessage found) {
        String at = found.getInstanceLocation().toString();
        int line = line(at);
        Refused fault = switch (found.getType()) {
            case "additionalProperties" -> new Refused("pack.unknown_key", keyLine(found), place(at + "/" + found.getProperty()));
            case "required" -> new Refused("pack.missing_key", line, place(at), found.getProperty());
            default -> new Refused("pack.bad_value", line, place(at));
        };
        if (!"additionalProperties".equals(found.getType()) && !at.isEmpty()) {
            broken.add(at);
        }
        if (faults.stream().noneMatch(f -> f.code().equals(fault.code()) && f.args().equals(fault.args()))) {
            faults.add(fault);
        }
    }

    private int keyLine(ValidationMessage found) {
        return line(found.getInstanceLocation() + "/" + found.getProperty());
    }

    private int size(String list) {
        return root.path(list).isArray() ? root.get(list).size() : 0;
    }

    private String text(String at) {
        JsonNode node = root.at(at);
        return node.isMissingNode() || node.isNull() ? null : node.asText().strip();
    }

    private Boolean flag(String at) {
        return root.at(at).isMissingNode() ? null : root.at(at).asBoolean();
    }

    private Long cents(String at) {
        return text(at) == null ? null : Long.valueOf(text(at).replace(".", ""));
    }

    private LocalDate day(String at) {
        try {
            return text(at) == null ? null : LocalDate.parse(text(at));
        } catch (DateTimeParseException e) {
            throw new Refused("pack.bad_value", line(at), place(at));
        }
    }

    /** The categories that a key names; one null for all if it is absent. */
    private List<Category> categories(String at) {
        JsonNode node = root.at(at);
        List<Category> found = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.add(constant(Category.class, at + "/" + i));
            }
        } else {
            found.add(node.isMissingNode() ? null : constant(Category.class, at));
        }
        return found;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String at) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(text(at))).findFirst()
                .orElseThrow(() -> new Refused("pack.bad_value", line(at), place(at)));
    }

    /** The line of a place; of one that is not there the line of what holds it. */
    private int line(String at) {
        String place = at;
        while (!lines.containsKey(place) && place.contains("/")) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault(place, 1);
    }

    /** A place as people count: rules 3, value. */
    private static String place(String at) {
        StringBuilder place = new StringBuilder();
        for (String part : at.split("/")) {
            boolean number = part.matches("\\d{1,6}");
            place.append(part.isEmpty() ? "" : place.isEmpty() ? part : number ? " " + (Integer.parseInt(part) + 1) : ", " + part);
        }
        return place.isEmpty() ? "1" : place.toString();
    }

    private static Node composed(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_BYTES);
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(10);
        try {
            Node node = new Composer(new ParserImpl(new StreamReader(text), limits), new Resolver(), limits).getSingleNode();
            if (node == null) {
                throw new Refused("pack.not_yaml", 1);
            }
            return node;
        } catch (MarkedYAMLException e) {
            throw new Refused("pack.not_yaml", e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1);
        } catch (YAMLException e) {
            throw new Refused("pack.not_yaml", 1);
        }
    }

    private JsonNode json(Node node, String at) {
        lines.putIfAbsent(at, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            Set<String> seen = new HashSet<>();
            for (NodeTuple entry : map.getValue()) {
                String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                int line = entry.getKeyNode().getStartMark().getLine() + 1;
                if (!seen.add(key)) {
                    faults.add(new Refused("pack.key_twice", line, key));
                    continue;
                }
                lines.put(at + "/" + key, line);
                object.set(key, json(entry.getValueNode(), at + "/" + key));
            }
            return object;
        }
        if (node instanceof SequenceNode list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : list.getValue()) {
                array.add(json(item, at + "/" + array.size()));
            }
            return array;
        }
        String value = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return BooleanNode.valueOf(Set.of("true", "yes", "on").contains(value.toLowerCase(Locale.ROOT)));
        }
        return node.getTag().equals(Tag.NULL) ? NullNode.instance : TextNode.valueOf(value);
    }
}
