package de.schulpakt.inventory.field.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.inventory.field.FieldQueries;
import de.schulpakt.inventory.field.FieldType;
import de.schulpakt.inventory.field.OwnValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page of a device sends. */
class FieldFillPageTest {
    private final List<FieldQueries.Filled> shown = List.of(field(1, "blau"), field(2, ""), field(3, "grau"));

    @Test
    void only_what_was_typed_anew_is_sent() {
        Map<Long, String> typed = new HashMap<>(Map.of(1L, "blau", 3L, "rot"));
        typed.put(2L, null);
        assertThat(FieldFillPage.changed(shown, typed)).containsExactly(new OwnValues.Entry(3L, "rot"));
        typed.put(3L, " grau ");
        assertThat(FieldFillPage.changed(shown, typed)).isEmpty();
        typed.put(1L, null);
        assertThat(FieldFillPage.changed(shown, typed)).as("what is emptied ends").containsExactly(new OwnValues.Entry(1L, null));
    }

    private static FieldQueries.Filled field(long id, String text) {
        return new FieldQueries.Filled(id, "Feld " + id, FieldType.TEXT, null, null, null, null, text.isEmpty() ? null : text, null, null, null, null, null);
    }
}
