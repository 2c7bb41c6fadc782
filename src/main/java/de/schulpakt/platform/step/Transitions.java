package de.schulpakt.platform.step;

import de.schulpakt.platform.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lifecycle of a subject as a table of rows (from, action, permission, to). The same table drives the guard, the
 * buttons, the actions that REST lists, the tests and the table in the README.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class Transitions<S extends Enum<S>, A extends Enum<A>> {
    /**
     * One row of the table. The permission is an enum of the identity module, which this module does not know.
     *
     * @param asked true if a person asks for the action; false if it follows from another one
     */
    public record Row<S, A>(S from, A action, Enum<?> permission, S to, boolean asked) {
    }

    private final List<Row<S, A>> rows;
    private final Map<A, List<A>> apart;
    private final Map<S, Map<A, Row<S, A>>> index = new LinkedHashMap<>();

    private Transitions(List<Row<S, A>> rows, Map<A, List<A>> apart) {
        this.apart = Map.copyOf(apart);
        this.rows = List.copyOf(rows);
        for (Row<S, A> row : rows) {
            if (index.computeIfAbsent(row.from(), s -> new LinkedHashMap<>()).put(row.action(), row) != null) {
                throw new IllegalArgumentException("two rows for " + row.from() + " " + row.action());
            }
        }
    }

    /** Begins an empty table. */
    public static <S extends Enum<S>, A extends Enum<A>> Builder<S, A> table() {
        return new Builder<>();
    }

    /** All rows in the order in which they were written. */
    public List<Row<S, A>> rows() {
        return rows;
    }

    /** What nobody may have done to the subject who does this: separation of duties. Empty where nothing is kept apart. */
    public List<A> apart(A later) {
        return apart.getOrDefault(later, List.of());
    }

    /** The rows that start in a state. */
    public List<Row<S, A>> from(S state) {
        return List.copyOf(index.getOrDefault(state, Map.of()).values());
    }

    /**
     * The permission that an action needs: the one of its row, and from a state that has no such row the one that the table
     * names elsewhere, so that who may not do it at all is told so first.
     */
    public Enum<?> permission(S from, A action) {
        Row<S, A> row = index.getOrDefault(from, Map.of()).get(action);
        if (row == null) {
            row = rows.stream().filter(r -> r.action() == action).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no row for " + action));
        }
        if (row.permission() == null) {
            throw new IllegalArgumentException("the table asks nobody for " + action);
        }
        return row.permission();
    }

    /**
     * The step that an action takes from a state.
     *
     * @throws Refused {@code state.not_allowed} if the table has no such row
     */
    public Change<S> step(S from, A action) {
        Row<S, A> row = index.getOrDefault(from, Map.of()).get(action);
        if (row == null) {
            throw new Refused("state.not_allowed", action, from);
        }
        return new Change<>(from, row.to());
    }

    /** Collects the rows of a table. */
    public static final class Builder<S extends Enum<S>, A extends Enum<A>> {
        private final List<Row<S, A>> rows = new ArrayList<>();
        private final Map<A, List<A>> apart = new LinkedHashMap<>();

        private Builder() {
        }

        /** Adds a row: in this state, who has the permission may do the action, and the state is then the last one. */
        public Builder<S, A> row(S from, A action, Enum<?> permission, S to) {
            rows.add(new Row<>(from, action, permission, to, true));
            return this;
        }

        /** Adds a row that nobody asks for: it follows from what somebody with the permission does elsewhere. */
        public Builder<S, A> follows(S from, A action, Enum<?> permission, S to) {
            rows.add(new Row<>(from, action, permission, to, false));
            return this;
        }

        /** Whoever did one of the earlier actions to a subject may not do the later one to it. */
        @SafeVarargs
        public final Builder<S, A> apart(A later, A... earlier) {
            List<A> before = new ArrayList<>();
            for (A action : earlier) {
                before.add(action);
            }
            apart.put(later, List.copyOf(before));
            return this;
        }

        /** The finished table. */
        public Transitions<S, A> build() {
            return new Transitions<>(rows, apart);
        }
    }
}
