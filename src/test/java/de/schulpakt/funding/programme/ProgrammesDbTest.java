package de.schulpakt.funding.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@DbTest
class ProgrammesDbTest {
    private static final LocalDate START = FundingGiven.START;

    @Test
    void the_rule_of_a_day_is_the_latest_that_has_begun(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.rule(db, id, RuleKind.OWN_SHARE_BP, null, "2000", START.plusYears(2));
        assertThat(value(db, id, RuleKind.OWN_SHARE_BP, null, START.minusDays(1))).isNull();
        assertThat(value(db, id, RuleKind.OWN_SHARE_BP, null, START)).isEqualTo("1000");
        assertThat(value(db, id, RuleKind.OWN_SHARE_BP, null, START.plusYears(2).minusDays(1))).isEqualTo("1000");
        assertThat(value(db, id, RuleKind.OWN_SHARE_BP, null, START.plusYears(2))).isEqualTo("2000");
    }

    @Test
    void a_rule_of_the_category_goes_before_the_rule_for_all(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.rule(db, id, RuleKind.BINDING_YEARS, Category.LAN, "10");
        assertThat(value(db, id, RuleKind.BINDING_YEARS, Category.LAN, START)).isEqualTo("10");
        assertThat(value(db, id, RuleKind.BINDING_YEARS, Category.WLAN, START)).isEqualTo("5");
    }

