package de.schulpakt.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.school.year.SchoolYearQueries;
import de.schulpakt.school.year.SchoolYears;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application says: the facts of its schools, frozen when it is submitted, on paper and as a data sheet. */
@DbTest
class ApplicationContentDbTest {
    private Long authority;
    private Long school;
    private Long application;
    private int begins;

    @BeforeEach
    void aDraft(Db db) {
        LocalDate today = db.get(Clock.class).today();
        begins = today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        Long programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 9_000_00);
        application = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, school), Category.WLAN, 4_000_00);
    }

    @Test
    void it_relies_on_the_newest_school_year_that_has_begun(Db db) {
        assertThat(annex(db).year()).as("nothing is known").isNull();
        year(db, begins - 1, 600, 40, 20);
        year(db, begins + 1, 700, 50, 30);
        assertThat(annex(db).year().pupils()).as("not the year that is to come").isEqualTo(600);
        Long now = year(db, begins, 642, null, 24);
        ApplicationQueries.YearView year = annex(db).year();
        assertThat(year).isEqualTo(new ApplicationQueries.YearView(now, begins, begins + "/" + String.format("%02d", (begins + 1) % 100), 642, null, 24, "Schulstatistik", false));
    }

    @Test
    void what_was_submitted_stays_and_says_where_the_records_went_on(Db db) {
        Long row = year(db, begins, 642, 48, 24);
        FundingGiven.submit(db, application);
        ApplicationQueries.Said then = said(db);
        assertThat(then.whole()).isTrue();
        assertThat(FundingGiven.view(db, application).sha256()).isEqualTo(then.sha256()).hasSize(64);
        assertThat(annex(db).year().changed()).isFalse();
        SchoolGiven.asAdmin(db, () -> {
            db.get(SchoolYears.class).change(row, new SchoolYears.Change(version(db, row), 999, 48, 24, "berichtigt"));
            return null;
        });
        db.sql("update school set name = 'Anders' where id = ?", school);
        assertThat(said(db)).isEqualTo(then);
        assertThat(annex(db).year()).extracting(ApplicationQueries.YearView::pupils, ApplicationQueries.YearView::changed, ApplicationQueries.YearView::rowId)
                .containsExactly(642, true, row);
        SchoolGiven.asAdmin(db, () -> {
            db.get(SchoolYears.class).remove(row, new SchoolYears.Remove(version(db, row), "doppelt"));
            return null;
        });
        assertThat(annex(db).year().rowId()).isNull();
        assertThat(said(db).content().schools().get(0).year().pupils()).isEqualTo(642);
        db.checks();
        db.sql("update application_submission set content = replace(content, '642', '643')");
        assertThat(said(db).whole()).isFalse();
        assertThatThrownBy(db::checks).hasMessageContaining("funding_application_frozen");
    }

    @Test
    void a_school_without_numbers_is_submitted_without_them(Db db) {
        FundingGiven.submit(db, application);
        year(db, begins, 1, 1, 1);
        assertThat(annex(db).year()).isNull();
    }

    @Test
    void paper_and_data_sheet_name_the_numbers_and_their_source(Db db) throws IOException {
        year(db, begins, 642, null, 24);
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            byte[] pdf = FundingGiven.officer(db, () -> db.get(PrintQueries.class).print("application", application, null, locale)).bytes();
            PdfCheck.conforms(pdf);
            assertThat(PdfCheck.text(pdf).replaceAll("\\s+", " ")).contains("642").contains("Schulstatistik").contains("Görres-Gymnasium")
                    .contains(Locale.UK.equals(locale) ? "unknown" : "unbekannt").contains(Locale.UK.equals(locale) ? "Draft" : "Entwurf");
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            FundingGiven.officer(db, () -> {
                ApplicationTable tables = db.get(ApplicationTable.class);
                tables.write(tables.book(application, locale), locale, table);
                return null;
            });
            assertThat(unzipped(table.toByteArray())).contains("<v>642</v>").contains("Schulstatistik").contains("<v>4000.00</v>").contains("<v>3600.00</v>");
        }
        FundingGiven.submit(db, application);
        byte[] pdf = FundingGiven.officer(db, () -> db.get(PrintQueries.class).print("application", application, null, Locale.GERMANY)).bytes();
        assertThat(PdfCheck.text(pdf).replaceAll("\\s+", "")).contains(said(db).sha256()).doesNotContain("Entwurf");
    }

    @Test
    void an_application_from_before_is_printed_from_its_records_and_says_so(Db db) throws IOException {
        FundingGiven.submit(db, application);
        db.sql("delete from application_submission");
        assertThat(said(db).sha256()).isNull();
        byte[] pdf = FundingGiven.officer(db, () -> db.get(PrintQueries.class).print("application", application, null, Locale.UK)).bytes();
        assertThat(PdfCheck.text(pdf).replaceAll("\\s+", " ")).contains("The wording of the submission is not kept");
    }

    @Test
    void who_may_not_see_the_application_finds_neither_paper_nor_sheet(Db db) {
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(ApplicationQueries.class).said(application))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(ApplicationTable.class).book(application, Locale.UK))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(PrintQueries.class).print("application", application, null, Locale.UK)))
                .isInstanceOf(NotFound.class);
    }

    private Long year(Db db, int year, Integer pupils, Integer teachers, Integer classes) {
        return SchoolGiven.asAdmin(db, () -> db.get(SchoolYears.class).record(school, new SchoolYears.Numbers(year, pupils, teachers, classes, "Schulstatistik")));
    }

    private static Integer version(Db db, Long row) {
        return db.get(SchoolYearQueries.class).view(row).version();
    }

    private ApplicationQueries.AnnexView annex(Db db) {
        return FundingGiven.view(db, application).annexes().get(0);
    }

    private ApplicationQueries.Said said(Db db) {
        return FundingGiven.officer(db, () -> db.get(ApplicationQueries.class).said(application));
    }

    private static String unzipped(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        Path file = Files.write(Files.createTempFile("application", ".xlsx"), zip);
        try (ZipFile read = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(read.entries())) {
                all.append(new String(read.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return all.toString();
    }
}
