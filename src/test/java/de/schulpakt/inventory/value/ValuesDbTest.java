package de.schulpakt.inventory.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statement of a year: what devices were worth, what grants have paid of it, frozen. */
@DbTest
class ValuesDbTest {
    private Db db;
    private ProcurementGiven given;
    private Long device;
    private int year;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long order = given.order(given.approved(given.tablet(120_000), 1));
        given.receive(order, "LS", 120_000L, "SN-V1");
        device = db.number("select max(id) from device");
        db.sql("update device set delivered_on = '2024-10-31' where id = ?", device);
        year = ProcurementGiven.today().getYear();
    }

    @Test
    void a_funded_device_is_written_off_with_its_special_item_beside_it() {
        Long run = make(year);
        AssetLineList.Row line = lines(run).get(0);
        assertThat(line).extracting(AssetLineList.Row::costCents, AssetLineList.Row::netCents, AssetLineList.Row::fixedAsset, AssetLineList.Row::years)
                .containsExactly(120_000L, 100_840L, true, 5);
        assertThat(line.grantCents()).as("without the own share of the application").isEqualTo(108_000);
        assertThat(line.depreciationCents()).isEqualTo(24_000);
        assertThat(line.itemReleaseCents()).as("released as the device is written off").isEqualTo(21_600);
        assertThat(line.closingCents()).isEqualTo(120_000 - 24_000L * (year - 2025 + 1) - 6_000);
        assertThat(as(given.officer, () -> db.get(AssetRunList.class).page(ListView.all())).rows().get(0).closingCents()).isEqualTo(line.closingCents());
        assertThat(as(given.admin, () -> db.get(ValueQueries.class).of(device))).extracting(ValueQueries.Worth::netCents, ValueQueries.Worth::fixedAsset,
                ValueQueries.Worth::worthCents).containsExactly(100_840L, true, line.openingCents());
        db.checks();
    }

    @Test
    void what_was_made_stays_when_the_device_or_the_class_changes() {
        Long before = make(year);
        db.sql("update device set retired_on = ?, state = 'RETIRED', room_id = null where id = ?", ProcurementGiven.today(), device);
        ValueQueries.Kind tablet = kind(ModelKind.TABLET);
        assertThat(tablet.verified()).isFalse();
        change(tablet, 4);
        assertThat(lines(before).get(0).years()).isEqualTo(5);
        AssetLineList.Row now = lines(make(year)).get(0);
        assertThat(now).extracting(AssetLineList.Row::years, AssetLineList.Row::closingCents, AssetLineList.Row::itemClosingCents).containsExactly(4, 0L, 0L);
        assertThat(now.disposalCents()).isPositive();
        assertThat(now.itemDisposalCents()).as("the item goes with the thing").isPositive();
        db.checks();
    }

    @Test
    void what_has_no_price_or_day_is_counted_and_not_valued_and_old_stock_has_no_net() {
        Long old = InventoryGiven.device(db, InventoryGiven.tablet(db), given.school, null);
        Long unknown = InventoryGiven.device(db, InventoryGiven.tablet(db), given.school, null);
        db.sql("update device set origin = 'IMPORT', price_cents = null, budget_id = null where id = ?", unknown);
        Long never = InventoryGiven.device(db, InventoryGiven.tablet(db), given.school, null);
        db.sql("update device set retired_on = ?, state = 'RETIRED', disposal = 'NEVER_CAME', room_id = null where id = ?", ProcurementGiven.today(), never);
        Long run = make(year);
        AssetRunList.Row made = as(given.officer, () -> db.get(AssetRunList.class).page(ListView.all())).rows().get(0);
        assertThat(made).as("without the one that had never come").extracting(AssetRunList.Row::devices, AssetRunList.Row::unvalued).containsExactly(2, 1);
        assertThat(made.costCents()).isEqualTo(lines(run).stream().mapToLong(AssetLineList.Row::costCents).sum());
        assertThat(made.depreciationCents()).isEqualTo(lines(run).stream().mapToLong(AssetLineList.Row::depreciationCents).sum());
        assertThat(made.itemClosingCents()).isEqualTo(lines(run).stream().mapToLong(AssetLineList.Row::itemClosingCents).sum());
        assertThat(lines(run).stream().filter(l -> l.deviceId().equals(old)).findFirst().orElseThrow()).extracting(AssetLineList.Row::netCents,
                AssetLineList.Row::fixedAsset, AssetLineList.Row::grantCents).containsExactly(null, null, 0L);
    }

    @Test
    void only_the_authority_makes_it_and_not_for_what_is_to_come() {
        assertThatThrownBy(() -> make(year + 1)).hasMessageContaining("value.year_ahead");
        assertThatThrownBy(() -> make(2001)).hasMessageContaining("value.nothing");
        assertThatThrownBy(() -> as(given.admin, () -> db.get(Values.class).make(new Values.Make(given.authority, year)))).isInstanceOf(NotFound.class);
        make(year);
        assertThat(as(given.admin, () -> db.get(AssetLineList.class).page(ListView.all())).total()).as("a school sees its devices, not the books").isZero();
        assertThatThrownBy(() -> as(given.officer, () -> {
            db.get(Classes.class).verify(new Classes.Verify(ModelKind.TABLET, kind(ModelKind.TABLET).version()));
            return null;
        })).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_class_is_verified_by_a_second_person() {
        change(kind(ModelKind.DISPLAY), 8);
        Integer version = kind(ModelKind.DISPLAY).version();
        assertThatThrownBy(() -> as(InventoryGiven.OFFICER, () -> {
            db.get(Classes.class).verify(new Classes.Verify(ModelKind.DISPLAY, version));
            return null;
        })).hasMessageContaining("duty.apart");
        SchoolGiven.user(db, "zweite", de.schulpakt.identity.Role.FUNDING_OFFICER, null, null);
        as("zweite", () -> {
            db.get(Classes.class).verify(new Classes.Verify(ModelKind.DISPLAY, version));
            return null;
        });
        assertThat(kind(ModelKind.DISPLAY)).extracting(ValueQueries.Kind::years, ValueQueries.Kind::verified).containsExactly(8, true);
    }

    private void change(ValueQueries.Kind kind, int years) {
        as(InventoryGiven.officer(db), () -> {
            db.get(Classes.class).change(new Classes.Change(kind.kind(), kind.version(), years, "VV-AfA, Anlage 1"));
            return null;
        });
    }

    private ValueQueries.Kind kind(ModelKind kind) {
        return as(given.officer, () -> db.get(ValueQueries.class).classes()).stream().filter(k -> k.kind() == kind).findFirst().orElseThrow();
    }

    private Long make(int of) {
        return as(given.officer, () -> db.get(Values.class).make(new Values.Make(given.authority, of)));
    }

    private List<AssetLineList.Row> lines(Long run) {
        return as(given.officer, () -> db.get(AssetLineList.class).page(ListView.all().with("run", run))).rows();
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
