package de.schulpakt.platform.list;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import jakarta.enterprise.util.TypeLiteral;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A calendar year is read as one in every list. */
@DbTest
class ListYearsDbTest {
    @Test
    void no_list_writes_a_year_like_a_count(Db db) {
        List<String> years = db.all(new TypeLiteral<ListOf<?>>() {
        }).stream().flatMap(list -> list.listing().columns().stream().filter(c -> c.name().matches("(?i).*year|begins"))
                .map(c -> list.listing().name() + "." + c.name() + " " + c.kind())).toList();
        assertThat(years).hasSizeGreaterThan(2).allMatch(column -> column.endsWith(" YEAR"));
        assertThat(Cells.text(Column.Kind.YEAR, 2026, Locale.GERMAN)).isEqualTo("2026");
    }
}
