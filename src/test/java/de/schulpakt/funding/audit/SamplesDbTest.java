package de.schulpakt.funding.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.settlement.Bought;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.Returns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An auditor draws a sample that anybody can draw again. */
@DbTest
class SamplesDbTest {
    @Test
    void a_sample_is_kept_and_the_same_seed_draws_the_same_devices(Db db) {
        ProcurementGiven b = bought(db);
        Long application = db.number("select max(application_id) from budget");
        String auditor = SchoolGiven.user(db, "audit.sample", Role.AUDITOR, b.authority, null);
        SampleQueries.View first = draw(db, auditor, application, 3, null);
        assertThat(first.devices()).hasSize(3).doesNotHaveDuplicates();
        assertThat(first.outOf()).isEqualTo(6);
        SampleQueries.View again = draw(db, auditor, application, 3, first.seed());
        assertThat(again.devices()).extracting(Bought.Device::serial).isEqualTo(first.devices().stream().map(Bought.Device::serial).toList());
        assertThat(draw(db, auditor, application, 6, 7L).devices()).extracting(Bought.Device::serial).containsExactlyInAnyOrder("S-1", "S-2", "S-3", "S-4", "S-5", "S-6");
        assertThat(db.number("select count(*) from history where action = 'AuditAction.DRAW_SAMPLE' and subject_id = ?", application)).isEqualTo(3);
        assertThatThrownBy(() -> draw(db, auditor, application, 7, null)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("sample.too_large"));
        ProcurementGiven other = ProcurementGiven.school(db, "Eichendorff");
        assertThatThrownBy(() -> draw(db, other.officer, application, 1, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_device_paid_in_part_is_drawn_from_and_one_that_never_came_is_not(Db db) {
        ProcurementGiven b = bought(db);
        Long application = db.number("select max(application_id) from budget");
        Long own = SchoolGiven.as(db, b.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(b.authority, ProcurementGiven.today().getYear(), "1", "X", 100L, "x")));
        db.sql("update device set budget_id = ? where serial = 'S-1'", own);
        OrderQueries.View order = b.orderView(db.number("select max(id) from purchase_order"));
        SchoolGiven.as(db, b.receiver, () -> {
            db.get(Returns.class).back(order.id(), new Returns.Back(order.version(), BackKind.NEVER_CAME, order.lines().get(0).id(), List.of("S-6"), null,
                    ProcurementGiven.today(), null, null, "falsch gebucht"));
            return null;
        });
        assertThat(draw(db, b.officer, application, 5, 7L).devices()).extracting(Bought.Device::serial).containsExactlyInAnyOrder("S-1", "S-2", "S-3", "S-4", "S-5");
        assertThatThrownBy(() -> draw(db, b.officer, application, 6, null)).isInstanceOf(Refused.class);
    }

    private static ProcurementGiven bought(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 400_000);
        b.receive(b.order(b.approved(b.tablet(40_000), 6)), "1", null, "S-1", "S-2", "S-3", "S-4", "S-5", "S-6");
        return b;
    }

    private static SampleQueries.View draw(Db db, String who, Long application, int size, Long seed) {
        return SchoolGiven.as(db, who, () -> db.get(SampleQueries.class).view(db.get(Samples.class).draw(new Samples.Draw(application, size, seed))));
    }
}
