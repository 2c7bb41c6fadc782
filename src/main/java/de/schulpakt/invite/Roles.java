package de.schulpakt.invite;

import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Roles as people write them: their constant or their word in one of the two languages. */
final class Roles {
    private Roles() {
    }

    /** Null if the text means none. */
    static Role of(String text) {
        String word = ImportMapping.normal(text);
        return Arrays.stream(Role.values()).filter(role -> List.of(role.name(), Texts.get(Locale.GERMAN, role), Texts.get(Locale.ENGLISH, role)).stream()
                .anyMatch(name -> ImportMapping.normal(name).equals(word))).findFirst().orElse(null);
    }
}
