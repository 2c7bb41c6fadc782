package de.schulpakt.funding.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes on after the fund ends: recorded, changed, ended, taken back, and the replacement that the devices propose. */
@DbTest
class FollowCostsDbTest {
    private ProcurementGiven given;
    private Long award;

    @BeforeEach
    void an_award(Db db) {
        given = ProcurementGiven.school(db, "Pflichtschule");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        award = db.number("select max(id) from application");
    }

    @Test
    void each_of_its_years_counts_until_it_is_ended_or_taken_back_and_every_step_has_one_back(Db db) {
        Long licences = record(db, FollowCostKind.LICENCES, 1_234_56, 2031, 2033);
        record(db, FollowCostKind.STAFF, 10_000_00, 2032, 2032);
        assertThat(follow(db)).containsExactly(Map.entry(2031, 1_234_56L), Map.entry(2032, 11_234_56L), Map.entry(2033, 1_234_56L));
        assertThat(share(db).total().followCents()).isEqualTo(13_703_68);
        assertThat(share(db).years()).filteredOn(y -> Integer.valueOf(2032).equals(y.year())).singleElement()
                .satisfies(y -> assertThat(y.needCents()).as("it stands beside the own share and is none").isZero());
        officer(db, () -> costs(db).change(licences, new FollowCosts.Change(version(db, licences), "MDM", 2_000_00L, 2030, 2033, "Angebot vom 1. März")));
        assertThat(follow(db)).containsExactly(Map.entry(2030, 2_000_00L), Map.entry(2031, 2_000_00L), Map.entry(2032, 12_000_00L), Map.entry(2033, 2_000_00L));
        officer(db, () -> costs(db).end(licences, new FollowCosts.End(version(db, licences), 2031, "Vertrag gekündigt")));
        assertThat(follow(db)).containsExactly(Map.entry(2030, 2_000_00L), Map.entry(2031, 2_000_00L), Map.entry(2032, 10_000_00L));
        assertThat(listed(db, 2033)).isEmpty();
        assertThat(listed(db, 2031)).containsExactly(licences);
        officer(db, () -> costs(db).reopen(licences, new FollowCosts.Reopen(version(db, licences), "Kündigung zurückgenommen")));
        assertThat(follow(db)).containsKey(2033);
        officer(db, () -> costs(db).takeBack(licences, new FollowCosts.TakeBack(version(db, licences), "Doppelt erfasst")));
        assertThat(follow(db)).containsExactly(Map.entry(2032, 10_000_00L));
        assertThat(listed(db, 2031)).isEmpty();
        assertThat(view(db, licences).actions()).containsExactly(FollowCostAction.REOPEN);
        officer(db, () -> costs(db).reopen(licences, new FollowCosts.Reopen(version(db, licences), "War nicht doppelt")));
        assertThat(view(db, licences)).satisfies(v -> {
            assertThat(v.state()).isEqualTo(FollowCostState.CURRENT);
            assertThat(v.endedYear()).isNull();
            assertThat(v.timeline()).as("recorded, changed, ended, counted again, taken back, counted again").hasSize(6);
        });
        db.clean();
    }

    @Test
    void what_makes_no_sense_is_refused_and_stores_nothing(Db db) {
        refused("follow_cost.years", () -> record(db, FollowCostKind.ENERGY, 1, 2032, 2031));
        Long draft = FundingGiven.application(db, db.number("select max(id) from programme"), given.authority);
        refused("follow_cost.no_award", () -> SchoolGiven.as(db, given.officer, () -> costs(db).record(command(draft, FollowCostKind.OTHER, 1, 2031, 2031))));
        assertThat(db.number("select count(*) from follow_cost")).isZero();
        Long cost = record(db, FollowCostKind.ENERGY, 100, 2031, 2033);
        Integer seen = version(db, cost);
        refused("follow_cost.same", () -> officer(db, () -> costs(db).change(cost, new FollowCosts.Change(seen, "Titel", 100L, 2031, 2033, "x"))));
        refused("follow_cost.years", () -> officer(db, () -> costs(db).change(cost, new FollowCosts.Change(seen, "Titel", 100L, 2034, 2033, "x"))));
        refused("follow_cost.end_year", () -> officer(db, () -> costs(db).end(cost, new FollowCosts.End(seen, 2030, "x"))));
        refused("follow_cost.end_year", () -> officer(db, () -> costs(db).end(cost, new FollowCosts.End(seen, 2033, "x"))));
        refused("state.not_allowed", () -> officer(db, () -> costs(db).reopen(cost, new FollowCosts.Reopen(seen, "x"))));
        officer(db, () -> costs(db).end(cost, new FollowCosts.End(seen, 2032, "x")));
        assertThatThrownBy(() -> officer(db, () -> costs(db).takeBack(cost, new FollowCosts.TakeBack(seen, "x")))).isInstanceOf(Conflict.class);
        refused("state.not_allowed", () -> officer(db, () -> costs(db).change(cost, new FollowCosts.Change(version(db, cost), "Titel", 200L, 2031, 2033, "x"))));
        db.clean();
    }

