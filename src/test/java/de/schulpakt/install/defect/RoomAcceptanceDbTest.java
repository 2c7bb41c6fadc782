package de.schulpakt.install.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketRooms;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work in several rooms is accepted room by room: devices, defects with room and picture, the rest sent back, an acceptance taken back, the protocol. */
@DbTest
class RoomAcceptanceDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long first;
    private Long second;
    private Long inFirst;
    private Long inSecond;
    private Long ticket;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        first = SchoolGiven.room(db, school, "101");
        second = SchoolGiven.room(db, school, "102");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
        Long model = InventoryGiven.tablet(db);
        inFirst = InventoryGiven.device(db, model, school, null);
        inSecond = InventoryGiven.device(db, model, school, null);
        InstallGiven.technician(db);
        db.tx(() -> {
            as(InstallGiven.TECHNICIAN, () -> {
                db.get(Devices.class).mount(inFirst, first);
                db.get(Devices.class).mount(inSecond, second);
                return null;
            });
            return null;
        });
        ticket = as(InstallGiven.TECHNICIAN, () -> db.get(Tickets.class).open(new Tickets.Open(school, first, "ROLL_OUT", "Tablets", null, null, List.of(inFirst, inSecond), null)));
        InstallGiven.take(db, ticket);
        rooms(first, second);
        begin();
        finish();
    }

    @Test
    void each_room_is_accepted_for_itself_and_the_last_one_accepts_the_work() {
        assertThat(room(inSecond)).as("it stays in its room").isEqualTo(second);
        TicketQueries.View before = view();
        assertThat(before.state()).isEqualTo(TicketState.MEASURED);
        assertThat(before.actions()).contains(TicketAction.ACCEPT_ROOMS).doesNotContain(TicketAction.WITHDRAW_ROOM);
        accept(List.of(first), List.of());
        assertThat(view().state()).as("one room is open").isEqualTo(TicketState.MEASURED);
        assertThat(view().rooms()).extracting(TicketQueries.RoomRow::accepted).containsExactly(true, false);
        assertThat(state(inFirst)).isEqualTo("IN_SERVICE");
        assertThat(state(inSecond)).isEqualTo("IN_STOCK");
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.ticket_rooms_accepted'")).isEqualTo(1);
        assertThatThrownBy(() -> accept(List.of(first), List.of())).hasMessageContaining("ticket.room_accepted");
        assertThatThrownBy(() -> accept(List.of(SchoolGiven.room(db, school, "999")), List.of())).hasMessageContaining("ticket.room_unknown");
        accept(List.of(), List.of());
        assertThat(view().state()).isEqualTo(TicketState.ACCEPTED);
        assertThat(state(inSecond)).isEqualTo("IN_SERVICE");
        assertThat(view().rooms()).allMatch(TicketQueries.RoomRow::accepted);
        db.checks();
    }

    @Test
    void a_defect_of_a_room_has_its_devices_and_its_picture_at_the_follow_up() throws Exception {
        assertThatThrownBy(() -> accept(List.of(first), List.of(found("Kratzer", second)))).hasMessageContaining("defect.room");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        try (Received picture = db.get(Intake.class).take(new ByteArrayInputStream(png.toByteArray()), "kratzer.png")) {
            Integer version = view().version();
            List<Received> pictures = new ArrayList<>();
            pictures.add(null);
            pictures.add(picture);
            as(SCHOOL_ADMIN, () -> {
                db.get(Defects.class).acceptPictured(ticket, new Defects.AcceptRooms(version, List.of(second), List.of(found("Hülle fehlt", null), found("Kratzer", second)), null),
                        pictures);
                return null;
            });
        }
        TicketQueries.View now = view();
        assertThat(now.state()).isEqualTo(TicketState.MEASURED);
        assertThat(now.rooms()).extracting(TicketQueries.RoomRow::defects).containsExactly(false, true);
        assertThat(now.defectLines()).extracting(TicketQueries.DefectRow::room).containsExactly(null, "102");
        Long follow = now.defectLines().get(1).ticketId();
        TicketQueries.View right = as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(follow));
        assertThat(right.roomId()).isEqualTo(second);
        assertThat(right.devices()).extracting(TicketQueries.DeviceRow::id).containsExactly(inSecond);
        assertThat(db.number("SELECT count(*) FROM paper WHERE subject_type = 'Ticket' AND subject_id = ? AND media_type LIKE 'image/%'", follow)).isEqualTo(1);
        accept(List.of(), List.of());
        assertThat(view().state()).as("a defect of the other room stays one").isEqualTo(TicketState.ACCEPTED_WITH_DEFECTS);
        assertThat(view().defects()).isEqualTo("Hülle fehlt; Kratzer");
        byte[] pdf = as(SCHOOL_ADMIN, () -> db.get(PrintQueries.class).print("protocol", ticket, null, Locale.GERMAN).bytes());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains("101", "102", "abgenommen mit Mängeln", "Kratzer");
        }
        db.checks();
    }

    @Test
    void what_was_accepted_stays_when_the_rest_is_sent_back_and_can_be_taken_back() {
        accept(List.of(first), List.of());
        Integer version = view().version();
        as(SCHOOL_ADMIN, () -> {
            db.get(Tickets.class).rework(ticket, new Tickets.Rework(version, "In 102 fehlt das Netzteil"));
            return null;
        });
        assertThatThrownBy(() -> rooms(first)).as("accepted as a whole again, though a room was accepted").hasMessageContaining("ticket.rooms_accepted");
        finish();
        assertThat(view().rooms()).extracting(TicketQueries.RoomRow::accepted).containsExactly(true, false);
        Integer now = view().version();
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketRooms.class).withdraw(ticket, new TicketRooms.Withdraw(now, first, "Doch nicht"));
            return null;
        })).isInstanceOf(Forbidden.class);
        as(SCHOOL_ADMIN, () -> {
            db.get(TicketRooms.class).withdraw(ticket, new TicketRooms.Withdraw(now, first, "Doch nicht in Ordnung"));
            return null;
        });
        assertThat(view().rooms()).noneMatch(TicketQueries.RoomRow::accepted);
        assertThat(state(inFirst)).as("what is in service stays there").isEqualTo("IN_SERVICE");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(TicketRooms.class).withdraw(ticket, new TicketRooms.Withdraw(view().version(), first, "Noch einmal"));
            return null;
        })).hasMessageContaining("ticket.room_unknown");
        as(SCHOOL_ADMIN, () -> {
            db.get(Tickets.class).accept(ticket, new Tickets.Step(view().version(), null));
            return null;
        });
        assertThat(view().rooms()).as("accepted as a whole").allMatch(TicketQueries.RoomRow::accepted);
        db.checks();
    }

    @Test
    void nothing_ticked_accepts_nothing_and_one_room_of_the_whole_is_not_accepted_after_all() {
        Integer seen = view().version();
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Defects.class).acceptRooms(ticket, new Defects.AcceptRooms(seen, List.of(), null, null));
            return null;
        })).hasMessageContaining("defect.no_room");
        accept(List.of(), List.of());
        assertThat(view().state()).isEqualTo(TicketState.ACCEPTED);
        as(SCHOOL_ADMIN, () -> {
            db.get(TicketRooms.class).withdraw(ticket, new TicketRooms.Withdraw(view().version(), second, "Netzteil fehlt"));
            return null;
        });
        assertThat(view().state()).isEqualTo(TicketState.MEASURED);
        assertThat(view().rooms()).extracting(TicketQueries.RoomRow::accepted).containsExactly(true, false);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(TicketRooms.class).withdraw(ticket, new TicketRooms.Withdraw(view().version(), null, "Ohne Raum"));
            return null;
        })).as("the whole is not accepted").hasMessageContaining("ticket.room_unknown");
        accept(List.of(), List.of());
        as(SCHOOL_ADMIN, () -> {
            db.get(TicketRooms.class).withdraw(ticket, new TicketRooms.Withdraw(view().version(), null, "Alles noch einmal"));
            return null;
        });
        assertThat(view().rooms()).noneMatch(TicketQueries.RoomRow::accepted);
        db.checks();
    }

    @Test
    void with_one_room_the_work_is_accepted_as_a_whole() {
        Long one = as(InstallGiven.TECHNICIAN, () -> db.get(Tickets.class).open(new Tickets.Open(school, first, "SWITCH", "Ein Raum", null, null, null, null)));
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketRooms.class).set(one, new TicketRooms.Rooms(InstallGiven.version(db, one), List.of(first)));
            return null;
        });
        assertThat(db.number("SELECT count(*) FROM ticket_room WHERE ticket_id = ?", one)).isZero();
        Long foreign = SchoolGiven.room(db, SchoolGiven.school(db, "Andere"), "1");
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketRooms.class).set(one, new TicketRooms.Rooms(InstallGiven.version(db, one), List.of(foreign)));
            return null;
        })).hasMessageContaining("ticket.room_of_other_school");
    }

    @Test
    void the_plain_acceptance_of_the_rest_leaves_the_defects_of_the_rooms_before_to_be_put_right() {
        accept(List.of(first), List.of(found("Kratzer", first)));
        as(SCHOOL_ADMIN, () -> {
            db.get(Tickets.class).accept(ticket, new Tickets.Step(view().version(), "Der Rest ist in Ordnung"));
            return null;
        });
        assertThat(view().state()).isEqualTo(TicketState.ACCEPTED_WITH_DEFECTS);
        assertThat(view().defects()).isEqualTo("Kratzer");
        assertThat(state(inSecond)).isEqualTo("IN_SERVICE");
        assertThat(said("ACCEPT_WITH_DEFECTS")).isEqualTo("Der Rest ist in Ordnung");
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.ticket_accepted_work'")).isZero();
        assertThatThrownBy(() -> close(null)).hasMessageContaining("ticket.defects_open");
        assertThatThrownBy(() -> close("Erledigt")).hasMessageContaining("defect.open");
        InstallGiven.solve(db, view().defectLines().get(0).ticketId());
        close("Poliert");
        assertThat(view().state()).isEqualTo(TicketState.CLOSED);
        db.checks();
    }

    @Test
    void words_of_the_rooms_before_stand_beside_those_of_the_whole_and_what_the_school_says_is_kept() {
        accept(List.of(first), List.of(found("Kratzer", first)));
        Integer version = view().version();
        as(SCHOOL_ADMIN, () -> {
            db.get(Defects.class).accept(ticket, new Defects.Accept(version, "Netzteil fehlt", null));
            return null;
        });
        assertThat(view().defects()).isEqualTo("Kratzer; Netzteil fehlt");
        assertThat(said("ACCEPT_WITH_DEFECTS")).isEqualTo("Netzteil fehlt");
        db.checks();
    }

    @Test
    void what_the_school_says_at_the_last_room_is_kept_though_there_is_a_defect() {
        accept(List.of(first), List.of());
        accept(view().version(), List.of(second), List.of(found("Delle", second)), "Bitte vor acht Uhr kommen");
        assertThat(view().state()).isEqualTo(TicketState.ACCEPTED_WITH_DEFECTS);
        assertThat(view().defects()).isEqualTo("Delle");
        assertThat(said("ACCEPT_WITH_DEFECTS")).isEqualTo("Bitte vor acht Uhr kommen");
        db.checks();
    }

    @Test
    void devices_come_to_the_room_of_the_work_for_which_they_are_meant() {
        Long away = SchoolGiven.room(db, school, "103");
        Long model = InventoryGiven.tablet(db);
        Long forFirst = InventoryGiven.device(db, model, school, first);
        Long forSecond = InventoryGiven.device(db, model, school, second);
        Long forAway = InventoryGiven.device(db, model, school, away);
        Long forNone = InventoryGiven.device(db, model, school, null);
        ticket = as(InstallGiven.TECHNICIAN, () -> db.get(Tickets.class).open(new Tickets.Open(school, first, "ROLL_OUT", "Neue", null, null,
                List.of(forFirst, forSecond, forAway, forNone), null)));
        InstallGiven.take(db, ticket);
        rooms(first, second);
        begin();
        finish();
        assertThat(room(forFirst)).isEqualTo(first);
        assertThat(room(forSecond)).isEqualTo(second);
        assertThat(room(forAway)).as("its room is none of the work").isEqualTo(first);
        assertThat(room(forNone)).isEqualTo(first);
        accept(List.of(second), List.of());
        assertThat(state(forSecond)).isEqualTo("IN_SERVICE");
        assertThat(state(forFirst)).isEqualTo("IN_STOCK");
        db.checks();
    }

    @Test
    void who_has_not_seen_which_rooms_there_are_or_are_accepted_looks_again() {
        Long third = SchoolGiven.room(db, school, "103");
        Integer before = view().version();
        rooms(first, second, third);
        assertThatThrownBy(() -> accept(before, List.of(), List.of(), null)).isInstanceOf(Conflict.class);
        assertThat(view().rooms()).hasSize(3).noneMatch(TicketQueries.RoomRow::accepted);
        Integer open = view().version();
        accept(open, List.of(first), List.of(), null);
        assertThatThrownBy(() -> accept(open, List.of(second), List.of(), null)).isInstanceOf(Conflict.class);
        Integer accepted = view().version();
        as(SCHOOL_ADMIN, () -> {
            db.get(TicketRooms.class).withdraw(ticket, new TicketRooms.Withdraw(accepted, first, "Doch nicht"));
            return null;
        });
        assertThatThrownBy(() -> accept(accepted, List.of(second, third), List.of(), null)).isInstanceOf(Conflict.class);
        assertThat(view().rooms()).noneMatch(TicketQueries.RoomRow::accepted);
    }

    @Test
    void a_defect_of_all_rooms_that_are_left_is_in_one_of_them() {
        accept(List.of(first), List.of());
        Integer seen = view().version();
        assertThatThrownBy(() -> accept(List.of(), List.of(found("Kratzer", first)))).hasMessageContaining("defect.room");
        Long third = SchoolGiven.room(db, school, "103");
        assertThatThrownBy(() -> accept(List.of(), List.of(found("Kratzer", third)))).hasMessageContaining("defect.room");
        assertThat(view().state()).isEqualTo(TicketState.MEASURED);
        assertThat(db.number("SELECT count(*) FROM defect")).isZero();
        accept(seen, List.of(), List.of(found("Kratzer", second)), null);
        assertThat(view().rooms()).extracting(TicketQueries.RoomRow::defects).containsExactly(false, true);
        assertThatThrownBy(() -> accept(seen, List.of(), List.of(found("Kratzer", second)), null)).as("a second click").isInstanceOf(Conflict.class);
        db.checks();
    }

    private void close(String note) {
        InstallGiven.work(db, t -> t.close(ticket, new Tickets.Step(InstallGiven.version(db, ticket), note)));
    }

    private String said(String action) {
        return String.valueOf(db.sql("SELECT note FROM history WHERE subject_type = 'Ticket' AND subject_id = ? AND action = ?", ticket, "TicketAction." + action).get(0).get("note"));
    }

    private void rooms(Long... ids) {
        Integer version = InstallGiven.version(db, ticket);
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketRooms.class).set(ticket, new TicketRooms.Rooms(version, List.of(ids)));
            return null;
        });
    }

    private void begin() {
        InstallGiven.work(db, t -> t.start(ticket, InstallGiven.step(db, ticket)));
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketWork.class).tick(ticket, new TicketWork.Tick(1, true));
            db.get(TicketWork.class).tick(ticket, new TicketWork.Tick(2, true));
            return null;
        });
    }

    private void finish() {
        Integer version = InstallGiven.version(db, ticket);
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketWork.class).finish(ticket, new TicketWork.Finish(version, null, "Aufgestellt"));
            return null;
        });
    }

    private void accept(List<Long> rooms, List<Defects.Found> found) {
        accept(view().version(), rooms, found, null);
    }

    private void accept(Integer version, List<Long> rooms, List<Defects.Found> found, String note) {
        as(SCHOOL_ADMIN, () -> {
            db.get(Defects.class).acceptRooms(ticket, new Defects.AcceptRooms(version, rooms.isEmpty() ? null : rooms, found, note));
            return null;
        });
    }

    private Defects.Found found(String what, Long room) {
        return new Defects.Found(what, db.get(Clock.class).today().plusDays(5), null, room);
    }

    private TicketQueries.View view() {
        return as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(ticket));
    }

    private Long room(Long device) {
        return db.number("SELECT room_id FROM device WHERE id = ?", device);
    }

    private String state(Long device) {
        return db.sql("SELECT state FROM device WHERE id = ?", device).get(0).get("state").toString();
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
