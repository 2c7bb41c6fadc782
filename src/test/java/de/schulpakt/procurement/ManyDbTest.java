package de.schulpakt.procurement;

import static de.schulpakt.kit.SchoolGiven.as;
import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.school.place.SchoolQueries;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing that is chosen from, and no page of an order, ends without a word. */
@DbTest
class ManyDbTest {
    private static final PageRequest SOME = new PageRequest(1, 100, null);

    @Test
    void of_1200_schools_each_can_be_chosen(Db db) {
        Long authority = SchoolGiven.authority(db, "Landkreis");
        schools(db, authority, 1200);
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, authority, null);
        as(db, "technik", () -> {
            SchoolQueries queries = db.get(SchoolQueries.class);
            Page<SchoolQueries.Option> first = queries.options(Permission.TICKET_OPEN, null, SOME);
            assertThat(first.rows()).hasSize(100);
            assertThat(first.total()).as("it says how many there are").isEqualTo(1200);
            Page<SchoolQueries.Option> last = queries.options(Permission.TICKET_OPEN, "schule 1199", SOME);
            assertThat(last.rows()).extracting(SchoolQueries.Option::name).containsExactly("Schule 1199");
            assertThat(queries.option(Permission.TICKET_OPEN, last.rows().get(0).id())).isPresent();
            assertThat(queries.options(Permission.TICKET_OPEN, "Stadt 77", SOME).total()).as("by the town").isEqualTo(12);
            assertThat(queries.options(Permission.TICKET_OPEN, "%", SOME).total()).isZero();
            return null;
        });
        Page<Places.Place> places = db.get(Places.class).schools("Schule 1199", SOME);
        assertThat(places.rows()).hasSize(1);
        assertThat(db.get(Places.class).named(List.of(places.rows().get(0).id()))).extracting(Places.Place::name).containsExactly("Schule 1199");
    }

    @Test
    void a_school_of_others_is_no_choice(Db db) {
        Long authority = SchoolGiven.authority(db, "Landkreis");
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, authority, null);
        as(db, "technik", () -> {
            assertThat(db.get(SchoolQueries.class).option(Permission.TICKET_OPEN, foreign)).isEmpty();
            assertThat(db.get(SchoolQueries.class).options(Permission.TICKET_OPEN, "Hilda", SOME).total()).isZero();
            return null;
        });
    }

    @Test
    void an_order_shows_all_its_3000_devices(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000_00L);
        Long tablet = given.tablet(400_00);
        Long request = given.approved(tablet, 3000);
        Long order = as(db, given.officer, () -> db.get(Orders.class).place(new Orders.Place(given.supplier,
                given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList(), null, "VgV 7/2026")));
        for (int part = 0; part < 3; part++) {
            int from = part * 1000;
            given.receive(order, "N" + part, null, IntStream.range(from, from + 1000).mapToObj(i -> "SN" + i).toArray(String[]::new));
        }
        OrderQueries.View view = given.orderView(order);
        assertThat(view.devices()).hasSize(3000);
        assertThat(view.devices().stream().map(OrderQueries.View.Piece::serial).collect(Collectors.toSet())).hasSize(3000).contains("SN2999");
    }

    @Test
    void what_waits_for_an_order_is_counted_to_the_end(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000_00L);
        Long tablet = given.tablet(400_00);
        for (int i = 0; i < 3; i++) {
            given.approve(given.submit(given.draft(IntStream.range(0, 200)
                    .mapToObj(n -> new Requests.Line(tablet, given.room, 1)).toList())));
        }
        as(db, given.officer, () -> {
            OrderQueries queries = db.get(OrderQueries.class);
            assertThat(queries.offers()).singleElement().satisfies(o -> {
                assertThat(o.lines()).isEqualTo(600);
                assertThat(o.cents()).isEqualTo(600 * 400_00L);
            });
            assertThat(queries.openItems(given.supplier)).hasSize(600);
            assertThat(queries.openItems(given.supplier, 200)).hasSize(200);
            return null;
        });
    }

    private static void schools(Db db, Long authority, int count) {
        Long first = SchoolGiven.school(db, authority, "Schule 0");
        String values = IntStream.range(1, count).mapToObj(i -> "(" + (first + 1_000_000 + i) + ", " + authority + ", 'RP', '9" + i + "', 'Schule " + i
                + "', 'PRIMARY', 'Stadt " + i % 100 + "', 1)").collect(Collectors.joining(", "));
        db.sql("INSERT INTO school (id, authority_id, state_code, official_no, name, type, city, version) VALUES " + values);
    }
}
