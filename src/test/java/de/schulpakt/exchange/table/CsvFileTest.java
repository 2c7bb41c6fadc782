package de.schulpakt.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private static final Predicate<String> KNOWN = Set.of("name", "Nummer", "Ort", "Straße")::contains;
    private static final String GERMAN = "Nummer;name;Ort\n50477;Görres-Gymnasium;Koblenz\n14672;Grundschule Güls;Koblenz\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "IBM850", "x-MacRoman", "UTF-16LE", "UTF-16BE"})
    void the_encoding_is_found_out(String charset) {
        assertThat(read(GERMAN.getBytes(Charset.forName(charset))).rows().get(0).value(1)).isEqualTo("Görres-Gymnasium");
        assertThat(detect(GERMAN.getBytes(Charset.forName(charset))).charset()).isEqualTo(charset);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() {
        assertThat(read(("\ufeff" + GERMAN).getBytes(StandardCharsets.UTF_8)).columns()).startsWith("Nummer");
        assertThat(read(("\ufeff" + GERMAN).getBytes(StandardCharsets.UTF_16LE)).columns()).startsWith("Nummer");
        assertThat(read(("\ufeff" + GERMAN).getBytes(StandardCharsets.UTF_16BE)).columns()).startsWith("Nummer");
    }

    @Test
    void one_broken_letter_in_utf8_is_a_fault_of_its_line_only() {
        byte[] content = (GERMAN + "1;Grundschule Rübenach;X\n2;Grundschule Moselweiß;Y\n3;Z?Z;Y\n").getBytes(StandardCharsets.UTF_8);
        content[new String(content, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xE4;
        CsvFile file = read(content);
        assertThat(file.format().charset()).isEqualTo("UTF-8");
        assertThat(file.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("csv.unreadable");
            assertThat(f.line()).isEqualTo(6);
            assertThat(f.column()).isEqualTo("name");
        });
    }

    @ParameterizedTest
    @CsvSource(value = {"comma|,", "semicolon|;", "tab|\t", "pipe|P"}, delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void the_delimiter_is_found_out(String name, String given) {
        char delimiter = "P".equals(given) ? '|' : given.charAt(0);
        byte[] content = ("Nummer;name;Straße\n1;\"A, B\";\"Weg 1, 56068 Ort\"\n2;C;\"Weg 2, 56068 Ort\"\n")
                .replace("\"A, B\"", "\"A" + delimiter + " B\"").replace(';', delimiter).getBytes(StandardCharsets.UTF_8);
        assertThat(detect(content).delimiter()).as(name).isEqualTo(delimiter);
        assertThat(read(content).findings()).isEmpty();
    }

    @Test
    void the_line_of_excel_that_names_the_delimiter_is_understood() {
        CsvFile file = read("sep=;\nNummer;name\n1;A\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.columns()).containsExactly("Nummer", "name");
        assertThat(file.rows()).singleElement().satisfies(r -> assertThat(r.line()).isEqualTo(3));
    }

    @Test
    void titles_above_the_names_are_passed_over() {
        CsvFile file = read("Schulverzeichnis 2026\n\nNummer;name;Ort\n1;A;B\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.format().headerLine()).isEqualTo(3);
        assertThat(file.rows()).hasSize(1);
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void a_file_without_names_has_numbered_columns() {
        CsvFile file = read("50477;Görres;56068 Koblenz\n14672;Güls;56072 Koblenz\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.format().headerLine()).isZero();
        assertThat(file.columns()).containsExactly("#1", "#2", "#3");
        assertThat(file.rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_line_end_counts_as_one_line(String end) {
        CsvFile file = read(("Nummer;name" + end + "1;A" + end + end + "2;\"B" + end + "b\"" + end + "3;C" + end)
                .getBytes(StandardCharsets.UTF_8));
        assertThat(file.rows()).extracting(CsvRow::line).containsExactly(2, 4, 6);
        assertThat(file.rows().get(1).lastLine()).isEqualTo(5);
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void a_quote_that_is_not_closed_is_named_with_its_line() {
        CsvFile file = read("Nummer;name\n1;A\n2;\"B\n3;C\n4;D\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.findings()).extracting(Finding::code).contains("csv.open_quote");
        assertThat(file.findings().get(0).line()).isEqualTo(3);
        assertThat(file.findings().get(0).told(Locale.GERMAN).reason()).contains("Zeile 3");
    }

    @Test
    void a_quote_that_ends_lines_later_is_suspected() {
        CsvFile file = read("Nummer;name;Ort\n1;\"A;B\n2;\"C\";D\n3;E;F\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.findings()).isNotEmpty().allMatch(Finding::error);
    }

    @Test
    void a_quote_within_a_cell_must_be_doubled() {
        assertThat(read("Nummer;name\n1;\"\"\"Am Park\"\" Rösa\"\n".getBytes(StandardCharsets.UTF_8)).rows().get(0).value(1))
                .isEqualTo("\"Am Park\" Rösa");
        assertThat(read("Nummer;name\n1;\"Schule \"Am Park\" Rösa\"\n".getBytes(StandardCharsets.UTF_8)).findings())
                .extracting(Finding::code, Finding::line).contains(org.assertj.core.groups.Tuple.tuple("csv.after_quote", 2));
    }

    @Test
    void rows_with_other_numbers_of_cells_are_named() {
        CsvFile file = read("Nummer;name;Ort\n1;A\n2;B;C;D\n3;E;F;;\n;;\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.findings()).extracting(Finding::code).containsExactly("csv.columns", "csv.columns");
        assertThat(file.findings()).extracting(Finding::line).containsExactly(2, 3);
        assertThat(file.rows()).hasSize(3);
    }

    @Test
    void null_characters_are_named() {
        assertThat(read("Nummer;name\n1;A\0B\n".getBytes(StandardCharsets.UTF_8)).findings()).extracting(Finding::code)
                .containsExactly("csv.nul");
    }

    @Test
    void umlauts_that_are_encoded_twice_are_a_warning() {
        String twice = new String("Nummer;name\n1;Grundschule Güls\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(read(twice.getBytes(StandardCharsets.UTF_8)).findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("csv.twice_encoded");
            assertThat(f.error()).isFalse();
        });
    }

    @Test
    void names_that_occur_twice_are_told_apart() {
        assertThat(read("Nummer;name;name;\n1;A;B;C\n".getBytes(StandardCharsets.UTF_8)).columns())
                .containsExactly("Nummer", "name", "name #3");
    }

    @Test
    void names_alone_are_no_data() {
        assertThat(read("Nummer;name\n".getBytes(StandardCharsets.UTF_8)).findings()).extracting(Finding::code)
                .containsExactly("csv.no_rows");
    }

    @Test
    void what_is_no_table_is_refused_with_the_reason() {
        refused("csv.empty", new byte[0]);
        refused("csv.empty", "\ufeff \r\n ".getBytes(StandardCharsets.UTF_8));
        refused("csv.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
        refused("csv.spreadsheet", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4});
        refused("csv.markup", "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8));
        refused("csv.markup", "[{\"name\":1}]".getBytes(StandardCharsets.UTF_8));
        refused("csv.binary", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        refused("csv.binary", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 0, 0, 5, 6, 7, 8, 0, 1});
        refused("csv.too_big", new byte[CsvFile.MOST_BYTES + 1]);
        CsvFile.accepted(GERMAN.getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void any_bytes_are_read_without_failing() {
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] content = new byte[random.nextInt(400)];
            for (int b = 0; b < content.length; b++) {
                content[b] = (byte) (random.nextInt(3) == 0 ? ",;\"\n\r\t".charAt(random.nextInt(6)) : random.nextInt(256));
            }
            read(content).findings().forEach(f -> assertThat(f.told(Locale.GERMAN).reason()).doesNotContain("???"));
        }
    }

    @Test
    void columns_are_recognised_by_their_names() {
        enum F implements ImportField {
            NAME("name", "schulname"), CITY("city", "ort"), PHONE("phone", "telefon");

            private final List<String> synonyms;

            F(String... synonyms) {
                this.synonyms = List.of(synonyms);
            }

            @Override
            public List<String> synonyms() {
                return synonyms;
            }
        }
        assertThat(guess("Schulname_1;Schulname_2;ORT;Telefon (Büro);Fax\nA;B;C;1;2", F.values()))
                .containsExactly("NAME", "NAME", "CITY", "PHONE", "");
        assertThat(guess("Schulname;name\nA;B", F.values())).containsExactly("", "NAME");
    }

    @Test
    void more_cells_in_a_line_than_any_table_has_are_refused_and_no_fault_of_ours() {
        byte[] commas = ",".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(commas)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo("csv.binary"));
    }

    private static List<String> guess(String text, ImportField... fields) {
        return ImportMapping.guess(CsvFile.read(text.getBytes(StandardCharsets.UTF_8), new CsvFormat("UTF-8", ';', 1)), List.of(fields));
    }

    private static void refused(String code, byte[] content) {
        assertThatThrownBy(() -> CsvFile.accepted(content)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo(code);
            assertThat(Texts.has(Locale.GERMAN, code)).isTrue();
        });
    }

    private static CsvFormat detect(byte[] content) {
        return CsvFile.detect(content, KNOWN);
    }

    private static CsvFile read(byte[] content) {
        return CsvFile.read(content, detect(content));
    }
}
