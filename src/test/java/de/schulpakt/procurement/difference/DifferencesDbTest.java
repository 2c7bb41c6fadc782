package de.schulpakt.procurement.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.procurement.finance.FinanceColumn;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceRuns;
import de.schulpakt.procurement.finance.FinanceSettings;
import de.schulpakt.procurement.payment.PaymentSettings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent and what the finance system has booked are compared both ways, and each difference is explained alone. */
@DbTest
class DifferencesDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private static final String HEAD = "Belegnummer;Belegposition;Referenz;Buchungstag;Betrag;Soll/Haben;Konto;Buchungstext\n";
    private static final String DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).format(TODAY);
    private ProcurementGiven given;
    private Long order;
    private Long run;
    private String no;

    @BeforeEach
    void twoPostingsWereSent(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 5_000_00);
        order = given.order(given.approved(given.accessPoint(100_00), 5));
        given.receive(order, "1", null, "A", "B");
        given.receive(order, "2", null, "C");
        as(db, () -> {
            db.get(FinanceSettings.class).set(given.authority, new FinanceSettings.Set(null, TODAY.minusDays(30), List.of(FinanceColumn.REFERENCE, FinanceColumn.AMOUNT),
                    PaymentSettings.CsvSeparator.SEMICOLON, PaymentSettings.CsvDecimal.COMMA, PaymentSettings.CsvDays.GERMAN, true));
            run = db.get(FinanceRuns.class).export(new FinanceRuns.Export(given.authority, TODAY));
            no = db.get(FinanceQueries.class).view(run).no();
        });
    }

    @AfterEach
    void everyDifferenceIsOne(Db db) {
        db.checks();
    }

    @Test
    void what_is_not_there_what_is_not_here_and_what_differs_is_found_both_ways(Db db) {
        assertThat(open(db)).as("no file has come yet").isEmpty();
        read(db, "4711;1;" + no + "-1;" + DAY + ";190,00;S;0481;\n4712;1;;" + DAY + ";50,00;S;0481;Porto\n");
        assertThat(open(db)).containsExactlyInAnyOrder("AMOUNT " + no + "-1 20000 19000", "HERE_ONLY " + no + "-2 10000 null", "THERE_ONLY 4712 / 1 null 5000");
        read(db, "4713;1;;" + DAY + ";10,00;S;0481;Rest zu " + no.toLowerCase(Locale.ROOT) + "-1 Muster\n4714;1;" + no + "-2;" + DAY + ";100.00;S;0481;\n4715;1;;" + DAY
                + ";50,00;H;0481;Storno Porto\n");
        assertThat(open(db)).as("several bookings of one reference count together; what cancels out there was still not sent").containsExactlyInAnyOrder(
                "THERE_ONLY 4712 / 1 null 5000", "THERE_ONLY 4715 / 1 null -5000");
        assertThat(db.number("SELECT count(*) FROM finance_difference WHERE state = 'SETTLED'")).isEqualTo(2);
        assertThat(db.sql("SELECT * FROM finance_booking").toString()).as("its text is not kept").doesNotContain("Muster", "Porto");
    }

    @Test
    void a_run_that_is_withdrawn_leaves_its_bookings_there_and_what_was_sent_after_the_file_is_not_missed(Db db) {
        read(db, "1;;" + no + "-1;" + DAY + ";200,00;;;\n2;;" + no + "-2;" + DAY + ";100,00;;;\n");
        assertThat(open(db)).isEmpty();
        as(db, () -> db.get(FinanceRuns.class).withdraw(run, new FinanceRuns.Withdraw(db.get(FinanceQueries.class).view(run).version(), "falsches Konto")));
        assertThat(open(db)).containsExactlyInAnyOrder("THERE_ONLY 1 null 20000", "THERE_ONLY 2 null 10000");
        as(db, () -> db.get(FinanceRuns.class).export(new FinanceRuns.Export(given.authority, TODAY)));
        assertThat(open(db)).as("the new run was made after the file came").hasSize(2);
    }

    @Test
    void a_difference_is_explained_and_its_reason_falls_with_the_figures_for_which_it_was_given(Db db) {
        read(db, "4711;1;" + no + "-1;" + DAY + ";190,00;S;0481;\n4712;1;" + no + "-2;" + DAY + ";100,00;S;0481;\n");
        Long id = rows(db).get(0).id();
        Integer seen = view(db, id).version();
        assertThat(view(db, id).sent().reference()).isEqualTo(no + "-1");
        assertThat(view(db, id).bookings()).singleElement().satisfies(b -> assertThat(b.documentNo()).isEqualTo("4711"));
        as(db, () -> db.get(Differences.class).explain(id, new Differences.Reason(seen, "Skonto dort gebucht")));
        assertThatThrownBy(() -> as(db, () -> db.get(Differences.class).explain(id, new Differences.Reason(seen, "noch einmal")))).as("twice")
                .isInstanceOfAny(Refused.class, Conflict.class);
        read(db, "4711;1;" + no + "-1;" + DAY + ";190,00;S;0481;\n");
        assertThat(view(db, id).state()).as("the same file again changes nothing").isEqualTo(DifferenceState.EXPLAINED);
        as(db, () -> db.get(Differences.class).reopen(id, new Differences.Reason(view(db, id).version(), "stimmt nicht")));
        as(db, () -> db.get(Differences.class).explain(id, new Differences.Reason(view(db, id).version(), "Skonto")));
        read(db, "4711;1;" + no + "-1;" + DAY + ";180,00;S;0481;\n");
        assertThat(view(db, id).state()).isEqualTo(DifferenceState.SETTLED);
        assertThat(open(db)).containsExactly("AMOUNT " + no + "-1 20000 18000");
        read(db, "4711;1;" + no + "-1;" + DAY + ";200,00;S;0481;\n");
        assertThat(open(db)).isEmpty();
        assertThat(view(db, id).timeline()).hasSize(4);
    }

    @Test
    void a_booking_that_should_not_have_been_read_is_taken_back_and_brought_back_with_reasons(Db db) {
        read(db, "4711;1;" + no + "-1;" + DAY + ";200,00;S;0481;\n4712;1;" + no + "-2;" + DAY + ";100,00;S;0481;\n4799;1;;" + DAY + ";77,00;S;0481;\n");
        Long id = rows(db).stream().filter(d -> "4799 / 1".equals(d.label())).findFirst().orElseThrow().id();
        DifferenceQueries.Booking booking = view(db, id).bookings().get(0);
        as(db, () -> db.get(Differences.class).takeBack(booking.id(), new Differences.Reason(booking.version(), "Datei des Vorjahres")));
        assertThat(open(db)).isEmpty();
        DifferenceQueries.View after = view(db, id);
        assertThat(after.state()).isEqualTo(DifferenceState.SETTLED);
        assertThat(after.bookings().get(0).takenBack()).isTrue();
        assertThat(after.timeline().toString()).contains("Datei des Vorjahres");
        Integer now = after.bookings().get(0).version();
        refused(() -> as(db, () -> db.get(Differences.class).takeBack(booking.id(), new Differences.Reason(now, "noch einmal"))), "booking.taken_back");
        assertThatThrownBy(() -> as(db, () -> db.get(Differences.class).restore(booking.id(), new Differences.Reason(booking.version(), "alt")))).isInstanceOf(Conflict.class);
        Long sent = db.number("SELECT id FROM finance_booking WHERE document_no = '4711'");
        as(db, () -> db.get(Differences.class).takeBack(sent, new Differences.Reason((int) db.number("SELECT version FROM finance_booking WHERE id = ?", sent), "doppelt")));
        assertThat(open(db)).containsExactly("HERE_ONLY " + no + "-1 20000 null");
        read(db, "4711;1;" + no + "-1;" + DAY + ";200,00;S;0481;\n");
        assertThat(open(db)).as("the same file again").hasSize(1);
        read(db, "4711;1;" + no + "-1;" + DAY + ";195,00;S;0481;\n");
        assertThat(open(db)).as("with other values it counts").containsExactly("AMOUNT " + no + "-1 20000 19500");
        as(db, () -> db.get(Differences.class).restore(booking.id(), new Differences.Reason(now, "doch richtig")));
        assertThat(open(db)).contains("THERE_ONLY 4799 / 1 null 7700");
        Integer restored = (int) db.number("SELECT version FROM finance_booking WHERE id = ?", booking.id());
        refused(() -> as(db, () -> db.get(Differences.class).restore(booking.id(), new Differences.Reason(restored, "x"))), "booking.counts");
        ProcurementGiven elsewhere = ProcurementGiven.school(db, "Anderswo");
        assertThatThrownBy(() -> SchoolGiven.as(db, elsewhere.officer, () -> {
            db.get(Differences.class).takeBack(booking.id(), new Differences.Reason(restored, "x"));
            return null;
        })).isInstanceOf(NotFound.class);
    }

    @Test
    void rows_that_cannot_be_read_are_named_and_nothing_of_the_file_is_stored(Db db) {
        Long file = upload(db, HEAD + ";1;;" + DAY + ";5,00;S;;\n1;1;;31.02.2026;5,00;S;;\n2;1;;" + DAY + ";1.234;S;;\n3;1;;" + DAY + ";5,00;X;;\n4;1;;" + DAY + ";5,00;S;"
                + "9".repeat(41) + ";\n5;1;;" + DAY + ";5,00;S;;\n5;1;;" + DAY + ";5,00;S;;\n");
        assertThat(codes(db, file)).contains("bookings.document", "payments.day", "payments.amount", "bookings.side", "bookings.account", "bookings.twice");
        refused(() -> run(db, file), "import.wrong_rows");
        assertThat(codes(db, upload(db, "Farbe;Betrag in Cent\nblau;100\n"))).contains("payments.no_column");
        assertThat(db.number("SELECT count(*) FROM finance_booking")).isZero();
    }

    @Test
    void a_debit_with_a_minus_is_named_and_a_credit_with_one_came_back(Db db) {
        assertThat(codes(db, upload(db, HEAD + "1;1;;" + DAY + ";-5,00;S;;\n"))).containsExactly("bookings.minus");
        read(db, "1;1;;" + DAY + ";-5,00;H;;\n2;1;;" + DAY + ";-6,00;;;\n");
        assertThat(open(db)).contains("THERE_ONLY 1 / 1 null -500", "THERE_ONLY 2 / 1 null -600");
    }

    @Test
    void a_document_of_another_year_is_another_one_and_whoever_stores_a_file_holds_the_runs_first(Db db) {
        String before = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).format(TODAY.minusYears(1));
        read(db, "4711;1;;" + before + ";50,00;S;0481;\n4711;1;;" + DAY + ";60,00;S;0481;\n");
        assertThat(open(db)).contains("THERE_ONLY 4711 / 1 null 5000", "THERE_ONLY 4711 / 1 null 6000");
        Long file = upload(db, HEAD + "4711;1;;" + DAY + ";70,00;S;0481;\n4712;1;;" + DAY + ";1,00;S;0481;\n");
        List<String> asked = SchoolGiven.as(db, given.officer, () -> {
            db.get(Imports.class).run(file, new Imports.Step(db.get(ImportQueries.class).view(file, Locale.GERMAN).version()));
            return db.statementsOf(() -> db.get(Imports.class).execute(file));
        }).stream().map(sql -> sql.toLowerCase(Locale.ROOT)).filter(sql -> sql.contains("from finance_setting") && sql.contains("for update")
                || sql.startsWith("insert into finance_booking")).toList();
        assertThat(asked.get(0)).as("before a booking is written").contains("for update");
        assertThat(asked).anyMatch(sql -> sql.startsWith("insert"));
        assertThat(db.number("SELECT sum(amount_cents) FROM finance_booking")).isEqualTo(50_00 + 70_00 + 1_00);
    }

    @Test
    void nobody_reads_or_explains_what_is_another_authoritys(Db db) {
        read(db, "4711;1;" + no + "-1;" + DAY + ";190,00;S;0481;\n");
        Long id = rows(db).get(0).id();
        ProcurementGiven foreign = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> SchoolGiven.as(db, foreign.officer, () -> db.get(DifferenceQueries.class).view(id))).isInstanceOfAny(NotFound.class, Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, foreign.officer, () -> {
            db.get(Differences.class).explain(id, new Differences.Reason(0, "x"));
            return null;
        })).isInstanceOfAny(NotFound.class, Forbidden.class);
        Long theirs = SchoolGiven.as(db, foreign.officer, () -> db.get(Imports.class).upload(BookingImportKind.NAME, new Imports.Upload("b.csv",
                (HEAD + "4711;1;" + no + "-1;" + DAY + ";1,00;S;;\n").getBytes(StandardCharsets.UTF_8))));
        SchoolGiven.as(db, foreign.officer, () -> {
            db.get(Imports.class).run(theirs, new Imports.Step(db.get(ImportQueries.class).view(theirs, Locale.GERMAN).version()));
            db.get(Imports.class).execute(theirs);
            return null;
        });
        assertThat(SchoolGiven.as(db, foreign.officer, () -> db.get(DifferenceList.class).page(ListView.all())).rows()).as("a reference of another is nothing here")
                .singleElement().satisfies(r -> assertThat(r.kind()).isEqualTo(DifferenceKind.THERE_ONLY));
        assertThat(open(db)).as("and nothing there").contains("AMOUNT " + no + "-1 20000 19000");
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, given.authority, null);
        assertThat(SchoolGiven.as(db, auditor, () -> db.get(DifferenceQueries.class).view(id)).actions()).isEmpty();
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(Imports.class).upload(BookingImportKind.NAME, new Imports.Upload("b.csv", HEAD.getBytes(
                StandardCharsets.UTF_8))))).isInstanceOf(Forbidden.class);
    }

    private List<DifferenceList.Row> rows(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(DifferenceList.class).page(ListView.all())).rows().stream()
                .filter(r -> r.state() == DifferenceState.OPEN).toList();
    }

    private Stream<String> words(Db db) {
        return rows(db).stream().map(r -> r.kind() + " " + r.label() + " " + r.hereCents() + " " + r.thereCents());
    }

    private List<String> open(Db db) {
        return words(db).toList();
    }

    private DifferenceQueries.View view(Db db, Long id) {
        return SchoolGiven.as(db, given.officer, () -> db.get(DifferenceQueries.class).view(id));
    }

    private void read(Db db, String rows) {
        Long file = upload(db, HEAD + rows);
        assertThat(codes(db, file)).isEmpty();
        run(db, file);
    }

    private Long upload(Db db, String text) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Imports.class).upload(BookingImportKind.NAME, new Imports.Upload("buchungen.csv",
                text.getBytes(StandardCharsets.UTF_8))));
    }

    private void run(Db db, Long file) {
        as(db, () -> {
            db.get(Imports.class).run(file, new Imports.Step(db.get(ImportQueries.class).view(file, Locale.GERMAN).version()));
            db.get(Imports.class).execute(file);
        });
    }

    private List<String> codes(Db db, Long file) {
        return SchoolGiven.as(db, given.officer, () -> db.get(ImportQueries.class).findings(file, Locale.GERMAN)).stream().map(Finding.Told::code).toList();
    }

    private void as(Db db, Runnable work) {
        SchoolGiven.as(db, given.officer, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
