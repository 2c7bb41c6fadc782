package de.schulpakt.school.place;

import de.schulpakt.exchange.table.CsvOut;
import de.schulpakt.platform.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.stream.Stream;

/** The schools as a table to take away; read again by the import of the register, it changes nothing. */
public final class SchoolTable {
    private SchoolTable() {
    }

    /** Writes the schools that the asker may see and the filter lets pass. */
    public static void write(OutputStream out, SchoolQueries schools, SchoolQueries.Filter filter, Locale locale) throws IOException {
        CsvOut csv = CsvOut.begin(out, Stream.of("fact.officialNo", "fact.name", "fact.type", "fact.street", "fact.postcode", "fact.city",
                "fact.phone", "fact.pupils", "fact.authority", "fact.state").map(k -> Texts.get(locale, k)).toList());
        schools.export(filter, s -> csv.line(s.officialNo(), s.name(), Texts.get(locale, s.type()), s.street(), s.postcode(), s.city(),
                s.phone(), s.pupils(), s.authority(), s.stateCode()));
        csv.end();
    }
}
