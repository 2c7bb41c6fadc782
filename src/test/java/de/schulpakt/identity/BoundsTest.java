package de.schulpakt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of rights within the bounds of an access token: never more than before, whatever is chosen. */
class BoundsTest {
    @Test
    void what_is_chosen_comes_with_seeing_it_and_nothing_else() {
        for (Permission one : Permission.values()) {
            Set<Permission> usable = Bounds.usable(List.of(one));
            assertThat(usable).contains(one, one.seenBy()).hasSizeLessThanOrEqualTo(2);
            Bounds bounds = new Bounds(false, null, null, usable);
            for (Permission other : Permission.values()) {
                assertThat(bounds.allows(other)).as("%s with %s", other, one).isEqualTo(usable.contains(other));
            }
        }
    }

    @Test
    void reading_only_leaves_of_the_chosen_ones_those_that_see() {
        Bounds bounds = new Bounds(true, null, null, Bounds.usable(EnumSet.allOf(Permission.class)));
        for (Permission one : Permission.values()) {
            assertThat(bounds.allows(one)).as(one.name()).isEqualTo(one.seenBy() == one);
            assertThat(bounds.chosen(one)).isTrue();
        }
    }

    @Test
    void no_rights_are_none_and_no_choice_is_all() {
        assertThat(EnumSet.allOf(Permission.class)).allMatch(p -> new Bounds(false, null, null, null).allows(p)).noneMatch(p -> new Bounds(false, null, null, Set.of()).allows(p));
        assertThat(new Bounds(false, null, null).none()).isTrue();
        assertThat(new Bounds(false, null, null, Set.of()).none()).as("held to nothing is held").isFalse();
    }
}
