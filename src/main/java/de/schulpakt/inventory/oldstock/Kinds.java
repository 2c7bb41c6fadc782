package de.schulpakt.inventory.oldstock;

import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.inventory.device.ModelKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people and programs call the kinds of things. */
final class Kinds {
    private static final Map<ModelKind, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(ModelKind.ACCESS_POINT, List.of("accesspoint", "wlanap", "wifiap", "funkzugang"));
        WORDS.put(ModelKind.TABLET, List.of("tablet", "ipad"));
        WORDS.put(ModelKind.NOTEBOOK, List.of("notebook", "laptop", "chromebook", "macbook", "convertible"));
        WORDS.put(ModelKind.DISPLAY, List.of("display", "monitor", "bildschirm", "whiteboard", "smartboard", "tafel", "screen", "fernseher"));
        WORDS.put(ModelKind.PROJECTOR, List.of("projector", "beamer", "projektor"));
        WORDS.put(ModelKind.SWITCH, List.of("switch"));
        WORDS.put(ModelKind.SERVER, List.of("server"));
        WORDS.put(ModelKind.DESKTOP, List.of("desktop", "arbeitsplatzrechner", "workstation", "imac", "minipc", "computer"));
        WORDS.put(ModelKind.ACCESSORY, List.of("zubehoer", "accessory", "accessories", "stift", "tastatur", "huelle", "ladewagen", "koffer", "keyboard", "pen", "dock"));
        WORDS.put(ModelKind.OTHER, List.of("sonstig", "other", "drucker", "printer", "kamera", "camera"));
    }

    private Kinds() {
    }

    /** The kind that a word means, null if it is not understood. */
    static ModelKind of(String text) {
        String word = text == null ? "" : ImportMapping.normal(text);
        if (word.equals("ap") || word.equals("pc")) {
            return word.equals("ap") ? ModelKind.ACCESS_POINT : ModelKind.DESKTOP;
        }
        return WORDS.entrySet().stream().filter(e -> e.getKey().name().replace("_", "").equalsIgnoreCase(word)
                || e.getValue().stream().anyMatch(word::contains)).map(Map.Entry::getKey).findFirst().orElse(null);
    }
}
