package de.schulpakt.funding.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofContent;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions of a decided application: sent, decided, bound, put right, shown side by side. */
@DbTest
class RevisionsDbTest {
    private Long authority;
    private Long school;
    private Long programme;
    private Long application;
    private Long lan;
    private Long wlan;

    @BeforeEach
    void aDecidedApplication(Db db) {
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 10_000_00);
        application = FundingGiven.application(db, programme, authority);
        Long annex = FundingGiven.annex(db, application, school);
        lan = FundingGiven.position(db, application, annex, Category.LAN, 4_000_00);
        wlan = FundingGiven.position(db, application, annex, Category.WLAN, 6_000_00);
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
    }

    @AfterEach
    void theLedgerIsTrue(Db db) {
        db.checks();
    }

    @Test
    void an_amendment_moves_between_positions_and_the_later_decision_binds(Db db) {
        Long revision = begun(db, RevisionKind.AMENDMENT);
        write(db, revision, wlan, 5_000_00, "Weniger Räume");
        write(db, revision, lan, 5_000_00, "Mehr Dosen");
        submit(db, revision);
        assertThat(view(db, revision)).extracting(RevisionQueries.View::state, RevisionQueries.View::edition, RevisionQueries.View::binds)
                .containsExactly(RevisionState.SUBMITTED, 2, false);
        assertThat(allotted(db, lan)).as("nothing moves before the decision").isEqualTo(4_000_00);
        decide(db, revision, Map.of(wlan, 5_000_00L, lan, 5_000_00L));
        assertThat(view(db, revision)).satisfies(v -> {
            assertThat(v.state()).isEqualTo(RevisionState.APPROVED);
            assertThat(v.binds()).isTrue();
            assertThat(v.terms()).isEqualTo("ANBest-P");
            assertThat(v.actions()).containsExactly(RevisionAction.UNDO);
        });
        assertThat(List.of(allotted(db, lan), allotted(db, wlan))).containsExactly(5_000_00L, 5_000_00L);
        assertThat(FundingGiven.view(db, application).approvedCents()).isEqualTo(10_000_00);
        FundingGiven.officer(db, () -> {
            assertThat(db.get(ProofQueries.class).today(application).positions()).extracting(ProofContent.Position::approvedCents).containsExactly(5_000_00L, 5_000_00L);
            assertThat(db.get(BudgetQueries.class).postings(budget(db, lan), PageRequest.first()).rows()).extracting(l -> l.cause().no())
                    .as("the ledger names the version").first().asString().startsWith("C-");
            return null;
        });
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            PdfCheck.conforms(FundingGiven.officer(db, () -> db.get(PrintQueries.class).print("revision", revision, null, locale)).bytes());
        }
    }

    @Test
    void a_supplement_counts_against_the_ceiling_from_the_day_it_is_sent(Db db) {
        Long other = SchoolGiven.school(db, authority, "Hilda-Gymnasium");
        Long revision = begun(db, RevisionKind.SUPPLEMENT);
        fresh(db, revision, other, Category.DISPLAY, 1_000_00);
        write(db, revision, lan, 4_112_00, "Preise");
        // 11,112 of eligible expenditure are 10,000.80 of grant money
        refused("application.over_ceiling", () -> submit(db, revision));
        write(db, revision, lan, 4_100_00, "Preise");
        submit(db, revision);
        Long second = begun(db, RevisionKind.SUPPLEMENT);
        write(db, second, wlan, 6_100_00, "Noch mehr");
        refused("application.over_ceiling", () -> submit(db, second));
        decide(db, revision, Map.of(lan, 4_000_00L, -1L, 500_00L));
        assertThat(view(db, revision).state()).isEqualTo(RevisionState.PARTLY_APPROVED);
        ApplicationQueries.View now = FundingGiven.view(db, application);
        assertThat(now.approvedCents()).isEqualTo(10_500_00);
        assertThat(now.annexes()).extracting(ApplicationQueries.AnnexView::school).containsExactly("Görres-Gymnasium", "Hilda-Gymnasium");
        assertThat(now.annexes().get(1).positions()).singleElement().satisfies(p -> {
            assertThat(p.approvedCents()).isEqualTo(500_00);
            assertThat(p.availableCents()).isEqualTo(500_00);
        });
        submit(db, second);
        assertThat(view(db, second).edition()).isEqualTo(3);
    }

    @Test
    void what_a_supplement_asked_for_is_free_again_when_it_is_withdrawn_or_rejected(Db db) {
        Long revision = begun(db, RevisionKind.SUPPLEMENT);
        write(db, revision, lan, 5_000_00, "Mehr");
        submit(db, revision);
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).withdraw(revision, new Revisions.Withdraw(version(db, revision), "Doch nicht"));
            return null;
        });
        Long second = begun(db, RevisionKind.SUPPLEMENT);
        write(db, second, lan, 5_000_00, "Mehr");
        submit(db, second);
        refused("revision.reason_missing", () -> decide(db, second, Map.of(lan, 4_000_00L), null));
        decide(db, second, Map.of(lan, 4_000_00L), "Mittel erschöpft");
        assertThat(view(db, second)).extracting(RevisionQueries.View::state, RevisionQueries.View::binds).containsExactly(RevisionState.REJECTED, false);
        assertThat(allotted(db, lan)).isEqualTo(4_000_00);
        Long third = begun(db, RevisionKind.SUPPLEMENT);
        write(db, third, lan, 5_000_00, "Mehr");
        submit(db, third);
    }

    @Test
    void two_supplements_a_year_where_a_verified_rule_says_so(Db db) {
        FundingGiven.rule(db, programme, RuleKind.SUPPLEMENTS_PER_YEAR, null, "1");
        Long first = begun(db, RevisionKind.SUPPLEMENT);
        write(db, first, lan, 4_010_00, "Mehr");
        submit(db, first);
        Long second = begun(db, RevisionKind.SUPPLEMENT);
        write(db, second, wlan, 6_010_00, "Mehr");
        refused("revision.too_often", () -> submit(db, second));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'SUPPLEMENTS_PER_YEAR'");
        submit(db, second);
        assertThat(view(db, second).timeline().get(0).facts()).as("an unverified rule warns").hasSizeGreaterThan(2);
    }

    @Test
    void a_reduction_below_what_is_bound_shows_what_holds_the_money_and_waits_until_it_is_free(Db db) {
        Long reserved = FundingGiven.officer(db, () -> db.tx(() -> {
            return db.get(Budgets.class).reserve(budget(db, lan), Money.of(3_500_00), "request_item:4711", null);
        }));
        Long revision = begun(db, RevisionKind.REVOCATION);
        write(db, revision, lan, 3_000_00, "Kürzung");
        assertThat(FundingGiven.officer(db, () -> db.get(RevisionQueries.class).obstacles(revision))).singleElement().satisfies(o -> {
            assertThat(o).extracting(RevisionQueries.Obstacle::neededCents, RevisionQueries.Obstacle::freeCents, RevisionQueries.Obstacle::missingCents)
                    .containsExactly(1_000_00L, 500_00L, 500_00L);
            assertThat(o.open()).singleElement().satisfies(l -> assertThat(l.id()).isEqualTo(reserved));
        });
        refused("budget.not_enough", () -> revoke(db, revision, null));
        assertThat(view(db, revision).state()).isEqualTo(RevisionState.DRAFT);
        FundingGiven.officer(db, () -> db.tx(() -> {
            db.get(Budgets.class).release(reserved, "request_item:4711", "frei");
            return null;
        }));
        assertThat(FundingGiven.officer(db, () -> db.get(RevisionQueries.class).obstacles(revision))).isEmpty();
        revoke(db, revision, null);
        assertThat(view(db, revision)).extracting(RevisionQueries.View::state, RevisionQueries.View::edition).containsExactly(RevisionState.REVOKED, 2);
        assertThat(allotted(db, lan)).isEqualTo(3_000_00);
        assertThat(FundingGiven.view(db, application).annexes().get(0).positions().get(0).appliedCents()).as("what was applied for stays").isEqualTo(4_000_00);
    }

    @Test
    void no_more_is_drawn_than_is_granted_afterwards(Db db) {
        db.sql("INSERT INTO drawdown (no, application_id, authority_id, state, planned, eligible_cents, grant_cents, created_at)"
                + " VALUES ('M-1', ?, ?, 'REQUESTED', TRUE, 0, 850000, NOW(6))", application, authority);
        db.sql("INSERT INTO drawdown_line (drawdown_id, budget_id, eligible_cents, grant_cents, live) SELECT MAX(id), ?, 0, 850000, 1 FROM drawdown", budget(db, lan));
        Long revision = begun(db, RevisionKind.REVOCATION);
        write(db, revision, wlan, 5_000_00, "Kürzung");
        // 9,000 of eligible expenditure are 8,100 of grant money
        refused("revision.drawn_above", () -> revoke(db, revision, null));
        write(db, revision, wlan, 5_500_00, "Kürzung");
        revoke(db, revision, null);
        assertThat(allotted(db, wlan)).isEqualTo(5_500_00);
    }

    @Test
    void a_decision_is_put_right_the_latest_first(Db db) {
        Long first = begun(db, RevisionKind.WITHDRAWAL);
        write(db, first, lan, 0, "Nicht gebraucht");
        submit(db, first);
        LocalDate until = FundingGiven.END.minusYears(1);
        decide(db, first, Map.of(lan, 0L), null, until);
        assertThat(FundingGiven.view(db, application).periodTo()).isEqualTo(until);
        Long second = begun(db, RevisionKind.SUPPLEMENT);
        Long hilda = SchoolGiven.school(db, authority, "Hilda-Gymnasium");
        fresh(db, second, hilda, Category.LAN, 300_00);
        submit(db, second);
        decide(db, second, Map.of(-1L, 300_00L));
        refused("revision.later_binds", () -> undo(db, first));
        undo(db, second);
        assertThat(FundingGiven.view(db, application).approvedCents()).isEqualTo(6_000_00);
        undo(db, first);
        assertThat(FundingGiven.view(db, application)).satisfies(v -> {
            assertThat(v.approvedCents()).isEqualTo(10_000_00);
            assertThat(v.periodTo()).isEqualTo(FundingGiven.END);
        });
        assertThat(allotted(db, lan)).isEqualTo(4_000_00);
        assertThatThrownBy(() -> undo(db, first)).isInstanceOf(Refused.class);
    }

    @Test
    void what_was_given_up_comes_back_only_while_nobody_else_has_asked_for_it(Db db) {
        Long given = begun(db, RevisionKind.WITHDRAWAL);
        write(db, given, lan, 0, "Nicht gebraucht");
        submit(db, given);
        decide(db, given, Map.of(lan, 0L));
        Long other = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, other, FundingGiven.annex(db, other, school), Category.LAN, 5_000_00);
        FundingGiven.submit(db, other);
        refused("application.over_ceiling", () -> undo(db, given));
        assertThat(view(db, given).binds()).isTrue();
    }

    @Test
    void a_notice_is_noted_and_changes_nothing(Db db) {
        Long notice = begun(db, RevisionKind.NOTICE);
        submit(db, notice);
        refused("revision.only_noted", () -> decide(db, notice, Map.of()));
        FundingGiven.deputy(db, () -> {
            db.get(Revisions.class).note(notice, new Revisions.Note(version(db, notice), null, today(db), "gelesen"));
            return null;
        });
        assertThat(view(db, notice)).extracting(RevisionQueries.View::state, RevisionQueries.View::binds).containsExactly(RevisionState.NOTED, false);
        assertThat(FundingGiven.officer(db, () -> db.get(RevisionQueries.class).sent(notice))).satisfies(c -> {
            assertThat(c.edition()).isEqualTo(2);
            assertThat(c.lines()).isEmpty();
        });
    }

    @Test
    void each_kind_asks_for_what_it_is_for(Db db) {
        Long amendment = begun(db, RevisionKind.AMENDMENT);
        refused("revision.no_line", () -> submit(db, amendment));
        refused("revision.position_incomplete", () -> FundingGiven.officer(db, () -> {
            db.get(Revisions.class).write(amendment, new Revisions.Write(version(db, amendment), null, school, Category.DISPLAY, null, 1L, "x"));
            return null;
        }));
        refused("revision.nothing_new", () -> fresh(db, amendment, school, Category.DISPLAY, 0));
        write(db, amendment, lan, 4_000_01, "Mehr");
        refused("revision.amendment_raises", () -> submit(db, amendment));
        Long supplement = begun(db, RevisionKind.SUPPLEMENT);
        write(db, supplement, lan, 3_999_99, "Weniger");
        refused("revision.supplement_raises_nothing", () -> submit(db, supplement));
        Long withdrawal = begun(db, RevisionKind.WITHDRAWAL);
        refused("revision.only_less", () -> write(db, withdrawal, lan, 4_000_01, "Mehr"));
        write(db, withdrawal, lan, 3_000_00, "Weniger");
        refused("revision.not_from_above", () -> revoke(db, withdrawal, null));
        Long revocation = begun(db, RevisionKind.REVOCATION);
        write(db, revocation, lan, 3_000_00, "Weniger");
        refused("revision.from_above", () -> submit(db, revocation));
        Long draft = FundingGiven.application(db, programme, authority);
        refused("revision.not_decided", () -> FundingGiven.officer(db, () -> db.get(Revisions.class).create(new Revisions.Create(draft, RevisionKind.NOTICE, "x", null))));
        submit(db, withdrawal);
        refused("revision.to_be_decided", () -> FundingGiven.deputy(db, () -> {
            db.get(Revisions.class).note(withdrawal, new Revisions.Note(version(db, withdrawal), null, today(db), null));
            return null;
        }));
    }

    @Test
    void a_decision_lies_between_what_stood_there_and_what_was_asked_for(Db db) {
        Long revision = begun(db, RevisionKind.AMENDMENT);
        write(db, revision, lan, 5_000_00, "Mehr");
        write(db, revision, wlan, 5_000_00, "Weniger");
        submit(db, revision);
        refused("revision.decision_incomplete", () -> decide(db, revision, Map.of(lan, 5_000_00L)));
        refused("revision.decided_outside", () -> decide(db, revision, Map.of(lan, 5_000_01L, wlan, 5_000_00L)));
        refused("revision.decided_raises", () -> decide(db, revision, Map.of(lan, 5_000_00L, wlan, 5_500_00L)));
        refused("application.decided_in_future", () -> decideOn(db, revision, Map.of(lan, 5_000_00L, wlan, 5_000_00L), today(db).plusDays(1)));
        refused("revision.decided_before_sent", () -> decideOn(db, revision, Map.of(lan, 5_000_00L, wlan, 5_000_00L), today(db).minusDays(1)));
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> {
            db.get(Revisions.class).decide(revision, command(db, revision, Map.of(lan, 5_000_00L, wlan, 5_000_00L), today(db), null, null));
            return null;
        })).as("who sent it does not decide it").isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("duty.apart"));
        Revisions.Decide stale = FundingGiven.officer(db, () -> command(db, revision, Map.of(lan, 4_500_00L, wlan, 5_000_00L), today(db), null, null));
        decide(db, revision, Map.of(lan, 4_500_00L, wlan, 5_500_00L));
        assertThatThrownBy(() -> FundingGiven.deputy(db, () -> {
            db.get(Revisions.class).decide(revision, stale);
            return null;
        })).as("a second time").isInstanceOf(Conflict.class);
        assertThat(List.of(allotted(db, lan), allotted(db, wlan))).containsExactly(4_500_00L, 5_500_00L);
    }

    @Test
    void a_revocation_in_between_is_what_a_later_decision_starts_from(Db db) {
        Long supplement = begun(db, RevisionKind.SUPPLEMENT);
        write(db, supplement, lan, 4_500_00, "Mehr");
        submit(db, supplement);
        Long revocation = begun(db, RevisionKind.REVOCATION);
        write(db, revocation, lan, 3_000_00, "Kürzung");
        revoke(db, revocation, null);
        refused("revision.decided_raises", () -> decide(db, supplement, Map.of(lan, 3_500_01L)));
        decide(db, supplement, Map.of(lan, 3_500_00L));
        assertThat(view(db, supplement).lines().get(0).fromCents()).isEqualTo(3_000_00);
        assertThat(allotted(db, lan)).as("no more on top than was asked for").isEqualTo(3_500_00);
        undo(db, supplement);
        assertThat(allotted(db, lan)).isEqualTo(3_000_00);
    }

    @Test
    void what_is_given_up_does_not_come_back_with_it_when_more_was_taken_back_in_between(Db db) {
        Long given = begun(db, RevisionKind.WITHDRAWAL);
        write(db, given, lan, 3_000_00, "Weniger");
        submit(db, given);
        Long revocation = begun(db, RevisionKind.REVOCATION);
        write(db, revocation, lan, 2_000_00, "Kürzung");
        revoke(db, revocation, null);
        refused("revision.only_less", () -> decide(db, given, Map.of(lan, 3_000_00L)));
        decide(db, given, Map.of(lan, 2_000_00L), "Überholt");
        assertThat(view(db, given).state()).isEqualTo(RevisionState.REJECTED);
        assertThat(allotted(db, lan)).isEqualTo(2_000_00);
    }

    @Test
    void mobile_devices_of_all_versions_count_together_when_they_are_sent_and_again_when_they_are_decided(Db db) {
        FundingGiven.rule(db, programme, RuleKind.MOBILE_CAP_CENTS, null, "100000");
        Long first = begun(db, RevisionKind.SUPPLEMENT);
        fresh(db, first, school, Category.MOBILE_DEVICE, 600_00);
        submit(db, first);
        Long second = begun(db, RevisionKind.SUPPLEMENT);
        fresh(db, second, school, Category.MOBILE_DEVICE, 400_01);
        refused("application.mobile_cap", () -> submit(db, second));
        Long other = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, other, FundingGiven.annex(db, other, school), Category.MOBILE_DEVICE, 400_01);
        FundingGiven.submit(db, other);
        refused("application.mobile_cap", () -> decide(db, first, Map.of(-1L, 600_00L)));
        decide(db, first, Map.of(-1L, 599_99L));
        refused("application.mobile_cap", () -> submit(db, second));
    }

    @Test
    void the_last_day_for_applications_binds_who_asks_for_more_and_not_who_moves_or_puts_right(Db db) {
        Long given = begun(db, RevisionKind.WITHDRAWAL);
        write(db, given, lan, 3_000_00, "Weniger");
        submit(db, given);
        decide(db, given, Map.of(lan, 3_000_00L));
        Long sent = begun(db, RevisionKind.SUPPLEMENT);
        write(db, sent, wlan, 6_100_00, "Mehr");
        submit(db, sent);
        FundingGiven.rule(db, programme, RuleKind.APPLY_UNTIL, null, today(db).minusDays(1).toString());
        Long supplement = begun(db, RevisionKind.SUPPLEMENT);
        write(db, supplement, lan, 3_500_00, "Mehr");
        refused("application.too_late", () -> submit(db, supplement));
        Long moved = begun(db, RevisionKind.AMENDMENT);
        write(db, moved, lan, 3_100_00, "Mehr Dosen");
        write(db, moved, wlan, 5_900_00, "Weniger Räume");
        submit(db, moved);
        decide(db, sent, Map.of(wlan, 6_100_00L));
        undo(db, sent);
        undo(db, given);
        assertThat(List.of(allotted(db, lan), allotted(db, wlan))).containsExactly(4_000_00L, 6_000_00L);
    }

    @Test
    void other_words_are_rejected_although_no_amount_says_so(Db db) {
        Long revision = begun(db, RevisionKind.AMENDMENT);
        describe(db, revision, lan, "Glasfaser", 4_000_00);
        submit(db, revision);
        refused("revision.reason_missing", () -> reject(db, revision, Map.of(lan, 4_000_00L), null));
        reject(db, revision, Map.of(lan, 4_000_00L), "Nicht förderfähig");
        assertThat(view(db, revision).state()).isEqualTo(RevisionState.REJECTED);
        assertThat(described(db, 0)).isEqualTo("Ausstattung");
        Long again = begun(db, RevisionKind.AMENDMENT);
        describe(db, again, lan, "Glasfaser", 3_000_00);
        submit(db, again);
        refused("revision.rejected_changes", () -> reject(db, again, Map.of(lan, 3_000_00L), "Nein"));
        decide(db, again, Map.of(lan, 3_000_00L));
        assertThat(described(db, 0)).isEqualTo("Glasfaser");
    }

    @Test
    void a_line_that_was_refused_changes_neither_words_nor_what_was_applied_for(Db db) {
        Long revision = begun(db, RevisionKind.AMENDMENT);
        describe(db, revision, lan, "Glasfaser", 5_000_00);
        describe(db, revision, wlan, "Weniger Räume", 5_000_00);
        submit(db, revision);
        decide(db, revision, Map.of(lan, 4_000_00L, wlan, 5_000_00L));
        assertThat(view(db, revision).state()).isEqualTo(RevisionState.PARTLY_APPROVED);
        assertThat(List.of(described(db, 0), described(db, 1))).containsExactly("Ausstattung", "Weniger Räume");
        assertThat(FundingGiven.view(db, application).annexes().get(0).positions().get(0).appliedCents()).isEqualTo(4_000_00);
    }

    @Test
    void of_two_supplements_at_once_the_second_counts_the_first(Db db) throws Exception {
        FundingGiven.rule(db, programme, RuleKind.SUPPLEMENTS_PER_YEAR, null, "1");
        Long other = FundingGiven.application(db, programme, authority);
        Long display = FundingGiven.position(db, other, FundingGiven.annex(db, other, school), Category.DISPLAY, 500_00);
        FundingGiven.submit(db, other);
        FundingGiven.approve(db, other);
        Long first = begun(db, RevisionKind.SUPPLEMENT);
        write(db, first, lan, 4_010_00, "Mehr");
        Long second = FundingGiven.officer(db, () -> db.get(Revisions.class).create(new Revisions.Create(other, RevisionKind.SUPPLEMENT, "Weil es sein muss", null)));
        write(db, second, display, 510_00, "Mehr");
        Revisions.Submit later = new Revisions.Submit(version(db, second), null);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<?> waits = FundingGiven.officer(db, () -> db.tx(() -> {
                db.get(Revisions.class).submit(first, new Revisions.Submit(version(db, first), null));
                Future<?> started = one.submit(() -> db.request(() -> FundingGiven.officer(db, () -> {
                    db.get(Revisions.class).submit(second, later);
                    return null;
                })));
                for (int i = 0; i < 100 && db.number("SELECT count(*) FROM information_schema.processlist WHERE info LIKE '%programme_ceiling%FOR UPDATE%' AND id <> connection_id()") == 0; i++) {
                    Thread.sleep(50);
                }
                return started;
            }));
            assertThatThrownBy(waits::get).hasCauseInstanceOf(Refused.class).satisfies(e -> assertThat(((Refused) e.getCause()).code()).isEqualTo("revision.too_often"));
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void versions_stand_side_by_side(Db db) {
        Long first = begun(db, RevisionKind.AMENDMENT);
        write(db, first, lan, 5_000_00, "Mehr");
        write(db, first, wlan, 5_000_00, "Weniger");
        submit(db, first);
        decide(db, first, Map.of(lan, 5_000_00L, wlan, 5_000_00L));
        Long second = begun(db, RevisionKind.SUPPLEMENT);
        fresh(db, second, school, Category.DISPLAY, 700_00);
        submit(db, second);
        FundingGiven.officer(db, () -> {
            VersionQueries versions = db.get(VersionQueries.class);
            assertThat(versions.versions(application)).extracting(VersionQueries.Version::edition, VersionQueries.Version::askedCents, VersionQueries.Version::grantedCents,
                    VersionQueries.Version::binds, VersionQueries.Version::superseded).containsExactly(org.assertj.core.groups.Tuple.tuple(1, 10_000_00L, 10_000_00L, false, true),
                    org.assertj.core.groups.Tuple.tuple(2, 10_000_00L, 10_000_00L, true, false), org.assertj.core.groups.Tuple.tuple(3, 10_700_00L, null, false, false));
            assertThat(versions.compare(application, 1, 2)).satisfies(c -> {
                assertThat(c.rows()).extracting(r -> r.left().grantedCents(), r -> r.right().grantedCents(), VersionQueries.Row::changed)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(4_000_00L, 5_000_00L, true), org.assertj.core.groups.Tuple.tuple(6_000_00L, 5_000_00L, true));
                assertThat(c.fields()).filteredOn(VersionQueries.Field::changed).extracting(VersionQueries.Field::name).containsExactly("reference", "terms");
            });
            assertThat(versions.compare(application, null, null)).satisfies(c -> {
                assertThat(c.left().edition()).isEqualTo(2);
                assertThat(c.rows()).hasSize(3);
                assertThat(c.rows().get(2)).satisfies(r -> {
                    assertThat(r.left()).isNull();
                    assertThat(r.right().askedCents()).isEqualTo(700_00);
                });
                assertThat(c.rows()).filteredOn(VersionQueries.Row::changed).hasSize(1);
            });
            assertThatThrownBy(() -> versions.compare(application, 1, 9)).isInstanceOf(NotFound.class);
            return null;
        });
        decide(db, second, Map.of(-1L, 700_00L));
        undo(db, second);
        FundingGiven.officer(db, () -> {
            assertThat(db.get(VersionQueries.class).compare(application, 1, 2).rows()).as("what was undone was in no version before it").hasSize(2);
            return null;
        });
    }

    @Test
    void a_new_position_says_how_many_at_which_price_and_when(Db db) {
        Long supplement = begun(db, RevisionKind.SUPPLEMENT);
        LocalDate from = LocalDate.of(2026, 3, 1);
        Revisions.Extent seven = new Revisions.Extent(7, 100_00L, from, from.plusDays(60));
        FundingGiven.officer(db, () -> {
            Revisions revisions = db.get(Revisions.class);
            refused("revision.extent_of_new", () -> revisions.write(supplement, new Revisions.Write(version(db, supplement), lan, null, null, null, 1L, "x", seven)));
            refused("position.measure_ends_before", () -> revisions.write(supplement, new Revisions.Write(version(db, supplement), null, school, Category.DISPLAY, "Tafeln", null,
                    "Fehlen", new Revisions.Extent(7, 100_00L, from, from.minusDays(1)))));
            refused("position.unit_incomplete", () -> revisions.write(supplement, new Revisions.Write(version(db, supplement), null, school, Category.DISPLAY, "Tafeln", null,
                    "Fehlen", new Revisions.Extent(7, null, null, null))));
            refused("position.amount_missing", () -> revisions.write(supplement, new Revisions.Write(version(db, supplement), null, school, Category.DISPLAY, "Tafeln", null, "Fehlen")));
            revisions.write(supplement, new Revisions.Write(version(db, supplement), null, school, Category.DISPLAY, "Tafeln", null, "Fehlen", seven));
            return null;
        });
        assertThat(view(db, supplement).lines()).singleElement().satisfies(l -> {
            assertThat(l.toCents()).isEqualTo(700_00);
            assertThat(l.quantity()).isEqualTo(7);
            assertThat(l.measureTo()).isEqualTo(from.plusDays(60));
        });
        submit(db, supplement);
        assertThat(db.number("select count(*) from revision where id = ? and content like '%\"quantity\":7,\"unitCents\":10000,%'", supplement)).as("what was sent").isEqualTo(1);
        decide(db, supplement, Map.of(-1L, 700_00L));
        assertThat(db.sql("select quantity, unit_cents, measure_from_on from funding_position where category = 'DISPLAY' and applied_cents = 70000")).singleElement().satisfies(row -> {
            assertThat(((Number) row.get("quantity")).intValue()).isEqualTo(7);
            assertThat(((Number) row.get("unit_cents")).longValue()).isEqualTo(100_00);
            assertThat(String.valueOf(row.get("measure_from_on"))).isEqualTo("2026-03-01");
        });
    }

    @Test
    void a_line_is_replaced_and_taken_out(Db db) {
        Long revision = begun(db, RevisionKind.AMENDMENT);
        write(db, revision, lan, 3_000_00, "Weniger");
        write(db, revision, lan, 3_500_00, "Doch etwas mehr");
        assertThat(view(db, revision).lines()).singleElement().satisfies(l -> assertThat(l.toCents()).isEqualTo(3_500_00));
        Long line = view(db, revision).lines().get(0).id();
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).dropLine(revision, new Revisions.DropLine(version(db, revision), line));
            return null;
        });
        assertThat(view(db, revision).lines()).isEmpty();
        Long stranger = FundingGiven.position(db, FundingGiven.application(db, programme, authority), foreignAnnex(db), Category.LAN, 1_00);
        assertThatThrownBy(() -> write(db, revision, stranger, 1_00, "fremd")).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_does_not_see_the_application_sees_no_version_of_it(Db db) {
        Long revision = begun(db, RevisionKind.NOTICE);
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(RevisionQueries.class).view(revision))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(VersionQueries.class).versions(application))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_decision_names_its_terms_with_their_version(Db db) {
        assertThat(FundingGiven.view(db, application).terms()).isNull();
        FundingGiven.deputy(db, () -> {
            db.get(Applications.class).nameTerms(application, new Applications.NameTerms(FundingGiven.version(db, application), "ANBest-P", "2019-06"));
            return null;
        });
        assertThat(FundingGiven.view(db, application)).satisfies(v -> {
            assertThat(v.state()).isEqualTo(ApplicationState.APPROVED);
            assertThat(v.termsVersion()).isEqualTo("2019-06");
        });
        Long revision = begun(db, RevisionKind.REVOCATION);
        write(db, revision, lan, 3_000_00, "Kürzung");
        refused("application.terms_unnamed", () -> FundingGiven.officer(db, () -> {
            db.get(Revisions.class).revoke(revision, new Revisions.Revoke(version(db, revision), "ISB-9", today(db), null, null, "2019-06"));
            return null;
        }));
    }

    private Long foreignAnnex(Db db) {
        return FundingGiven.annex(db, db.number("SELECT MAX(id) FROM application"), school);
    }

    @Test
    void a_version_raises_no_position_above_its_lump_sum(Db db) {
        FundingGiven.rule(db, programme, RuleKind.LUMP_SUM_CENTS, Category.LAN, "20000");
        db.sql("UPDATE funding_position SET quantity = 20, unit_cents = 20000 WHERE id = ?", lan);
        Long revision = begun(db, RevisionKind.AMENDMENT);
        write(db, revision, lan, 4_000_01, "Teurer geworden");
        write(db, revision, wlan, 5_999_99, "Dafür weniger");
        refused("revision.over_lump_sum", () -> submit(db, revision));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'LUMP_SUM_CENTS'");
        submit(db, revision);
        assertThat(view(db, revision).timeline().get(0).facts()).extracting(f -> f.key()).contains("revision.over_lump_sum", "funding.warns");
        db.sql("UPDATE programme_rule SET verified = TRUE WHERE kind = 'LUMP_SUM_CENTS'");
        refused("revision.over_lump_sum", () -> decide(db, revision, Map.of(lan, 4_000_01L, wlan, 5_999_99L)));
        decide(db, revision, Map.of(lan, 4_000_00L, wlan, 5_999_99L));
        assertThat(allotted(db, lan)).isEqualTo(4_000_00);
        Long supplement = begun(db, RevisionKind.SUPPLEMENT);
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).write(supplement, new Revisions.Write(version(db, supplement), null, school, Category.LAN, "Dosen im Anbau", null, "Fehlt noch",
                    new Revisions.Extent(2, 20_001L, null, null)));
            return null;
        });
        refused("revision.over_lump_sum", () -> submit(db, supplement));
        db.clean();
    }

    private Long begun(Db db, RevisionKind kind) {
        return FundingGiven.officer(db, () -> db.get(Revisions.class).create(new Revisions.Create(application, kind, "Weil es sein muss", null)));
    }

    private static void write(Db db, Long revision, Long position, long to, String why) {
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).write(revision, new Revisions.Write(version(db, revision), position, null, null, null, to, why));
            return null;
        });
    }

    private static void describe(Db db, Long revision, Long position, String words, long to) {
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).write(revision, new Revisions.Write(version(db, revision), position, null, null, words, to, "Anderes"));
            return null;
        });
    }

    private String described(Db db, int position) {
        return FundingGiven.view(db, application).annexes().get(0).positions().get(position).description();
    }

    private static void reject(Db db, Long revision, Map<Long, Long> decided, String reason) {
        FundingGiven.deputy(db, () -> {
            Revisions.Decide c = command(db, revision, decided, today(db), null, reason);
            db.get(Revisions.class).decide(revision, new Revisions.Decide(c.version(), c.reference(), c.decidedOn(), null, null, null, c.lines(), reason, true));
            return null;
        });
    }

    private static void fresh(Db db, Long revision, Long school, Category category, long to) {
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).write(revision, new Revisions.Write(version(db, revision), null, school, category, "Neu", to, "Fehlt noch"));
            return null;
        });
    }

    private static void submit(Db db, Long revision) {
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).submit(revision, new Revisions.Submit(version(db, revision), null));
            return null;
        });
    }

    private static void decide(Db db, Long revision, Map<Long, Long> decided) {
        decide(db, revision, decided, null);
    }

    private static void decide(Db db, Long revision, Map<Long, Long> decided, String reason) {
        decide(db, revision, decided, reason, null);
    }

    private static void decide(Db db, Long revision, Map<Long, Long> decided, String reason, LocalDate periodTo) {
        FundingGiven.deputy(db, () -> {
            db.get(Revisions.class).decide(revision, command(db, revision, decided, today(db), periodTo, reason));
            return null;
        });
    }

    private static void decideOn(Db db, Long revision, Map<Long, Long> decided, LocalDate on) {
        FundingGiven.deputy(db, () -> {
            db.get(Revisions.class).decide(revision, command(db, revision, decided, on, null, null));
            return null;
        });
    }

    /** By position; -1 stands for the new one. */
    private static Revisions.Decide command(Db db, Long revision, Map<Long, Long> decided, LocalDate on, LocalDate periodTo, String reason) {
        RevisionQueries.View view = db.get(RevisionQueries.class).view(revision);
        List<Revisions.Decided> lines = view.lines().stream().filter(l -> decided.containsKey(l.positionId() == null ? -1L : l.positionId()))
                .map(l -> new Revisions.Decided(l.id(), decided.get(l.positionId() == null ? -1L : l.positionId()))).toList();
        return new Revisions.Decide(view.version(), "ISB-2", on, periodTo, "ANBest-P", "2019-06", lines, reason, null);
    }

    private static void revoke(Db db, Long revision, LocalDate periodTo) {
        FundingGiven.deputy(db, () -> {
            db.get(Revisions.class).revoke(revision, new Revisions.Revoke(version(db, revision), "ISB-3", today(db), periodTo, null, null));
            return null;
        });
    }

    private static void undo(Db db, Long revision) {
        FundingGiven.officer(db, () -> {
            db.get(Revisions.class).undo(revision, new Revisions.Undo(version(db, revision), "Verlesen"));
            return null;
        });
    }

    private static RevisionQueries.View view(Db db, Long revision) {
        return FundingGiven.officer(db, () -> db.get(RevisionQueries.class).view(revision));
    }

    private static Integer version(Db db, Long revision) {
        return (int) db.number("SELECT version FROM revision WHERE id = ?", revision);
    }

    private static LocalDate today(Db db) {
        return db.get(Clock.class).today();
    }

    private static Long budget(Db db, Long position) {
        return db.number("SELECT id FROM budget WHERE position_id = ?", position);
    }

    private static long allotted(Db db, Long position) {
        return db.number("SELECT allotted_cents FROM budget WHERE position_id = ?", position);
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
