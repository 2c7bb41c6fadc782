package de.schulpakt.inventory.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.terms.Terms;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.paper.print.SignatureQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is claimed for damage and loss is paid or waived, can be put right, and names nobody in its history. */
@DbTest
class ClaimsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long loan;
    private Long price;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "amt", Role.FUNDING_OFFICER, authority, null);
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        price = SchoolGiven.as(db, "amt", () -> db.get(Terms.class).addPrice(new Terms.AddPrice(authority, "Glasbruch", 12_000L)));
        loan = as(() -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(device), Loans.BorrowerKind.PUPIL, "Max Muster", "7b", null, true, "Erika Muster", true,
                Loans.LoanCondition.SOUND, null, today().plusDays(9)))).get(0);
    }

    @Test
    void a_claim_takes_the_price_of_the_authority_and_keeps_it() {
        Long claim = as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, price, null, null)));
        SchoolGiven.as(db, "amt", () -> {
            db.get(Terms.class).endPrice(price, new Terms.EndPrice(1));
            return null;
        });
        assertThat(view(claim)).extracting(ClaimQueries.View::label, ClaimQueries.View::amountCents, ClaimQueries.View::state, ClaimQueries.View::borrower)
                .containsExactly("Glasbruch", 12_000L, ClaimState.OPEN, "Max Muster");
        String letter = as(() -> db.get(SignatureQueries.class).text("loan-claim", claim)).said();
        assertThat(letter).contains("120,00", "Max Muster", view(claim).no());
        PdfCheck.conforms(as(() -> db.get(PrintQueries.class).print("loan-claim", claim, null, Locale.ENGLISH)).bytes());
        assertThatThrownBy(() -> as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, price, null, null)))).as("it is not asked any longer").isInstanceOf(NotFound.class);
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).isZero();
        db.checks();
    }

    @Test
    void it_is_paid_or_waived_and_opened_again_when_that_was_wrong() {
        Long claim = as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, null, "Hülle", 2_500L)));
        assertThatThrownBy(() -> run(() -> claims().pay(claim, new Claims.Pay(view(claim).version(), today().plusDays(1))))).hasMessageContaining("claim.paid_ahead");
        assertThatThrownBy(() -> run(() -> claims().pay(claim, new Claims.Pay(view(claim).version(), today().minusDays(1))))).hasMessageContaining("claim.paid_before");
        run(() -> claims().pay(claim, new Claims.Pay(view(claim).version(), today())));
        assertThat(Texts.get(Locale.GERMANY, "said.claim_paid", Money.of(2_500L), today())).as("an amount brings its currency").containsOnlyOnce("EUR");
        assertThat(Texts.get(Locale.ENGLISH, "said.claim_changed", Money.of(2_500L), Money.of(2_000L), today()).split("EUR", -1)).hasSize(3);
        assertThat(view(claim)).extracting(ClaimQueries.View::state, ClaimQueries.View::paidOn).containsExactly(ClaimState.PAID, today());
        assertThatThrownBy(() -> run(() -> claims().pay(claim, new Claims.Pay(view(claim).version(), today())))).as("twice").hasMessageContaining("state.not_allowed");
        db.checks();
        run(() -> claims().reopen(claim, new Claims.Why(view(claim).version(), "falsch zugeordnet")));
        run(() -> claims().correct(claim, new Claims.Correct(view(claim).version(), 2_000L, today().plusDays(3), "gebraucht")));
        run(() -> claims().waive(claim, new Claims.Why(view(claim).version(), "Härtefall")));
        assertThat(view(claim)).extracting(ClaimQueries.View::state, ClaimQueries.View::paidOn, ClaimQueries.View::amountCents).containsExactly(ClaimState.WAIVED, null, 2_000L);
        assertThat(as(() -> db.get(ClaimQueries.class).ofLoan(loan))).hasSize(1);
        db.checks();
    }

    @Test
    void the_same_is_claimed_twice_only_if_somebody_says_so() {
        Long first = as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, price, null, null)));
        assertThatThrownBy(() -> as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, null, "glasbruch", 9_000L)))).hasMessageContaining("claim.open_already")
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.args()).contains(view(first).no()));
        as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, null, "Netzteil", 2_000L)));
        as(() -> claims().claim(new Claims.Open(loan, Claims.ClaimKind.DAMAGE, price, null, null, null, today().plusDays(30), true)));
        assertThat(as(() -> db.get(ClaimQueries.class).ofLoan(loan))).hasSize(3);
        run(() -> db.get(Loans.class).reportLost(loan, new Loans.ReportLost(loanView().version(), "im Bus")));
        as(() -> claims().claim(open(Claims.ClaimKind.LOSS, null, "Tablet", 40_000L)));
        assertThatThrownBy(() -> as(() -> claims().claim(open(Claims.ClaimKind.LOSS, null, "Verlust", 40_000L)))).hasMessageContaining("claim.open_already");
        db.checks();
    }

    @Test
    void what_cannot_be_claimed_is_refused_with_its_reason() {
        assertThatThrownBy(() -> as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, null, "Hülle", null)))).hasMessageContaining("claim.amount_missing");
        assertThatThrownBy(() -> as(() -> claims().claim(open(Claims.ClaimKind.LOSS, price, null, null)))).hasMessageContaining("claim.no_loss");
        assertThatThrownBy(() -> as(() -> claims().claim(new Claims.Open(loan, Claims.ClaimKind.DAMAGE, price, null, null, null, today().minusDays(1)))))
                .hasMessageContaining("claim.due_past");
        run(() -> db.get(Loans.class).reportLost(loan, new Loans.ReportLost(loanView().version(), "im Bus")));
        Long claim = as(() -> claims().claim(open(Claims.ClaimKind.LOSS, null, "Tablet", 40_000L)));
        assertThat(view(claim).kind()).isEqualTo(Claims.ClaimKind.LOSS);
        db.sql("update loan set erased_on = current_date");
        assertThatThrownBy(() -> as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, price, null, null)))).hasMessageContaining("claim.nobody");
    }

    @Test
    void an_open_claim_holds_the_erasing_up_and_waits_when_it_is_overdue() {
        Long claim = as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, price, null, null)));
        run(() -> db.get(Loans.class).takeBack(loan, new Loans.TakeBack(loanView().version(), Loans.LoanCondition.DAMAGED, null, null)));
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(1200)), () -> {
            assertThat(view(claim).overdue()).isTrue();
            assertThat(as(() -> db.get(WaitingQueries.class).waiting()).get("devices")).isPositive();
            assertThat(db.get(Loans.class).erase()).isZero();
            run(() -> claims().waive(claim, new Claims.Why(view(claim).version(), "Härtefall")));
            assertThat(db.get(Loans.class).erase()).isEqualTo(1);
        });
        assertThat(view(claim)).extracting(ClaimQueries.View::borrower, ClaimQueries.View::words, ClaimQueries.View::amountCents).containsExactly(null, null, 12_000L);
    }

    @Test
    void only_the_school_sees_it() {
        Long claim = as(() -> claims().claim(open(Claims.ClaimKind.DAMAGE, price, null, null)));
        assertThatThrownBy(() -> SchoolGiven.as(db, "amt", () -> db.get(ClaimQueries.class).view(claim))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "amt", () -> db.get(ClaimList.class).page(ListView.all()))).isInstanceOf(Forbidden.class);
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> claims().claim(open(Claims.ClaimKind.DAMAGE, null, "x", 1L)))).isInstanceOf(NotFound.class);
        assertThat(as(() -> db.get(ClaimList.class).page(ListView.all().with("state", ClaimState.OPEN))).total()).isEqualTo(1);
    }

    private Claims.Open open(Claims.ClaimKind kind, Long priceId, String label, Long cents) {
        return new Claims.Open(loan, kind, priceId, label, cents, "fiel vom Tisch, sagt Max Muster", today().plusDays(30));
    }

    private Claims claims() {
        return db.get(Claims.class);
    }

    private LoanQueries.View loanView() {
        return as(() -> db.get(LoanQueries.class).view(loan));
    }

    private ClaimQueries.View view(Long id) {
        return as(() -> db.get(ClaimQueries.class).view(id));
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }

    private void run(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, work);
    }
}
