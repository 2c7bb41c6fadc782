package de.schulpakt.funding.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The own share of awards by household year: planned, paid, bound, open, beside own money; each figure from its rows. */
@DbTest
class OwnSharesDbTest {
    private static final long TABLETS = 60_005;
    private static final long WIRELESS = 40_004;
    private final int now = ProcurementGiven.today().getYear();
    private ProcurementGiven given;
    private Long award;

    @BeforeEach
    void an_award_with_one_position_that_has_a_day_and_one_that_has_none(Db db) {
        given = ProcurementGiven.school(db, "Pflichtschule");
        Long programme = FundingGiven.programme(db, "Programm");
        FundingGiven.ceiling(db, programme, given.authority, 100_000_000);
        award = FundingGiven.application(db, programme, given.authority);
        Long annex = FundingGiven.annex(db, award, given.school);
        Long tablets = FundingGiven.position(db, award, annex, Category.MOBILE_DEVICE, TABLETS);
        FundingGiven.position(db, award, annex, Category.WLAN, WIRELESS);
        FundingGiven.submit(db, award);
        assertThat(share(db).award()).as("nothing is granted yet").isNull();
        assertThat(share(db).years()).isEmpty();
        FundingGiven.approve(db, award);
        db.sql("update funding_position set measure_from_on = ?, measure_to_on = ? where id = ?", LocalDate.of(now, 11, 1), LocalDate.of(now + 1, 3, 31), tablets);
    }

