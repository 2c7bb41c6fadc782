package de.schulpakt.invite;

import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Roles as people write them: their constant, their word in one of the two languages, or what the person is called. */
final class Roles {
    /** As lists of people call them, normal; none for administrators of the whole installation, who are meant by their own word only. */
    private static final Map<Role, List<String>> CALLED = Map.of(
            Role.SCHOOL_ADMIN, List.of("schulleitung", "schulleiter", "schulleiterin", "sekretariat", "schulsekretariat", "sekretaer", "sekretaerin", "headteacher"),
            Role.TECHNICIAN, List.of("techniker", "technikerin", "ittechniker", "ittechnikerin"),
            Role.FUNDING_OFFICER, List.of("sachbearbeiter", "sachbearbeiterin", "sachbearbeitung", "foerdersachbearbeitung", "caseworker"),
            Role.AUDITOR, List.of("pruefer", "prueferin", "rechnungspruefer", "rechnungsprueferin", "rechnungspruefung"));

    private Roles() {
    }

    /** Null if the text means none. */
    static Role of(String text) {
        String word = ImportMapping.normal(text);
        return Arrays.stream(Role.values()).filter(role -> CALLED.getOrDefault(role, List.of()).contains(word)
                || List.of(role.name(), Texts.get(Locale.GERMAN, role), Texts.get(Locale.ENGLISH, role)).stream().anyMatch(name -> ImportMapping.normal(name).equals(word)))
                .findFirst().orElse(null);
    }
}
