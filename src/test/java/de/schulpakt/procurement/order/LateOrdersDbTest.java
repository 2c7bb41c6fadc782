package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.platform.job.JobsGiven;
import org.junit.jupiter.api.Test;

/** Of a delivery that has not come the officers of its authority hear. */
@DbTest
class LateOrdersDbTest {
    @Test
    void who_receives_hears_once_of_a_late_delivery_and_again_if_it_is_late_again(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 100_000);
        SchoolGiven.user(db, "fremdes.amt", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Anderer Träger"), null);
        Long order = given.order(given.approved(given.accessPoint(45_000), 1));
        expect(db, "current_date + interval 1 day");
        db.sql("delete from notice");
        assertThat(JobsGiven.run(db, "late")).isEqualTo("job.kind.late_told\n0");
        expect(db, "current_date - interval 2 day");
        assertThat(JobsGiven.run(db, "late")).isEqualTo("job.kind.late_told\n1");
        assertThat(JobsGiven.run(db, "late")).isEqualTo("job.kind.late_told\n0");
        assertThat(late(db, given.officer)).isEqualTo(1);
        assertThat(late(db, given.receiver)).isEqualTo(1);
        assertThat(late(db, given.admin)).isZero();
        assertThat(late(db, "fremdes.amt")).isZero();
        expect(db, "current_date - interval 1 day");
        assertThat(JobsGiven.run(db, "late")).isEqualTo("job.kind.late_told\n1");
        assertThat(late(db, given.officer)).isEqualTo(2);
        given.receive(order, "1", 45_000L, "SN-1");
        assertThat(JobsGiven.run(db, "late")).as("it has come").isEqualTo("job.kind.late_told\n0");
    }

    private static void expect(Db db, String day) {
        db.sql("update order_line set expected_on = " + day);
        db.sql("update purchase_order set expected_on = " + day);
    }

    private static long late(Db db, String login) {
        return SchoolGiven.as(db, login, () -> db.get(NoticeQueries.class).newest(50)).stream().filter(n -> n.kind().equals("message.order_late")).count();
    }
}
