package de.schulpakt.school.register;

import de.schulpakt.exchange.ImportMapping;
import java.util.List;

/** Knows what stands in registers of schools and is none: offices of the administration and seminars that train teachers. */
final class Offices {
    private static final List<String> PARTS = List.of("studienseminar", "schulamt", "schulaemter", "dienststelle", "schulaufsicht",
            "schulbehoerde", "schulverwaltung", "landesamt", "landesinstitut", "ministerium", "bezirksregierung", "regierungspraesidium",
            "zentrumfuerschulpraktische", "zfsl", "lehrkraefteakademie", "lehrerbildung", "lehrerausbildung", "lehrerfortbildung",
            "fachseminar", "ausbildungsseminar", "staatlichesseminar", "seminarfuer", "medienzentrum", "medienstelle", "schulpsycholog",
            "beratungsstelle", "pruefungsamt");

    private Offices() {
    }

    /** True if a text names an office or a seminar and no school. */
    static boolean named(String text) {
        String normal = text == null ? "" : ImportMapping.normal(text);
        return PARTS.stream().anyMatch(normal::contains);
    }
}
