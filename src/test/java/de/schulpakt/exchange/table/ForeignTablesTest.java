package de.schulpakt.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.platform.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of other makers, and what only looks like one. */
class ForeignTablesTest {
    private static final Predicate<String> KNOWN = List.of("Nummer", "Name", "Ort")::contains;
    /** Far more than any machine needs for work that grows with the file; square work needs hours. */
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"b\n", "\"a\"b\r", "\"a\"b,\"c\"d", "\"\n", "\"\"\"\n", "\n", ";\n", "\"a\n\"b;", "a\"b;\n", "'=1;\n"})
    void reading_grows_with_the_file_whatever_its_lines_are(String line) {
        byte[] content = ("Nummer;Name\n" + line.repeat(CsvFile.MOST_BYTES / line.length() - 10)).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(ENOUGH, () -> {
            try {
                CsvFile file = CsvFile.read(content, CsvFile.detect(content, KNOWN));
                file.findingsByLine();
                assertThat(file.findingsOfFile().size()).isLessThan(2 * CsvFile.MOST_ROWS + 10);
            } catch (Refused e) {
                assertThat(e.code()).isEqualTo("csv.binary");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,CR", "UTF-16LE,CR", "windows-1252,CR", "x-MacRoman,CR", "UTF-8,LF", "UTF-16BE,CRLF", "IBM850,CRLF"})
    void large_files_are_read_with_every_line_end_and_encoding(String charset, String named) {
        String end = named.replace("CR", "\r").replace("LF", "\n");
        StringBuilder text = new StringBuilder("Nummer;Name;Ort").append(end);
        for (int i = 0; i < 5000; i++) {
            text.append(i).append(";\"Görres; Schule ").append(i).append("\";Koblenz am großen Fluß").append(end);
        }
        byte[] content = text.toString().getBytes(Charset.forName(charset));
        CsvFile file = CsvFile.read(content, CsvFile.detect(content, KNOWN));
        assertThat(file.format().delimiter()).isEqualTo(';');
        assertThat(file.columns()).containsExactly("Nummer", "Name", "Ort");
        assertThat(file.rows()).hasSize(5000);
        assertThat(file.findings()).isEmpty();
        assertThat(file.rows().get(4999).value(1)).isEqualTo("Görres; Schule 4999");
    }

    @Test
    void a_hundred_columns_with_empty_and_repeated_names_are_a_table() {
        StringBuilder text = new StringBuilder("\ufeffNummer;Name");
        for (int i = 2; i < 100; i++) {
            text.append(';').append(i % 3 == 0 ? "" : i % 3 == 1 ? "Name" : "Feld " + i);
        }
        text.append("\r\n").append("1;\"A \"\"am\"\" Park\r\nBau 2\"").append(";".repeat(98)).append("\r\n2;B\r\n");
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        CsvFile file = CsvFile.read(content, CsvFile.detect(content, KNOWN));
        assertThat(file.columns()).as("the last has neither name nor values").hasSize(99).doesNotHaveDuplicates();
        assertThat(file.rows().get(0).value(1)).isEqualTo("A \"am\" Park\r\nBau 2");
        assertThat(file.findings()).extracting(Finding::code).containsExactly("csv.columns");
    }

    @Test
    void web_pages_are_no_tables_even_behind_a_title() {
        for (String text : List.of("Schulen in Koblenz\n<!DOCTYPE html>\n<html><body>", "Fehler 500\r\n\r\n  <HTML lang=\"de\">", "Export\r<table><tr><td>1")) {
            refused("csv.markup", text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CsvFile.accepted("Nummer;Name\n1;Das <b>Haus</b>\n".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }

    @Test
    void what_is_packed_is_called_by_its_name() throws IOException {
        refused("csv.zip", zip("schulen.csv", "Nummer;Name\n1;A\n"));
        refused("csv.zip", java.util.Arrays.copyOf(zip("a", "b"), 20));
        refused("csv.spreadsheet", zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        refused("csv.workbook", zip("xl/workbook.xml", "no workbook"));
    }

    @Test
    void a_workbook_fetches_nothing_and_unpacks_to_a_bounded_size(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "nobody may read this");
        String plain = parts(workbook());
        assertThat(plain).contains("<sheetData>");
        for (String entity : List.of("<!ENTITY x SYSTEM \"" + secret.toUri() + "\">",
                "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">")) {
            byte[] bad = changed(workbook(), sheet -> sheet.replaceFirst("\\?>", "?><!DOCTYPE worksheet [" + entity.replace("$", "\\$") + "]>")
                    .replace("Sicher", "&x;"));
            String read = read(bad);
            assertThat(read).doesNotContain("nobody may read this").doesNotContain("aaaaaaaaaa");
        }
        refused("csv.too_big", zeros("xl/workbook.xml", 201 << 20));
    }

    /** What is read of a file, or the code with which it is refused. */
    private static String read(byte[] content) {
        try {
            return new String(CsvFile.accepted(content), StandardCharsets.UTF_8);
        } catch (Refused e) {
            return e.code();
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Schulen");
            sheet.inlineString(0, 0, "Nummer");
            sheet.inlineString(0, 1, "Name");
            sheet.inlineString(1, 0, "1");
            sheet.inlineString(1, 1, "Sicher");
        }
        return out.toByteArray();
    }

    private static String parts(byte[] workbook) throws IOException {
        StringBuilder all = new StringBuilder();
        changed(workbook, sheet -> {
            all.append(sheet);
            return sheet;
        });
        return all.toString();
    }

    /** The workbook with another sheet. */
    private static byte[] changed(byte[] workbook, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get(); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
                byte[] bytes = in.getInputStream(part).readAllBytes();
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(part.getName().startsWith("xl/worksheets/") && part.getName().endsWith(".xml")
                        ? change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zeros(String name, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int left = bytes; left > 0; left -= 1 << 16) {
                zip.write(new byte[Math.min(left, 1 << 16)]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void the_first_sheet_of_a_workbook_is_a_table() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Schulen");
            sheet.value(0, 0, "Schulverzeichnis");
            List.of("Nummer", "Name", "Ort").forEach(n -> sheet.value(2, List.of("Nummer", "Name", "Ort").indexOf(n), n));
            sheet.value(3, 0, "03124");
            sheet.value(3, 1, "Schule \"Am Park\"; Süd");
            sheet.value(4, 0, new BigDecimal("56068"));
            sheet.value(4, 2, 7.59);
        }
        byte[] content = CsvFile.accepted(out.toByteArray());
        CsvFile file = CsvFile.read(content, CsvFile.detect(content, KNOWN));
        assertThat(file.format().headerLine()).isEqualTo(3);
        assertThat(file.rows().get(0).values()).startsWith("03124", "Schule \"Am Park\"; Süd");
        assertThat(file.rows().get(1).value(0)).isEqualTo("56068");
        assertThat(file.rows().get(1).value(2)).isEqualTo("7.59");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252,IBM850", "IBM850,windows-1252", "x-MacRoman,windows-1252", "windows-1252,x-MacRoman", "windows-1252,US-ASCII"})
    void umlauts_that_became_other_letters_before_the_upload_are_named(String wrote, String read) {
        StringBuilder text = new StringBuilder("Nummer;Name;Ort\n");
        for (String name : List.of("Görres", "Güls", "Rübenach", "Mühlental", "Köln", "Löwen", "Käthe", "Jäger", "Müller", "Größe")) {
            text.append("1;").append(name).append("schule;Koblenz\n");
        }
        String damaged = new String(text.toString().getBytes(Charset.forName(wrote)), Charset.forName(read)).replace('\ufffd', '?');
        byte[] content = damaged.getBytes(StandardCharsets.UTF_8);
        assertThat(CsvFile.read(content, CsvFile.detect(content, KNOWN)).findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo("csv.damaged");
            assertThat(f.column()).isEqualTo("Name");
            assertThat(f.told(Locale.ENGLISH).reason()).contains("umlauts");
        });
        byte[] sound = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(CsvFile.read(sound, CsvFile.detect(sound, KNOWN)).findings()).isEmpty();
    }

    @Test
    void foreign_names_and_addresses_of_the_net_are_no_damage() {
        byte[] content = ("Nummer;Name;Ort\n1;Dvořák-Schule;a?b=c\n2;Lycée français;https://x.de/a?b\n3;Jeanne-d’Arc-Schule;info?@x.de\n"
                + "4;Schule „Am Berg“;A\n5;Was nun?;B\n6;São Paulo;C\n").getBytes(StandardCharsets.UTF_8);
        assertThat(CsvFile.read(content, CsvFile.detect(content, KNOWN)).findings()).isEmpty();
    }

    @Test
    void of_two_columns_that_could_be_meant_the_one_that_is_understood_is_taken() {
        enum F implements ImportField {
            NUMBER, NAME;

            @Override
            public List<String> synonyms() {
                return this == NUMBER ? List.of("nummer", "schulnummer") : List.of("name", "bezeichnung");
            }

            @Override
            public boolean understands(String value) {
                return this == NAME || value.matches("\\d+");
            }
        }
        assertThat(guess("Nummer;Schulnummer;Bezeichnung\nA/1;100;X\nB/2;200;Y\n", F.values())).containsExactly("", "NUMBER", "NAME");
        assertThat(guess("Nummer;Schulnummer;Bezeichnung\n1;100;X\n2;200;Y\n", F.values())).containsExactly("NUMBER", "", "NAME");
        assertThat(guess("Name;Schulnummer;Bezeichnung\n;100;X\n;200;Y\n", F.values())).containsExactly("", "NUMBER", "NAME");
    }

    @Test
    void what_our_lists_write_is_read_as_it_was() throws IOException {
        List<Object> values = new ArrayList<>(List.of("+49 261 1", "=1+1", "-5", "@x", "'+1", "''=", "a;b", "\"q\"", "x\ny", "ß", "'", "'a"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> columns = new ArrayList<>();
        values.forEach(v -> columns.add("C" + columns.size()));
        CsvOut.write(out, columns, List.of(values));
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains(";'=1+1;").doesNotContain(";=").doesNotContain(";+").doesNotContain(";@");
        assertThat(CsvFile.read(out.toByteArray(), new CsvFormat("UTF-8", ';', 1)).rows().get(0).values())
                .containsExactlyElementsOf(values.stream().map(String::valueOf).toList());
    }

    private static List<String> guess(String text, ImportField... fields) {
        return ImportMapping.guess(CsvFile.read(text.getBytes(StandardCharsets.UTF_8), new CsvFormat("UTF-8", ';', 1)), List.of(fields));
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void refused(String code, byte[] content) {
        assertThatThrownBy(() -> CsvFile.accepted(content)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
