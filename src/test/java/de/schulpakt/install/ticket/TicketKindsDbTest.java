package de.schulpakt.install.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.kind.Kinds;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets of all kinds, what each asks for at its end, and what technicians do with the queue. */
@DbTest
class TicketKindsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private static final String ADMIN = "verwaltung";
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, ADMIN, Role.ADMIN, null, null);
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
    }

    @Test
    void a_cracked_tablet_never_asks_for_a_socket() {
        Long tablet = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long id = as(SCHOOL_ADMIN, () -> db.get(Tickets.class).open(new Tickets.Open(school, null, "FAULT", "Display gesprungen", "Raum 204, Wagen 2",
                Priority.HIGH, List.of(tablet), null)));
        InstallGiven.take(db, id);
        InstallGiven.work(db, t -> t.start(id, step(id)));
        TicketQueries.View view = view(id);
        assertThat(view.actions()).contains(TicketAction.SOLVE).doesNotContain(TicketAction.MEASURE, TicketAction.FINISH);
        assertThat(view.devices()).extracting(TicketQueries.DeviceRow::id).containsExactly(tablet);
        assertThat(view.priority()).isEqualTo(Priority.HIGH);
        assertThatThrownBy(() -> InstallGiven.measure(db, id, room, true)).hasMessageContaining("ticket.not_measured");
        assertThatThrownBy(() -> work(w -> w.finish(id, done(id, "Display getauscht")))).hasMessageContaining("ticket.unaccepted");
        work(w -> w.solve(id, done(id, "Display getauscht")));
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::outcome, TicketQueries.View::measurements)
                .containsExactly(TicketState.CLOSED, "Display getauscht", List.of());
        assertThat(as(SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).view(tablet)).state()).isEqualTo(DeviceState.IN_STOCK);
        db.checks();
    }

    @Test
    void a_device_has_many_tickets_and_one_of_them_is_its_installation() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        Long fault = InstallGiven.open(db, school, "FAULT", device);
        assertThat(db.number("SELECT count(*) FROM ticket WHERE device_id = ?", device)).isEqualTo(2);
        assertThat(db.number("SELECT count(*) FROM ticket WHERE installed_id = ?", device)).isEqualTo(1);
        assertThat(find(ListView.all().with("kind", "FAULT"))).containsExactly(fault);
        assertThat(find(ListView.all().with("priority", Priority.URGENT))).isEmpty();
        db.checks();
    }

    @Test
    void many_devices_go_into_service_with_one_acceptance() {
        Long model = InventoryGiven.tablet(db);
        List<Long> tablets = List.of(InventoryGiven.device(db, model, school, room), InventoryGiven.device(db, model, school, room));
        Long id = InstallGiven.open(db, school, "ROLL_OUT", tablets.toArray(new Long[0]));
        begin(id);
        assertThatThrownBy(() -> work(w -> w.finish(id, done(id, "Ausgegeben")))).hasMessageContaining("ticket.steps_open");
        tick(id, 1, true);
        tick(id, 2, true);
        tick(id, 2, true);
        tick(id, 2, false);
        assertThatThrownBy(() -> work(w -> w.finish(id, done(id, "Ausgegeben")))).hasMessageContaining("ticket.steps_open");
        tick(id, 2, true);
        assertThatThrownBy(() -> tick(id, 3, true)).hasMessageContaining("ticket.step_unknown");
        assertThatThrownBy(() -> work(w -> w.solve(id, done(id, "Ausgegeben")))).hasMessageContaining("ticket.accepted");
        assertThatThrownBy(() -> work(w -> w.finish(id, done(id, "Ausgegeben")))).hasMessageContaining("ticket.room_missing");
        work(w -> w.finish(id, new TicketWork.Finish(version(id), room, "Ausgegeben")));
        assertThat(view(id).done()).extracting(TicketQueries.StepRow::stepNo).containsExactly(1, 2);
        InstallGiven.accept(db, SCHOOL_ADMIN, id);
        assertThat(db.number("SELECT count(*) FROM device WHERE state = 'IN_SERVICE' AND room_id = ?", room)).isEqualTo(2);
        assertThatThrownBy(() -> tick(id, 1, false)).hasMessageContaining("ticket.over");
        db.checks();
    }

    @Test
    void what_needs_a_photo_ends_only_with_one() throws IOException {
        Long id = InstallGiven.open(db, school, "SWITCH");
        begin(id);
        tick(id, 1, true);
        tick(id, 2, true);
        assertThatThrownBy(() -> work(w -> w.finish(id, done(id, "Eingebaut")))).hasMessageContaining("ticket.photo_missing");
        attach(id, "notiz.txt", "kein Bild".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> work(w -> w.finish(id, done(id, "Eingebaut")))).hasMessageContaining("ticket.photo_missing");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        attach(id, "schrank.png", png.toByteArray());
        work(w -> w.finish(id, done(id, "Eingebaut")));
        assertThat(view(id).state()).isEqualTo(TicketState.MEASURED);
        db.checks();
    }

    @Test
    void an_installation_ends_with_its_measurement_and_nothing_else() {
        Long id = InstallGiven.ticket(db, school, room);
        begin(id);
        assertThat(view(id).actions()).contains(TicketAction.MEASURE).doesNotContain(TicketAction.FINISH, TicketAction.SOLVE);
        assertThatThrownBy(() -> work(w -> w.finish(id, done(id, "fertig")))).hasMessageContaining("ticket.measured");
        assertThatThrownBy(() -> work(w -> w.solve(id, done(id, "fertig")))).hasMessageContaining("ticket.measured");
    }

    @Test
    void a_running_ticket_keeps_the_revision_under_which_it_was_opened() {
        Long running = InstallGiven.open(db, school, "FAULT");
        Kind fault = known("FAULT");
        asAdmin(k -> k.change("FAULT", new Kinds.Change(fault.revision(), facts("Neustart versucht", "Restart tried", false, false, KindDevices.NONE, null))));
        assertThatThrownBy(() -> asAdmin(k -> k.change("FAULT", new Kinds.Change(fault.revision(), facts("", "", false, false, KindDevices.NONE, null)))))
                .isInstanceOf(Conflict.class);
        Long later = InstallGiven.open(db, school, "FAULT");
        begin(running);
        begin(later);
        work(w -> w.solve(running, done(running, "Kabel gesteckt")));
        assertThatThrownBy(() -> work(w -> w.solve(later, done(later, "Kabel gesteckt")))).hasMessageContaining("ticket.steps_open");
        assertThat(view(running).work().revision()).isEqualTo(1);
        assertThat(view(later).work().steps("en")).containsExactly("Restart tried");
        assertThat(as(ADMIN, () -> db.get(KindQueries.class).all())).filteredOn(k -> k.code().equals("FAULT")).extracting(Kind::revision)
                .containsExactly(2);
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'KindAction.CHANGE'")).isEqualTo(1);
        db.checks();
    }

    @Test
    void a_kind_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> make("A", facts("eins", "one\ntwo", false, false, KindDevices.NONE, null))).hasMessageContaining("kind.steps_differ");
        assertThatThrownBy(() -> make("A", facts("x\n".repeat(21), "x\n".repeat(21), false, false, KindDevices.NONE, null)))
                .hasMessageContaining("kind.steps_many");
        assertThatThrownBy(() -> make("A", facts("", "", true, false, KindDevices.NONE, null))).hasMessageContaining("kind.measured_unaccepted");
        assertThatThrownBy(() -> make("A", facts("", "", false, false, KindDevices.SERVE, null))).hasMessageContaining("kind.served_unaccepted");
        assertThatThrownBy(() -> make("A", facts("", "", false, false, KindDevices.NONE, "B"))).hasMessageContaining("kind.follow_up");
        assertThatThrownBy(() -> make("A", facts("", "", false, false, KindDevices.NONE, "A"))).hasMessageContaining("kind.follow_up_own");
        assertThatThrownBy(() -> make("FAULT", facts("", "", false, false, KindDevices.NONE, null))).hasStackTraceContaining("ticket_kind_");
        assertThatThrownBy(() -> asAdmin(k -> k.change("NOTHING", new Kinds.Change(1, facts("", "", false, false, KindDevices.NONE, null)))))
                .isInstanceOf(NotFound.class);
        make("A", facts("eins", "one", true, true, KindDevices.SERVE, "FAULT"));
    }

    @Test
    void the_end_of_one_opens_what_follows_once() {
        make("AUDIT", facts("", "", false, false, KindDevices.NONE, "FAULT"));
        Long id = InstallGiven.open(db, school, "AUDIT");
        InstallGiven.take(db, id);
        work(w -> w.solve(id, done(id, "Begangen")));
        as(SCHOOL_ADMIN, () -> {
            db.get(Tickets.class).reopen(id, new Tickets.Reopen(version(id), "Noch ein Raum"));
            return null;
        });
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::assignee, TicketQueries.View::closedAt)
                .containsExactly(TicketState.OPEN, null, null);
        assertThat(db.number("SELECT count(*) FROM notice WHERE subject_id = ? AND kind = 'message.ticket_reopened_own'", id)).as("who had it").isEqualTo(1);
        InstallGiven.take(db, id);
        work(w -> w.solve(id, done(id, "Noch einmal begangen")));
        assertThat(find(ListView.all().with("kind", "FAULT"))).hasSize(1);
        assertThat(view(id).links()).extracting(TicketQueries.LinkRow::kind).containsExactly(TicketQueries.LinkKind.FOLLOWS);
        db.checks();
    }

    @Test
    void only_what_the_kind_allows_is_opened() {
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), foreign, null);
        assertThatThrownBy(() -> InstallGiven.open(db, school, "NOTHING")).hasMessageContaining("ticket.kind_unknown");
        assertThatThrownBy(() -> InstallGiven.open(db, school, "FAULT", device)).hasMessageContaining("ticket.device_of_other_school");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(Tickets.class).open(new Tickets.Open(school, null, "CABLING", "Dosen", null, null, null,
                null)))).hasMessageContaining("ticket.kind_of_technicians");
        assertThat(as(SCHOOL_ADMIN, () -> db.get(KindQueries.class).offered(school))).extracting(Kind::code)
                .containsExactlyInAnyOrder("INSTALLATION", "FAULT", "MOVE", "RE_IMAGE");
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(KindQueries.class).offered(school))).hasSize(12);
    }

    @Test
    void a_ticket_is_given_to_somebody_who_works_there_and_the_visit_of_the_first_is_off() {
        Long id = InstallGiven.open(db, school, "FAULT");
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        Long second = db.number("SELECT id FROM app_user WHERE login = 'zweite'");
        Long pupil = db.number("SELECT id FROM app_user WHERE login = ?", SCHOOL_ADMIN);
        InstallGiven.take(db, id);
        InstallGiven.schedule(db, id, 60);
        assertThatThrownBy(() -> work(w -> w.assign(id, new TicketWork.Assign(version(id), pupil, null)))).hasMessageContaining("ticket.no_technician");
        work(w -> w.assign(id, new TicketWork.Assign(version(id), second, "Urlaub")));
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::assigneeId).containsExactly(TicketState.PLANNED, second);
        assertThat(view(id).visits()).extracting(TicketQueries.VisitRow::cancelled).containsExactly(true);
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).technicians(school))).extracting(TicketWork.Technician::id)
                .contains(second).doesNotContain(pupil);
        db.sql("update role_assignment set lapses_at = ? where user_id = ?", java.time.Instant.now().minusSeconds(60), second);
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).technicians(school))).as("whose role from a claim has lapsed")
                .extracting(TicketWork.Technician::id).isNotEmpty().doesNotContain(second);
        assertThat(db.number("SELECT count(*) FROM notice WHERE user_id = ? AND kind = 'message.ticket_assigned'", second)).isEqualTo(1);
        db.checks();
    }

    @Test
    void priority_and_due_day_change_with_a_line_in_the_history() {
        Long id = InstallGiven.open(db, school, "FAULT");
        work(w -> w.rank(id, new TicketWork.Rank(version(id), Priority.URGENT, db.get(Clock.class).today(), "ganze Schule")));
        assertThat(view(id)).extracting(TicketQueries.View::priority, TicketQueries.View::dueOn)
                .containsExactly(Priority.URGENT, db.get(Clock.class).today());
        assertThat(view(id).timeline().get(0).action()).isEqualTo("TicketAction.RANK");
        assertThatThrownBy(() -> work(w -> w.rank(id, new TicketWork.Rank(version(id), Priority.LOW, db.get(Clock.class).today().minusDays(1), null))))
                .hasMessageContaining("ticket.due_past");
    }

    @Test
    void tickets_are_linked_and_a_duplicate_points_at_the_one_that_stays() {
        Long one = InstallGiven.open(db, school, "FAULT");
        Long two = InstallGiven.open(db, school, "FAULT");
        Long three = InstallGiven.open(db, school, "FAULT");
        Long foreign = InstallGiven.open(db, SchoolGiven.school(db, "Hilda-Gymnasium"), "FAULT");
        work(w -> w.link(one, new TicketWork.Link(view(two).no())));
        assertThatThrownBy(() -> work(w -> w.link(one, new TicketWork.Link(view(two).no())))).hasStackTraceContaining("ticket_link_once");
        assertThatThrownBy(() -> work(w -> w.link(one, new TicketWork.Link(view(one).no())))).hasStackTraceContaining("ticket_link_two");
        assertThatThrownBy(() -> work(w -> w.link(one, new TicketWork.Link(view(foreign).no())))).hasMessageContaining("ticket.other_unknown");
        work(w -> w.merge(three, new TicketWork.Merge(version(three), view(one).no())));
        assertThat(view(three)).extracting(TicketQueries.View::state).isEqualTo(TicketState.CANCELLED);
        assertThat(view(one).links()).extracting(TicketQueries.LinkRow::kind).containsExactly(TicketQueries.LinkKind.RELATED, TicketQueries.LinkKind.DUPLICATE);
        assertThat(db.sql("SELECT kind, action FROM notice WHERE subject_id = ? AND kind LIKE 'message.ticket_merged%'", three)).as("the school learns where it goes on")
                .extracting(row -> row.get("kind") + " " + row.get("action")).containsExactly("message.ticket_merged " + view(one).no());
        db.checks();
    }

    @Test
    void a_link_is_removed_from_either_end_and_a_duplicate_stays_one() {
        Long one = InstallGiven.open(db, school, "FAULT");
        Long two = InstallGiven.open(db, school, "FAULT");
        Long three = InstallGiven.open(db, school, "FAULT");
        work(w -> w.link(one, new TicketWork.Link(view(two).no())));
        work(w -> w.unlink(two, new TicketWork.Link(view(one).no())));
        assertThat(view(one).links()).isEmpty();
        assertThat(view(two).timeline().get(0).action()).isEqualTo("TicketAction.UNLINK");
        work(w -> w.merge(three, new TicketWork.Merge(version(three), view(one).no())));
        assertThatThrownBy(() -> work(w -> w.unlink(one, new TicketWork.Link(view(three).no())))).hasMessageContaining("ticket.not_linked");
        db.checks();
    }

    @Test
    void nothing_is_merged_into_what_has_ended_nor_in_a_circle() {
        Long one = InstallGiven.open(db, school, "FAULT");
        Long two = InstallGiven.open(db, school, "FAULT");
        Long three = InstallGiven.open(db, school, "FAULT");
        assertThatThrownBy(() -> work(w -> w.merge(one, new TicketWork.Merge(version(one), view(one).no())))).hasStackTraceContaining("ticket_link_two");
        InstallGiven.take(db, one);
        work(w -> w.link(two, new TicketWork.Link(view(one).no())));
        work(w -> w.merge(one, new TicketWork.Merge(version(one), view(two).no())));
        assertThatThrownBy(() -> work(w -> w.merge(two, new TicketWork.Merge(version(two), view(one).no())))).as("in a circle").hasMessageContaining("ticket.merge_ended");
        InstallGiven.take(db, three);
        InstallGiven.solve(db, three);
        assertThatThrownBy(() -> work(w -> w.merge(two, new TicketWork.Merge(version(two), view(three).no())))).hasMessageContaining("ticket.merge_ended");
        as(SCHOOL_ADMIN, () -> {
            db.get(Tickets.class).reopen(one, new Tickets.Reopen(version(one), "Sagt doch etwas anderes"));
            return null;
        });
        assertThat(view(one).links()).as("it has to do with it, no more").extracting(TicketQueries.LinkRow::kind).containsExactly(TicketQueries.LinkKind.RELATED);
        work(w -> w.merge(two, new TicketWork.Merge(version(two), view(one).no())));
        assertThat(view(two).state()).isEqualTo(TicketState.CANCELLED);
        assertThat(view(one).links()).extracting(TicketQueries.LinkRow::kind).containsExactly(TicketQueries.LinkKind.DUPLICATE);
        db.checks();
    }

    @Test
    void what_waits_says_for_whom() {
        Long id = InstallGiven.open(db, school, "FAULT");
        InstallGiven.take(db, id);
        InstallGiven.work(db, t -> t.await(id, new Tickets.Wait(version(id), WaitingReason.SUPPLIER, "Ersatzakku")));
        assertThat(view(id)).extracting(TicketQueries.View::waitingReason, TicketQueries.View::waitingFor)
                .containsExactly(WaitingReason.SUPPLIER, "Ersatzakku");
        db.checks();
        InstallGiven.work(db, t -> t.resume(id, step(id)));
        assertThat(view(id).waitingReason()).isNull();
        db.checks();
    }

    private void attach(Long id, String name, byte[] bytes) {
        try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(bytes), name)) {
            as(InstallGiven.TECHNICIAN, () -> db.get(Papers.class).attach("Ticket", id, new Papers.Attach("PHOTO", null, null), file));
        }
    }

    private void begin(Long id) {
        InstallGiven.take(db, id);
        InstallGiven.work(db, t -> t.start(id, step(id)));
    }

    private void tick(Long id, int step, boolean done) {
        work(w -> w.tick(id, new TicketWork.Tick(step, done)));
    }

    private Kind known(String code) {
        return db.get(KnownKinds.class).latest(code).orElseThrow();
    }

    private void make(String code, Kinds.Facts facts) {
        asAdmin(k -> k.create(new Kinds.Create(code, facts)));
    }

    private static Kinds.Facts facts(String de, String en, boolean measured, boolean accepted, KindDevices devices, String next) {
        return new Kinds.Facts("Art", "Kind", de, en, measured, false, accepted, devices, true, Priority.NORMAL, 60, next, null, false, true, false);
    }

    private TicketWork.Finish done(Long id, String outcome) {
        return new TicketWork.Finish(version(id), null, outcome);
    }

    private List<Long> find(ListView filter) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketList.class).page(filter)).rows().stream().map(TicketQueries.Row::id).toList();
    }

    private TicketQueries.View view(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(id));
    }

    private Integer version(Long id) {
        return InstallGiven.version(db, id);
    }

    private Tickets.Step step(Long id) {
        return InstallGiven.step(db, id);
    }

    private void work(Consumer<TicketWork> step) {
        as(InstallGiven.TECHNICIAN, () -> {
            step.accept(db.get(TicketWork.class));
            return null;
        });
    }

    private void asAdmin(Consumer<Kinds> step) {
        as(ADMIN, () -> {
            step.accept(db.get(Kinds.class));
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
