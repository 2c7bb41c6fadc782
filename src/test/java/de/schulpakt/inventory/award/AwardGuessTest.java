package de.schulpakt.inventory.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which position may have paid is proposed only if it is sure enough and clearly ahead of the next one. */
class AwardGuessTest {
    private static final LocalDate DAY = LocalDate.of(2021, 6, 1);
    private static final Awards.Award TABLETS = award(1L, 1, LocalDate.of(2021, 1, 1), 2_000_000, Set.of(45_000L), Set.of("Bechtle GmbH"), "TABLET");
    private static final Awards.Award OTHER_TABLETS = award(2L, 2, LocalDate.of(2021, 1, 1), 2_000_000, Set.of(45_000L), Set.of(), "TABLET");
    private static final Awards.Award BOARDS = award(3L, 3, LocalDate.of(2021, 1, 1), 2_000_000, Set.of(45_000L), Set.of("Bechtle GmbH"), "DISPLAY");

    @Test
    void day_kind_and_price_are_enough_and_the_reasons_are_said() {
        List<AwardGuess> guesses = guesses(45_000L, null, TABLETS, BOARDS);
        assertThat(guesses).singleElement().satisfies(g -> {
            assertThat(g.points()).isEqualTo(80);
            assertThat(g.reasons()).extracting("key").containsExactly("award_guess.day", "award_guess.kind", "award_guess.price");
        });
        assertThat(AwardGuess.sure(guesses).award()).isEqualTo(TABLETS);
    }

    @Test
    void what_is_as_likely_as_another_or_says_little_is_asked() {
        assertThat(AwardGuess.sure(guesses(45_000L, null, TABLETS, OTHER_TABLETS))).as("two alike").isNull();
        assertThat(AwardGuess.sure(guesses(45_000L, "Bechtle  gmbh", TABLETS, OTHER_TABLETS)).award()).as("the supplier decides").isEqualTo(TABLETS);
        assertThat(AwardGuess.sure(guesses(30_000L, null, TABLETS))).as("another price").isNull();
        assertThat(guesses(30_000L, null, TABLETS).get(0).points()).isEqualTo(50);
        assertThat(guesses(47_000L, null, TABLETS).get(0).points()).as("a price near that of the position").isEqualTo(65);
        assertThat(AwardGuess.sure(List.of())).isNull();
    }

    @Test
    void what_cannot_have_paid_is_no_guess() {
        assertThat(guesses(2_000_001L, null, TABLETS)).as("more than is approved").isEmpty();
        assertThat(AwardGuess.of(new AwardGuess.Thing("TABLET", DAY.minusYears(1), 45_000L, null), List.of(TABLETS))).as("before the period").isEmpty();
        assertThat(AwardGuess.of(new AwardGuess.Thing("TABLET", LocalDate.of(2023, 1, 1), 45_000L, null), List.of(TABLETS))).as("after it").isEmpty();
        assertThat(AwardGuess.of(new AwardGuess.Thing("TABLET", null, 45_000L, null), List.of(TABLETS))).isEmpty();
        assertThat(AwardGuess.of(new AwardGuess.Thing("TABLET", DAY, null, null), List.of(TABLETS))).isEmpty();
    }

    @Test
    void an_award_is_named_by_its_numbers_in_any_notation() {
        List<Awards.Award> all = List.of(TABLETS, OTHER_TABLETS);
        assertThat(AwardGuess.named("A-2021-0007", all)).containsExactly(TABLETS, OTHER_TABLETS);
        assertThat(AwardGuess.named("a-2021-0007/2", all)).containsExactly(OTHER_TABLETS);
        assertThat(AwardGuess.named("ISB 12 Pos. 01", all)).containsExactly(TABLETS);
        assertThat(AwardGuess.named("A-2021-0007/9", all)).isEmpty();
        assertThat(AwardGuess.named(" ", all)).isEmpty();
    }

    private static List<AwardGuess> guesses(long price, String supplier, Awards.Award... awards) {
        return AwardGuess.of(new AwardGuess.Thing("TABLET", DAY, price, supplier), List.of(awards));
    }

    private static Awards.Award award(Long budget, int position, LocalDate from, long approved, Set<Long> prices, Set<String> suppliers, String kind) {
        return new Awards.Award(budget, 1L, "A-2021-0007", "ISB-12", position, "P" + position, from, from.plusYears(1), approved, approved, prices, Set.of(kind), suppliers);
    }
}
