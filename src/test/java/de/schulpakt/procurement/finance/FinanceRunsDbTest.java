package de.schulpakt.procurement.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import de.schulpakt.platform.Sha256;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.payment.PaymentSettings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was spent goes to the finance system in runs: each posting once, the file the same each time. */
@DbTest
class FinanceRunsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private ProcurementGiven given;
    private Long order;

    @BeforeEach
    void twoInvoicesAreApproved(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 5_000_00);
        order = given.order(given.approved(given.accessPoint(100_00), 5));
        given.receive(order, "1", null, "A", "B");
        given.receive(order, "2", null, "C");
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void nothing_is_sent_before_it_is_said_how_and_where_it_is_booked(Db db) {
        refused(() -> export(db, TODAY), "finance.no_setting");
        refused(() -> rule(db, new FinanceSettings.Rule(null, null, null, "0481", null, null)), "finance.no_setting");
        refused(() -> set(db, null, FinanceColumn.REFERENCE, FinanceColumn.REFERENCE), "finance.column_twice");
        refused(() -> set(db, null, FinanceColumn.AMOUNT), "finance.no_reference");
        refused(() -> FinanceColumn.read("REFERENCE Farbe"), "finance.column_unknown");
        assertThat(FinanceColumn.read(" reference, AMOUNT;posted_on ")).containsExactly(FinanceColumn.REFERENCE, FinanceColumn.AMOUNT, FinanceColumn.POSTED_ON);
        set(db, null, FinanceColumn.REFERENCE, FinanceColumn.ACCOUNT);
        refused(() -> export(db, TODAY), "finance.no_account");
        assertThat(preview(db).withoutAccount()).isEqualTo(2);
        refused(() -> export(db, TODAY.plusDays(1)), "finance.future");
        refused(() -> rule(db, new FinanceSettings.Rule(null, Category.WLAN, null, " ", null, null)), "finance.rule_empty");
        assertThat(db.number("SELECT count(*) FROM finance_run")).isZero();
    }

    @Test
    void each_posting_is_in_one_run_its_file_is_the_same_each_time_and_what_is_withdrawn_goes_into_the_next(Db db) {
        ready(db);
        Long first = export(db, TODAY);
        FinanceQueries.View run = view(db, first);
        assertThat(run.items()).isEqualTo(2);
        assertThat(run.totalCents()).isEqualTo(300_00L);
        assertThat(run.lines()).extracting(FinanceQueries.Line::words).allSatisfy(words -> assertThat(words).contains("R-").contains("Access Point"));
        String day = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).format(TODAY);
        String file = file(db, first);
        assertThat(file).isEqualTo("Referenz;Buchungstag;Konto;Kostenstelle;Sonderposten;Betrag\r\n" + run.no() + "-1;" + day + ";0481;K-7;SoPo-12;200,00\r\n"
                + run.no() + "-2;" + day + ";0481;K-7;SoPo-12;100,00\r\n");
        assertThat(run.sha256()).isEqualTo(Sha256.hex(file));
        rule(db, new FinanceSettings.Rule(null, null, given.school, "0999", null, null));
        set(db, version(db), FinanceColumn.REFERENCE, FinanceColumn.SIDE, FinanceColumn.ABSOLUTE);
        assertThat(file(db, first)).as("it was sent so").isEqualTo(file);
        refused(() -> export(db, TODAY), "finance.nothing");
        given.receive(order, "3", null, "D");
        Long second = export(db, TODAY);
        assertThat(view(db, second).items()).isEqualTo(1);
        Integer seen = view(db, first).version();
        withdraw(db, first, seen);
        assertThatThrownBy(() -> withdraw(db, first, seen)).as("twice").isInstanceOfAny(Refused.class, Conflict.class);
        refused(() -> file(db, first), "finance.withdrawn");
        assertThat(view(db, export(db, TODAY)).totalCents()).isEqualTo(300_00L);
        assertThat(view(db, first).timeline()).hasSize(2);
    }

    @Test
    void what_was_taken_back_goes_there_with_a_minus_and_what_came_before_the_first_day_does_not(Db db) {
        ready(db);
        Long invoice = db.number("SELECT min(id) FROM invoice WHERE no = 'R-2' AND authority_id = ?", given.authority);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Invoices.class).cancel(invoice, new Invoices.Reason((int) db.number("SELECT version FROM invoice WHERE id = ?", invoice), "falsch"));
            return null;
        });
        assertThat(preview(db).totalCents()).isEqualTo(200_00L);
        assertThat(preview(db).first()).extracting(FinanceQueries.Waiting::amountCents).contains(-100_00L);
        set(db, version(db), FinanceColumn.REFERENCE, FinanceColumn.SIDE, FinanceColumn.ABSOLUTE);
        assertThat(file(db, export(db, TODAY))).contains(";H;100,00");
        db.sql("UPDATE finance_line SET open_posting_id = NULL");
        db.sql("UPDATE finance_run SET state = 'WITHDRAWN'");
        assertThat(preview(db).items()).isEqualTo(3);
        db.sql("UPDATE finance_setting SET from_on = ?", TODAY.plusDays(1));
        assertThat(preview(db).items()).as("it stands there already").isZero();
    }

    @Test
    void two_people_who_send_at_once_send_each_posting_once(Db db) {
        ready(db);
        List<Throwable> thrown = db.race(4, 4, () -> export(db, TODAY));
        assertThat(thrown).hasSize(3).allSatisfy(t -> assertThat(t).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("finance.nothing")));
        assertThat(db.number("SELECT count(*) FROM finance_line")).isEqualTo(2);
    }

    @Test
    void nobody_sends_or_sees_what_is_another_authoritys(Db db) {
        ready(db);
        Long run = export(db, TODAY);
        ProcurementGiven foreign = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> SchoolGiven.as(db, foreign.officer, () -> db.get(FinanceRuns.class).export(new FinanceRuns.Export(given.authority, TODAY))))
                .isInstanceOfAny(NotFound.class, Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, foreign.officer, () -> db.get(FinanceQueries.class).view(run))).isInstanceOfAny(NotFound.class, Forbidden.class);
        assertThatThrownBy(() -> rule(db, new FinanceSettings.Rule(null, null, foreign.school, "1", null, null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rule(db, new FinanceSettings.Rule(999_999L, null, null, "1", null, null))).isInstanceOf(NotFound.class);
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, given.authority, null);
        assertThat(SchoolGiven.as(db, auditor, () -> db.get(FinanceQueries.class).view(run)).actions()).isEmpty();
        assertThatThrownBy(() -> SchoolGiven.as(db, auditor, () -> db.get(FinanceFiles.class).table(run))).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_rule_is_replaced_and_dropped_and_whoever_saw_another_format_must_look_again(Db db) {
        ready(db);
        rule(db, new FinanceSettings.Rule(null, null, null, "0482", "K-8", null));
        assertThat(rules(db)).singleElement().satisfies(r -> assertThat(List.of(r.account(), r.costCentre())).containsExactly("0482", "K-8"));
        rule(db, new FinanceSettings.Rule(null, null, null, null, null, null));
        assertThat(rules(db)).isEmpty();
        Integer seen = version(db);
        set(db, seen, FinanceColumn.REFERENCE);
        assertThatThrownBy(() -> set(db, seen, FinanceColumn.REFERENCE)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> set(db, null, FinanceColumn.REFERENCE)).as("there is one already").isInstanceOf(Conflict.class);
    }

    private void ready(Db db) {
        set(db, null, FinanceColumn.REFERENCE, FinanceColumn.POSTED_ON, FinanceColumn.ACCOUNT, FinanceColumn.COST_CENTRE, FinanceColumn.SPECIAL_ITEM, FinanceColumn.AMOUNT);
        rule(db, new FinanceSettings.Rule(null, null, null, "0481", "K-7", "SoPo-12"));
    }

    private void set(Db db, Integer seen, FinanceColumn... columns) {
        as(db, () -> db.get(FinanceSettings.class).set(given.authority, new FinanceSettings.Set(seen, TODAY.minusDays(30), List.of(columns),
                PaymentSettings.CsvSeparator.SEMICOLON, PaymentSettings.CsvDecimal.COMMA, PaymentSettings.CsvDays.GERMAN, true)));
    }

    private Integer version(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FinanceQueries.class).setting(given.authority)).version();
    }

    private void rule(Db db, FinanceSettings.Rule rule) {
        as(db, () -> db.get(FinanceSettings.class).rule(given.authority, rule));
    }

    private List<FinanceQueries.Rule> rules(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FinanceQueries.class).rules(given.authority));
    }

    private FinanceQueries.Preview preview(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FinanceQueries.class).preview(given.authority, null));
    }

    private Long export(Db db, LocalDate until) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FinanceRuns.class).export(new FinanceRuns.Export(given.authority, until)));
    }

    private void withdraw(Db db, Long run, Integer seen) {
        as(db, () -> db.get(FinanceRuns.class).withdraw(run, new FinanceRuns.Withdraw(seen, "falsches Konto")));
    }

    private FinanceQueries.View view(Db db, Long run) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FinanceQueries.class).view(run));
    }

    private String file(Db db, Long run) {
        return new String(SchoolGiven.as(db, given.officer, () -> db.get(FinanceFiles.class).table(run)).bytes(), StandardCharsets.UTF_8);
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
