package de.schulpakt.install.reimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Devices find the first day after they are back that is not full. */
class ReimageSpreadTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 6);

    @Test
    void no_day_holds_more_than_its_capacity_and_none_comes_before_it_is_back() {
        List<ReimageSpread.Back> devices = LongStream.rangeClosed(1, 7).mapToObj(id -> back(id, MONDAY.plusDays(id > 5 ? 2 : 0))).toList();
        ReimageSpread spread = ReimageSpread.of(devices, List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(4)), 2);
        assertThat(spread.days().keySet()).containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(4));
        assertThat(spread.days().values()).extracting(List::size).containsExactly(2, 2, 2);
        assertThat(spread.left()).extracting(ReimageSpread.Back::id).containsExactly(7L);
        spread.days().forEach((day, some) -> assertThat(some).allMatch(device -> device.dueOn().isBefore(day)));
    }

    @Test
    void what_comes_back_on_the_last_day_or_without_any_day_is_left() {
        assertThat(ReimageSpread.of(List.of(back(1, MONDAY)), List.of(MONDAY), 5).left()).hasSize(1);
        assertThat(ReimageSpread.of(List.of(back(1, MONDAY)), List.of(), 5).days()).isEmpty();
    }

    @Test
    void a_late_one_does_not_take_the_day_of_an_early_one() {
        ReimageSpread spread = ReimageSpread.of(List.of(back(1, MONDAY.plusDays(1)), back(2, MONDAY)), List.of(MONDAY.plusDays(1), MONDAY.plusDays(2)), 1);
        assertThat(spread.left()).isEmpty();
        assertThat(spread.days().get(MONDAY.plusDays(1))).extracting(ReimageSpread.Back::id).containsExactly(2L);
    }

    private static ReimageSpread.Back back(long id, LocalDate due) {
        return new ReimageSpread.Back(id, "G-" + id, "Tablet", "10a", due);
    }
}