    @Test
    void the_years_add_up_to_the_own_share_of_the_award_and_what_has_no_day_has_no_year(Db db) {
        assertThat(share(db).award().ownShareCents()).as("ten percent of 1,000.09 EUR, rounded up once").isEqualTo(10_001);
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::plannedCents, OwnShareQueries.Year::openCents, OwnShareQueries.Year::needCents)
                .containsExactly(6_001L, 6_001L, 6_001L);
        assertThat(year(db, null)).extracting(OwnShareQueries.Year::plannedCents, OwnShareQueries.Year::openCents, OwnShareQueries.Year::gapCents)
                .as("a position without a day is in no year and in no gap").containsExactly(4_000L, 4_000L, null);
        Long order = given.order(given.approved(given.tablet(10_000), 3));
        assertThat(year(db, null).boundCents()).as("nobody knows when the goods come").isEqualTo(3_000);
        given.receive(order, "LS-1", 10_000L, "P-1");
        assertThat(year(db, now)).extracting(OwnShareQueries.Year::plannedCents, OwnShareQueries.Year::spentCents, OwnShareQueries.Year::boundCents,
                OwnShareQueries.Year::needCents).containsExactly(0L, 1_000L, 0L, 1_000L);
        db.sql("update order_line set expected_on = ?", LocalDate.of(now - 1, 12, 31));
        assertThat(year(db, now)).extracting(OwnShareQueries.Year::spentCents, OwnShareQueries.Year::boundCents, OwnShareQueries.Year::needCents)
                .as("what is late cannot be paid in a year that is over").containsExactly(1_000L, 2_000L, 3_000L);
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::plannedCents, OwnShareQueries.Year::openCents).containsExactly(6_001L, 3_001L);
        OwnShareQueries.OfAward share = share(db);
        assertThat(share.total().needCents()).isEqualTo(share.total().plannedCents()).isEqualTo(10_001);
        assertThat(share.paid()).singleElement().satisfies(p -> assertThat(p).extracting(OwnShareQueries.Paid::year, OwnShareQueries.Paid::cents).containsExactly(now, 10_000L));
        assertThat(share.orders()).singleElement().satisfies(o -> {
            assertThat(o.orderId()).isEqualTo(order);
            assertThat(o.cents()).isEqualTo(20_000);
        });
        assertThat(share.positions()).extracting(OwnShareQueries.Position::openCents).containsExactly(TABLETS - 30_000, WIRELESS);
        db.sql("update funding_position set measure_from_on = ?, measure_to_on = ? where measure_to_on is not null", LocalDate.of(now - 1, 1, 1), LocalDate.of(now - 1, 6, 30));
        assertThat(year(db, now - 1)).extracting(OwnShareQueries.Year::plannedCents, OwnShareQueries.Year::needCents).containsExactly(6_001L, 0L);
        assertThat(year(db, now).openCents()).as("what is left of a measure that is over is still to be paid").isEqualTo(3_001);
    }

    @Test
    void a_posting_of_the_last_hour_of_the_year_in_utc_belongs_to_the_next_one_in_berlin(Db db) {
        given.receive(given.order(given.approved(given.tablet(10_000), 1)), "LS-1", 10_000L, "P-1");
        db.sql("update posting set at = ? where kind = 'SPEND'", (now - 1) + "-12-31 22:59:59");
        assertThat(year(db, now - 1).spentCents()).isEqualTo(1_000);
        db.sql("update posting set at = ? where kind = 'SPEND'", (now - 1) + "-12-31 23:00:00");
        assertThat(year(db, now).spentCents()).isEqualTo(1_000);
    }

    @Test
    void own_money_of_the_year_stands_against_the_need_of_all_awards(Db db) {
        given.budget(Category.LAN, 50_000);
        db.sql("update funding_position set measure_from_on = ?, measure_to_on = ? where category = 'LAN'", LocalDate.of(now + 1, 1, 1), LocalDate.of(now + 1, 12, 31));
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::needCents, OwnShareQueries.Year::othersCents, OwnShareQueries.Year::ownMoneyCents,
                OwnShareQueries.Year::gapCents).as("no own money at all").containsExactly(6_001L, 5_000L, 0L, 6_001L);
        money(db, now + 1, "21710.1", 8_000);
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::ownMoneyCents, OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents)
                .containsExactly(8_000L, 8_000L, 3_001L);
        Long old = money(db, now - 1, "21710.2", 2_000);
        assertThat(whole(db).years()).filteredOn(y -> Integer.valueOf(now - 1).equals(y.year())).singleElement()
                .satisfies(y -> assertThat(y).extracting(OwnShareQueries.Year::ownMoneyCents, OwnShareQueries.Year::freeCents).containsExactly(2_000L, 2_000L));
        officer(db, () -> db.get(OwnMoney.class).carryOver(old, new OwnMoney.CarryOver((int) db.number("select version from budget where id = ?", old), now + 1, "Ratsbeschluss")));
        assertThat(whole(db).years()).filteredOn(y -> Integer.valueOf(now).equals(y.year())).singleElement()
                .satisfies(y -> assertThat(y).extracting(OwnShareQueries.Year::ownMoneyCents, OwnShareQueries.Year::freeCents)
                        .as("carried over money can be used now").containsExactly(0L, 2_000L));
        assertThat(whole(db).years()).filteredOn(y -> Integer.valueOf(now + 1).equals(y.year())).singleElement()
                .satisfies(y -> assertThat(y).extracting(OwnShareQueries.Year::needCents, OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents)
                        .as("and, because nobody needs it now, in its last year").containsExactly(11_001L, 10_000L, 1_001L));
        assertThat(whole(db).total().freeCents()).as("each line once").isEqualTo(10_000);
        assertThat(whole(db).awards()).extracting(OwnShareQueries.Award::ownShareCents).containsExactly(10_001L, 5_000L);
        money(db, now + 1, "21710.3", 1_001);
        assertThat(year(db, now + 1).gapCents()).isZero();
        assertThat(db.statements(() -> share(db))).isLessThanOrEqualTo(StatementBudgets.of("OwnShareQueries.ofAward"));
        assertThat(db.statements(() -> whole(db))).isLessThanOrEqualTo(StatementBudgets.of("OwnShareQueries.ofAuthority"));
    }

    @Test
    void what_was_paid_in_a_year_that_is_over_is_no_gap_and_is_not_carried_over(Db db) {
        given.receive(given.order(given.approved(given.tablet(10_000), 2)), "LS-1", 10_000L, "P-1", "P-2");
        db.sql("update posting set at = ? where kind = 'SPEND'", (now - 1) + "-06-30 12:00:00");
        Long old = money(db, now - 1, "21710.1", 5_000);
        officer(db, () -> db.get(OwnMoney.class).carryOver(old, new OwnMoney.CarryOver((int) db.number("select version from budget where id = ?", old), now + 1, "Ratsbeschluss")));
        assertThat(year(db, now - 1)).extracting(OwnShareQueries.Year::spentCents, OwnShareQueries.Year::needCents, OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents)
                .containsExactly(2_000L, 2_000L, 5_000L, 0L);
        assertThat(whole(db).years()).filteredOn(y -> Integer.valueOf(now).equals(y.year())).singleElement()
                .satisfies(y -> assertThat(y.freeCents()).as("what was paid is gone").isEqualTo(3_000));
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::needCents, OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents)
                .containsExactly(4_001L, 3_000L, 1_001L);
        assertThat(share(db).total()).extracting(OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents).containsExactly(5_000L, 1_001L);
        db.sql("update budget set ends_on = ? where id = ?", LocalDate.of(now - 1, 12, 31), old);
        assertThat(year(db, now - 1).gapCents()).as("nor where no money was planned").isZero();
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents).as("its last year is over").containsExactly(0L, 4_001L);
        db.sql("update budget set allotted_cents = 0 where id = ?", old);
        assertThat(year(db, now - 1)).extracting(OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents).containsExactly(0L, 0L);
    }

    @Test
    void what_a_year_leaves_is_passed_on_until_the_last_year_of_its_line(Db db) {
        given.budget(Category.LAN, 50_000);
        db.sql("update funding_position set measure_from_on = ?, measure_to_on = ? where category = 'LAN'", LocalDate.of(now, 1, 1), LocalDate.of(now, 12, 31));
        money(db, now, "21710.1", 3_000);
        Long carried = money(db, now, "21710.2", 9_000);
        officer(db, () -> db.get(OwnMoney.class).carryOver(carried, new OwnMoney.CarryOver((int) db.number("select version from budget where id = ?", carried), now + 1, "Ratsbeschluss")));
        assertThat(whole(db).years()).filteredOn(y -> Integer.valueOf(now).equals(y.year())).singleElement()
                .satisfies(y -> assertThat(y).extracting(OwnShareQueries.Year::needCents, OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents)
                        .containsExactly(5_000L, 12_000L, 0L));
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::needCents, OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents)
                .as("the line that ends first pays first, though this award does not see that year").containsExactly(6_001L, 7_000L, 0L);
        db.sql("update budget set ends_on = ? where id = ?", LocalDate.of(now, 12, 31), carried);
        assertThat(year(db, now + 1)).extracting(OwnShareQueries.Year::freeCents, OwnShareQueries.Year::gapCents).containsExactly(0L, 6_001L);
    }

    @Test
    void somebody_elses_household_is_not_shown_and_who_sees_some_awards_sees_no_own_money(Db db) {
        given.budget(Category.LAN, 50_000);
        Long other = db.number("select max(id) from application");
        money(db, now + 1, "21710.1", 8_000);
        SchoolGiven.user(db, "elsewhere", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Andere"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "elsewhere", () -> db.get(OwnShareQueries.class).ofAward(award))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "elsewhere", () -> db.get(OwnShareQueries.class).ofAuthority(given.authority))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(OwnShareQueries.class).ofAward(award))).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "anna", Role.AUDITOR, null, null);
        assertThat(SchoolGiven.as(db, "anna", () -> db.get(OwnShareQueries.class).ofAward(award)).ownMoney()).hasSize(1);
        db.sql("insert into award_limit (user_id, application_id, from_on, to_on, given_by, given_at) select id, ?, current_date, '2099-12-31', 'x', now(6) from app_user"
                + " where login = 'anna'", award);
        SchoolGiven.as(db, "anna", () -> {
            OwnShareQueries.OfAward seen = db.get(OwnShareQueries.class).ofAward(award);
            assertThat(seen.whole()).isFalse();
            assertThat(seen.ownMoney()).isNull();
            assertThat(seen.total().needCents()).isEqualTo(10_001);
            assertThat(seen.years()).allSatisfy(y -> assertThat(y).extracting(OwnShareQueries.Year::othersCents, OwnShareQueries.Year::ownMoneyCents, OwnShareQueries.Year::gapCents)
                    .containsOnlyNulls());
            assertThatThrownBy(() -> db.get(OwnShareQueries.class).ofAward(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(OwnShareQueries.class).ofAuthority(given.authority)).isInstanceOfAny(NotFound.class, Forbidden.class);
            return null;
        });
    }

    private Long money(Db db, int year, String account, long cents) {
        return SchoolGiven.as(db, given.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, year, account, "Eigenanteil", cents, "Haushalt")));
    }

    private void officer(Db db, Runnable work) {
        SchoolGiven.as(db, given.officer, () -> {
            work.run();
            return null;
        });
    }

    private OwnShareQueries.OfAward share(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(OwnShareQueries.class).ofAward(award));
    }

    private OwnShareQueries.OfAuthority whole(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(OwnShareQueries.class).ofAuthority(given.authority));
    }

    private OwnShareQueries.Year year(Db db, Integer year) {
        return share(db).years().stream().filter(y -> Objects.equals(y.year(), year)).findFirst().orElseThrow();
    }
}
