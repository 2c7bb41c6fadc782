package de.schulpakt.overview.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.ask.Asks;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.home.AdminHomeQueries;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.overview.readiness.RoomList;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.Concepts;
import de.schulpakt.school.place.OtherPlaceList;
import de.schulpakt.school.place.OtherPlaces;
import de.schulpakt.school.place.PlaceKind;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.RoomQueries;
import de.schulpakt.school.place.SchoolList;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolRegister;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.place.Schools;
import de.schulpakt.school.year.SchoolYears;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place that is no school has rooms, a network and tickets, and nothing that only schools have. */
@DbTest
class OtherPlacesDbTest {
    private static final String HALL = "rathaus";
    private Db db;
    private ProcurementGiven given;
    private Long place;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Ortsschule");
        InstallGiven.technician(db);
        place = work(() -> db.get(OtherPlaces.class).create(new OtherPlaces.Create(given.authority, "RP", PlaceKind.OFFICE, "Rathaus", "Platz 1", "56068", "Koblenz", null,
                null, null)));
        room = SchoolGiven.room(db, place, "Foyer");
        SchoolGiven.user(db, HALL, Role.SCHOOL_ADMIN, null, place);
    }

    @Test
    void it_has_rooms_network_faults_tickets_and_readiness_as_a_school_has() {
        Long ticket = work(() -> db.get(Tickets.class).open(new Tickets.Open(place, room, "CABLING", "Verkabeln", null, null, null, null)));
        InstallGiven.take(db, ticket);
        work(() -> db.get(Networks.class).add(new Networks.Add(place, UnitKind.SWITCH, "SW1", null, room, null, "24", null, null)));
        assertThat(work(() -> db.get(TicketList.class).page(ListView.all())).rows()).extracting("school").containsExactly("Rathaus");
        assertThat(work(() -> db.get(ReadinessQueries.class).rooms(place))).extracting(ReadinessQueries.Readiness::name).containsExactly("Foyer");
        assertThat(work(() -> db.get(SchoolQueries.class).option(Permission.TICKET_OPEN, place))).isPresent();
        assertThat(hall(() -> db.get(Tickets.class).open(new Tickets.Open(place, null, "FAULT", "Kein WLAN", null, null, null, null)))).isNotNull();
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), place, room);
        assertThat(db.number("select count(*) from ticket_device where device_id = ?", device)).as("a device that needs the network brings its ticket").isEqualTo(1);
        db.checks();
    }

    @Test
    void lists_pickers_counts_and_the_register_of_schools_leave_it_out() {
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(SchoolList.class).page(ListView.all())).rows()).extracting(SchoolQueries.Row::name).containsExactly("Ortsschule");
        assertThat(work(() -> db.get(OtherPlaceList.class).page(ListView.all())).rows()).extracting(OtherPlaceList.Row::name, OtherPlaceList.Row::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Rathaus", PlaceKind.OFFICE));
        for (Permission permission : Set.of(Permission.REQUEST_EDIT, Permission.LOAN_EDIT, Permission.BUDGET_VIEW)) {
            assertThat(hall(() -> db.get(SchoolQueries.class).options(permission, null, new PageRequest(1, 10, null))).rows()).as(permission.name()).isEmpty();
            assertThat(hall(() -> db.get(SchoolQueries.class).option(permission, place))).isEmpty();
        }
        assertThat(hall(() -> db.get(SchoolQueries.class).options(Permission.TICKET_OPEN, "Rat", new PageRequest(1, 10, null))).rows()).hasSize(1);
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(AdminHomeQueries.class).admin()).schools()).isEqualTo(1);
        assertThat(db.tx(() -> db.get(SchoolRegister.class).of(List.of("RP")))).extracting(SchoolRegister.Stored::id).containsExactly(given.school);
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(SchoolQueries.class).school(place))).satisfies(view -> {
            assertThat(view.officialNo()).startsWith("X-");
            assertThat(view.place()).isEqualTo(PlaceKind.OFFICE);
        });
    }

    @Test
    void nothing_that_only_schools_have_is_made_for_it() {
        Long tablet = InventoryGiven.device(db, InventoryGiven.tablet(db), place, null);
        Long model = db.number("select model_id from device where id = ?", tablet);
        LocalDate today = ProcurementGiven.today();
        List<Callable<?>> all = List.of(
                () -> db.get(Requests.class).create(new Requests.Create(place, "Beamer", null, List.of())),
                () -> db.get(Bookings.class).book(new Bookings.Book(place, model, 1, today, today, Loans.BorrowerKind.CLASS, "7b", null)),
                () -> db.get(Pool.class).makeSet(new Pool.MakeSet(place, "Satz")),
                () -> db.get(Pool.class).join(new Pool.Join(List.of(tablet), null)),
                () -> db.get(Asks.class).invite(place, new Asks.Invite(today)),
                () -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(tablet), Loans.BorrowerKind.TEACHER, "Erika Muster", null, null, false, null, true,
                        Loans.LoanCondition.SOUND, null, today)),
                () -> db.get(SchoolYears.class).record(place, new SchoolYears.Numbers(today.getYear(), 10, null, null, "Zählung")),
                () -> db.get(Concepts.class).record(place, new Concepts.Record(ConceptKind.MEDIA, new Concepts.Details("Konzept", today, today, null, null))));
        for (Callable<?> step : all) {
            refused("place.no_school", () -> hall(step));
        }
        Long application = FundingGiven.application(db, FundingGiven.programme(db, "DP"), given.authority);
        refused("place.no_school", () -> FundingGiven.officer(db, () -> db.get(Applications.class).addAnnex(application,
                new Applications.AddAnnex(FundingGiven.version(db, application), place, null, null))));
        refused("place.no_school", () -> SchoolGiven.asAdmin(db, () -> {
            db.get(Schools.class).change(place, new Schools.Change(1, "Rathausschule", SchoolType.OTHER, null, null, null, null, null, null, 5));
            return null;
        }));
        db.checks();
    }

    @Test
    void it_is_put_right_given_up_and_taken_up_again_with_a_reason() {
        step(() -> db.get(OtherPlaces.class).change(place, new OtherPlaces.Change(version(), PlaceKind.PUBLIC_SPACE, "WLAN der Innenstadt", null, null, "Koblenz", null, null,
                null)));
        assertThat(view()).satisfies(v -> {
            assertThat(v.name()).isEqualTo("WLAN der Innenstadt");
            assertThat(v.place()).isEqualTo(PlaceKind.PUBLIC_SPACE);
            assertThat(v.street()).isNull();
        });
        assertThatThrownBy(() -> step(() -> db.get(OtherPlaces.class).end(place, new OtherPlaces.Step(0, "x")))).isInstanceOf(Conflict.class);
        Long ticket = work(() -> db.get(Tickets.class).open(new Tickets.Open(place, null, "FAULT", "Kein WLAN", null, null, null, null)));
        refused("place.used_tickets", () -> end());
        InstallGiven.take(db, ticket);
        InstallGiven.solve(db, ticket);
        Long tablet = InventoryGiven.device(db, InventoryGiven.tablet(db), place, null);
        refused("place.used_devices", () -> end());
        SchoolGiven.as(db, HALL, () -> {
            db.get(Devices.class).reportLost(tablet, new Devices.ReportLost(InventoryGiven.version(db, tablet), "weg"));
            return null;
        });
        end();
        assertThat(view().endedOn()).isEqualTo(ProcurementGiven.today());
        assertThat(work(() -> db.get(SchoolQueries.class).rooms(place))).as("its rooms are offered nowhere").isEmpty();
        assertThat(work(() -> db.get(ReadinessQueries.class).rooms(place))).isEmpty();
        assertThat(rooms()).doesNotContain("Foyer");
        assertThat(work(() -> db.get(RoomQueries.class).closed(place))).extracting(SchoolQueries.RoomOption::name).containsExactly("Foyer");
        db.checks();
        refused("place.ended", () -> end());
        refused("place.ended", () -> work(() -> db.get(Tickets.class).open(new Tickets.Open(place, null, "FAULT", "x", null, null, null, null))));
        refused("room.closed", () -> work(() -> db.get(Tickets.class).open(new Tickets.Open(place, room, "FAULT", "x", null, null, null, null))));
        assertThat(work(() -> db.get(SchoolQueries.class).option(Permission.TICKET_OPEN, place))).isEmpty();
        refused("place.ended", () -> work(() -> {
            db.get(Tickets.class).reopen(ticket, new Tickets.Reopen(InstallGiven.version(db, ticket), "Doch"));
            return null;
        }));
        refused("place.ended", () -> SchoolGiven.asAdmin(db, () -> db.get(Schools.class).addBuilding(place, new Schools.AddBuilding("Anbau"))));
        refused("place.ended", () -> SchoolGiven.asAdmin(db, () -> db.get(Schools.class).addRoom(new Schools.AddRoom(
                db.number("select building_id from room where id = ?", room), "2", null, RoomKind.OFFICE))));
        step(() -> db.get(OtherPlaces.class).reopen(place, new OtherPlaces.Step(version(), "doch")));
        refused("place.not_ended", () -> step(() -> db.get(OtherPlaces.class).reopen(place, new OtherPlaces.Step(version(), "doch"))));
        assertThat(work(() -> db.get(SchoolQueries.class).option(Permission.TICKET_OPEN, place))).isPresent();
        assertThat(work(() -> db.get(SchoolQueries.class).rooms(place))).extracting(SchoolQueries.RoomOption::name).containsExactly("Foyer");
        assertThat(rooms()).contains("Foyer");
        assertThat(work(() -> db.get(RoomQueries.class).closed(place))).isEmpty();
        assertThat(view().timeline()).extracting("action").contains("SchoolAction.END", "SchoolAction.REOPEN");
        db.checks();
    }

    @Test
    void schools_are_made_and_changed_elsewhere_and_other_authorities_keep_out() {
        refused("place.kind_school", () -> work(() -> db.get(OtherPlaces.class).create(new OtherPlaces.Create(given.authority, "RP", PlaceKind.SCHOOL, "Schule", null, null,
                null, null, null, null))));
        refused("place.kind_school", () -> step(() -> db.get(OtherPlaces.class).change(place, new OtherPlaces.Change(version(), PlaceKind.SCHOOL, "Rathaus", null, null, null,
                null, null, null))));
        refused("place.is_school", () -> step(() -> db.get(OtherPlaces.class).end(given.school, new OtherPlaces.Step(1, "x"))));
        assertThatThrownBy(() -> hall(() -> db.get(OtherPlaces.class).create(new OtherPlaces.Create(given.authority, "RP", PlaceKind.OTHER, "Keller", null, null, null, null,
                null, null)))).isInstanceOfAny(Forbidden.class, NotFound.class);
        assertThat(hall(() -> db.get(SchoolQueries.class).school(place)).actions()).extracting(Enum::name).doesNotContain("CHANGE", "END");
        SchoolGiven.user(db, "fern", Role.TECHNICIAN, SchoolGiven.authority(db, "Anderswo"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fern", () -> {
            db.get(OtherPlaces.class).end(place, new OtherPlaces.Step(version(), "x"));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThat(db.number("select count(*) from school where place <> 'SCHOOL'")).isEqualTo(1);
    }

    private List<String> rooms() {
        return work(() -> db.get(RoomList.class).page(ListView.all())).rows().stream().map(RoomList.Row::room).toList();
    }

    private void end() {
        step(() -> db.get(OtherPlaces.class).end(place, new OtherPlaces.Step(version(), "Umzug")));
    }

    private int version() {
        return (int) db.number("select version from school where id = ?", place);
    }

    private SchoolQueries.View view() {
        return work(() -> db.get(SchoolQueries.class).school(place));
    }

    private static void refused(String code, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private void step(Runnable what) {
        work(() -> {
            what.run();
            return null;
        });
    }

    private <T> T work(Callable<T> what) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, what);
    }

    private <T> T hall(Callable<T> what) {
        return SchoolGiven.as(db, HALL, what);
    }
}
