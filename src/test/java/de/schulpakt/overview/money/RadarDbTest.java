package de.schulpakt.overview.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@DbTest
class RadarDbTest {
    @Test
    void money_that_nobody_asks_for_is_proposed_to_who_is_short_of_it(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long wlan = given.budget(Category.WLAN, 1_000_00);
        Long lan = given.budget(Category.LAN, 500_00);
        Long mobile = given.budget(Category.MOBILE_DEVICE, 900_00);
        Long application = db.number("SELECT application_id FROM budget WHERE id = ?", wlan);
        db.sql("UPDATE budget SET application_id = ? WHERE id IN (?, ?)", application, lan, mobile);
        LocalDate end = ProcurementGiven.today().plusDays(30);
        db.sql("UPDATE application SET period_to = ? WHERE id = ?", end, application);
        Long item = given.accessPoint(400_00);
        given.approved(item, 1);
        given.submitted(item, 2);
        given.submitted(item, 3);
        SchoolGiven.as(db, given.officer, () -> {
            RadarQueries.View radar = db.get(RadarQueries.class).radar(application);
            assertThat(radar.unboundCents()).isEqualTo(600_00 + 500_00 + 900_00);
            assertThat(radar.boundCents()).isEqualTo(400_00);
            assertThat(radar.undrawnCents()).isZero();
            assertThat(radar.daysLeft()).isEqualTo(30);
            assertThat(radar.usualDays()).as("nothing has come yet, so nothing is known").isNull();
            assertThat(radar.orderBy()).isNull();
            // 5 x 400 are asked for, 600 are free: 1,400 are missing, 1,400 are spare elsewhere
            assertThat(radar.proposals()).extracting(p -> p.from().budgetId() + ">" + p.to().budgetId() + " " + p.cents())
                    .containsExactly(mobile + ">" + wlan + " 90000", lan + ">" + wlan + " 50000");
            assertThat(radar.proposals().get(0).requests()).isEqualTo(2);
            assertThat(radar.mayMove()).isTrue();
            return null;
        });
        db.sql("UPDATE application SET period_to = ? WHERE id = ?", ProcurementGiven.today().minusDays(1), application);
        SchoolGiven.as(db, given.officer, () -> {
            assertThat(db.get(RadarQueries.class).radar(application).proposals()).as("it is too late to move anything").isEmpty();
            return null;
        });
        String stranger = SchoolGiven.user(db, "stranger", de.schulpakt.identity.Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Fremd"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(RadarQueries.class).radar(application))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_usual_time_of_delivery_says_until_when_to_order_and_what_is_spent_waits_to_be_drawn(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 10_000_00);
        Long application = db.number("SELECT application_id FROM budget WHERE id = ?", budget);
        given.receive(given.order(given.approved(given.accessPoint(400_00), 2)), "L-1", 400_00L, "A1", "A2");
        db.sql("UPDATE purchase_order SET ordered_on = ?", ProcurementGiven.today().minusDays(40));
        db.sql("UPDATE delivery SET received_on = ?", ProcurementGiven.today().minusDays(5));
        db.sql("UPDATE application SET period_to = ? WHERE id = ?", ProcurementGiven.today().plusDays(30), application);
        SchoolGiven.as(db, given.officer, () -> {
            RadarQueries.View radar = db.get(RadarQueries.class).radar(application);
            assertThat(radar.usualDays()).isEqualTo(35);
            assertThat(radar.orderBy()).isEqualTo(ProcurementGiven.today().minusDays(5));
            assertThat(radar.tooLate()).isTrue();
            assertThat(radar.undrawnCents()).isEqualTo(radar.spentCents());
            return null;
        });
    }
}
