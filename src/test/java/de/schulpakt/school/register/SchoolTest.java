package de.schulpakt.school.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.exchange.table.Decimals;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.SchoolFacts;
import de.schulpakt.school.place.SchoolType;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "Gymnasialstr. 3, 56068 Koblenz|Gymnasialstr. 3|56068|Koblenz",
            "St. Piusstr. 23, 53474 Bad Neuenahr-Ahrweiler  Stadt|St. Piusstr. 23|53474|Bad Neuenahr-Ahrweiler Stadt",
            "Gutshof 4 06774 Muldestausee OT Rösa|Gutshof 4|06774|Muldestausee OT Rösa",
            "Am Krökentor 1 b - 3 39104 Magdeburg|Am Krökentor 1 b - 3|39104|Magdeburg",
            "56068 Koblenz|-|56068|Koblenz",
            "56068 Koblenz, Gymnasialstr. 3|Gymnasialstr. 3|56068|Koblenz",
            "Weg 1,D-56068 Koblenz|Weg 1|56068|Koblenz",
            "Schulzentrum|Schulzentrum|-|-"})
    void an_address_is_taken_apart(String text, String street, String postcode, String city) {
        assertThat(PostalAddress.of(text)).isEqualTo(new PostalAddress(street, postcode, city));
    }

    @ParameterizedTest
    @CsvSource({"Grundschule,PRIMARY", "GS,PRIMARY", "Grundschule mit Förderstufe,PRIMARY", "Förderschule,SPECIAL",
            "Sonstige Förderschule,SPECIAL", "Schule mit sonderpädagogischem Förderschwerpunkt,SPECIAL", "RS+,SECONDARY_PLUS",
            "Realschule Plus und Fachoberschule,SECONDARY_PLUS", "Hauptschule mit Förderstufe,SECONDARY_PLUS",
            "organisatorisch verbundene Grund- und Realschule Plus,SECONDARY_PLUS", "Integrierte Sekundarschule,SECONDARY_PLUS",
            "schulformbezogene (kooperative) Gesamtschule,COMPREHENSIVE", "IGS,COMPREHENSIVE", "Gymnasium,GYMNASIUM",
            "Gymnasiale Oberstufenschule,GYMNASIUM", "Abendgymnasium,COLLEGE", "Kolleg und Abendgymnasium (org. verbunden),COLLEGE",
            "Weiterbildungskolleg,COLLEGE", "Berufskolleg,VOCATIONAL", "BBS,VOCATIONAL", "Fachoberschule,VOCATIONAL",
            "Freie Waldorfschule,OTHER", "primary school,PRIMARY", "COMPREHENSIVE,COMPREHENSIVE", "Zauberschule,"})
    void kinds_of_schools_are_understood(String text, SchoolType type) {
        assertThat(SchoolTypes.of(text)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"119,00 €|11900", "1.234,50|123450", "1.234,567|123457", "30.000|-", "18,000|-", "-1,500 EUR|-", "0,0125|1",
            "30000|3000000", "1000,01|-", "x|-"})
    void an_amount_of_a_file_is_never_a_thousandth_of_what_was_meant(String text, Long cents) {
        assertThat(Decimals.cents(text, text.startsWith("1000") ? new BigDecimal("1000") : new BigDecimal("100000"))).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"50.34|false|50.34", "50,34|false|50.34", "1.234,5|false|1234.5",
            "1,234.5|false|1234.5", "1.234|true|1234", "1.234|false|1.234", "7.5E0|false|7.5", "x|false|-", "1,2,3|false|-", "--1|true|-"})
    void numbers_are_read_as_people_write_them(String text, boolean whole, BigDecimal number) {
        BigDecimal read = Decimals.of(text, whole);
        if (number == null) {
            assertThat(read).isNull();
        } else {
            assertThat(read).isEqualByComparingTo(number);
        }
    }

    @Test
    void federal_states_are_understood_by_code_and_name() {
        assertThat(FederalState.of("RP")).isEqualTo(FederalState.RP);
        assertThat(FederalState.of("DE-by")).isEqualTo(FederalState.BY);
        assertThat(FederalState.of("Baden-Württemberg")).isEqualTo(FederalState.BW);
        assertThat(FederalState.of("NRW")).isEqualTo(FederalState.NW);
        assertThat(FederalState.of("Bayreuth")).isNull();
        assertThat(FederalState.RP.mayHold(new BigDecimal("50.36"), new BigDecimal("7.59"))).isTrue();
        assertThat(FederalState.RP.mayHold(new BigDecimal("52.92"), new BigDecimal("9.23"))).isFalse();
    }

    @Test
    void texts_are_kept_with_single_blanks_and_composed_letters() {
        assertThat(Fold.text("  Bad \u00a0 Ems\n")).isEqualTo("Bad Ems");
        assertThat(Fold.text("Go\u0308rres")).isEqualTo("Görres");
        assertThat(Fold.text(" \ufeff ")).isNull();
    }

    /** Layouts of registers as they are published elsewhere, each with its own names, order, delimiter and encoding. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "windows-1252#Schulnummer;Schulform;Schulbezeichnung_1;Schulbezeichnung_2;Kurzbezeichnung;PLZ;Ort;Strasse;Telefonvorwahl;Telefon~100011;Grundschule;Städt. Gemeinschaftsgrundschule;Güls;GG;56072;Koblenz;Weg 1;0261;123",
            "UTF-8#\"Schul-ID\",\"Name der Schule\",\"Schulart\",\"Straße und Hausnummer\",\"Postleitzahl\",\"Ort\"~\"100011\",\"Städt. Gemeinschaftsgrundschule Güls\",\"Grundschule\",\"Weg 1\",\"56072\",\"Koblenz\"",
            "UTF-16LE#SNR\tSCHULNAME\tSCHULFORM\tANSCHRIFT~100011\tStädt. Gemeinschaftsgrundschule Güls\tGS\tWeg 1, 56072 Koblenz",
            "IBM850#Ort|PLZ|Straße|Hausnr|Schule|Schultyp|Dienststellennummer~Koblenz|56072|Weg|1|Städt. Gemeinschaftsgrundschule Güls|Grundschulen|100011",
            "UTF-8#school name;school type;school number;street;zip code;city;phone number~Städt. Gemeinschaftsgrundschule Güls;primary;100011;Weg 1;56072;Koblenz;0261 123"})
    void registers_of_other_layouts_are_understood(String charset, String text) {
        byte[] content = text.replace('~', '\n').getBytes(Charset.forName(charset));
        CsvFormat format = CsvFile.detect(content, c -> ImportMapping.knows(c, List.of(SchoolField.values())));
        CsvFile file = CsvFile.read(content, format);
        SchoolImportSettings settings = new SchoolImportSettings(format.charset(), String.valueOf(format.delimiter()),
                format.headerLine(), ImportMapping.guess(file, List.of(SchoolField.values())), null, "RP", null, Map.of(),
                ExistingSchools.UPDATE, false);
        ImportPlan plan = new SchoolImportPlan(settings, List.of(), new Scope(true, Set.of(), Set.of()), () -> null).of(file,
                new SchoolRowReader(file, settings, settings.columns()).all(), List.of());
        assertThat(plan.rows()).singleElement().satisfies(row -> {
            assertThat(row.findings()).extracting(Finding::code).isEmpty();
            assertThat(row.number()).isEqualTo("100011");
            assertThat(facts(row).name()).isEqualTo("Städt. Gemeinschaftsgrundschule Güls");
            assertThat(facts(row).type()).isEqualTo(SchoolType.PRIMARY);
            assertThat(facts(row).street()).isEqualTo("Weg 1");
            assertThat(facts(row).postcode()).isEqualTo("56072");
            assertThat(facts(row).city()).isEqualTo("Koblenz");
        });
    }

    private static SchoolFacts facts(ImportPlan.Row row) {
        return ((SchoolImportPlan.Planned) row.what()).facts();
    }
}
