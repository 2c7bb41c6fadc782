package de.schulpakt.inventory.booking;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.loan.Turns;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The plan of a school year takes the devices of the pool in the order in which everybody does, whatever its days are. */
@DbTest
class TurnLocksDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private static final int PATIENCE = 4_000;

    @Test
    void a_plan_with_two_days_holds_nothing_while_it_waits_for_the_first_model(Db db) throws Exception {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        Long first = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        Long second = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        LocalDate today = db.get(Clock.class).today();
        SchoolGiven.as(db, SCHOOL_ADMIN, () -> {
            db.get(Pool.class).join(new Pool.Join(List.of(first, second), null));
            lend(db, first, "7b", today);
            lend(db, second, "10a", today);
            return null;
        });
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread plan = new Thread(() -> {
            try {
                // the leavers, who have the second model, are due first
                db.request(() -> SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(Turns.class).turn(new Turns.Turn(school, List.of("10a"), today.plusDays(30),
                        today.plusDays(60)))));
            } catch (Throwable e) {
                failed.set(e);
            }
        });
        try (Connection lending = db.connection(); Connection other = db.connection(); Statement hold = lending.createStatement(); Statement look = other.createStatement()) {
            lending.setAutoCommit(false);
            hold.executeQuery("select id from loan_pool_device where device_id = " + first + " for update").next();
            plan.start();
            plan.join(PATIENCE);
            assertThat(failed.get()).isNull();
            assertThat(plan.isAlive()).as("the plan waits").isTrue();
            other.setAutoCommit(false);
            assertThat(look.executeQuery("select id from loan_pool_device where device_id = " + second + " for update nowait").next()).as("the second is free").isTrue();
            other.rollback();
            lending.rollback();
        }
        plan.join(30_000);
        assertThat(failed.get()).isNull();
        assertThat(db.number("select count(distinct due_on) from loan where due_on > ?", today.plusDays(20))).isEqualTo(2);
    }

    private static void lend(Db db, Long device, String schoolClass, LocalDate due) {
        db.get(Loans.class).handOut(new Loans.HandOut(List.of(device), Loans.BorrowerKind.PUPIL, "Mia Muster", schoolClass, null, false, null, true,
                Loans.LoanCondition.SOUND, null, due));
    }
}