    @Test
    void a_value_that_the_rule_cannot_read_is_refused(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        for (String[] wrong : new String[][] {{"OWN_SHARE_BP", "10 %"}, {"OWN_SHARE_BP", "10001"}, {"END", "31.12.2030"},
            {"END", "2030-02-30"}, {"CATEGORY_ALLOWED", "ja"}, {"BINDING_START", "ORDER"}, {"MOBILE_CAP_CENTS", "-1"}}) {
            refused("programme.rule_value", () -> FundingGiven.rule(db, id, RuleKind.valueOf(wrong[0]), Category.DISPLAY, wrong[1]));
        }
        FundingGiven.rule(db, id, RuleKind.OWN_SHARE_BP, null, "1500");
        assertThat(value(db, id, RuleKind.OWN_SHARE_BP, null, START)).as("of one day the value that was confirmed last").isEqualTo("1500");
        Programmes.AddRule again = new Programmes.AddRule(id, RuleKind.OWN_SHARE_BP, null, "1600", START, "x", null, false);
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(again));
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(again))).hasStackTraceContaining("rule_once_per_day");
    }

    @Test
    void an_unverified_rule_is_confirmed_with_its_source(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        db.sql("UPDATE programme_rule SET verified = FALSE");
        Programmes programmes = db.get(Programmes.class);
        ProgrammeQueries.Rule rule = view(db, id).rules().get(0);
        assertThat(rule.verified()).isFalse();
        Programmes.ConfirmRule confirm = new Programmes.ConfirmRule(id, rule.id(), rule.version(), "Amtsblatt RLP 2026, S. 12", "https://example.org/12");
        FundingGiven.deputy(db, () -> {
            programmes.confirmRule(confirm);
            return null;
        });
        assertThat(view(db, id).rules().get(0)).satisfies(r -> {
            assertThat(r.verified()).isTrue();
            assertThat(r.source()).isEqualTo("Amtsblatt RLP 2026, S. 12");
        });
        assertThatThrownBy(() -> FundingGiven.deputy(db, () -> {
            programmes.confirmRule(confirm);
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void who_set_a_rule_does_not_confirm_it_neither_later_nor_at_once(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        db.sql("UPDATE programme_rule SET verified = FALSE");
        ProgrammeQueries.Rule rule = view(db, id).rules().get(0);
        assertThat(FundingGiven.officer(db, () -> db.get(ProgrammeQueries.class).ownRules(List.of(rule)))).as("not offered").containsOnly(rule.id());
        assertThat(FundingGiven.deputy(db, () -> db.get(ProgrammeQueries.class).ownRules(List.of(rule)))).isEmpty();
        refused("duty.apart", () -> FundingGiven.officer(db, () -> {
            db.get(Programmes.class).confirmRule(new Programmes.ConfirmRule(id, rule.id(), rule.version(), "Amtsblatt", null));
            return null;
        }));
        refused("programme.rule_second", () -> FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(
                new Programmes.AddRule(id, RuleKind.OWN_SHARE_BP, null, "1500", FundingGiven.START.plusYears(1), "Amtsblatt", null, true))));
        assertThat(view(db, id).rules()).noneMatch(ProgrammeQueries.Rule::verified);
    }

    @Test
    void a_ceiling_is_changed_by_who_saw_it_and_never_below_the_grants(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        FundingGiven.ceiling(db, id, authority, 900_00);
        Long application = FundingGiven.application(db, id, authority);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Görres")),
                Category.WLAN, 1_000_00);
        FundingGiven.submit(db, application);
        assertThatThrownBy(() -> FundingGiven.ceiling(db, id, authority, 1_000_00)).isInstanceOf(Conflict.class);
        Integer version = view(db, id).ceilings().get(0).version();
        refused("ceiling.second", () -> set(db, new Programmes.SetCeiling(id, authority, version, 900_00L, "x", true)));
        refused("ceiling.below_grants", () -> set(db, new Programmes.SetCeiling(id, authority, version, 899_99L, "x", false)));
        set(db, new Programmes.SetCeiling(id, authority, version, 900_00L, "Schreiben der ISB", false));
        assertThat(view(db, id).ceilings()).singleElement().satisfies(c -> assertThat(c.verified()).isFalse());
        db.checks();
    }

    @Test
    void a_ceiling_holds_when_a_second_person_has_confirmed_it_and_until_then_the_old_one_does(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        set(db, new Programmes.SetCeiling(id, authority, null, 1L, "geschätzt", false));
        refused("duty.apart", () -> confirm(db, FundingGiven.OFFICER, id, authority));
        FundingGiven.confirmCeiling(db, id, authority);
        Long application = FundingGiven.application(db, id, authority);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Görres")),
                Category.WLAN, 1_000_00);
        set(db, new Programmes.SetCeiling(id, authority, view(db, id).ceilings().get(0).version(), 1_000_000_00L, "geschätzt", false));
        refused("application.over_ceiling", () -> FundingGiven.submit(db, application));
        assertThat(view(db, id).ceilings().get(0).verifiedCents()).isEqualTo(1);
        FundingGiven.confirmCeiling(db, id, authority);
        FundingGiven.submit(db, application);
        // who confirmed the first may set the next, and who set the first may confirm that
        FundingGiven.deputy(db, () -> {
            db.get(Programmes.class).setCeiling(new Programmes.SetCeiling(id, authority, view(db, id).ceilings().get(0).version(),
                    2_000_000_00L, "neu", false));
            return null;
        });
        confirm(db, FundingGiven.OFFICER, id, authority);
        assertThat(view(db, id).ceilings().get(0).verifiedCents()).isEqualTo(2_000_000_00L);
    }

    private static Void confirm(Db db, String login, Long id, Long authority) {
        return SchoolGiven.as(db, login, () -> {
            db.get(Programmes.class).confirmCeiling(new Programmes.ConfirmCeiling(id, authority,
                    db.get(ProgrammeQueries.class).view(id).ceilings().get(0).version(), "Bescheid"));
            return null;
        });
    }

    @Test
    void a_programme_cannot_end_before_it_starts(Db db) {
        refused("programme.ends_before_start", () -> FundingGiven.officer(db, () -> db.get(Programmes.class)
                .create(new Programmes.Create("X", "X", START, START.minusDays(1)))));
    }

    @Test
    void who_may_not_edit_programmes_is_refused_and_a_school_sees_none(Db db) {
        Long id = FundingGiven.programme(db, "DigitalPakt 2.0");
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Koblenz"), "Görres");
        SchoolGiven.user(db, "goerres", Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        SchoolGiven.as(db, "pruefung", () -> {
            assertThat(db.get(ProgrammeQueries.class).view(id).actions()).isEmpty();
            assertThatThrownBy(() -> db.get(Programmes.class).addRule(new Programmes.AddRule(id, RuleKind.OWN_SHARE_BP, null, "0", START,
                    "x", null, false))).isInstanceOf(Forbidden.class);
            return null;
        });
        SchoolGiven.as(db, "goerres", () -> {
            assertThatThrownBy(() -> db.get(ProgrammeQueries.class).view(id)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> db.get(ProgrammeList.class).page(ListView.all())).isInstanceOf(Forbidden.class);
            return null;
        });
    }

    @Test
    void a_programme_made_by_hand_is_changed_and_withdrawn_until_something_relies_on_it(Db db) {
        Long id = FundingGiven.programme(db, "Versuch");
        Long other = FundingGiven.programme(db, "Anderes");
        Programmes.Change cmd = new Programmes.Change(view(db, id).version(), " Landesprogramm ", "Digitale Schule", START.plusDays(1), FundingGiven.END.minusDays(1));
        run(db, () -> db.get(Programmes.class).change(id, cmd));
        assertThat(view(db, id)).extracting(ProgrammeQueries.View::code, ProgrammeQueries.View::name, ProgrammeQueries.View::startsOn, ProgrammeQueries.View::endsOn)
                .containsExactly("Landesprogramm", "Digitale Schule", START.plusDays(1), FundingGiven.END.minusDays(1));
        assertThat(view(db, id).timeline().get(0).facts().toString()).contains("said.programme", "Versuch");
        assertThatThrownBy(() -> run(db, () -> db.get(Programmes.class).change(id, cmd))).isInstanceOf(Conflict.class);
        refused("programme.ends_before_start", () -> run(db, () -> db.get(Programmes.class).change(id, new Programmes.Change(view(db, id).version(), "a", "b", START, START.minusDays(1)))));
        assertThatThrownBy(() -> run(db, () -> db.get(Programmes.class).change(id, new Programmes.Change(view(db, id).version(), "Anderes", "b", START, START))))
                .hasStackTraceContaining("programme_code_once");
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long application = FundingGiven.application(db, id, authority);
        assertThatThrownBy(() -> withdraw(db, id)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo("programme.has_applications");
            assertThat(r.args().toString()).contains(FundingGiven.view(db, application).no());
        });
        refused("programme.has_applications", () -> run(db, () -> db.get(Programmes.class).change(id, new Programmes.Change(view(db, id).version(), "a", "b", START, START))));
        FundingGiven.officer(db, () -> {
            db.get(Applications.class).withdraw(application, new Applications.Withdraw(FundingGiven.version(db, application), "doch nicht"));
            return null;
        });
        db.sql("insert into award_file (no, authority_id, programme_id, category, state, kind, title, estimate_cents, basis, started_on, created_at)"
                + " values ('A-1', ?, ?, 'MOBILE_DEVICE', 'PREPARED', 'NEGOTIATED', 'x', 1, 'x', ?, now(6))", authority, id, START);
        refused("programme.has_awards", () -> withdraw(db, id));
        db.sql("delete from award_file");
        withdraw(db, id);
        assertThat(view(db, id)).satisfies(v -> {
            assertThat(v.withdrawalReason()).isEqualTo("nur ein Versuch");
            assertThat(v.actions()).containsOnly(ProgrammeAction.WITHDRAW_RULE);
        });
        assertThat(FundingGiven.officer(db, () -> db.get(ProgrammeList.class).page(ListView.all())).rows()).filteredOn(ProgrammeQueries.Row::withdrawn)
                .extracting(ProgrammeQueries.Row::id).containsExactly(id);
        assertThat(db.get(ProgrammeQueries.class).reportDays()).extracting(ProgrammeQueries.Days::programmeId).containsExactly(other);
        refused("programme.withdrawn", () -> FundingGiven.application(db, id, authority));
        refused("programme.withdrawn", () -> FundingGiven.rule(db, id, RuleKind.OWN_SHARE_BP, null, "1500", START.plusYears(1)));
        refused("programme.withdrawn", () -> set(db, new Programmes.SetCeiling(id, authority, null, 1L, "x", false)));
        refused("programme.withdrawn", () -> withdraw(db, id));
        db.sql("insert into rule_pack (code, name, edition, state, programme_id, file_name, checksum, content, created_at) values ('x', 'Paket', '1', 'IMPORTED', ?, 'x.json', repeat('0', 64), '{}', now(6))",
                other);
        refused("programme.of_pack", () -> withdraw(db, other));
        db.clean();
    }

    @Test
    void one_value_for_several_categories_and_several_rules_confirmed_at_once(Db db) {
        Long id = FundingGiven.officer(db, () -> db.get(Programmes.class).create(new Programmes.Create("P", "P", START, FundingGiven.END)));
        Programmes.AddRules two = new Programmes.AddRules(RuleKind.CATEGORY_ALLOWED, Set.of(Category.WLAN, Category.LAN), "YES", START, "Richtlinie", null, null);
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRules(id, two));
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRules(id, new Programmes.AddRules(RuleKind.OWN_SHARE_BP, Set.of(), "1000", START, "Richtlinie", null, null)));
        assertThat(view(db, id).rules()).extracting(ProgrammeQueries.Rule::category).containsExactlyInAnyOrder("LAN", "WLAN", "ALL");
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> db.get(Programmes.class).addRules(id, new Programmes.AddRules(RuleKind.CATEGORY_ALLOWED,
                Set.of(Category.DISPLAY, Category.LAN), "NO", START, "Richtlinie", null, null)))).hasStackTraceContaining("rule_once_per_day");
        refused("programme.rule_value", () -> FundingGiven.officer(db, () -> db.get(Programmes.class).addRules(id, new Programmes.AddRules(RuleKind.CATEGORY_ALLOWED,
                Set.of(Category.DISPLAY), "ja", START, "Richtlinie", null, null))));
        assertThat(view(db, id).rules()).as("all or none").hasSize(3);
        List<Programmes.Seen> seen = view(db, id).rules().stream().map(r -> new Programmes.Seen(r.id(), r.version())).toList();
        refused("duty.apart", () -> run(db, () -> db.get(Programmes.class).confirmRules(id, new Programmes.ConfirmRules(seen, "Ministerialblatt", null))));
        List<Programmes.Seen> stale = List.of(seen.get(0), seen.get(1), new Programmes.Seen(seen.get(2).ruleId(), 99));
        assertThatThrownBy(() -> confirm(db, id, stale)).isInstanceOf(Conflict.class);
        assertThat(view(db, id).rules()).as("all or none").noneMatch(ProgrammeQueries.Rule::verified);
        confirm(db, id, seen);
        assertThat(view(db, id).rules()).allMatch(ProgrammeQueries.Rule::verified).allSatisfy(r -> assertThat(r.source()).isEqualTo("Ministerialblatt"));
    }

    private static void confirm(Db db, Long id, List<Programmes.Seen> seen) {
        FundingGiven.deputy(db, () -> {
            db.get(Programmes.class).confirmRules(id, new Programmes.ConfirmRules(seen, "Ministerialblatt", null));
            return null;
        });
    }

    private static void withdraw(Db db, Long id) {
        run(db, () -> db.get(Programmes.class).withdraw(id, new Programmes.Withdraw(view(db, id).version(), "nur ein Versuch")));
    }

    private static void run(Db db, Runnable work) {
        FundingGiven.officer(db, () -> {
            work.run();
            return null;
        });
    }

    @Test
    void the_list_needs_two_statements_for_one_row_and_for_thirty(Db db) {
        FundingGiven.programme(db, "P");
        ProgrammeList list = db.get(ProgrammeList.class);
        assertThat(FundingGiven.officer(db, () -> db.statements(() -> list.page(ListView.all()))))
                .isEqualTo(allowed("ProgrammeList"));
        for (int i = 0; i < 30; i++) {
            FundingGiven.programme(db, "P" + i);
        }
        assertThat(FundingGiven.officer(db, () -> db.statements(() -> list.page(ListView.all()))))
                .isEqualTo(allowed("ProgrammeList.full"));
        db.sql("UPDATE programme_rule SET verified = FALSE");
        assertThat(FundingGiven.officer(db, () -> list.page(ListView.all())).rows()).hasSize(30).first()
                .satisfies(r -> assertThat(r.unverified()).isEqualTo(r.rules()).isEqualTo(7));
    }

    private static int allowed(String list) {
        return Integer.parseInt(ResourceBundle.getBundle("statement-budgets").getString(list));
    }

    private static String value(Db db, Long id, RuleKind kind, Category category, LocalDate day) {
        ProgrammeQueries.Rule rule = db.get(ProgrammeQueries.class).rule(kind, id, category, day);
        return rule == null ? null : rule.value();
    }

    private static ProgrammeQueries.View view(Db db, Long id) {
        return FundingGiven.officer(db, () -> db.get(ProgrammeQueries.class).view(id));
    }

    private static void set(Db db, Programmes.SetCeiling cmd) {
        FundingGiven.officer(db, () -> {
            db.get(Programmes.class).setCeiling(cmd);
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