    @Test
    void devices_propose_their_replacement_and_a_click_takes_it_over_once(Db db) {
        assertThat(proposed(db)).isEmpty();
        given.receive(given.order(given.approved(given.tablet(33_333), 3)), "LS-1", 33_333L, "P-1", "P-2", "P-3");
        db.sql("update device set delivered_on = '2026-03-10' where serial <> 'P-3'");
        db.sql("update device set delivered_on = '2026-01-31' where serial = 'P-3'");
        assertThat(proposed(db)).extracting(FollowCostQueries.Replacement::endsIn, FollowCostQueries.Replacement::devices, FollowCostQueries.Replacement::paidCents,
                FollowCostQueries.Replacement::usefulYears).as("five years by month: what came in January is written off in December").containsExactly(
                tuple(2030, 1L, 33_333L, 5), tuple(2031, 2L, 66_666L, 5));
        assertThat(follow(db)).as("a proposal counts nowhere").isEmpty();
        refused("follow_cost.nothing_ends", () -> takeOver(db, 2029, 33_333));
        refused("follow_cost.proposal_changed", () -> takeOver(db, 2031, 66_665));
        Long cost = takeOver(db, 2031, 66_666);
        assertThat(view(db, cost)).extracting(FollowCostQueries.View::kind, FollowCostQueries.View::modelKind, FollowCostQueries.View::devices, FollowCostQueries.View::usefulYears,
                FollowCostQueries.View::source).containsExactly(FollowCostKind.REPLACEMENT, "TABLET", 2, 5, null);
        assertThat(follow(db)).containsExactly(Map.entry(2031, 66_666L));
        refused("follow_cost.taken_over", () -> takeOver(db, 2031, 66_666));
        assertThat(proposed(db)).extracting(FollowCostQueries.Replacement::open).containsExactly(true, false);
        db.sql("update device set state = 'LOST' where serial = 'P-1'");
        assertThat(proposed(db)).filteredOn(r -> r.endsIn() == 2031).singleElement().satisfies(r -> {
            assertThat(r.changed()).as("what was taken over stays, and the page says that the records changed").isTrue();
            assertThat(r.costId()).isEqualTo(cost);
        });
        assertThat(follow(db)).containsExactly(Map.entry(2031, 66_666L));
        officer(db, () -> costs(db).takeBack(cost, new FollowCosts.TakeBack(version(db, cost), "Gerät verloren")));
        Long second = takeOver(db, 2031, 33_333);
        assertThat(follow(db)).containsExactly(Map.entry(2031, 33_333L));
        assertThatThrownBy(() -> officer(db, () -> costs(db).reopen(cost, new FollowCosts.Reopen(version(db, cost), "x")))).as("the same devices would count twice")
                .hasStackTraceContaining("follow_cost_replaced_once");
        assertThat(view(db, second).state()).isEqualTo(FollowCostState.CURRENT);
        db.sql("delete from depreciation_class where kind = 'TABLET'");
        assertThat(proposed(db)).singleElement().satisfies(r -> {
            assertThat(r.endsIn()).as("no useful life: counted, and nothing is guessed").isNull();
            assertThat(r.devices()).isEqualTo(2);
            assertThat(r.open()).isFalse();
        });
    }

