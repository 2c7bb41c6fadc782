package de.schulpakt.inventory.oldstock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Fold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the agent of GLPI sends (inventory format, JSON) as a table: of a computer its serial number, tag, MAC addresses, manufacturer, model and kind, of its
 * screens and of network equipment the same. Nothing else is even looked at: such files hold who was signed in, addresses, software, keys and credentials.
 * One file holds one inventory, or an array of them.
 */
final class GlpiFile {
    /** Inventories of one file. */
    static final int MOST = 5_000;
    /** What makers leave where a number should stand. */
    private static final Set<String> NOTHING = Set.of("tobefilledbyoem", "defaultstring", "systemserialnumber", "notspecified", "notavailable", "none", "na", "unknown",
            "invalid", "chassisserialnumber", "noassettag", "noassetinformation", "assettag", "oem", "xxxxxxx", "123456789", "systemproductname", "systemmanufacturer");

    private static final ObjectMapper READER = new ObjectMapper();

    private GlpiFile() {
    }

    /** True for what begins as JSON; a table does not. */
    static boolean looks(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        return start.startsWith("{") || start.startsWith("[{") || start.matches("(?s)\\[\\s*\\{.*");
    }

    /**
     * The table.
     *
     * @throws Refused {@code glpi.not_json} for what cannot be read, {@code glpi.too_many}, {@code glpi.none} if there is no inventory in it
     */
    static byte[] table(byte[] bytes) {
        StringBuilder table = new StringBuilder("Seriennummer;Etikett;MAC-Adresse;Hersteller;Modell;Teilenummer;Kategorie\n");
        int rows = 0;
        for (JsonNode inventory : inventories(bytes)) {
            for (List<String> row : rows(inventory)) {
                table.append(row.stream().map(GlpiFile::cell).collect(Collectors.joining(";"))).append('\n');
                rows++;
            }
        }
        if (rows == 0) {
            throw new Refused("glpi.none");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<JsonNode> inventories(byte[] bytes) {
        try {
            JsonNode read = READER.readTree(new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", ""));
            List<JsonNode> all = read.isArray() ? parts(read).toList() : List.of(read);
            if (all.size() > MOST) {
                throw new Refused("glpi.too_many", MOST);
            }
            return all;
        } catch (IOException | StackOverflowError e) {
            throw new Refused("glpi.not_json");
        }
    }

    private static List<List<String>> rows(JsonNode inventory) {
        JsonNode content = object(inventory, "content");
        List<List<String>> rows = new ArrayList<>();
        JsonNode bios = object(content, "bios");
        JsonNode hardware = object(content, "hardware");
        if (content.has("bios") || content.has("hardware")) {
            String serial = text(bios, "ssn").isEmpty() ? text(bios, "msn") : text(bios, "ssn");
            row(rows, serial, text(bios, "assettag"), macs(content), text(bios, "smanufacturer"), text(bios, "smodel"), text(bios, "skunumber"),
                    chassis(text(hardware, "chassis_type")));
        }
        objects(content, "monitors").forEach(screen -> row(rows, text(screen, "serial"), "", "", text(screen, "manufacturer"),
                text(screen, "name").isEmpty() ? text(screen, "caption") : text(screen, "name"), "", ModelKind.DISPLAY.name()));
        JsonNode network = object(content, "network_device");
        row(rows, text(network, "serial"), "", mac(text(network, "mac")), text(network, "manufacturer"), text(network, "model"), "",
                text(network, "type").equalsIgnoreCase("Networking") ? ModelKind.SWITCH.name() : "");
        return rows;
    }

    /** What has neither a number nor a model is nothing that could be known again: the built-in screen of a notebook, a virtual machine. */
    private static void row(List<List<String>> rows, String serial, String tag, String macs, String maker, String model, String part, String kind) {
        if (!model.isEmpty() && (!serial.isEmpty() || !tag.isEmpty() || !macs.isEmpty())) {
            rows.add(List.of(serial, tag, macs, maker, model, part, kind));
        }
    }

    private static String macs(JsonNode content) {
        Set<String> found = new LinkedHashSet<>();
        objects(content, "networks").filter(card -> !card.path("virtualdev").asBoolean(false) && !"loopback".equals(text(card, "type")))
                .forEach(card -> found.add(mac(text(card, "mac"))));
        found.remove("");
        return String.join(OldStockPlan.AND, found);
    }

    private static String mac(String text) {
        return text.matches("(?i)([0-9a-f]{2}[:-]?){5}[0-9a-f]{2}") && !text.replaceAll("[:0-]", "").isEmpty() ? text : "";
    }

    private static String chassis(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "laptop", "notebook", "portable", "sub notebook", "convertible" -> ModelKind.NOTEBOOK.name();
            case "tablet", "detachable", "hand held" -> ModelKind.TABLET.name();
            case "desktop", "low profile desktop", "tower", "mini tower", "mini pc", "all in one", "space-saving", "pizza box", "stick pc" -> ModelKind.DESKTOP.name();
            case "main server chassis", "rack mount chassis", "blade", "multi-system", "server" -> ModelKind.SERVER.name();
            default -> "";
        };
    }

    private static JsonNode object(JsonNode in, String name) {
        return in.path(name).isObject() ? in.path(name) : MissingNode.getInstance();
    }

    private static Stream<JsonNode> objects(JsonNode in, String name) {
        return in.path(name).isArray() ? parts(in.path(name)) : Stream.empty();
    }

    private static Stream<JsonNode> parts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).filter(JsonNode::isObject);
    }

    private static String text(JsonNode in, String name) {
        String text = in.path(name).isTextual() ? Fold.text(in.path(name).textValue()) : null;
        String bare = text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return bare.isEmpty() || bare.matches("0+") || NOTHING.contains(bare) ? "" : text;
    }

    private static String cell(String value) {
        return '"' + value.replace("\"", "\"\"").replaceAll("[\\r\\n]+", " ") + '"';
    }
}
