package de.schulpakt.demo;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of the demo: a CSV file with comments on the class path. */
final class DemoTable {
    private DemoTable() {
    }

    static List<NamedCsvRecord> read(String name) {
        String path = "/db/demo/" + name;
        try (InputStream in = DemoTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing on the class path");
            }
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return rows.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static String text(NamedCsvRecord row, String column) {
        String value = row.findField(column).orElse("").strip();
        return value.isEmpty() ? null : value;
    }
}
