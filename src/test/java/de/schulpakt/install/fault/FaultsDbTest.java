package de.schulpakt.install.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import jakarta.validation.ConstraintViolationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults: with an account from a device, a room or a school, and without one by the code at the door. */
@DbTest
class FaultsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
    }

    @Test
    void a_fault_of_a_device_names_it_and_is_known_there_and_in_its_room() {
        Long tablet = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long id = report(new Faults.Report(null, null, tablet, "Display gesprungen\nseit heute", Priority.HIGH));
        TicketQueries.View ticket = view(id);
        assertThat(ticket.title()).endsWith(": Display gesprungen").doesNotContain("seit heute");
        assertThat(ticket.description()).isEqualTo("Display gesprungen\nseit heute");
        assertThat(ticket).extracting(TicketQueries.View::deviceId, TicketQueries.View::priority).containsExactly(tablet, Priority.HIGH);
        assertThat(ticket.work().measurement()).isFalse();
        assertThat(known(null, tablet)).extracting(FaultQueries.Known::id).containsExactly(id);
        assertThat(known(null, null)).extracting(FaultQueries.Known::id).containsExactly(id);
        assertThat(view(id).fromSchool()).as("the school may take it back").isTrue();
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        assertThat(known(null, other)).isEmpty();
        InstallGiven.take(db, id);
        InstallGiven.solve(db, id);
        assertThat(known(null, tablet)).isEmpty();
        db.checks();
    }

    @Test
    void a_fault_is_somewhere() {
        assertThatThrownBy(() -> report(new Faults.Report(null, null, null, "kaputt", null))).hasMessageContaining("fault.no_place");
        assertThatThrownBy(() -> code(null, null)).hasMessageContaining("fault.no_place");
        assertThat(view(report(new Faults.Report(school, null, null, "x".repeat(300), null))).title()).hasSize(120).endsWith("…");
    }

    @Test
    void who_stands_before_the_door_reports_without_an_account() {
        String code = codeOf(code(room, null));
        assertThat(code).hasSizeGreaterThanOrEqualTo(22);
        String no;
        try (Received photo = db.get(Intake.class).take(new ByteArrayInputStream("Beamer".getBytes(StandardCharsets.UTF_8)), "b.txt")) {
            no = db.get(Faults.class).reportByCode(code, new Faults.ByCode("Beamer geht nicht an"), photo);
        }
        Long id = db.number("SELECT id FROM ticket WHERE no = ?", no);
        assertThat(view(id)).extracting(TicketQueries.View::roomId, TicketQueries.View::state, TicketQueries.View::title)
                .containsExactly(room, TicketState.OPEN, "204: Beamer geht nicht an");
        assertThat(as(SCHOOL_ADMIN, () -> db.get(PaperQueries.class).of("Ticket", id)).rows()).hasSize(1);
        assertThat(db.number("SELECT count(*) FROM notice WHERE subject_id = ? AND kind = 'message.ticket_opened'", id)).isPositive();
        FaultQueries.Door door = db.get(FaultQueries.class).door(code);
        assertThat(door).extracting(FaultQueries.Door::school, FaultQueries.Door::room).containsExactly("Görres-Gymnasium", "204");
        assertThat(door.known()).extracting(FaultQueries.AtDoor::no, FaultQueries.AtDoor::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(no, TicketState.OPEN));
        assertThat(door.toString()).as("words of others").doesNotContain("Beamer");
        db.checks();
    }

    @Test
    void a_code_reports_five_times_an_hour_and_says_something() {
        String code = codeOf(code(room, null));
        Clock clock = db.get(Clock.class);
        Instant now = Instant.parse("2026-05-04T08:00:00Z");
        for (int i = 0; i < 5; i++) {
            clock.at(now.plusSeconds(i), () -> db.get(Faults.class).reportByCode(code, new Faults.ByCode("kaputt"), null));
        }
        assertThatThrownBy(() -> clock.at(now.plusSeconds(10), () -> db.get(Faults.class).reportByCode(code, new Faults.ByCode("kaputt"), null)))
                .hasMessageContaining("fault.too_many");
        clock.at(now.plusSeconds(3_601), () -> db.get(Faults.class).reportByCode(code, new Faults.ByCode("kaputt"), null));
        assertThat(db.number("SELECT count(*) FROM ticket")).isEqualTo(6);
        assertThatThrownBy(() -> db.get(Faults.class).reportByCode(code, new Faults.ByCode(" "), null)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> db.get(Faults.class).reportByCode(code, new Faults.ByCode("x".repeat(1001)), null))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void a_renewed_code_makes_the_printed_one_worthless() {
        Long id = code(room, null);
        assertThat(code(room, null)).as("made once").isEqualTo(id);
        String printed = codeOf(id);
        as(SCHOOL_ADMIN, () -> {
            db.get(Faults.class).renewCode(id, new Faults.Renew(codes().get(0).version()));
            return null;
        });
        assertThat(codeOf(id)).isNotEqualTo(printed);
        assertThatThrownBy(() -> db.get(Faults.class).reportByCode(printed, new Faults.ByCode("kaputt"), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> db.get(FaultQueries.class).door(printed)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Faults.class).renewCode(id, new Faults.Renew(-1));
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void codes_are_made_for_all_rooms_and_for_a_device_by_who_opens_tickets_there() {
        SchoolGiven.room(db, school, "205");
        code(room, null);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(Faults.class).makeCodes(school))).isEqualTo(1);
        Long tablet = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        code(null, tablet);
        assertThat(codes()).extracting(FaultQueries.Code::deviceId).containsExactly(null, null, tablet);
        assertThat(codes()).extracting(FaultQueries.Code::code).doesNotHaveDuplicates();
        SchoolGiven.user(db, "prueft", Role.AUDITOR, null, null);
        assertThatThrownBy(() -> as("prueft", () -> db.get(Faults.class).makeCodes(school))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as("prueft", () -> db.get(FaultQueries.class).codes(school))).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_inner_door_is_closed_without_a_transaction() {
        assertThatThrownBy(() -> db.get(Tickets.class).opened(Tickets.Open.of(school, room, "x", null))).isInstanceOf(RuntimeException.class);
        assertThat(db.number("SELECT count(*) FROM ticket")).isZero();
    }

    private Long report(Faults.Report cmd) {
        return as(SCHOOL_ADMIN, () -> db.get(Faults.class).report(cmd, null));
    }

    private Long code(Long roomId, Long deviceId) {
        return as(SCHOOL_ADMIN, () -> db.get(Faults.class).makeCode(new Faults.MakeCode(roomId, deviceId)));
    }

    private List<FaultQueries.Code> codes() {
        return as(SCHOOL_ADMIN, () -> db.get(FaultQueries.class).codes(school));
    }

    private String codeOf(Long id) {
        return codes().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().code();
    }

    private List<FaultQueries.Known> known(Long roomId, Long deviceId) {
        return as(SCHOOL_ADMIN, () -> db.get(FaultQueries.class).known(school, roomId, deviceId));
    }

    private TicketQueries.View view(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(id));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
