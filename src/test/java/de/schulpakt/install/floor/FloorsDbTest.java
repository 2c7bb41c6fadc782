package de.schulpakt.install.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.identity.Role;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures of floors with what is drawn on them. */
@DbTest
class FloorsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;
    private Long building;
    private Long plan;

    @BeforeEach
    void given(Db kit) throws IOException {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "A 1.07");
        building = db.number("SELECT building_id FROM room WHERE id = ?", room);
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InstallGiven.technician(db);
        plan = work(() -> db.get(FloorPlans.class).create(new FloorPlans.Create(building, " 1.  OG ")));
        picture(plan, png(Color.WHITE), "og1.png");
    }

    @Test
    void a_socket_is_drawn_moved_taken_off_and_drawn_again_and_the_history_knows() {
        Long socket = unit(UnitKind.SOCKET, "1.07-1", room);
        assertThat(work(() -> db.get(FloorQueries.class).units(plan, "1.07"))).extracting(FloorQueries.Offer::words).containsExactly("1.07-1 (A 1.07)");
        Long mark = place(socket, 250, 400);
        assertThat(work(() -> db.get(FloorQueries.class).units(plan, null))).as("it is drawn already").isEmpty();
        FloorQueries.Mark shown = view().marks().get(0);
        assertThat(shown.name()).isEqualTo("1.07-1");
        assertThat(shown.room()).isEqualTo("A 1.07");
        assertThat(shown.state()).isEqualTo(FloorQueries.MarkState.FREE);
        move(mark, shown.version(), 300, 410);
        FloorQueries.Mark moved = view().marks().get(0);
        assertThat(List.of(moved.x(), moved.y())).containsExactly(300, 410);
        assertThatThrownBy(() -> move(mark, shown.version(), 1, 1)).as("somebody else moved it").isInstanceOf(Conflict.class);
        move(mark, moved.version(), 300, 410);
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'FloorAction.MOVE_MARK'")).as("the same place is no step").isEqualTo(1);
        take(mark, view().marks().get(0).version());
        assertThat(view().marks()).isEmpty();
        assertThatThrownBy(() -> take(mark, 0)).isInstanceOf(NotFound.class);
        assertThat(place(socket, 1000, 0)).isNotNull();
        assertThat(view().timeline()).hasSizeGreaterThanOrEqualTo(5);
        db.checks();
    }

    @Test
    void drawing_twice_moves_and_two_at_once_draw_one_mark() {
        Long socket = unit(UnitKind.SOCKET, "1.07-1", room);
        Long first = place(socket, 10, 10);
        assertThat(place(socket, 20, 20)).isEqualTo(first);
        Long other = unit(UnitKind.SOCKET, "1.07-2", room);
        List<Throwable> thrown = db.race(2, 2, () -> place(other, 30, 30));
        assertThat(thrown).isEmpty();
        assertThat(view().marks()).hasSize(2);
        db.checks();
    }

    @Test
    void what_is_not_one_thing_of_this_building_is_refused() {
        Long socket = unit(UnitKind.SOCKET, "1.07-1", room);
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        assertThatThrownBy(() -> draw(plan, new FloorPlans.Place(socket, null, device, 1, 1))).hasMessageContaining("floor.one");
        assertThatThrownBy(() -> draw(plan, new FloorPlans.Place(null, null, null, 1, 1))).hasMessageContaining("floor.one");
        Long stranger = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long theirs = unit(stranger, UnitKind.SWITCH, "SW", null);
        assertThatThrownBy(() -> place(theirs, 1, 1)).hasMessageContaining("floor.other_school");
        assertThatThrownBy(() -> place(4711L, 1, 1)).hasMessageContaining("floor.other_school");
        db.sql("INSERT INTO building (school_id, name) SELECT school_id, 'Turnhalle' FROM building WHERE id = ?", building);
        Long hall = db.number("SELECT max(id) FROM building");
        Long hallPlan = work(() -> db.get(FloorPlans.class).create(new FloorPlans.Create(hall, "EG")));
        assertThatThrownBy(() -> draw(hallPlan, new FloorPlans.Place(socket, null, null, 1, 1))).hasMessageContaining("floor.other_building");
        Long loose = unit(UnitKind.SWITCH, "SW1", null);
        assertThatThrownBy(() -> draw(hallPlan, new FloorPlans.Place(loose, null, null, 1, 1))).hasMessageContaining("floor.no_picture");
        place(loose, 1, 1);
        picture(hallPlan, png(Color.GRAY), "halle.png");
        assertThatThrownBy(() -> draw(hallPlan, new FloorPlans.Place(loose, null, null, 1, 1))).hasMessageContaining("floor.elsewhere");
        Long gone = unit(UnitKind.SWITCH, "SW2", null);
        db.sql("UPDATE network_unit SET live = NULL WHERE id = ?", gone);
        assertThatThrownBy(() -> place(gone, 1, 1)).hasMessageContaining("floor.gone");
        assertThatThrownBy(() -> work(() -> db.get(FloorPlans.class).create(new FloorPlans.Create(building, "1. OG")))).hasMessageContaining("floor_plan_once");
        assertThatThrownBy(() -> SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(FloorPlans.class).place(plan, new FloorPlans.Place(socket, null, null, 1, 1))))
                .isInstanceOf(Forbidden.class);
        assertThat(SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(FloorQueries.class).plan(plan)).editable()).isFalse();
        db.checks();
    }

    @Test
    void ports_and_devices_are_drawn_and_found_by_name_and_number() {
        Long panel = unit(UnitKind.SWITCH, "EV2-SW1", null);
        Long port = db.number("SELECT min(id) FROM network_port WHERE unit_id = ?", panel);
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        draw(plan, new FloorPlans.Place(null, port, null, 5, 5));
        Long drawn = draw(plan, new FloorPlans.Place(null, null, device, 6, 6));
        Long unit = place(panel, 7, 7);
        String no = db.sql("SELECT inventory_no FROM device WHERE id = ?", device).get(0).get("inventory_no").toString();
        assertThat(find("EV2-SW1")).hasSize(2);
        assertThat(find(no)).extracting(FloorQueries.Mark::id).containsExactly(drawn);
        assertThat(find("%")).isEmpty();
        assertThat(work(() -> db.get(FloorQueries.class).ofUnit(panel)).orElseThrow().id()).isEqualTo(unit);
        assertThat(work(() -> db.get(FloorQueries.class).ofDevice(device)).orElseThrow().id()).isEqualTo(drawn);
        db.sql("UPDATE network_unit SET live = NULL WHERE id = ?", panel);
        assertThat(view().marks()).as("what was taken down is not shown").extracting(FloorQueries.Mark::id).containsExactly(drawn);
        assertThat(view().plan().marks()).as("nor counted").isEqualTo(1);
        db.sql("UPDATE network_unit SET live = TRUE WHERE id = ?", panel);
        work(() -> {
            db.get(Networks.class).removePort(port, new Networks.Remove(Math.toIntExact(db.number("SELECT version FROM network_port WHERE id = ?", port)), "Verschrieben"));
            return null;
        });
        assertThat(view().marks()).as("a port that is gone goes from the plan").hasSize(2);
        db.checks();
    }

    @Test
    void a_page_of_a_pdf_becomes_the_picture_and_marks_stay_where_they_are() throws IOException {
        place(unit(UnitKind.SOCKET, "1.07-1", room), 250, 400);
        Long before = view().pictureId();
        Long pdf = picture(plan, pdf(2), "Plan.pdf");
        assertThat(view().pdfs()).extracting(FloorQueries.File::name).containsExactly("Plan.pdf");
        Long paper = page(pdf, 2);
        assertThat(view().pictureId()).isEqualTo(paper).isNotEqualTo(before);
        assertThat(work(() -> db.get(PaperQueries.class).row(paper)).name()).isEqualTo("Plan-2.png");
        assertThat(view().marks().get(0).x()).isEqualTo(250);
        assertThat(page(pdf, 2)).as("the same page again is the paper that is there").isEqualTo(paper);
        assertThatThrownBy(() -> page(pdf, 3)).hasMessageContaining("floor.pdf_page");
        assertThatThrownBy(() -> page(before, 1)).hasMessageContaining("floor.no_pdf");
        Long broken = picture(plan, "%PDF-1.7\nnichts".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "kaputt.pdf");
        assertThatThrownBy(() -> page(broken, 1)).hasMessageContaining("floor.pdf_broken");
    }

    @Test
    void the_printed_sheet_has_the_picture_with_numbers() throws IOException {
        for (int i = 1; i <= 12; i++) {
            place(unit(UnitKind.SOCKET, "1.07-" + i, room), 80 * i, 500);
        }
        PdfCheck.conforms(SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(PrintQueries.class).print("floor", plan, null, Locale.GERMANY)).bytes());
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(FloorPicture.numbered(png(Color.WHITE), view().marks())));
        assertThat(drawn.getRGB(100, 90)).as("beside the first mark").isEqualTo(Color.WHITE.getRGB());
        boolean dark = false;
        for (int x = 7; x < 26; x++) {
            dark |= new Color(drawn.getRGB(x, 50)).getRed() < 128;
        }
        assertThat(dark).as("the first mark is drawn").isTrue();
    }

    @Test
    void a_device_that_goes_to_another_school_goes_from_the_plan_and_a_plan_goes_with_its_marks() {
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        draw(plan, new FloorPlans.Place(null, null, device, 6, 6));
        db.get(FloorPlans.class).devicesLeave(new de.schulpakt.inventory.device.Devices.Leaving(java.util.Set.of(device), school));
        assertThat(view().marks()).isEmpty();
        draw(plan, new FloorPlans.Place(null, null, device, 6, 6));
        assertThatThrownBy(() -> remove(view().plan().version() + 1)).isInstanceOf(Conflict.class);
        remove(view().plan().version());
        assertThat(db.number("SELECT count(*) FROM floor_mark")).isZero();
        assertThat(db.number("SELECT count(*) FROM paper WHERE subject_type = 'FloorPlan' AND removed_at IS NULL")).isZero();
        assertThatThrownBy(this::view).isInstanceOf(NotFound.class);
        assertThat(work(() -> db.get(FloorQueries.class).school(school, null)).plans()).isEmpty();
        db.checks();
    }

    @Test
    void what_comes_in_the_place_of_a_device_is_drawn_where_that_was() {
        Long model = InventoryGiven.tablet(db);
        Long old = InventoryGiven.device(db, model, school, room);
        Long spare = InventoryGiven.device(db, model, school, room);
        Long mark = draw(plan, new FloorPlans.Place(null, null, old, 6, 7));
        draw(plan, new FloorPlans.Place(null, null, spare, 8, 9));
        Long swap = SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(Swaps.class).swap(new Swaps.Swap(InventoryGiven.version(db, old), old, spare, Swaps.Goes.ASIDE, "Display kaputt")));
        assertThat(view().marks()).extracting(FloorQueries.Mark::id, FloorQueries.Mark::deviceId, FloorQueries.Mark::x).containsExactly(tuple(mark, spare, 6));
        SchoolGiven.as(db, SCHOOL_ADMIN, () -> {
            db.get(Swaps.class).undo(swap, new Swaps.Undo("war falsch"));
            return null;
        });
        assertThat(view().marks()).extracting(FloorQueries.Mark::id, FloorQueries.Mark::deviceId).containsExactly(tuple(mark, old));
        db.checks();
    }

    @Test
    void what_has_moved_to_another_building_is_drawn_there_and_goes_from_its_old_plan() throws IOException {
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        InventoryGiven.place(db, SCHOOL_ADMIN, device, room);
        draw(plan, new FloorPlans.Place(null, null, device, 6, 6));
        db.sql("INSERT INTO building (school_id, name) SELECT school_id, 'Turnhalle' FROM building WHERE id = ?", building);
        Long hall = db.number("SELECT max(id) FROM building");
        db.sql("INSERT INTO room (building_id, school_id, name, floor, kind) SELECT ?, school_id, 'Halle', floor, kind FROM room WHERE id = ?", hall, room);
        InventoryGiven.place(db, SCHOOL_ADMIN, device, db.number("SELECT max(id) FROM room"));
        Long hallPlan = work(() -> db.get(FloorPlans.class).create(new FloorPlans.Create(hall, "EG")));
        picture(hallPlan, png(Color.GRAY), "halle.png");
        Long drawn = draw(hallPlan, new FloorPlans.Place(null, null, device, 3, 3));
        assertThat(view().marks()).isEmpty();
        assertThat(work(() -> db.get(FloorQueries.class).plan(hallPlan)).marks()).extracting(FloorQueries.Mark::id).containsExactly(drawn);
        db.checks();
    }

    private Long unit(UnitKind kind, String name, Long in) {
        return unit(school, kind, name, in);
    }

    private Long unit(Long of, UnitKind kind, String name, Long in) {
        return work(() -> db.get(Networks.class).add(new Networks.Add(of, kind, name, null, in, null, "2", null, null)));
    }

    private Long place(Long unit, int x, int y) {
        return draw(plan, new FloorPlans.Place(unit, null, null, x, y));
    }

    private Long draw(Long on, FloorPlans.Place what) {
        return work(() -> db.get(FloorPlans.class).place(on, what));
    }

    private void move(Long mark, Integer version, int x, int y) {
        work(() -> {
            db.get(FloorPlans.class).move(mark, new FloorPlans.Move(version, x, y));
            return null;
        });
    }

    private void take(Long mark, Integer version) {
        work(() -> {
            db.get(FloorPlans.class).take(mark, new FloorPlans.Take(version, "Falsch"));
            return null;
        });
    }

    private void remove(Integer version) {
        work(() -> {
            db.get(FloorPlans.class).remove(plan, new FloorPlans.Remove(version, "Gibt es nicht"));
            return null;
        });
    }

    private Long page(Long paper, int page) {
        return work(() -> db.get(FloorPlans.class).page(plan, new FloorPlans.Page(paper, page)));
    }

    private List<FloorQueries.Mark> find(String text) {
        return work(() -> db.get(FloorQueries.class).school(school, text)).found();
    }

    private FloorQueries.View view() {
        return work(() -> db.get(FloorQueries.class).plan(plan));
    }

    private Long picture(Long of, byte[] bytes, String name) {
        return work(() -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(bytes), name)) {
                return db.get(Papers.class).attach("FloorPlan", of, new Papers.Attach("PLAN", null, null), file);
            }
        });
    }

    private <T> T work(Callable<T> work) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, work);
    }

    private static byte[] png(Color color) {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 200; x++) {
            for (int y = 0; y < 100; y++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(new PDRectangle(300 + i, 200)));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
