package de.schulpakt.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.kit.Flows;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Texts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every lifecycle in every state, with every action, for every role: the step, the guard and the buttons do what the table
 * in the table of states says, which people read and review. A table that it lacks fails.
 */
class StepsTest {
    private static final long AUTHORITY = 7;
    private static final Path STATES = Path.of(".readme/states.md");
    private final CurrentUser user = new CurrentUser();
    private final Guard guard = guard(user);

    @TestFactory
    List<DynamicTest> the_table_in_the_readme_decides() throws IOException {
        Map<String, Map<String, String[]>> reviewed = reviewed();
        assertThat(reviewed.keySet()).isEqualTo(Flows.all().keySet());
        return Flows.all().entrySet().stream().map(flow -> DynamicTest.dynamicTest(flow.getKey(),
                () -> walk(flow.getValue(), reviewed.get(flow.getKey())))).toList();
    }

    private <S extends Enum<S>, A extends Enum<A>> void walk(Transitions<S, A> flow, Map<String, String[]> reviewed) {
        S anyState = flow.rows().get(0).from();
        A anyAction = flow.rows().get(0).action();
        for (S state : EnumSet.allOf(anyState.getDeclaringClass())) {
            Set<A> offered = EnumSet.noneOf(anyAction.getDeclaringClass());
            for (A action : EnumSet.allOf(anyAction.getDeclaringClass())) {
                String[] row = reviewed.get(word(state) + " | " + word(action));
                if (row == null) {
                    assertThatThrownBy(() -> flow.step(state, action)).as(state + " " + action).isInstanceOf(Refused.class)
                            .hasMessageContaining("state.not_allowed");
                } else {
                    assertThat(word(flow.step(state, action).to())).as(state + " " + action).isEqualTo(row[1]);
                    assertThat(row[0]).isEqualTo(Flows.word(flow.from(state).stream().filter(r -> r.action() == action)
                            .findFirst().orElseThrow()));
                    if (!row[0].contains("follows")) {
                        offered.add(action);
                    }
                }
            }
            if (asks(flow)) {
                forEveryRole(flow, state, offered, reviewed);
            }
        }
    }

    private <S extends Enum<S>, A extends Enum<A>> void forEveryRole(Transitions<S, A> flow, S state, Set<A> offered,
            Map<String, String[]> reviewed) {
        for (Role role : Role.values()) {
            become(role, AUTHORITY);
            Set<A> mine = offered.stream().filter(a -> role.permissions().contains(permission(reviewed.get(word(state) + " | " + word(a)))))
                    .collect(Collectors.toSet());
            assertThat(guard.actionsOfAuthority(flow, state, AUTHORITY)).as(role + " " + state).isEqualTo(mine);
            assertThat(guard.actions(flow, state, 1L)).as(role + " " + state + " at a school").isEqualTo(mine);
            assertThat(guard.actionsOfAuthority(flow, state, AUTHORITY + 1)).as(role + " " + state + " elsewhere").isEmpty();
            assertThat(guard.actions(flow, state, 2L)).as(role + " " + state + " at a school elsewhere").isEmpty();
            for (A action : flow.rows().stream().map(Transitions.Row::action).collect(Collectors.toSet())) {
                for (Long school : new Long[] {null, 1L}) {
                    Subject<S, A> subject = new Subject<>(flow, state, school);
                    assertThat(outcome(subject, action, 3)).as(role + " " + state + " " + action)
                            .isEqualTo(expected(role, state, action, reviewed));
                }
                assertThat(outcome(new Subject<>(flow, state, 2L), action, 3)).as(role + " " + action + " elsewhere").isEqualTo("NotFound");
            }
        }
    }

    /** What the table of states promises: first whether the asker may, then whether the state allows it. */
    private static String expected(Role role, Enum<?> state, Enum<?> action, Map<String, String[]> reviewed) {
        Permission needed = permission(reviewed.entrySet().stream().filter(e -> e.getKey().endsWith(" | " + word(action)))
                .findFirst().orElseThrow().getValue());
        String[] row = reviewed.get(word(state) + " | " + word(action));
        if (role.permissions().contains(needed)) {
            return row == null ? "Refused" : row[1] + " recorded";
        }
        return role.permissions().contains(needed.seenBy()) ? "Forbidden" : "NotFound";
    }

    private <S extends Enum<S>, A extends Enum<A>> String outcome(Subject<S, A> subject, A action, Integer seen) {
        List<String> recorded = new ArrayList<>();
        try {
            Subject<S, A> taken = steps(subject, recorded).take(type(subject), 1, action, seen, "why");
            assertThat(recorded).containsExactly(action.name() + " " + subject.changed + " why");
            return word(taken.state()) + " recorded";
        } catch (Refused | Forbidden | NotFound | Conflict refused) {
            assertThat(recorded).isEmpty();
            return refused.getClass().getSimpleName();
        }
    }

    @Test
    void an_action_needs_the_same_permission_in_every_state() {
        Flows.all().forEach((name, flow) -> flow.rows().stream().collect(Collectors.groupingBy(Transitions.Row::action))
                .forEach((action, rows) -> assertThat(rows.stream().map(r -> Flows.word(r)).distinct()).as(name + " " + action).hasSize(1)));
    }

