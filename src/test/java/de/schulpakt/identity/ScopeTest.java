package de.schulpakt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.list.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What somebody may see is a condition that lets nothing else pass, and nothing at all where there is no place. */
class ScopeTest {
    private static final Scope ALL = new Scope(true, Set.of(), Set.of());
    private static final Scope NONE = new Scope(false, Set.of(), Set.of());
    private static final Scope SOME = new Scope(false, Set.of(7L), Set.of(12L));

    @Test
    void a_school_is_seen_by_its_authority_or_by_itself() {
        assertThat(SOME.contains(7L, 99L)).isTrue();
        assertThat(SOME.contains(99L, 12L)).isTrue();
        assertThat(SOME.contains(99L, 99L)).isFalse();
        assertThat(SOME.contains(null, null)).isFalse();
        assertThat(SOME.contains(12L, 7L)).as("ids of one do not count for the other").isFalse();
        assertThat(NONE.contains(7L, 12L)).isFalse();
        assertThat(ALL.contains(null, null)).isTrue();
    }

    @Test
    void nothing_is_in_a_scope_without_places() {
        assertThat(List.of(NONE.isEmpty(), ALL.isEmpty(), SOME.isEmpty(), new Scope(false, Set.of(1L), Set.of()).isEmpty(),
                new Scope(false, Set.of(), Set.of(1L)).isEmpty())).containsExactly(true, false, false, false, false);
    }

    @Test
    void the_condition_names_the_places_and_nobody_where_there_are_none() {
        assertThat(ALL.of("s")).isEqualTo(Condition.ALL);
        assertThat(ALL.ofAuthority("o.authorityId")).isEqualTo(Condition.ALL);
        assertThat(ALL.school("s")).isEqualTo(" 1 = 1");
        assertThat(SOME.of("s")).isEqualTo(new Condition("(s.authorityId in :scopeAuthorities or s.id in :scopeSchools)",
                Map.of("scopeAuthorities", Set.of(7L), "scopeSchools", Set.of(12L))));
        assertThat(SOME.ofAuthority("o.authorityId")).isEqualTo(Condition.of("o.authorityId in :scopeAuthorities", "scopeAuthorities", Set.of(7L)));
        // an empty list would be refused by the database: an id that nothing has
        assertThat(NONE.of("s").values()).isEqualTo(Map.of("scopeAuthorities", Set.of(-1L), "scopeSchools", Set.of(-1L)));
        assertThat(NONE.ofAuthority("x").values()).isEqualTo(Map.of("scopeAuthorities", Set.of(-1L)));
    }
}
