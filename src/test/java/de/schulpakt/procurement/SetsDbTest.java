package de.schulpakt.procurement;

import static de.schulpakt.kit.SchoolGiven.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.catalogue.CatalogueSets;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets, whose articles become devices each, and services, which never do. */
@DbTest
class SetsDbTest {
    @Test
    void a_set_is_a_line_for_each_article_and_its_price_is_their_sum(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long tablet = given.tablet(39_900);
        Long pencil = given.item("Stift", ModelKind.ACCESSORY, Category.MOBILE_DEVICE, 8_400);
        Long set = set(db, "Tablet mit Stift", new CatalogueSets.Member(tablet, 16), new CatalogueSets.Member(pencil, 8));
        Long other = SchoolGiven.room(db, given.school, "205");
        as(db, given.admin, () -> {
            CatalogueQueries.Set seen = db.get(CatalogueQueries.class).set(set);
            assertThat(seen.priceCents()).isEqualTo(16 * 39_900 + 8 * 8_400);
            assertThat(seen.offered()).isTrue();
            assertThat(db.get(CatalogueQueries.class).sets(false)).extracting(CatalogueQueries.Set::id).contains(set);
            RequestQueries.Preview preview = db.get(RequestQueries.class).preview(given.school, List.of(new Requests.Line(null, given.room, 1, set)));
            assertThat(preview.totalCents()).isEqualTo(seen.priceCents());
            assertThat(preview.payers()).singleElement().satisfies(p -> assertThat(p.needCents()).isEqualTo(seen.priceCents()));
            return null;
        });
        Long request = given.draft(List.of(new Requests.Line(null, given.room, 1, set), new Requests.Line(null, other, 2, set), new Requests.Line(tablet, other, 1)));
        assertThat(given.request(request).lines()).extracting(RequestQueries.View.Line::quantity).containsExactly(8, 16, 16, 32, 1);
        assertThat(given.request(request).lines()).extracting(RequestQueries.View.Line::setName)
                .containsExactly("Tablet mit Stift", "Tablet mit Stift", "Tablet mit Stift", "Tablet mit Stift", null);
        assertThat(given.request(request).byArticle()).extracting(RequestQueries.View.Article::quantity).containsExactly(24, 48, 1);
    }

