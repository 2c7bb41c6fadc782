package de.schulpakt.procurement.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.request.Requests;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A number for every room, another one in single rooms. */
class WishPickTest {
    private static final List<Long> ROOMS = List.of(1L, 2L, 3L);

    @Test
    void single_rooms_have_numbers_of_their_own_and_zero_is_none() {
        WishPick pick = pick();
        pick.setEach("8");
        pick.set(2L, " 10 ");
        pick.set(3L, "0");
        assertThat(pick.lines(ROOMS)).containsExactly(new Requests.Line(7L, 1L, 8), new Requests.Line(7L, 2L, 10));
        assertThat(pick.isDiffering()).isTrue();
    }

    @Test
    void what_no_room_gets_is_refused_and_not_lost() {
        WishPick pick = pick();
        assertThatThrownBy(() -> pick.required(List.of())).isInstanceOf(Refused.class).hasMessageContaining("request.pick_empty");
        pick.setEach("");
        assertThat(pick.lines(ROOMS)).isEmpty();
        assertThatThrownBy(() -> pick.required(ROOMS)).hasMessageContaining("request.pick_empty");
    }

    @Test
    void what_is_no_number_of_pieces_is_named() {
        WishPick pick = pick();
        for (String typed : List.of("acht", "-1", "1,5", "10001")) {
            pick.setEach(typed);
            assertThat(pick.isWrongEach()).isTrue();
            assertThatThrownBy(() -> pick.lines(ROOMS)).hasMessageContaining("number.whole");
        }
        pick.setEach("1");
        pick.set(2L, "x");
        assertThat(pick.wrongIn(2L)).isTrue();
        assertThat(pick.wrongIn(1L)).isFalse();
        assertThatThrownBy(() -> pick.required(ROOMS)).hasMessageContaining("number.whole");
    }

    @Test
    void sets_are_asked_for_as_a_whole() {
        WishPick pick = new WishPick(null, 3L, "Tablet mit Stift", "1 × Tablet, 1 × Stift", null, 48_300);
        pick.setEach("2");
        assertThat(pick.getKey()).isEqualTo("s3");
        assertThat(pick.lines(List.of(1L))).containsExactly(new Requests.Line(null, 1L, 2, 3L));
    }

    private static WishPick pick() {
        return new WishPick(7L, null, "Tablet", "Apple iPad", Category.MOBILE_DEVICE, 39_900);
    }
}