    @Test
    void a_replacement_without_a_title_is_named_in_the_language_of_who_reads_it(Db db) {
        given.receive(given.order(given.approved(given.tablet(33_333), 3)), "LS-1", 33_333L, "P-1", "P-2", "P-3");
        db.sql("update device set delivered_on = '2026-03-10' where serial <> 'P-3'");
        db.sql("update device set delivered_on = '2026-01-31' where serial = 'P-3'");
        Long cost = SchoolGiven.as(db, given.officer, () -> costs(db).takeOver(new FollowCosts.TakeOver(award, "TABLET", 2031, 66_666L, null)));
        assertThat(view(db, cost).title()).isNull();
        assertThat(view(db, cost).name().told(Locale.GERMAN)).isEqualTo("Ersatz: Tablets, 2031");
        assertThat(view(db, cost).name().told(Locale.ENGLISH)).isEqualTo("Replacement: tablets, 2031");
        FollowCostList.Row row = SchoolGiven.as(db, given.officer, () -> db.get(FollowCostList.class).page(ListView.all())).rows().get(0);
        assertThat(Texts.told(Locale.ENGLISH, row.title())).isEqualTo("Replacement: tablets, 2031");
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(FollowCostQueries.class).counting(award)).get(0).name().told(Locale.GERMAN)).isEqualTo("Ersatz: Tablets, 2031");
        officer(db, () -> costs(db).change(cost, new FollowCosts.Change(version(db, cost), " ", 70_000L, 2031, 2031, "Angebot")));
        assertThat(view(db, cost).name().told(Locale.ENGLISH)).isEqualTo("Replacement: tablets, 2031");
        officer(db, () -> costs(db).change(cost, new FollowCosts.Change(version(db, cost), "Neue Tablets", 70_000L, 2031, 2031, "so heißt es im Haushalt")));
        assertThat(view(db, cost).name().told(Locale.ENGLISH)).isEqualTo("Neue Tablets");
        assertThat(Texts.told(Locale.ENGLISH, SchoolGiven.as(db, given.officer, () -> db.get(FollowCostList.class).page(ListView.all())).rows().get(0).title()))
                .isEqualTo("Neue Tablets");
        Long typed = record(db, FollowCostKind.MAINTENANCE, 100, 2031, 2033);
        refused("follow_cost.untitled", () -> officer(db, () -> costs(db).change(typed, new FollowCosts.Change(version(db, typed), null, 200L, 2031, 2033, "x"))));
    }

    @Test
    void somebody_elses_costs_are_not_shown_and_a_limited_auditor_sees_those_of_the_award(Db db) {
        Long cost = record(db, FollowCostKind.MAINTENANCE, 100, 2031, 2033);
        given.budget(Category.WLAN, 50_000);
        Long elsewhere = SchoolGiven.as(db, given.officer, () -> costs(db).record(command(db.number("select max(id) from application"), FollowCostKind.OTHER, 1, 2031, 2031)));
        SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        SchoolGiven.as(db, "fremd", () -> {
            assertThatThrownBy(() -> db.get(FollowCostQueries.class).view(cost)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(FollowCostQueries.class).replacements(award)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> costs(db).record(command(award, FollowCostKind.OTHER, 1, 2031, 2031))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> costs(db).takeBack(cost, new FollowCosts.TakeBack(0, "x"))).isInstanceOf(NotFound.class);
            assertThat(db.get(FollowCostList.class).page(ListView.all()).rows()).isEmpty();
            return null;
        });
        SchoolGiven.user(db, "anna", Role.AUDITOR, null, null);
        db.sql("insert into award_limit (user_id, application_id, from_on, to_on, given_by, given_at) select id, ?, current_date, '2099-12-31', 'x', now(6) from app_user"
                + " where login = 'anna'", award);
        SchoolGiven.as(db, "anna", () -> {
            assertThat(db.get(FollowCostQueries.class).view(cost).actions()).isEmpty();
            assertThatThrownBy(() -> db.get(FollowCostQueries.class).view(elsewhere)).isInstanceOf(NotFound.class);
            assertThat(db.get(FollowCostList.class).page(ListView.all()).rows()).extracting(FollowCostList.Row::id).containsExactly(cost);
            assertThatThrownBy(() -> costs(db).takeBack(cost, new FollowCosts.TakeBack(0, "x"))).isInstanceOfAny(NotFound.class, Forbidden.class);
            return null;
        });
    }

    private Long record(Db db, FollowCostKind kind, long cents, int first, int last) {
        return SchoolGiven.as(db, given.officer, () -> costs(db).record(command(award, kind, cents, first, last)));
    }

    private static FollowCosts.Record command(Long award, FollowCostKind kind, long cents, int first, int last) {
        return new FollowCosts.Record(award, kind, "Titel", cents, first, last, "Rahmenvertrag");
    }

    private Long takeOver(Db db, int year, long cents) {
        return SchoolGiven.as(db, given.officer, () -> costs(db).takeOver(new FollowCosts.TakeOver(award, "TABLET", year, cents, "Ersatz Tablet " + year)));
    }

    private List<FollowCostQueries.Replacement> proposed(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FollowCostQueries.class).replacements(award));
    }

    private FollowCostQueries.View view(Db db, Long id) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FollowCostQueries.class).view(id));
    }

    private List<Long> listed(Db db, int year) {
        return SchoolGiven.as(db, given.officer, () -> db.get(FollowCostList.class).page(ListView.all().with("year", year).with("kind", FollowCostKind.LICENCES)).rows()).stream()
                .map(FollowCostList.Row::id).toList();
    }

    private OwnShareQueries.OfAward share(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(OwnShareQueries.class).ofAward(award));
    }

    /** The years that have follow-up costs. */
    private Map<Integer, Long> follow(Db db) {
        return new TreeMap<>(share(db).years().stream().filter(y -> y.followCents() != 0).collect(Collectors.toMap(OwnShareQueries.Year::year, OwnShareQueries.Year::followCents)));
    }

    private static Integer version(Db db, Long id) {
        return (int) db.number("select version from follow_cost where id = ?", id);
    }

    private static FollowCosts costs(Db db) {
        return db.get(FollowCosts.class);
    }

    private void officer(Db db, Runnable work) {
        SchoolGiven.as(db, given.officer, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
