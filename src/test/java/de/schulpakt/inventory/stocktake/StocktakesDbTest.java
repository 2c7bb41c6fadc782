package de.schulpakt.inventory.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People go through the rooms and scan; what differs is explained before a stock-taking is closed. */
@DbTest
class StocktakesDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;
    private Long other;
    private List<Long> all;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        other = SchoolGiven.room(db, school, "205");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, null, null);
        InventoryGiven.officer(db);
        all = devices(4);
        all.subList(0, 3).forEach(device -> InventoryGiven.place(db, SCHOOL_ADMIN, device, room));
    }

    @Test
    void what_is_scanned_is_found_elsewhere_unexpected_or_unknown_and_the_rest_is_missing() {
        Long id = open(null, null, null);
        Long late = devices("LATE", 1).get(0);
        assertThat(scan(id, "n 1", room, false)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(scan(id, "N-2", other, false)).isEqualTo(StocktakeOutcome.ELSEWHERE);
        assertThat(scan(id, "LATE1", room, false)).isEqualTo(StocktakeOutcome.UNEXPECTED);
        assertThat(scan(id, "4711", room, false)).isEqualTo(StocktakeOutcome.UNKNOWN);
        assertThat(scan(id, "47-11", null, false)).as("again").isEqualTo(StocktakeOutcome.UNKNOWN);
        assertThat(view(id).counts()).isEqualTo(new StocktakeQueries.Counts(2L, 1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L));
        for (StocktakeOutcome outcome : EnumSet.complementOf(EnumSet.of(StocktakeOutcome.DISPUTED, StocktakeOutcome.LENT, StocktakeOutcome.RETIRED))) {
            assertThat(items(id, outcome)).as("%s", outcome).isNotEmpty().allMatch(i -> i.outcome() == outcome);
        }
        assertThat(items(id, null)).hasSize(6);
        assertThat(items(id, StocktakeOutcome.UNEXPECTED).get(0).deviceId()).isEqualTo(late);
        assertThatThrownBy(() -> scan(id, "---", room, false)).hasMessageContaining("stocktake.number_empty");
        db.checks();
    }

    @Test
    void a_place_is_put_right_while_scanning_and_whoever_scans_again_says_where_it_is_now() {
        Long id = open(null, null, null);
        assertThat(scan(id, "N1", other, true)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(device(all.get(0)).room()).isEqualTo("205");
        assertThat(device(all.get(0)).timeline().get(0).action()).isEqualTo("DeviceAction.PLACE");
        Long third = SchoolGiven.room(db, device(all.get(0)).schoolId(), "301");
        assertThat(scan(id, "N1", third, false)).as("put right for the other room only").isEqualTo(StocktakeOutcome.ELSEWHERE);
        assertThat(scan(id, "N1", third, true)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(device(all.get(0)).room()).isEqualTo("301");
        assertThat(scan(id, "N2", other, false)).isEqualTo(StocktakeOutcome.ELSEWHERE);
        assertThat(scan(id, "N2", room, false)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(scan(id, "N4", room, false)).as("stood in no room").isEqualTo(StocktakeOutcome.ELSEWHERE);
        Long foreign = SchoolGiven.room(db, SchoolGiven.school(db, "Hilda-Gymnasium"), "1");
        assertThatThrownBy(() -> scan(id, "N3", foreign, false)).hasMessageContaining("device.room_of_other_school");
        db.checks();
    }

    @Test
    void what_was_put_right_for_a_wrong_room_is_put_back_where_it_is_found_as_expected() {
        Long id = open(null, null, null);
        assertThat(scan(id, "N1", other, true)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(scan(id, "N1", room, false)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(device(all.get(0)).room()).as("scanned in the wrong room by mistake").isEqualTo("204");
        assertThat(scan(id, "N2", other, true)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(as("technik", () -> scan(id, "N2", room, false, null))).isEqualTo(StocktakeOutcome.DISPUTED);
        assertThat(device(all.get(1)).room()).as("nobody has decided").isEqualTo("205");
        Long item = items(id, StocktakeOutcome.DISPUTED).get(0).id();
        as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).decide(id, new Stocktakes.Decide(item, room, false));
            return null;
        });
        assertThat(device(all.get(1)).room()).isEqualTo("204");
        db.checks();
    }

    @Test
    void what_was_scanned_by_mistake_is_taken_back_with_its_place_and_its_explanation() {
        Long id = open(null, null, null);
        scan(id, "N1", other, true);
        scan(id, "N4", room, true);
        scan(id, "4711", room, false);
        Long third = items(id, null).stream().filter(i -> all.get(2).equals(i.deviceId())).findFirst().orElseThrow().id();
        assertThatThrownBy(() -> unscan(id, List.of(third))).hasMessageContaining("stocktake.not_scanned");
        assertThatThrownBy(() -> unscan(id, List.of())).hasMessageContaining("stocktake.none_ticked");
        assertThatThrownBy(() -> unscan(id, List.of(third + 999))).isInstanceOf(NotFound.class);
        List<Long> seen = items(id, null).stream().filter(i -> i.foundAt() != null).map(StocktakeQueries.Item::id).toList();
        as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).explain(id, new Stocktakes.Explain(seen, "steht dort"));
            return null;
        });
        unscan(id, seen);
        assertThat(view(id).counts()).isEqualTo(new StocktakeQueries.Counts(4L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
        assertThat(device(all.get(0)).room()).as("where it was expected").isEqualTo("204");
        assertThat(device(all.get(3)).room()).as("it stood in no room").isNull();
        assertThat(view(id).timeline().get(0)).satisfies(e -> assertThat(e.action()).isEqualTo("StocktakeAction.UNSCAN"));
        assertThat(as("technik", () -> scan(id, "N1", room, false, null))).as("what was taken back is no dispute").isEqualTo(StocktakeOutcome.FOUND);
        db.checks();
    }

    @Test
    void what_was_closed_too_early_is_counted_on_with_a_reason() {
        Long id = open(null, null, null);
        List.of("N1", "N2", "N3", "N4").forEach(n -> scan(id, n, null, false));
        end(id, true);
        assertThatThrownBy(() -> as("technik", () -> reopen(id))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).reopen(id, new Stocktakes.Why(view(id).version(), " "));
            return null;
        })).hasMessageContaining("note");
        as(SCHOOL_ADMIN, () -> reopen(id));
        assertThat(view(id)).extracting(StocktakeQueries.View::state, StocktakeQueries.View::closedAt, StocktakeQueries.View::closedBy)
                .containsExactly(StocktakeState.RUNNING, null, null);
        scan(id, "4711", room, false);
        assertThatThrownBy(() -> end(id, true)).hasMessageContaining("stocktake.unexplained");
    }

    private Void reopen(Long id) {
        db.get(Stocktakes.class).reopen(id, new Stocktakes.Why(db.get(StocktakeQueries.class).view(id).version(), "Keller vergessen"));
        return null;
    }

    @Test
    void what_is_lent_needs_no_explanation_and_what_is_retired_says_so() {
        Long id = open(null, null, null);
        Long late = devices("LATE", 1).get(0);
        Long gone = devices("GONE", 1).get(0);
        db.sql("update device set state = 'RETIRED', retired_on = current_date where id = ?", gone);
        db.sql("update device set lent = true where id = ?", all.get(1));
        assertThat(scan(id, "LATE1", room, true)).isEqualTo(StocktakeOutcome.UNEXPECTED);
        assertThat(device(late).room()).as("it had no place").isEqualTo("204");
        assertThat(scan(id, "LATE1", other, true)).isEqualTo(StocktakeOutcome.UNEXPECTED);
        assertThat(device(late).room()).as("it has the one of this count").isEqualTo("205");
        assertThat(scan(id, "GONE1", room, true)).isEqualTo(StocktakeOutcome.RETIRED);
        List.of("N1", "N3", "N4").forEach(n -> scan(id, n, null, false));
        assertThat(view(id).counts()).isEqualTo(new StocktakeQueries.Counts(0L, 0L, 1L, 0L, 3L, 0L, 1L, 1L, 0L));
        assertThat(items(id, StocktakeOutcome.LENT)).extracting(StocktakeQueries.Item::deviceId).containsExactly(all.get(1));
        assertThat(items(id, StocktakeOutcome.RETIRED)).extracting(StocktakeQueries.Item::deviceId).containsExactly(gone);
        List<Long> open = items(id, null).stream().filter(i -> EnumSet.of(StocktakeOutcome.UNEXPECTED, StocktakeOutcome.RETIRED).contains(i.outcome()))
                .map(StocktakeQueries.Item::id).toList();
        as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).explain(id, new Stocktakes.Explain(open, "beim Hausmeister <Keller>"));
            return null;
        });
        end(id, true);
        db.sql("update device set lent = false where id = ?", all.get(1));
        assertThat(view(id).counts().lent()).as("a closed one says what was").isEqualTo(1);
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            byte[] pdf = as(InventoryGiven.OFFICER, () -> db.get(PrintQueries.class).print("stocktake", id, null, locale)).bytes();
            PdfCheck.conforms(pdf);
            assertThat(PdfCheck.text(pdf).replaceAll("\\s+", " ")).contains(view(id).no(), "Inventur 2026", "Görres-Gymnasium", "LATE1", "GONE1", "beim Hausmeister <Keller>", SCHOOL_ADMIN);
        }
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> as("fremd", () -> db.get(PrintQueries.class).print("stocktake", id, null, Locale.GERMANY))).isInstanceOf(NotFound.class);
    }

    private void unscan(Long id, List<Long> items) {
        as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).unscan(id, new Stocktakes.Unscan(items, "Kiste verwechselt"));
            return null;
        });
    }

    @Test
    void it_is_closed_only_when_each_difference_is_explained() {
        Long id = open(null, null, null);
        scan(id, "N1", room, false);
        scan(id, "4711", room, false);
        assertThatThrownBy(() -> end(id, true)).hasMessageContaining("stocktake.unexplained");
        List<Long> open = items(id, null).stream().filter(i -> i.outcome() != StocktakeOutcome.FOUND).map(StocktakeQueries.Item::id).toList();
        as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).explain(id, new Stocktakes.Explain(open, "beim Hausmeister"));
            return null;
        });
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).explain(id, new Stocktakes.Explain(List.of(), "nichts"));
            return null;
        })).hasMessageContaining("stocktake.none_ticked");
        end(id, true);
        assertThat(view(id)).extracting(StocktakeQueries.View::state, StocktakeQueries.View::closedBy).containsExactly(StocktakeState.CLOSED, SCHOOL_ADMIN);
        assertThatThrownBy(() -> scan(id, "N2", room, false)).hasMessageContaining("state.not_allowed");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).explain(id, new Stocktakes.Explain(open, "zu spät"));
            return null;
        })).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void two_people_count_one_room_and_nothing_is_counted_twice() {
        Long id = open(null, null, null);
        AtomicInteger next = new AtomicInteger();
        assertThat(db.race(4, 16, () -> as("technik", () -> scan(id, "N" + (next.getAndIncrement() % 4 + 1), room)))).isEmpty();
        assertThat(view(id).counts().missing()).isZero();
        assertThat(db.number("select count(*) from stocktake_item")).isEqualTo(4);
        List<Throwable> thrown = db.race(4, 4, () -> as("technik", () -> scan(id, "NEW-1", room)));
        assertThat(db.number("select count(*) from stocktake_item where device_id is null")).isEqualTo(1);
        assertThat(thrown).allMatch(t -> String.valueOf(t).contains("Exception"));
        db.checks();
    }

    @Test
    void what_two_people_saw_in_two_rooms_is_decided_and_never_guessed() {
        Long id = open(null, null, null);
        Long third = SchoolGiven.room(db, school, "301");
        assertThat(scan(id, "N1", room, true)).isEqualTo(StocktakeOutcome.FOUND);
        assertThat(as("technik", () -> scan(id, "N1", other, true, null))).isEqualTo(StocktakeOutcome.DISPUTED);
        assertThat(device(all.get(0)).room()).as("nobody has decided").isEqualTo("204");
        assertThat(as("technik", () -> scan(id, "4711", other, false, null))).isEqualTo(StocktakeOutcome.UNKNOWN);
        assertThat(scan(id, "4711", room, false)).isEqualTo(StocktakeOutcome.DISPUTED);
        assertThat(view(id).counts().disputed()).isEqualTo(2);
        assertThat(items(id, StocktakeOutcome.DISPUTED)).hasSize(2).allMatch(i -> i.outcome() == StocktakeOutcome.DISPUTED);
        List<StocktakeQueries.Sighting> seen = as(SCHOOL_ADMIN, () -> db.get(StocktakeQueries.class).disputes(id));
        assertThat(seen).extracting(StocktakeQueries.Sighting::room).containsExactly("204", "205", "205", "204");
        assertThatThrownBy(() -> end(id, true)).hasMessageContaining("stocktake.disputed");

        Long item = seen.get(0).itemId();
        Long foreign = SchoolGiven.room(db, SchoolGiven.school(db, "Hilda-Gymnasium"), "1");
        assertThatThrownBy(() -> decide(id, item, foreign)).hasMessageContaining("device.room_of_other_school");
        assertThatThrownBy(() -> decide(id, item + 999, room)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(open(null, null, null), item, room)).as("of another stock-taking").isInstanceOf(NotFound.class);
        decide(id, item, third);
        assertThat(device(all.get(0)).room()).isEqualTo("301");
        assertThat(items(id, StocktakeOutcome.FOUND)).extracting(StocktakeQueries.Item::foundRoom).containsExactly("301");
        assertThatThrownBy(() -> decide(id, item, room)).hasMessageContaining("stocktake.undisputed");
        assertThat(as("technik", () -> scan(id, "4711", room, false, null))).as("who looks again agrees").isEqualTo(StocktakeOutcome.UNKNOWN);
        assertThat(view(id).timeline().get(0).action()).isEqualTo("StocktakeAction.DECIDE");
        assertThat(view(id).counts().disputed()).isZero();
        end(id, false);
        assertThatThrownBy(() -> decide(id, item, room)).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void what_comes_late_says_nothing_about_what_was_seen_after_it() {
        Long id = open(null, null, null);
        Clock clock = db.get(Clock.class);
        Instant begun = clock.now();
        clock.at(begun.plus(Duration.ofHours(3)), () -> {
            assertThat(as(SCHOOL_ADMIN, () -> scan(id, "N1", other, false, begun.plus(Duration.ofHours(2))))).isEqualTo(StocktakeOutcome.ELSEWHERE);
            assertThat(as(SCHOOL_ADMIN, () -> scan(id, "N1", room, true, begun.plus(Duration.ofHours(1))))).as("older, and no place is put right by it")
                    .isEqualTo(StocktakeOutcome.ELSEWHERE);
            assertThat(items(id, StocktakeOutcome.ELSEWHERE)).extracting(StocktakeQueries.Item::foundRoom).containsExactly("205");
            scan(id, "N2", room, false);
            as(SCHOOL_ADMIN, () -> scan(id, "N2", room, false, begun.plus(Duration.ofDays(9))));
            as(SCHOOL_ADMIN, () -> scan(id, "N3", room, false, begun.minus(Duration.ofDays(9))));
        });
        assertThat(db.number("select count(*) from stocktake_sighting where seen_at > arrived_at")).as("a clock that is fast").isZero();
        assertThat(db.number("select count(*) from stocktake_sighting s join stocktake_item i on i.id = s.item_id join stocktake t on t.id = i.stocktake_id"
                + " where s.seen_at < t.opened_at")).as("a clock that is slow").isZero();
        assertThat(db.number("select count(*) from stocktake_sighting")).isEqualTo(5);
        db.checks();
    }

    private StocktakeOutcome scan(Long id, String number, Long where, boolean move, Instant seenAt) {
        return db.get(Stocktakes.class).scan(id, new Stocktakes.Scan(number, where, move, seenAt));
    }

    private void decide(Long id, Long item, Long where) {
        as(SCHOOL_ADMIN, () -> {
            db.get(Stocktakes.class).decide(id, new Stocktakes.Decide(item, where, true));
            return null;
        });
    }

    @Test
    void a_room_an_award_and_a_sample_limit_what_is_expected() {
        assertThat(view(open(room, null, null)).expected()).isEqualTo(3);
        devices("S", 200);
        int sample = view(open(null, null, 30)).expected();
        assertThat(sample).isBetween(20, 110);
        assertThatThrownBy(() -> open(other, null, null)).hasMessageContaining("stocktake.nothing");
        assertThatThrownBy(() -> open(null, 999L, null)).isInstanceOf(NotFound.class);
        Long foreign = SchoolGiven.room(db, SchoolGiven.school(db, "Hilda-Gymnasium"), "1");
        assertThatThrownBy(() -> open(foreign, null, null)).hasMessageContaining("device.room_of_other_school");
    }

    @Test
    void a_school_is_due_after_a_year_and_a_part_of_it_does_not_count() {
        Long part = open(room, null, null);
        List.of("N1", "N2", "N3").forEach(n -> scan(part, n, room, false));
        end(part, true);
        assertThat(due()).extracting(StocktakeQueries.Due::schoolId).containsExactly(school);
        Long whole = open(null, null, null);
        List.of("N1", "N2", "N3", "N4").forEach(n -> scan(whole, n, null, false));
        end(whole, true);
        assertThat(due()).isEmpty();
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(367)), () -> assertThat(due()).extracting(d -> d.lastAt() != null).containsExactly(true));
    }

    @Test
    void who_may_not_see_the_school_sees_and_scans_nothing_and_only_the_school_closes() {
        Long id = open(null, null, null);
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> as("fremd", () -> db.get(StocktakeQueries.class).view(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("fremd", () -> scan(id, "N1", null))).isInstanceOf(NotFound.class);
        assertThat(as("fremd", () -> db.get(StocktakeList.class).page(ListView.all())).total()).isZero();
        assertThatThrownBy(() -> as("technik", () -> {
            db.get(Stocktakes.class).close(id, new Stocktakes.Step(view(id).version(), null));
            return null;
        })).isInstanceOf(Forbidden.class);
        end(id, false);
        assertThat(view(id).state()).isEqualTo(StocktakeState.CANCELLED);
    }

    private List<Long> devices(int count) {
        return devices("N", count);
    }

    private List<Long> devices(String serial, int count) {
        Long model = InventoryGiven.tablet(db);
        return db.tx(() -> db.get(Devices.class).register(IntStream.rangeClosed(1, count).mapToObj(i -> new Devices.Register(model, serial + i, school, null, null,
                null, null, null, 45_000L, LocalDate.of(2026, 3, 2), null)).toList()));
    }

    private Long open(Long of, Long budget, Integer sample) {
        return as(SCHOOL_ADMIN, () -> db.get(Stocktakes.class).open(new Stocktakes.Open(school, "Inventur 2026", of, budget, sample)));
    }

    private StocktakeOutcome scan(Long id, String number, Long where, boolean move) {
        return as(SCHOOL_ADMIN, () -> db.get(Stocktakes.class).scan(id, new Stocktakes.Scan(number, where, move)));
    }

    private StocktakeOutcome scan(Long id, String number, Long where) {
        return db.get(Stocktakes.class).scan(id, new Stocktakes.Scan(number, where, false));
    }

    private void end(Long id, boolean closed) {
        as(SCHOOL_ADMIN, () -> {
            Stocktakes.Step step = new Stocktakes.Step(view(id).version(), null);
            if (closed) {
                db.get(Stocktakes.class).close(id, step);
            } else {
                db.get(Stocktakes.class).cancel(id, step);
            }
            return null;
        });
    }

    private StocktakeQueries.View view(Long id) {
        return as(InventoryGiven.OFFICER, () -> db.get(StocktakeQueries.class).view(id));
    }

    private List<StocktakeQueries.Item> items(Long id, StocktakeOutcome outcome) {
        return as(InventoryGiven.OFFICER, () -> db.get(StocktakeQueries.class).items(id, outcome, PageRequest.of(1, 100, null))).rows();
    }

    private List<StocktakeQueries.Due> due() {
        return as(SCHOOL_ADMIN, () -> db.get(StocktakeQueries.class).due());
    }

    private DeviceQueries.View device(Long id) {
        return as(InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).view(id));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
