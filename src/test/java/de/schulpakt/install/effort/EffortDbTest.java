package de.schulpakt.install.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.ledger.BudgetKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Material from the store to the position, and time. */
@DbTest
class EffortDbTest {
    private static final String OFFICER = "foerderung";
    private static final String SCHOOL = "schule";
    private static final String CABLE = "Installationskabel";
    private Db db;
    private Long authority;
    private Long school;
    private Long ticket;
    private Long van;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        InstallGiven.technician(db);
        SchoolGiven.user(db, OFFICER, Role.FUNDING_OFFICER, authority, null);
        SchoolGiven.user(db, SCHOOL, Role.SCHOOL_ADMIN, null, school);
        ticket = InstallGiven.plain(db, school, "Dose setzen");
        van = technician(() -> db.get(Stores.class).open(new Stores.Open(authority, "Bus 1")));
    }

    @Test
    void material_is_taken_at_its_cost_to_the_cent_and_comes_back_with_a_reason() {
        receive(van, CABLE, "100", 10_001);
        Long first = use("33.33");
        Long second = use("66.67");
        assertThat(cents(first) + cents(second)).isEqualTo(10_001);
        assertThat(cents(first)).isEqualTo(3_333);
        refused("store.too_little", () -> use("0.01"));
        technician(() -> {
            db.get(Effort.class).back(ticket, new Effort.Back(first, "War die andere Rolle"));
            return null;
        });
        refused("effort.taken_back", () -> {
            db.get(Effort.class).back(ticket, new Effort.Back(first, "Noch einmal"));
            return null;
        });
        assertThat(taken()).extracting(EffortQueries.Taken::cents, t -> t.material().size()).containsExactly(6_668L, 2);
        assertThat(stock()).extracting(EffortQueries.Stock::amount, EffortQueries.Stock::cents).containsExactly(tuple(new BigDecimal("33.33"), 3_333L));
        assertThat(use("33.33")).isNotNull();
        assertThat(stock()).isEmpty();
        assertThat(db.number("SELECT count(*) FROM history WHERE subject_type = 'Ticket' AND subject_id = ? AND action LIKE 'StoreAction.%'", ticket)).isEqualTo(4);
        db.checks();
    }

    @Test
    void two_technicians_who_take_the_last_piece_at_once_take_it_once() {
        receive(van, "Doppeldose", "1", 900);
        assertThat(db.race(2, 2, () -> technician(() -> db.get(Effort.class).use(ticket, new Effort.Use(van, "Doppeldose", "m", BigDecimal.ONE))))).hasSize(1)
                .allSatisfy(why -> assertThat(why).hasMessageContaining("store.too_little"));
        db.checks();
    }

    @Test
    void what_a_position_of_the_school_has_paid_goes_first_and_what_another_school_s_has_paid_last_and_is_told() {
        Long other = SchoolGiven.school(db, authority, "Realschule");
        Long own = FundingGiven.budget(db, authority, school, Category.LAN, 100_000);
        Long foreign = FundingGiven.budget(db, authority, other, Category.LAN, 100_000);
        db.sql("INSERT INTO budget (kind, authority_id, household_year, account, title, ends_on) VALUES ('OWN_MONEY', ?, 2026, '4711', 'Kleinmaterial', '2090-12-31')", authority);
        Long money = db.number("SELECT max(id) FROM budget");
        for (Long payer : List.of(foreign, money, own)) {
            Long lot = receive(van, CABLE, "10", 1_000);
            pay(OFFICER, lot, payer);
        }
        use("10");
        assertThat(taken().costs()).extracting(EffortQueries.Cost::budgetId, EffortQueries.Cost::kind, EffortQueries.Cost::cents, EffortQueries.Cost::foreign)
                .containsExactly(tuple(own, BudgetKind.POSITION, 1_000L, false));
        assertThat(told("said.material_foreign")).isZero();
        use("15");
        assertThat(taken().costs()).extracting(EffortQueries.Cost::budgetId, EffortQueries.Cost::cents, EffortQueries.Cost::foreign)
                .containsExactlyInAnyOrder(tuple(own, 1_000L, false), tuple(foreign, 500L, true), tuple(money, 1_000L, false));
        assertThat(told("said.material_foreign")).isEqualTo(1);
        assertThat(uses("paid", UseList.Paid.OTHER_POSITION)).extracting(UseList.Row::costCents).containsExactly(500L);
        assertThat(uses("paid", UseList.Paid.OWN_MONEY)).extracting(UseList.Row::account).containsExactly("4711");
        assertThat(uses("paid", UseList.Paid.OWN_POSITION)).hasSize(1);
        assertThat(uses("paid", UseList.Paid.UNKNOWN)).isEmpty();
        assertThat(db.number("SELECT count(*) FROM posting WHERE budget_id = ? AND kind IN ('SPEND', 'COMMIT', 'RESERVE')", own)).as("no money moves").isZero();
        db.checks();
    }

    @Test
    void who_paid_is_said_by_who_receives_deliveries_and_only_of_money_of_the_authority_that_is_distributed() {
        Long lot = receive(van, CABLE, "10", 1_000);
        Long foreign = SchoolGiven.authority(db, "Fremd");
        Long budget = FundingGiven.budget(db, authority, school, Category.LAN, 100_000);
        db.sql("INSERT INTO budget (kind, authority_id, household_year, account, title, ends_on) VALUES ('OWN_MONEY', ?, 2026, 'X', 'X', '2090-12-31')", foreign);
        Long theirs = db.number("SELECT max(id) FROM budget");
        assertThatThrownBy(() -> pay(InstallGiven.TECHNICIAN, lot, budget)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> pay(OFFICER, lot, theirs)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> pay(OFFICER, lot, 4711L)).isInstanceOf(NotFound.class);
        db.sql("INSERT INTO budget (kind, application_id, programme_id, authority_id) SELECT 'REST', application_id, programme_id, ? FROM budget WHERE id = ?", authority, budget);
        Long rest = db.number("SELECT max(id) FROM budget");
        assertThatThrownBy(() -> pay(OFFICER, lot, rest)).hasMessageContaining("store.rest");
        db.sql("DELETE FROM budget WHERE id = ?", rest);
        assertThat(SchoolGiven.as(db, OFFICER, () -> db.get(EffortQueries.class).payers(van, "görres", null))).extracting(EffortQueries.Payer::id).containsExactly(budget);
        assertThatThrownBy(() -> technician(() -> db.get(EffortQueries.class).payers(van, null, null))).isInstanceOf(NotFound.class);
        Long second = technician(() -> db.get(Stores.class).open(new Stores.Open(authority, "Bus 2")));
        technician(() -> move(van, second, "4"));
        technician(() -> db.get(Effort.class).use(ticket, new Effort.Use(second, CABLE, "m", BigDecimal.ONE)));
        assertThat(taken().costs()).extracting(EffortQueries.Cost::budgetId).containsExactly((Long) null);
        pay(OFFICER, lot, budget);
        assertThat(taken().costs()).as("what was moved and used before, too").extracting(EffortQueries.Cost::budgetId, EffortQueries.Cost::cents).containsExactly(tuple(budget, 100L));
        db.checks();
        assertThatThrownBy(() -> SchoolGiven.as(db, OFFICER, () -> {
            db.get(Stores.class).pay(lot, new Stores.Pay(0, budget, "Veraltet"));
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void a_store_is_counted_moved_closed_and_opened_again() {
        receive(van, CABLE, "10", 1_000);
        Long room = technician(() -> db.get(Stores.class).open(new Stores.Open(authority, "Lagerraum")));
        refused("store.same", () -> move(van, van, "1"));
        refused("store.too_little", () -> move(van, room, "11"));
        technician(() -> move(van, room, "4"));
        assertThat(stock()).extracting(EffortQueries.Stock::store, EffortQueries.Stock::cents).containsExactly(tuple("Bus 1", 600L), tuple("Lagerraum", 400L));
        count("5.5");
        assertThat(view(van).stock()).extracting(EffortQueries.Stock::cents).containsExactly(550L);
        count("7");
        assertThat(view(van).stock()).extracting(EffortQueries.Stock::amount, EffortQueries.Stock::cents).containsExactly(tuple(new BigDecimal("7.00"), 600L));
        long told = db.number("SELECT count(*) FROM history WHERE action = 'StoreAction.COUNT'");
        count("7");
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'StoreAction.COUNT'")).as("nothing is different").isEqualTo(told);
        refused("store.unknown", () -> {
            db.get(Stores.class).count(van, new Stores.Count("Nie da", "m", BigDecimal.ONE, "x"));
            return null;
        });
        refused("store.not_empty", () -> change("Bus 1", true));
        count("0");
        technician(() -> change("Bus 2", true));
        refused("store.closed", () -> db.get(Stores.class).receive(van, new Stores.Receive(CABLE, "m", BigDecimal.ONE, 1L, null)));
        refused("store.closed", () -> move(room, van, "1"));
        assertThat(stock()).extracting(EffortQueries.Stock::store).containsExactly("Lagerraum");
        technician(() -> change("Bus 2", false));
        assertThat(view(van).name()).isEqualTo("Bus 2");
        assertThatThrownBy(() -> technician(() -> db.get(Stores.class).open(new Stores.Open(authority, "Lagerraum")))).hasStackTraceContaining("store_name_once");
        db.checks();
    }

    @Test
    void a_receipt_is_put_right_as_long_as_nothing_has_gone_out_and_a_use_that_is_back_after_the_store_closed_is_refused() {
        Long lot = receive(van, CABLE, "10", 1_000);
        assertThatThrownBy(() -> correct(lot, 7, "12", 900)).isInstanceOf(Conflict.class);
        correct(lot, version(lot), "12", 900);
        assertThat(view(van).stock()).extracting(EffortQueries.Stock::amount, EffortQueries.Stock::cents).containsExactly(tuple(new BigDecimal("12.00"), 900L));
        Long use = use("12");
        refused("store.used", () -> {
            db.get(Stores.class).correct(lot, new Stores.Correct(version(lot), BigDecimal.TEN, 1L, "x"));
            return null;
        });
        technician(() -> change("Bus 1", true));
        refused("store.closed", () -> {
            db.get(Effort.class).back(ticket, new Effort.Back(use, "x"));
            return null;
        });
        db.checks();
    }

    @Test
    void a_wrong_count_is_put_right_with_its_cost_and_its_payer_and_only_what_is_beyond_is_without_cost() {
        Long budget = FundingGiven.budget(db, authority, school, Category.LAN, 100_000);
        pay(OFFICER, receive(van, CABLE, "3", 1_000), budget);
        pay(OFFICER, receive(van, CABLE, "7", 7_000), budget);
        count("0");
        count("1");
        assertThat(view(van).stock()).as("the last that was written off").extracting(EffortQueries.Stock::cents).containsExactly(1_000L);
        count("8");
        assertThat(view(van).stock()).extracting(EffortQueries.Stock::cents).containsExactly(7_333L);
        count("10");
        assertThat(view(van).stock()).extracting(EffortQueries.Stock::amount, EffortQueries.Stock::cents).containsExactly(tuple(new BigDecimal("10.00"), 8_000L));
        assertThat(view(van).lots()).hasSize(2).allSatisfy(lot -> assertThat(lot.budgetId()).isEqualTo(budget));
        db.checks();
        count("12");
        assertThat(view(van).lots()).extracting(EffortQueries.Lot::amount, EffortQueries.Lot::costCents).hasSize(3).startsWith(tuple(new BigDecimal("2.00"), 0L));
        count("11");
        count("12.5");
        assertThat(view(van).stock()).as("what was found before counts for nothing written off")
                .extracting(EffortQueries.Stock::amount, EffortQueries.Stock::cents).containsExactly(tuple(new BigDecimal("12.50"), 8_000L));
        use("12.5");
        count("1");
        assertThat(view(van).stock()).as("what a ticket took is not found again").extracting(EffortQueries.Stock::cents).containsExactly(0L);
        db.checks();
    }

    @Test
    void only_a_receipt_is_put_right_like_one() {
        Long lot = receive(van, CABLE, "10", 1_000);
        Long room = technician(() -> db.get(Stores.class).open(new Stores.Open(authority, "Lagerraum")));
        technician(() -> move(van, room, "4"));
        count("8");
        for (Long store : List.of(room, van)) {
            Long other = view(store).lots().get(0).id();
            assertThat(other).isNotEqualTo(lot);
            refused("store.no_receipt", () -> {
                db.get(Stores.class).correct(other, new Stores.Correct(version(other), BigDecimal.TEN, 1_000L, "x"));
                return null;
            });
            assertThat(view(store).correctable()).isEmpty();
        }
        Long whole = receive(room, CABLE, "1", 100);
        assertThat(view(room).correctable()).extracting(EffortQueries.Lot::id).containsExactly(whole);
        db.checks();
        more(lot, 1);
        assertThatThrownBy(() -> db.checks()).hasMessageContaining("install_store_parts").hasMessageNotContaining("install_store_lot");
        more(lot, -1);
    }

    /** What came out of a lot costs so much more than what went out of it. */
    private void more(Long lot, int cents) {
        db.sql("UPDATE store_lot SET cost_cents = cost_cents + ?, left_cents = left_cents + ? WHERE from_lot_id = ?", cents, cents, lot);
        db.sql("UPDATE store_move m JOIN store_lot l ON l.id = m.lot_id SET m.cents = m.cents + ? WHERE l.from_lot_id = ?", cents, lot);
    }

    @Test
    void time_is_added_by_any_technician_after_the_end_too_and_is_put_right() {
        InstallGiven.take(db, ticket);
        LocalDate today = db.get(Clock.class).today();
        Long line = spend(45, null);
        spend(30, today.minusDays(2));
        assertThat(taken()).extracting(EffortQueries.Taken::minutes, t -> t.times().size()).containsExactly(75, 2);
        refused("effort.future", () -> db.get(Effort.class).spend(ticket, new Effort.Spend(10, today.plusDays(1), null)));
        refused("effort.long_ago", () -> db.get(Effort.class).spend(ticket, new Effort.Spend(10, today.minusYears(1).minusDays(1), null)));
        refused("effort.day_full", () -> db.get(Effort.class).spend(ticket, new Effort.Spend(1440, today, null)));
        unspend(line);
        refused("effort.taken_back", () -> {
            db.get(Effort.class).unspend(ticket, new Effort.Back(line, "x"));
            return null;
        });
        assertThat(taken().minutes()).isEqualTo(30);
        Long other = InstallGiven.plain(db, school, "Andere");
        assertThatThrownBy(() -> technician(() -> {
            db.get(Effort.class).unspend(other, new Effort.Back(line, "x"));
            return null;
        })).isInstanceOf(NotFound.class);
        db.sql("UPDATE ticket SET state = 'CLOSED', closed_at = now(6) WHERE id = ?", ticket);
        spend(5, today);
        db.sql("UPDATE ticket SET state = 'CANCELLED', assignee_id = NULL, assignee = NULL WHERE id = ?", ticket);
        refused("ticket.over", () -> db.get(Effort.class).spend(ticket, new Effort.Spend(5, null, null)));
        Long last = db.number("select max(id) from work_time where ticket_id = ?", ticket);
        technician(() -> {
            db.get(Effort.class).unspend(ticket, new Effort.Back(last, "vertippt"));
            return null;
        });
        assertThat(db.number("select count(*) from work_time where taken_back = true and id = ?", last)).as("what a cancelled ticket took can be put right").isEqualTo(1);
        db.checks();
    }

    @Test
    void schools_and_others_see_nothing_of_it_and_take_nothing() {
        receive(van, CABLE, "10", 1_000);
        assertThatThrownBy(() -> SchoolGiven.as(db, SCHOOL, () -> db.get(EffortQueries.class).of(ticket))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, SCHOOL, () -> db.get(Effort.class).spend(ticket, new Effort.Spend(5, null, null)))).isInstanceOf(Forbidden.class);
        Long foreign = SchoolGiven.authority(db, "Fremd");
        db.sql("INSERT INTO store (authority_id, name) VALUES (?, 'Ihr Bus')", foreign);
        Long bus = db.number("SELECT max(id) FROM store");
        assertThatThrownBy(() -> technician(() -> db.get(Effort.class).use(ticket, new Effort.Use(bus, CABLE, "m", BigDecimal.ONE)))).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "fremd", Role.TECHNICIAN, foreign, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(EffortQueries.class).store(van))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(EffortQueries.class).of(ticket))).isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, "fremd", () -> db.get(EffortQueries.class).stock())).isEmpty();
        assertThat(SchoolGiven.as(db, OFFICER, () -> db.get(EffortQueries.class).store(van)).may().work()).isFalse();
    }

    @Test
    void somebody_of_the_school_signs_on_site_for_the_words_that_were_shown() {
        String words = "T-1 \u00b7 Dose setzen\n\u2713 Beschriften";
        sign("10,10 500,200 900,50", words);
        assertThat(db.sql("SELECT name, said, kind, picture IS NOT NULL AS drawn FROM signature WHERE subject_type = 'Ticket' AND subject_id = ?", ticket)).singleElement()
                .satisfies(row -> assertThat(row.get("name") + " " + row.get("kind") + " " + row.get("said")).isEqualTo("Erika Muster protocol " + words));
        refused("sign.strokes", () -> sign("<svg>", words));
        assertThatThrownBy(() -> SchoolGiven.as(db, SCHOOL, () -> {
            db.get(Effort.class).sign(ticket, new Effort.Sign("Erika Muster", null, "10,10 500,200", words));
            return null;
        })).isInstanceOf(Forbidden.class);
        db.sql("UPDATE ticket SET state = 'CANCELLED', closed_at = now(6) WHERE id = ?", ticket);
        refused("ticket.over", () -> sign("10,10 500,200", words));
    }

    private Object sign(String strokes, String words) {
        return technician(() -> {
            db.get(Effort.class).sign(ticket, new Effort.Sign("Erika Muster", "Hausmeisterin", strokes, words));
            return null;
        });
    }

    private Long receive(Long store, String article, String amount, long cents) {
        return technician(() -> db.get(Stores.class).receive(store, new Stores.Receive(article, "m", new BigDecimal(amount), cents, "LS 12")));
    }

    private Long use(String amount) {
        return technician(() -> db.get(Effort.class).use(ticket, new Effort.Use(van, CABLE, "m", new BigDecimal(amount))));
    }

    private Long spend(int minutes, LocalDate on) {
        return technician(() -> db.get(Effort.class).spend(ticket, new Effort.Spend(minutes, on, "Dose gesetzt")));
    }

    private void unspend(Long line) {
        technician(() -> {
            db.get(Effort.class).unspend(ticket, new Effort.Back(line, "Falsches Ticket"));
            return null;
        });
    }

    private Object move(Long from, Long to, String amount) {
        db.get(Stores.class).move(from, new Stores.Move(to, CABLE, "m", new BigDecimal(amount)));
        return null;
    }

    private void count(String there) {
        technician(() -> {
            db.get(Stores.class).count(van, new Stores.Count(CABLE, "m", new BigDecimal(there), "Jahresinventur"));
            return null;
        });
    }

    private Object change(String name, boolean closed) {
        db.get(Stores.class).change(van, new Stores.Change(view(van).version(), name, closed));
        return null;
    }

    private void correct(Long lot, Integer version, String amount, long cents) {
        technician(() -> {
            db.get(Stores.class).correct(lot, new Stores.Correct(version, new BigDecimal(amount), cents, "Vertippt"));
            return null;
        });
    }

    private void pay(String login, Long lot, Long budget) {
        Integer version = version(lot);
        SchoolGiven.as(db, login, () -> {
            db.get(Stores.class).pay(lot, new Stores.Pay(version, budget, "Rechnung 4711"));
            return null;
        });
    }

    private Integer version(Long lot) {
        return (int) db.number("SELECT version FROM store_lot WHERE id = ?", lot);
    }

    private long cents(Long use) {
        return db.number("SELECT cents FROM material_use WHERE id = ?", use);
    }

    private long told(String key) {
        return db.number("SELECT count(*) FROM history WHERE subject_type = 'Ticket' AND subject_id = ? AND facts LIKE ?", ticket, "%" + key + "%");
    }

    private EffortQueries.Taken taken() {
        return technician(() -> db.get(EffortQueries.class).of(ticket));
    }

    private List<EffortQueries.Stock> stock() {
        List<EffortQueries.Stock> all = technician(() -> db.get(EffortQueries.class).stock());
        assertThat(technician(() -> db.get(EffortQueries.class).stockFor(ticket))).isEqualTo(all);
        return all;
    }

    private EffortQueries.View view(Long store) {
        return technician(() -> db.get(EffortQueries.class).store(store));
    }

    private List<UseList.Row> uses(String filter, Object value) {
        return technician(() -> db.get(UseList.class).page(ListView.all().with(filter, value)).rows());
    }

    private void refused(String code, java.util.concurrent.Callable<?> work) {
        assertThatThrownBy(() -> technician(work)).hasMessageContaining(code);
    }

    private <T> T technician(java.util.concurrent.Callable<T> work) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, work);
    }
}
