package de.schulpakt.inventory.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is taken back at an ask, at its booking or at the loan that came of it: the other sides stand as the people have been told. */
@DbTest
class AskBookingMatrixDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long model;
    private List<Long> devices;
    private Asks.Made made;
    private Asks.Asked asked;
    private Long ask;
    private Long booking;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        model = InventoryGiven.tablet(db);
        devices = List.of(InventoryGiven.device(db, model, school, null), InventoryGiven.device(db, model, school, null));
        as(() -> db.get(Pool.class).join(new Pool.Join(devices, null)));
        made = as(() -> db.get(Asks.class).invite(school, new Asks.Invite(today().plusDays(30))));
    }

    @Test
    void each_counter_step_leaves_the_other_side_as_it_should_be() {
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        String[] cells = {
            "cancel booking: ASKED CANCELLED",
            "cancel booking, reopen booking: OFFERED BOOKED",
            "cancel booking, reopen booking, cancel booking: ASKED CANCELLED",
            "cancel booking, offer, reopen booking: OFFERED CANCELLED booking.ask_answered",
            "cancel booking, offer, reopen ask, reopen booking: OFFERED BOOKED",
            "cancel booking, refuse, reopen booking: REFUSED CANCELLED booking.ask_answered",
            "cancel booking, refuse, reopen ask, reopen booking: OFFERED BOOKED",
            "cancel booking, withdraw, reopen booking: WITHDRAWN CANCELLED booking.ask_answered",
            "reopen ask: ASKED CANCELLED",
            "reopen ask, reopen ask: ASKED CANCELLED state.not_allowed",
            "reopen ask, reopen booking: OFFERED BOOKED",
            "reopen booking: OFFERED BOOKED state.not_allowed",
            "hand out: OFFERED TAKEN",
            "hand out, cancel booking: OFFERED TAKEN state.not_allowed",
            "hand out, reopen ask: OFFERED TAKEN state.not_allowed",
            "hand out, take back: OFFERED TAKEN",
            "hand out, take back, reopen loan: OFFERED TAKEN",
            "hand out, take back, reopen ask: OFFERED TAKEN state.not_allowed",
            "cancel booking, erase, reopen booking: ASKED BOOKED"};
        for (String cell : cells) {
            String steps = cell.substring(0, cell.indexOf(':'));
            expected.put(steps, cell.substring(cell.indexOf(':') + 2));
            found.put(steps, after(steps.split(", ")));
            db.checks();
            end();
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void who_may_not_lend_there_is_told_nothing_of_the_ask() {
        after("cancel booking", "refuse");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Andere Schule"));
        for (Long id : List.of(booking, 4_711L)) {
            assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> {
                db.get(Bookings.class).reopen(id, new Bookings.Why(1, "doch"));
                return null;
            })).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> {
                db.get(Bookings.class).cancel(id, new Bookings.Why(1, "nicht"));
                return null;
            })).isInstanceOf(NotFound.class);
        }
    }

    /** Goes the steps after an ask that was offered a booking; what was refused stands last. */
    private String after(String... steps) {
        asked = nobody(() -> db.get(Asks.class).ask(made.secret(), made.code(), new Asks.Ask(Loans.BorrowerKind.TEACHER, "Frau Muster", null, "0261 1", null, model,
                today(), today().plusDays(3), null)));
        ask = nobody(() -> db.get(Asks.class).look(asked.secret(), asked.code()));
        booking = offer();
        String refused = "";
        for (String step : steps) {
            try {
                go(step);
            } catch (Refused e) {
                refused = " " + e.code();
            }
        }
        return db.sql("select state from loan_ask where id = ?", ask).get(0).get("state") + " " + db.sql("select state from loan_booking where id = ?", booking).get(0).get("state")
                + refused;
    }

    private void go(String step) {
        switch (step) {
            case "cancel booking" -> step(() -> db.get(Bookings.class).cancel(booking, new Bookings.Why(seen(), "defekt")));
            case "reopen booking" -> step(() -> db.get(Bookings.class).reopen(booking, new Bookings.Why(seen(), "doch nicht defekt")));
            case "offer" -> offer();
            case "reopen ask" -> step(() -> db.get(Asks.class).reopen(ask, new Asks.Why(version(), "anders entschieden")));
            case "refuse" -> step(() -> db.get(Asks.class).refuse(ask, new Asks.Refuse(version(), "keines da")));
            case "withdraw" -> nobody(() -> {
                db.get(Asks.class).withdraw(asked.secret(), asked.code());
                return null;
            });
            case "erase" -> db.sql("update loan_ask set borrower = null, contact = null, erased_on = ? where id = ?", today(), ask);
            case "hand out" -> as(() -> db.get(Bookings.class).handOut(booking, new Bookings.Take(seen(), devices.subList(0, 1), null, false, null, true,
                    Loans.LoanCondition.SOUND, null)));
            case "take back" -> step(() -> db.get(Loans.class).takeBack(loan(), new Loans.TakeBack(loanVersion(), Loans.LoanCondition.SOUND, null, null)));
            case "reopen loan" -> step(() -> db.get(Loans.class).reopen(loan(), new Loans.Why(loanVersion(), "noch nicht zurück")));
            default -> throw new IllegalArgumentException(step);
        }
    }

    /** Nothing is lent or kept any longer: the next cell begins anew. */
    private void end() {
        db.sql("update loan_booking set state = 'CANCELLED' where state = 'BOOKED'");
        db.sql("delete from loan_ask_offer");
        db.sql("update loan_ask set state = 'REFUSED', booking_id = null where state = 'OFFERED'");
        db.sql("update loan set state = 'RETURNED', ended_at = now(6), condition_in = 'SOUND' where state = 'LENT'");
        db.sql("update device set lent = false");
    }

    private Long offer() {
        return as(() -> db.get(Asks.class).offer(ask, new Asks.Offer(version(), model, today(), today().plusDays(3), null)));
    }

    private Integer version() {
        return as(() -> db.get(AskQueries.class).view(ask)).version();
    }

    private Integer seen() {
        return as(() -> db.get(BookingQueries.class).view(booking)).version();
    }

    private Long loan() {
        return db.number("select max(id) from loan");
    }

    private Integer loanVersion() {
        return as(() -> db.get(LoanQueries.class).view(loan())).version();
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
