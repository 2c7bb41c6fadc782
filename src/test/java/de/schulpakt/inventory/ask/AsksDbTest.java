package de.schulpakt.inventory.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.BookingState;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.inventory.door.DoorKey;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Explained;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has no account asks with address and code; the school offers or declines, and nothing of it can be guessed. */
@DbTest
class AsksDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long model;
    private Long device;
    private Asks.Made made;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        model = InventoryGiven.tablet(db);
        device = InventoryGiven.device(db, model, school, null);
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(device), null)));
        made = invite(30);
    }

    @Test
    void what_is_asked_for_is_offered_and_becomes_a_booking_that_goes_out() {
        assertThat(nobody(() -> db.get(Asks.class).knock(made.secret(), made.code()))).isEqualTo(school);
        assertThat(nobody(() -> db.get(AskQueries.class).door(school)).models()).extracting(AskQueries.Model::id).containsExactly(model);
        Asks.Asked asked = ask(null);
        Long id = nobody(() -> db.get(Asks.class).look(asked.secret(), asked.code()));
        assertThat(own(id)).extracting(AskQueries.Own::state, AskQueries.Own::borrower, AskQueries.Own::answer).containsExactly(AskState.ASKED, "Mia Muster", null);
        assertThat(as(() -> db.get(WaitingQueries.class).waiting()).get("devices")).isPositive();
        assertThat(db.number("select count(*) from notice where kind = 'message.loan_ask'")).isPositive();
        Long booking = as(() -> db.get(Asks.class).offer(id, new Asks.Offer(view(id).version(), model, today(), today().plusDays(3), "Abholung im Sekretariat")));
        assertThat(own(id)).extracting(AskQueries.Own::state, AskQueries.Own::answer, AskQueries.Own::offeredTo)
                .containsExactly(AskState.OFFERED, "Abholung im Sekretariat", today().plusDays(3));
        assertThat(as(() -> db.get(BookingQueries.class).view(booking))).extracting(BookingQueries.View::borrower, BookingQueries.View::state)
                .containsExactly("Mia Muster", BookingState.BOOKED);
        as(() -> db.get(Bookings.class).handOut(booking, new Bookings.Take(as(() -> db.get(BookingQueries.class).view(booking)).version(), List.of(device), null, true,
                "Erika Muster", true, Loans.LoanCondition.SOUND, null)));
        assertThatThrownBy(() -> reopen(id)).as("it went out").hasMessageContaining("state.not_allowed");
        assertThat(db.number("select count(*) from history where note like '%Muster%' or facts like '%Muster%'")).as("the history names nobody").isZero();
        db.checks();
    }

    @Test
    void who_loads_the_page_again_has_asked_once_and_gets_the_same_address() {
        String form = DoorKey.secret();
        Asks.Ask cmd = new Asks.Ask(Loans.BorrowerKind.PUPIL, "Mia Muster", "7b", "0261 1", "Erika Muster", model, today(), today().plusDays(3), null, form);
        Asks.Asked first = asking(cmd);
        assertThat(asking(cmd)).isEqualTo(first);
        assertThat(db.number("select count(*) from loan_ask")).isEqualTo(1);
        assertThat(nobody(() -> db.get(Asks.class).look(first.secret(), first.code()))).isNotNull();
        Asks.Asked other = asking(new Asks.Ask(cmd.kind(), cmd.borrower(), null, cmd.contact(), cmd.guardian(), null, cmd.fromOn(), cmd.toOn(), null, DoorKey.secret()));
        assertThat(other.secret()).isNotEqualTo(first.secret());
        assertThat(asking(new Asks.Ask(cmd.kind(), cmd.borrower(), null, cmd.contact(), cmd.guardian(), null, cmd.fromOn(), cmd.toOn(), null, "1")).secret())
                .as("a key that can be guessed makes no address").isNotEqualTo(asking(new Asks.Ask(cmd.kind(), cmd.borrower(), null, cmd.contact(), cmd.guardian(), null,
                        cmd.fromOn(), cmd.toOn(), null, "1")).secret());
    }

    @Test
    void what_the_ask_says_is_not_typed_again_and_what_is_free_is_said_of_its_days() {
        Asks.Asked asked = ask(model);
        Long id = nobody(() -> db.get(Asks.class).look(asked.secret(), asked.code()));
        Long booking = as(() -> db.get(Asks.class).offer(id, new Asks.Offer(view(id).version(), model, today().plusDays(2), today().plusDays(3), null)));
        assertThat(as(() -> db.get(AskQueries.class).ofBooking(booking))).extracting(AskQueries.Reach::guardian, AskQueries.Reach::contact)
                .containsExactly("Erika Muster", "0261 1");
        assertThat(as(() -> db.get(BookingQueries.class).models(school))).extracting(BookingQueries.Model::free).as("today").containsExactly(1L);
        assertThat(as(() -> db.get(BookingQueries.class).models(school, today().plusDays(3), today().plusDays(5)))).extracting(BookingQueries.Model::free).containsExactly(0L);
        assertThat(as(() -> db.get(BookingQueries.class).models(school, today().plusDays(4), today().plusDays(5)))).extracting(BookingQueries.Model::free).containsExactly(1L);
    }

    @Test
    void what_is_declined_or_offered_is_decided_anew() {
        Asks.Asked asked = ask(model);
        Long id = nobody(() -> db.get(Asks.class).look(asked.secret(), asked.code()));
        step(() -> db.get(Asks.class).refuse(id, new Asks.Refuse(view(id).version(), "Alle Geräte sind ausgeliehen.")));
        assertThat(own(id)).extracting(AskQueries.Own::state, AskQueries.Own::answer).containsExactly(AskState.REFUSED, "Alle Geräte sind ausgeliehen.");
        assertThatThrownBy(() -> nobody(() -> {
            db.get(Asks.class).withdraw(asked.secret(), asked.code());
            return null;
        })).as("too late").hasMessageContaining("state.not_allowed");
        reopen(id);
        Long booking = as(() -> db.get(Asks.class).offer(id, new Asks.Offer(view(id).version(), model, today(), today(), null)));
        Asks.Asked second = ask(model);
        Long other = nobody(() -> db.get(Asks.class).look(second.secret(), second.code()));
        assertThatThrownBy(() -> as(() -> db.get(Asks.class).offer(other, new Asks.Offer(view(other).version(), model, today(), today(), null))))
                .as("there is one only").hasMessageContaining("booking.too_few");
        assertThat(view(other).state()).isEqualTo(AskState.ASKED);
        assertThatThrownBy(() -> as(() -> db.get(Asks.class).offer(other, new Asks.Offer(99, model, today(), today(), null)))).isInstanceOf(Conflict.class);
        reopen(id);
        assertThat(as(() -> db.get(BookingQueries.class).view(booking)).state()).isEqualTo(BookingState.CANCELLED);
        as(() -> db.get(Asks.class).offer(other, new Asks.Offer(view(other).version(), model, today(), today(), null)));
        nobody(() -> {
            db.get(Asks.class).withdraw(asked.secret(), asked.code());
            return null;
        });
        assertThat(view(id).state()).isEqualTo(AskState.WITHDRAWN);
        db.checks();
    }

    @Test
    void what_was_kept_and_is_not_any_longer_is_answered_anew() {
        Asks.Asked asked = ask(model);
        Long id = nobody(() -> db.get(Asks.class).look(asked.secret(), asked.code()));
        Long booking = as(() -> db.get(Asks.class).offer(id, new Asks.Offer(view(id).version(), model, today(), today(), "Abholung im Sekretariat")));
        Integer version = as(() -> db.get(BookingQueries.class).view(booking)).version();
        assertThatThrownBy(() -> step(() -> db.get(Bookings.class).cancel(booking, new Bookings.Why(version + 1, "defekt")))).isInstanceOf(Conflict.class);
        assertThat(own(id).state()).as("nothing was cancelled").isEqualTo(AskState.OFFERED);
        step(() -> db.get(Bookings.class).cancel(booking, new Bookings.Why(version, "Gerät defekt")));
        assertThat(own(id)).extracting(AskQueries.Own::state, AskQueries.Own::answer, AskQueries.Own::offered).containsExactly(AskState.ASKED, null, null);
        assertThat(view(id).timeline().toString()).contains("AskAction.REOPEN", "Gerät defekt");
        db.checks();
        as(() -> db.get(Asks.class).offer(id, new Asks.Offer(view(id).version(), model, today(), today(), null)));
        assertThat(own(id).state()).isEqualTo(AskState.OFFERED);
        db.checks();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> asking(cmd(model, 0, -1, "Erika Muster"))).hasMessageContaining("ask.wrong_days");
        assertThatThrownBy(() -> asking(cmd(model, -1, 1, "Erika Muster"))).hasMessageContaining("ask.wrong_days");
        assertThatThrownBy(() -> asking(cmd(model, 0, 401, "Erika Muster"))).hasMessageContaining("ask.wrong_days");
        assertThatThrownBy(() -> asking(cmd(model, 0, 1, " "))).hasMessageContaining("ask.guardian_missing");
        assertThatThrownBy(() -> asking(cmd(InventoryGiven.tablet(db), 0, 1, "Erika Muster"))).hasMessageContaining("ask.no_model");
        assertThatThrownBy(() -> invite(-1)).hasMessageContaining("ask.days");
        assertThatThrownBy(() -> invite(400)).hasMessageContaining("ask.days");
        for (int i = 0; i < 60; i++) {
            ask(null);
        }
        assertThatThrownBy(() -> ask(null)).hasMessageContaining("ask.too_many");
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofHours(2)), () -> assertThat(ask(null).no()).isNotNull());
    }

    @Test
    void nothing_opens_without_both_and_guesses_are_slowed_down() {
        assertThat(nobody(() -> db.get(Asks.class).knock(made.secret(), "00000000"))).isNull();
        assertThat(nobody(() -> db.get(Asks.class).knock("falsch", made.code()))).isNull();
        assertThatThrownBy(() -> nobody(() -> db.get(Asks.class).ask("falsch", made.code(), cmd(null, 0, 1, "Erika Muster")))).isInstanceOf(NotFound.class);
        Asks.Asked asked = ask(null);
        assertThat(nobody(() -> db.get(Asks.class).look(asked.secret(), made.code()))).as("the code of the school is another one").isNull();
        assertThat(nobody(() -> db.get(Asks.class).look(made.secret(), made.code()))).as("nor does its address open an ask").isNull();
        assertThat(nobody(() -> db.get(Asks.class).knock(asked.secret(), asked.code()))).isNull();
        assertThatThrownBy(() -> nobody(() -> {
            db.get(Asks.class).withdraw(asked.secret(), "1");
            return null;
        })).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> {
            for (int i = 0; i < 60; i++) {
                nobody(() -> db.get(Asks.class).knock(made.secret(), "1"));
            }
        }).satisfies(t -> assertThat(Explained.of(t, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("door.slowly"));
        assertThat(db.sql("select secret_hash, code_hash from loan_invite").toString()).doesNotContain(made.secret(), made.code());
    }

    @Test
    void an_address_ends_and_a_new_one_takes_its_place() {
        Asks.Made second = invite(10);
        assertThat(nobody(() -> db.get(Asks.class).knock(made.secret(), made.code()))).as("the first one").isNull();
        assertThat(nobody(() -> db.get(Asks.class).knock(second.secret(), second.code()))).isEqualTo(school);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(11)), () -> assertThat(nobody(() -> db.get(Asks.class).knock(second.secret(), second.code()))).isNull());
        step(() -> db.get(Asks.class).endInvite(school));
        step(() -> db.get(Asks.class).endInvite(school));
        assertThat(nobody(() -> db.get(Asks.class).knock(second.secret(), second.code()))).isNull();
        assertThat(as(() -> db.get(AskQueries.class).openUntil(school))).isNull();
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Asks.class).invite(school, new Asks.Invite(today())))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(AskQueries.class).openUntil(school))).isInstanceOf(NotFound.class);
    }

    @Test
    void who_has_asked_is_erased_by_rule() {
        Asks.Asked asked = ask(null);
        Long id = nobody(() -> db.get(Asks.class).look(asked.secret(), asked.code()));
        Asks.Asked second = ask(null);
        Long declined = nobody(() -> db.get(Asks.class).look(second.secret(), second.code()));
        step(() -> db.get(Asks.class).refuse(declined, new Asks.Refuse(view(declined).version(), "keines da")));
        Clock clock = db.get(Clock.class);
        assertThat(db.get(Asks.class).erase()).as("not yet").isZero();
        clock.at(clock.now().plus(Duration.ofDays(900)), () -> {
            assertThat(db.get(Asks.class).erase()).isEqualTo(2);
            assertThat(db.get(Asks.class).erase()).as("twice").isZero();
            assertThat(nobody(() -> db.get(Asks.class).look(asked.secret(), asked.code()))).as("its address opens nothing").isNull();
        });
        assertThat(view(id)).extracting(AskQueries.View::borrower, AskQueries.View::contact, AskQueries.View::guardian, AskQueries.View::words, AskQueries.View::schoolClass)
                .containsOnlyNulls();
        assertThat(view(id).state()).as("nobody waits for an answer").isEqualTo(AskState.WITHDRAWN);
        assertThatThrownBy(() -> reopen(declined)).hasMessageContaining("ask.erased");
        db.sql("update loan_ask set state = 'ASKED' where id = ?", id);
        assertThatThrownBy(() -> as(() -> db.get(Asks.class).offer(id, new Asks.Offer(view(id).version(), model, today(), today(), null)))).hasMessageContaining("ask.erased");
    }

    private void reopen(Long id) {
        step(() -> db.get(Asks.class).reopen(id, new Asks.Why(view(id).version(), "anders entschieden")));
    }

    private Asks.Made invite(int days) {
        return as(() -> db.get(Asks.class).invite(school, new Asks.Invite(today().plusDays(days))));
    }

    private Asks.Ask cmd(Long wanted, int from, int to, String guardian) {
        return new Asks.Ask(Loans.BorrowerKind.PUPIL, "Mia Muster", "7b", "0261 1", guardian, wanted, today().plusDays(from), today().plusDays(to), "für Mia Muster");
    }

    private Asks.Asked ask(Long wanted) {
        return asking(cmd(wanted, 0, 3, "Erika Muster"));
    }

    private Asks.Asked asking(Asks.Ask cmd) {
        return nobody(() -> db.get(Asks.class).ask(made.secret(), made.code(), cmd));
    }

    private AskQueries.View view(Long id) {
        return as(() -> db.get(AskQueries.class).view(id));
    }

    private AskQueries.Own own(Long id) {
        return nobody(() -> db.get(AskQueries.class).own(id));
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }

    private void step(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, work);
    }

    /** Somebody without an account. */
    private <T> T nobody(Callable<T> work) {
        AtomicReference<T> found = new AtomicReference<>();
        db.request(() -> found.set(work.call()));
        return found.get();
    }
}