    /** Two actions of one name are one row for who reads the table, and one button for who presses it. */
    @Test
    void no_two_actions_or_states_of_a_lifecycle_have_the_same_name() {
        for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Flows.all().forEach((name, flow) -> {
                Transitions.Row<?, ?> any = flow.rows().get(0);
                assertThat(names((Enum<?>) any.action(), language)).as(name + " " + language).doesNotHaveDuplicates();
                assertThat(names((Enum<?>) any.from(), language)).as(name + " " + language).doesNotHaveDuplicates();
            });
        }
    }

    @Test
    void who_saw_an_older_version_gets_a_conflict_and_nothing_is_recorded() {
        become(Role.TECHNICIAN, AUTHORITY);
        Transitions<?, ?> flow = Flows.all().get("TicketFlow");
        for (Integer older : new Integer[] {2, null}) {
            assertThat(first(flow, older)).isEqualTo("Conflict");
        }
        assertThat(first(flow, 3)).endsWith("recorded");
    }

    @Test
    void an_action_that_no_row_names_is_a_mistake_of_the_program() {
        Transitions<Role, Role> flow = Transitions.<Role, Role>table().row(Role.ADMIN, Role.ADMIN, null, Role.ADMIN).build();
        assertThatThrownBy(() -> flow.permission(Role.ADMIN, Role.AUDITOR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> flow.permission(Role.ADMIN, Role.ADMIN)).isInstanceOf(IllegalArgumentException.class);
    }

    private <S extends Enum<S>, A extends Enum<A>> String first(Transitions<S, A> flow, Integer seen) {
        Transitions.Row<S, A> row = flow.rows().get(0);
        return outcome(new Subject<>(flow, row.from(), 1L), row.action(), seen);
    }

    private static List<String> names(Enum<?> one, Locale language) {
        return Arrays.stream((Enum<?>[]) one.getDeclaringClass().getEnumConstants()).map(c -> Texts.get(language, c)).toList();
    }

    private static <S extends Enum<S>, A extends Enum<A>> boolean asks(Transitions<S, A> flow) {
        return flow.rows().stream().anyMatch(r -> r.permission() != null);
    }

    private static Permission permission(String[] row) {
        return Permission.valueOf(row[0].replace(", follows", ""));
    }

    private void become(Role role, Long authority) {
        user.become(new CurrentUser.Account(1L, "jemand", "Jemand", List.of(new Grant(role, authority, null)), null, null,
                false), null, false);
        // the look-up of the authority needs a database; what it would answer is known here
        user.authorityOf(1, id -> AUTHORITY);
        user.authorityOf(2, id -> AUTHORITY + 1);
    }

    private static Guard guard(CurrentUser user) {
        Guard guard = new Guard();
        guard.user = user;
        return guard;
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> type(T subject) {
        return (Class<T>) subject.getClass();
    }

    private Steps steps(Subject<?, ?> subject, List<String> recorded) {
        Steps steps = new Steps();
        steps.guard = guard;
        steps.em = (EntityManager) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {EntityManager.class},
                (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("find");
                    assertThat(args).containsExactly(Subject.class, 1L, LockModeType.PESSIMISTIC_WRITE);
                    return subject;
                });
        steps.history = new History() {
            @Override
            public void record(Ref ref, Enum<?> action, Change<?> change, Said said) {
                recorded.add(action + " " + change + " " + said.words());
            }

            @Override
            public boolean lastBy(Ref ref, Long actorId) {
                return false;
            }

            @Override
            public <D extends Enum<D>> Optional<D> did(Ref ref, Collection<D> actions, Long actorId) {
                return Optional.empty();
            }
        };
        steps.actor = new CurrentUser();
        steps.duties = new Duties();
        steps.duties.history = steps.history;
        steps.duties.actor = steps.actor;
        return steps;
    }

    private static String word(Enum<?> constant) {
        return Texts.get(Locale.ENGLISH, constant);
    }

    /** Per table "from | action" with who and to, read from the file as it stands there. */
    private static Map<String, Map<String, String[]>> reviewed() throws IOException {
        Map<String, Map<String, String[]>> tables = new TreeMap<>();
        String states = Files.readString(STATES).split("<!-- states -->")[1].split("<!-- /states -->")[0];
        Arrays.stream(states.split("\n### ")).skip(1).forEach(part -> {
            Map<String, String[]> rows = new TreeMap<>();
            part.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| from")).map(line -> line.split(" ?\\| ?"))
                    .forEach(cells -> rows.put(cells[1] + " | " + cells[2], new String[] {cells[3], cells[4]}));
            tables.put(part.lines().findFirst().orElseThrow() + "Flow", rows);
        });
        return tables;
    }

    /** Of a school, or of the authority as a whole if there is no school. Its version is 3. */
    private static final class Subject<S extends Enum<S>, A extends Enum<A>> implements Stateful<S, A> {
        private final Transitions<S, A> flow;
        private final Long school;
        private S state;
        private Change<S> changed;

        Subject(Transitions<S, A> flow, S state, Long school) {
            this.flow = flow;
            this.state = state;
            this.school = school;
        }

        @Override
        public Ref ref() {
            return new Ref("Subject", 1, "S-1");
        }

        @Override
        public Long schoolId() {
            return school;
        }

        @Override
        public Long authorityId() {
            return school == null ? AUTHORITY : null;
        }

        @Override
        public S state() {
            return state;
        }

        @Override
        public Transitions<S, A> flow() {
            return flow;
        }

        @Override
        public Change<S> apply(A action, Integer seen) {
            Conflict.unlessSame(ref(), seen, 3);
            changed = flow.step(state, action);
            state = changed.to();
            return changed;
        }
    }
}
