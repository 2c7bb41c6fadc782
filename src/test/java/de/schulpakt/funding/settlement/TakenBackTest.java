package de.schulpakt.funding.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.text.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Credit notes and discounts in a drawdown: never more than was spent is drawn, nothing is taken back of what was not. */
class TakenBackTest {
    private static final long SCHOOL = 7;
    private static final String LINE = "1:1";

    @Test
    void a_credit_note_goes_with_what_was_drawn_before_even_while_another_delivery_stays_behind() {
        Judged second = line(2, 100_000, 12L);
        Judged credit = line(3, -50_000, 13L);
        TakenBack taken = new TakenBack(List.of(second, credit), Map.of(LINE, 100_000L), Map.of(SCHOOL, 100_000L), null);
        assertThat(taken.along(credit)).as("the first delivery was drawn").isTrue();
    }

    @Test
    void it_waits_as_long_as_less_was_drawn() {
        Judged first = line(1, 100_000, 11L);
        Judged credit = line(3, -50_000, 13L);
        TakenBack taken = new TakenBack(List.of(first, credit), Map.of(), Map.of(), null);
        assertThat(taken.along(credit)).isFalse();
        taken.take(first);
        assertThat(taken.along(credit)).isTrue();
    }

    @Test
    void a_credit_note_that_is_more_than_was_drawn_goes_along_where_too_much_was_drawn() {
        Judged second = line(2, 4_000, 12L);
        Judged credit = line(3, -8_000, 13L);
        TakenBack taken = new TakenBack(List.of(second, credit), Map.of(LINE, 6_000L), Map.of(), null);
        assertThat(taken.along(credit)).as("60 were drawn, 20 were spent").isTrue();
    }

    @Test
    void a_discount_goes_with_its_own_invoice() {
        Judged second = line(2, 50_000, 12L);
        Judged discount = line(3, -1_000, 12L);
        TakenBack taken = new TakenBack(List.of(second, discount), Map.of(LINE, 100_000L), Map.of(), null);
        assertThat(taken.along(discount)).as("its invoice was not drawn").isFalse();
        taken.take(second);
        assertThat(taken.along(discount)).isTrue();
    }

    @Test
    void what_was_taken_back_counts_once_against_the_bound_of_mobile_devices() {
        Judged first = line(1, 1_500_000, 11L);
        Judged second = line(2, 1_200_000, 12L);
        Judged credit = line(3, -150_000, 13L);
        TakenBack taken = new TakenBack(List.of(first, second, credit), Map.of(), Map.of(SCHOOL, 0L), null);
        assertThat(taken.mobileWith(first)).isEqualTo(1_350_000);
        taken.take(first);
        assertThat(taken.mobileWith(second)).isEqualTo(2_550_000);
    }

    @Test
    void a_credit_note_for_what_was_drawn_makes_room_for_what_comes_instead() {
        Judged credit = line(1, -500_000, 11L);
        Judged instead = new Judged(open(2, 400_000), new SpendingSource.Spending(9L, "E-9", 1, "Tablet", 1, null, null, null, null, null, List.of()), List.of(), false);
        TakenBack taken = new TakenBack(List.of(credit, instead), Map.of(LINE, 2_500_000L), Map.of(SCHOOL, 2_500_000L), null);
        assertThat(taken.mobileWith(instead)).isEqualTo(2_400_000);
    }

    @Test
    void what_is_chosen_or_belongs_to_no_order_goes_along() {
        Judged credit = line(1, -500, 11L);
        Judged correction = new Judged(open(2, -700), null, List.of(), false);
        TakenBack taken = new TakenBack(List.of(credit, correction), Map.of(), Map.of(), Set.of(1L));
        assertThat(taken.along(credit)).isTrue();
        assertThat(taken.along(correction)).isTrue();
    }

    /** Whatever is drawn in whatever order: of a line never more than was spent, and in the end exactly what was spent. */
    @Property(tries = 400)
    void together_the_lines_are_what_was_spent(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 9) Integer> spent,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> back, @ForAll @Size(8) List<Boolean> along) {
        long id = 0;
        List<Judged> open = new ArrayList<>();
        long room = 0;
        for (Integer one : spent) {
            room += one;
            open.add(line(++id, one, id));
        }
        for (Integer one : back) {
            if (one <= room) {
                room -= one;
                open.add(line(++id, -one, id));
            }
        }
        long drawn = 0;
        for (int round = 0; !open.isEmpty(); round++) {
            TakenBack taken = new TakenBack(open, Map.of(LINE, drawn), Map.of(), null);
            List<Judged> rest = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                Judged one = open.get(i);
                if (one.amount().cents() > 0 && (round > 0 || along.get(i % 8))) {
                    taken.take(one);
                    drawn += one.amount().cents();
                } else {
                    rest.add(one);
                }
            }
            for (Judged one : List.copyOf(rest)) {
                if (taken.along(one)) {
                    rest.remove(one);
                    drawn += one.amount().cents();
                }
            }
            assertThat(drawn).as("no more than was spent").isLessThanOrEqualTo(room);
            assertThat(rest.size()).as("it ends").isLessThan(round == 0 ? open.size() + 1 : open.size());
            open = rest;
        }
        assertThat(drawn).isEqualTo(room);
    }

    private static Judged line(long posting, long cents, Long invoice) {
        return new Judged(open(posting, cents), new SpendingSource.Spending(1L, "E-1", 1, "Tablet", 1, null, null, null, null,
                new SpendingSource.Bill(invoice, cents, 0L, cents, 0L, null, null, null), List.of()), List.of(), false);
    }

    private static Proposals.Open open(long posting, long cents) {
        return new Proposals.Open(posting, 1L, 1, Category.MOBILE_DEVICE, SCHOOL, "Görres", "invoice:" + posting, Instant.EPOCH, null, Money.of(cents));
    }
}
