package de.schulpakt.install.wave;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.ticket.TicketState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which day a wave plans for what, and what moves along. */
class WavePlanTest {
    private static final WorkingTime TIME = new WorkingTime(new Holidays(), LocalTime.of(7, 30), LocalTime.of(16, 0));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void trades_follow_each_other_at_each_place_and_no_day_is_fuller_than_it_may_be() {
        List<Waves.Trade> trades = List.of(trade("CABLING", false, 2), trade("SWITCH", true, 1), trade("ACCESS_POINT", false, 3));
        WavePlan plan = WavePlan.of(trades, spots(1, 2, 3), MONDAY, TIME, Set.of());
        assertThat(plan.items()).extracting(WavePlan.Item::trade).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2);
        // three rooms of building 1 are cabled on Monday and Tuesday, its switch comes on Wednesday, its access points on Thursday
        assertThat(plan.items().get(2).plannedOn()).isEqualTo(MONDAY.plusDays(1));
        assertThat(plan.items().get(6).plannedOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(plan.items().get(6).needs()).containsExactly(0, 1, 2);
        assertThat(plan.items().get(8)).extracting(WavePlan.Item::plannedOn, WavePlan.Item::needs).containsExactly(MONDAY.plusDays(3), List.of(6));
    }

    @Test
    void weekends_and_holidays_are_left_out() {
        WavePlan plan = WavePlan.of(List.of(trade("CABLING", false, 1)), spots(1, 1, 4), LocalDate.of(2026, 12, 24), TIME, Set.of());
        assertThat(plan.items()).extracting(WavePlan.Item::plannedOn).containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 28),
                LocalDate.of(2026, 12, 29), LocalDate.of(2026, 12, 30));
        assertThat(WavePlan.of(List.of(trade("CABLING", false, 1)), spots(1, 1, 1), LocalDate.of(2026, 12, 26), TIME, Set.of()).items())
                .extracting(WavePlan.Item::plannedOn).containsExactly(LocalDate.of(2026, 12, 28));
    }

    @Test
    void work_that_runs_already_is_left_out_and_what_follows_does_not_wait_for_it() {
        WavePlan plan = WavePlan.of(List.of(trade("CABLING", false, 5), trade("ACCESS_POINT", false, 5)), spots(1, 1, 2), MONDAY, TIME,
                Set.of(new WavePlan.Place("CABLING", 1L, 1L)));
        assertThat(plan.left()).isEqualTo(1);
        assertThat(plan.items()).extracting(WavePlan.Item::trade, WavePlan.Item::roomId, WavePlan.Item::plannedOn).containsExactly(
                org.assertj.core.groups.Tuple.tuple(0, 2L, MONDAY), org.assertj.core.groups.Tuple.tuple(1, 1L, MONDAY),
                org.assertj.core.groups.Tuple.tuple(1, 2L, MONDAY.plusDays(1)));
    }

    @Test
    void whatever_is_moved_nothing_comes_before_what_it_needs_and_what_is_agreed_stays() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            WavePlan plan = WavePlan.of(List.of(trade("CABLING", false, 1 + random.nextInt(4)), trade("SWITCH", true, 1 + random.nextInt(2)),
                    trade("ACCESS_POINT", false, 1 + random.nextInt(4)), trade("ROLL_OUT", false, 2)), spots(2, 2, 3), MONDAY, TIME, Set.of());
            List<WaveQueries.Planned> all = new ArrayList<>();
            Map<Long, List<Long>> needs = new HashMap<>();
            for (int i = 0; i < plan.items().size(); i++) {
                WavePlan.Item item = plan.items().get(i);
                all.add(new WaveQueries.Planned((long) i, 1000L + i, "T-" + i, item.schoolId(), random.nextInt(9) == 0 ? TicketState.CLOSED : TicketState.OPEN,
                        item.plannedOn(), item.trade() + 1, true, null, random.nextInt(9) == 0 ? Instant.EPOCH : null));
                needs.put((long) i, item.needs().stream().map(Long::valueOf).toList());
            }
            WaveQueries.Planned one = all.get(random.nextInt(all.size()));
            int by = random.nextInt(12);
            boolean whole = random.nextBoolean();
            WaveShift shift = WaveShift.of(all, needs, whole ? Set.of() : Set.of(one.id()), by, TIME, MONDAY);
            for (WaveQueries.Planned each : all) {
                LocalDate day = shift.moved().getOrDefault(each.id(), each.plannedOn());
                assertThat(TIME.works(day)).as("seed %s", seed).isTrue();
                if (each.over() || each.fixed()) {
                    assertThat(shift.moved()).as("seed %s", seed).doesNotContainKey(each.id());
                } else if (shift.moved().containsKey(each.id())) {
                    needs.get(each.id()).forEach(need -> assertThat(shift.moved().getOrDefault(need, all.get(need.intValue()).plannedOn()))
                            .as("seed %s: %s needs %s", seed, each, need).isBefore(day));
                }
                if (whole && !each.over() && !each.fixed()) {
                    assertThat(day).as("seed %s", seed).isAfterOrEqualTo(TIME.plusDays(each.plannedOn(), by));
                }
            }
            assertThat(shift.kept()).as("seed %s", seed).allMatch(kept -> kept.visitAt() != null);
        }
    }

    private static Waves.Trade trade(String kind, boolean perBuilding, int perDay) {
        return new Waves.Trade(kind, perBuilding, true, perDay, null);
    }

    private static List<WavePlan.Spot> spots(int schools, int buildings, int rooms) {
        List<WavePlan.Spot> spots = new ArrayList<>();
        for (int i = 0; i < schools * buildings * rooms; i++) {
            long building = i / rooms + 1L;
            spots.add(new WavePlan.Spot(i + 1L, i / (rooms * (long) buildings) + 1, "S", building, "B" + building, "1", "R" + i));
        }
        return spots;
    }
}