    @Test
    void devices_of_a_set_are_inventoried_each_and_a_service_stays_in_the_sums_without_becoming_one(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long tablet = given.tablet(39_900);
        Long service = given.item("Einrichtung", ModelKind.SERVICE, Category.MOBILE_DEVICE, 5_000);
        Long set = set(db, "Tablet eingerichtet", new CatalogueSets.Member(tablet, 1), new CatalogueSets.Member(service, 1));
        Long request = given.approve(given.submit(given.draft(List.of(new Requests.Line(null, given.room, 2, set)))));
        assertThat(given.money(budget)).containsExactly(89_800L, 0L, 0L);
        Long order = given.order(request);
        OrderQueries.View seen = given.orderView(order);
        OrderQueries.View.Line work = seen.lines().stream().filter(l -> l.kind() == ModelKind.SERVICE).findFirst().orElseThrow();
        OrderQueries.View.Line device = seen.lines().stream().filter(l -> l.kind() == ModelKind.TABLET).findFirst().orElseThrow();
        assertThat(work.serialised()).isFalse();
        assertThatThrownBy(() -> given.receive(seen, "1", new Invoices.Received(work.id(), null, List.of("SN-9"), null))).hasMessageContaining("delivery.service");
        given.receive(seen, "2", new Invoices.Received(device.id(), null, List.of("SET-1", "SET-2"), null), new Invoices.Received(work.id(), null, List.of(), 2));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 89_800L);
        assertThat(db.number("select count(*) from device d join order_line l on l.id = d.order_line_id where l.order_id = ?", order)).isEqualTo(2);
        db.checks();
        Long model = db.number("select model_id from catalogue_item where id = ?", service);
        String inventory = SchoolGiven.user(db, "inventur", Role.FUNDING_OFFICER, given.authority, null);
        assertThatThrownBy(() -> as(db, inventory, () -> db.get(Devices.class).add(new Devices.Add(model, given.school, "X-1", null, null, false, null, null,
                "gefunden")))).isInstanceOf(Refused.class).hasMessageContaining("device.service");
    }

    @Test
    void a_set_holds_each_article_once_and_those_of_one_supplier(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        ProcurementGiven other = ProcurementGiven.school(db, "Eichendorff-Gymnasium");
        Long tablet = given.tablet(39_900);
        Long foreign = other.tablet(39_900);
        assertThatThrownBy(() -> set(db, "Doppelt", new CatalogueSets.Member(tablet, 1), new CatalogueSets.Member(tablet, 1))).hasMessageContaining("set.twice");
        assertThatThrownBy(() -> set(db, "Gemischt", new CatalogueSets.Member(tablet, 1), new CatalogueSets.Member(foreign, 1)))
                .hasMessageContaining("set.other_supplier");
        assertThat(db.number("select count(*) from catalogue_set where name in ('Doppelt', 'Gemischt')")).isZero();
    }

    @Test
    void a_line_names_an_article_or_a_set_that_is_offered_and_a_request_has_so_many_lines(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long tablet = given.tablet(39_900);
        Long set = set(db, "Satz", new CatalogueSets.Member(tablet, 1));
        assertThatThrownBy(() -> given.draft(List.of(new Requests.Line(tablet, given.room, 1, set)))).hasMessageContaining("request.article_or_set");
        assertThatThrownBy(() -> given.draft(List.of(new Requests.Line(null, given.room, 1)))).hasMessageContaining("request.article_or_set");
        Long pair = set(db, "Paar", new CatalogueSets.Member(tablet, 1), new CatalogueSets.Member(given.accessPoint(1_000), 1));
        assertThatThrownBy(() -> given.draft(IntStream.range(0, 101).mapToObj(i -> new Requests.Line(null, given.room, 1, pair)).toList()))
                .hasMessageContaining("request.too_many_lines");
        Integer version = (int) db.number("select version from catalogue_set where id = ?", set);
        CatalogueSets.Change end = new CatalogueSets.Change(version, "Satz", null, List.of(new CatalogueSets.Member(tablet, 2)), false);
        as(db, InventoryGiven.officer(db), () -> {
            db.get(CatalogueSets.class).change(set, end);
            return null;
        });
        assertThatThrownBy(() -> given.draft(List.of(new Requests.Line(null, given.room, 1, set)))).hasMessageContaining("set.inactive");
        assertThatThrownBy(() -> as(db, InventoryGiven.officer(db), () -> {
            db.get(CatalogueSets.class).change(set, end);
            return null;
        })).as("who saw the old one").isInstanceOf(Conflict.class);
        as(db, given.admin, () -> {
            assertThat(db.get(CatalogueQueries.class).sets(false)).extracting(CatalogueQueries.Set::id).doesNotContain(set);
            assertThat(db.get(CatalogueQueries.class).sets(true)).extracting(CatalogueQueries.Set::id).contains(set);
            return null;
        });
    }

    @Test
    void a_licence_has_a_term_that_the_request_shows(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long model = InventoryGiven.model(db, "Lizenz", ModelKind.SERVICE, false);
        Long licence = as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class).createItem(new Catalogue.CreateItem(model, given.supplier, "Lizenz",
                Category.MOBILE_DEVICE, 4_200L, 1900, null, null, 36)));
        assertThat(given.request(given.draft(licence, 3)).lines()).singleElement().satisfies(l -> assertThat(l.termMonths()).isEqualTo(36));
    }

    private static Long set(Db db, String name, CatalogueSets.Member... members) {
        return as(db, InventoryGiven.officer(db), () -> db.get(CatalogueSets.class).create(new CatalogueSets.Create(name, null, List.of(members))));
    }
}
