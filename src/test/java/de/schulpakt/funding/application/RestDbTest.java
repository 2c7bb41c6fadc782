package de.schulpakt.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.ledger.OwnMoneyList;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofContent;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.funding.transfer.TransferQueries;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a decision granted to the authority and no position has: a budget that pays nothing and is distributed. */
@DbTest
class RestDbTest {
    private Long authority;
    private Long programme;
    private Long application;

    @BeforeEach
    void anApplication(Db db) {
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 9_000_00);
        application = FundingGiven.application(db, programme, authority);
        Long annex = FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Görres-Gymnasium"));
        FundingGiven.position(db, application, annex, Category.WLAN, 6_000_00);
        FundingGiven.position(db, application, annex, Category.LAN, 4_000_00);
        FundingGiven.submit(db, application);
    }

    @AfterEach
    void theLedgerIsTrue(Db db) {
        db.checks();
    }

    @Test
    void a_decision_grants_a_rest_that_counts_like_a_position(Db db) {
        decide(db, 5_000_00, 3_000_00, 1_000_00L);
        ApplicationQueries.View view = FundingGiven.view(db, application);
        assertThat(view.state()).isEqualTo(ApplicationState.PARTLY_APPROVED);
        assertThat(view.approvedCents()).isEqualTo(9_000_00);
        assertThat(view.grantCents()).isEqualTo(8_100_00);
        assertThat(view.rest()).extracting(ApplicationQueries.Rest::grantedCents, ApplicationQueries.Rest::availableCents).containsExactly(1_000_00L, 1_000_00L);
        FundingGiven.officer(db, () -> {
            assertThat(db.get(ApplicationList.class).page(ListView.all()).rows()).extracting(ApplicationQueries.Row::approvedCents).containsExactly(9_000_00L);
            assertThat(db.get(UsageQueries.class).totals(programme, authority)).extracting(UsageQueries.Totals::approvedCents, UsageQueries.Totals::freeCents)
                    .containsExactly(9_000_00L, 9_000_00L);
            assertThat(db.get(OwnMoneyList.class).page(ListView.all()).rows()).as("it is no own money").isEmpty();
            BudgetQueries.View budget = db.get(BudgetQueries.class).view(view.rest().budgetId());
            assertThat(budget.rest()).isTrue();
            assertThat(budget.actions()).isEmpty();
            assertThat(db.get(BudgetQueries.class).postings(view.rest().budgetId(), PageRequest.first()).rows()).singleElement()
                    .satisfies(l -> assertThat(l.cause().id()).isEqualTo(application));
            assertThat(db.get(de.schulpakt.overview.money.UsageQueries.class).usage(programme, null)).extracting(v -> v.restCents(), v -> v.approvedCents())
                    .as("beside the sums of the positions").containsExactly(1_000_00L, 8_000_00L);
            ProofContent proof = db.get(ProofQueries.class).today(application);
            assertThat(proof.financing()).extracting(ProofContent.Financing::approvedCents, ProofContent.Financing::restCents, ProofContent.Financing::awardCents)
                    .containsExactly(9_000_00L, 1_000_00L, 8_100_00L);
            return null;
        });
    }

    @Test
    void more_than_the_positions_were_not_given_is_refused_and_a_rest_alone_has_nobody_to_go_to(Db db) {
        refused("application.rest_too_much", () -> decide(db, 5_000_00, 3_000_00, 2_000_01L));
        refused("application.rest_too_much", () -> decide(db, 6_000_00, 4_000_00, 1L));
        assertThat(FundingGiven.view(db, application).state()).isEqualTo(ApplicationState.SUBMITTED);
        refused("application.rest_without_position", () -> decide(db, 0, 0, 500_00L));
        assertThat(FundingGiven.view(db, application).state()).isEqualTo(ApplicationState.SUBMITTED);
        decide(db, 1_00, 0, 499_00L);
        assertThat(FundingGiven.view(db, application)).extracting(ApplicationQueries.View::state, ApplicationQueries.View::approvedCents)
                .containsExactly(ApplicationState.PARTLY_APPROVED, 500_00L);
    }

    @Test
    void it_is_distributed_by_a_pair_with_its_reason_and_taken_back(Db db) {
        FundingGiven.rule(db, programme, RuleKind.TOLERANCE_BP, null, "1000");
        decide(db, 5_000_00, 3_000_00, 1_000_00L);
        Long rest = FundingGiven.view(db, application).rest().budgetId();
        Long lan = budget(db, Category.LAN);
        Long wlan = budget(db, Category.WLAN);
        assertThat(FundingGiven.officer(db, () -> db.get(TransferQueries.class).others(rest))).extracting(TransferQueries.Target::id).containsExactlyInAnyOrder(wlan, lan);
        refused("budget.rest_not_enough", () -> move(db, rest, lan, 1_000_01));
        // 800 of 3,000 are more than the tolerance of ten percent: what was granted is no deviation
        Long transfer = move(db, rest, lan, 800_00);
        assertThat(allotted(db, lan)).isEqualTo(3_800_00);
        assertThat(FundingGiven.view(db, application)).satisfies(v -> {
            assertThat(v.rest().availableCents()).isEqualTo(200_00);
            assertThat(v.approvedCents()).as("distributing grants nothing").isEqualTo(9_000_00);
        });
        refused("transfer.tolerance", () -> move(db, wlan, lan, 380_01));
        Long within = move(db, wlan, lan, 380_00);
        FundingGiven.officer(db, () -> {
            ProofContent proof = db.get(ProofQueries.class).today(application);
            assertThat(proof.positions()).extracting(ProofContent.Position::movedCents).containsExactly(-380_00L, 380_00L);
            assertThat(proof.positions()).extracting(ProofContent.Position::approvedCents).as("with what was distributed").containsExactly(5_000_00L, 3_800_00L);
            assertThat(proof.financing().restCents()).as("what is not distributed").isEqualTo(200_00);
            assertThat(proof.moved()).extracting(ProofContent.Moved::amountCents).containsExactlyInAnyOrder(800_00L, -380_00L, 380_00L);
            assertThat(proof.financing().approvedCents()).isEqualTo(9_000_00);
            return null;
        });
        reverse(db, within);
        reverse(db, transfer);
        FundingGiven.officer(db, () -> {
            ProofContent proof = db.get(ProofQueries.class).today(application);
            assertThat(proof.positions()).extracting(ProofContent.Position::approvedCents).containsExactly(5_000_00L, 3_000_00L);
            assertThat(proof.financing().restCents()).isEqualTo(1_000_00);
            return null;
        });
        assertThat(allotted(db, rest)).isEqualTo(1_000_00);
        assertThat(allotted(db, lan)).isEqualTo(3_000_00);
        assertThat(move(db, lan, rest, 50_00)).as("what a position does not need goes to the rest").isPositive();
        refused("transfer.tolerance", () -> move(db, wlan, lan, 295_01));
        assertThat(move(db, wlan, lan, 295_00)).as("ten percent of the 2,950 that are left of what was approved").isPositive();
    }

    @Test
    void a_proof_measures_a_position_against_what_it_has_of_the_rest_too(Db db) {
        FundingGiven.rule(db, programme, RuleKind.TOLERANCE_BP, null, "0");
        decide(db, 5_000_00, 3_000_00, 1_000_00L);
        Long lan = budget(db, Category.LAN);
        move(db, FundingGiven.view(db, application).rest().budgetId(), lan, 800_00);
        FundingGiven.correct(db, lan, 3_700_00L, "Altfall");
        assertThat(FundingGiven.officer(db, () -> db.get(ProofQueries.class).today(application)).positions()).filteredOn(p -> p.budgetId().equals(lan)).singleElement()
                .extracting(ProofContent.Position::spentCents, ProofContent.Position::deviationCents, ProofContent.Position::answer)
                .containsExactly(3_700_00L, -100_00L, ProofContent.Answer.HOLDS);
    }

    @Test
    void nothing_is_paid_from_it(Db db) {
        decide(db, 5_000_00, 3_000_00, 1_000_00L);
        Long rest = FundingGiven.view(db, application).rest().budgetId();
        refused("budget.rest_pays_nothing", () -> FundingGiven.officer(db, () -> db.tx(() -> {
            return db.get(Budgets.class).reserve(rest, Money.of(1), "request_item:1", null);
        })));
        refused("budget.rest_pays_nothing", () -> FundingGiven.correct(db, rest, 1L, "x"));
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(BudgetQueries.class).view(rest))).isInstanceOf(NotFound.class);
    }

    private void decide(Db db, long wlan, long lan, Long rest) {
        FundingGiven.deputy(db, () -> {
            ApplicationQueries.View view = FundingGiven.view(db, application);
            List<ApplicationQueries.PositionView> positions = view.annexes().get(0).positions();
            db.get(Applications.class).decide(application, new Applications.Decide(view.version(), "ISB-1", db.get(Clock.class).today(), FundingGiven.START, FundingGiven.END,
                    List.of(new Applications.Approved(positions.get(0).id(), wlan), new Applications.Approved(positions.get(1).id(), lan)), null, rest, null, null));
            return null;
        });
    }

    private static Long move(Db db, Long from, Long to, long cents) {
        return FundingGiven.officer(db, () -> db.get(Transfers.class).move(new Transfers.Move(from, to, cents, null, "Verteilung")));
    }

    private static void reverse(Db db, Long transfer) {
        FundingGiven.officer(db, () -> {
            db.get(Transfers.class).reverse(transfer, new Transfers.Reverse(db.get(TransferQueries.class).view(transfer).version(), "zurück"));
            return null;
        });
    }

    private static long allotted(Db db, Long budget) {
        return db.number("SELECT allotted_cents FROM budget WHERE id = ?", budget);
    }

    private static Long budget(Db db, Category category) {
        return db.number("SELECT id FROM budget WHERE category = ?", category.name());
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
