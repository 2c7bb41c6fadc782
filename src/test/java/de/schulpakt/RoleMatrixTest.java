package de.schulpakt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.Steps;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.kit.Flows;
import de.schulpakt.kit.OwnClasses;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: every public use case stands in the reviewed table {@code role-matrix.csv} with the permissions that it
 * really asks the guard for (read from its byte code, through the helpers of its package; a step asks for what the table of
 * its lifecycle says of the action) and the roles that hold them. A
 * new use case, another permission or a role that may more than before fails here until somebody has looked at it.
 */
class RoleMatrixTest {
    private static final String TABLE = "/role-matrix.csv";
    private static final Map<String, Set<Permission>> OF_ACTIONS = ofActions();

    @Test
    void every_use_case_asks_for_what_the_reviewed_table_says() throws IOException {
        assertThat(rows(OwnClasses.all()))
                .as("what the code asks for, compared with src/test/resources" + TABLE).isEqualTo(reviewed());
    }

    @Test
    void no_role_both_asks_and_decides_and_the_auditor_and_the_administrator_move_no_money() {
        assertThat(Role.SCHOOL_ADMIN.permissions()).doesNotContain(Permission.REQUEST_DECIDE, Permission.ORDER_PLACE);
        assertThat(Role.FUNDING_OFFICER.permissions()).doesNotContain(Permission.REQUEST_EDIT, Permission.TICKET_ACCEPT);
        assertThat(Role.TECHNICIAN.permissions()).doesNotContain(Permission.TICKET_ACCEPT, Permission.BUDGET_VIEW);
        assertThat(Role.AUDITOR.permissions()).allMatch(p -> p.name().endsWith("_VIEW"));
        assertThat(Role.ADMIN.permissions()).doesNotContain(Permission.REQUEST_DECIDE, Permission.ORDER_PLACE,
                Permission.DELIVERY_RECEIVE, Permission.BUDGET_CORRECT, Permission.APPLICATION_DECIDE);
    }

    @Test
    void who_may_do_something_may_see_it() {
        for (Role role : Role.values()) {
            assertThat(role.permissions()).as(role.name()).containsAll(role.permissions().stream().map(Permission::seenBy).toList());
        }
    }

    /** The test itself can see: these use cases differ in what a reader would easily overlook. */
    @Test
    void the_test_sees_a_guard_in_a_helper_or_a_lambda_and_misses_none_that_is_not_there() {
        assertThat(rows(new ClassFileImporter().importClasses(Careless.class))).containsExactlyInAnyOrderEntriesOf(Map.of(
                "Careless.helped", "REQUEST_DECIDE,FUNDING_OFFICER",
                "Careless.inLambda", "TICKET_WORK,TECHNICIAN",
                "Careless.steps", "TICKET_ACCEPT,SCHOOL_ADMIN",
                "Careless.stepsThroughHelper", "TICKET_WORK,TECHNICIAN",
                "Careless.stepsSomewhere", "?,",
                "Careless.forgotten", ",nobody asked",
                "Careless.onlyLooks", ",nobody asked"));
    }

    @UseCases
    static class Careless {
        @Inject
        Guard guard;
        @Inject
        Steps steps;

        public void steps() {
            steps.take(null, 1, TicketAction.ACCEPT, 1, null);
        }

        public void stepsThroughHelper() {
            step(TicketAction.TAKE);
        }

        public void stepsSomewhere(TicketAction action) {
            step(action);
        }

        private void step(TicketAction action) {
            steps.begin(null, 1, action, 1).record(Said.NOTHING);
        }

        public void helped() {
            check();
        }

        public void inLambda() {
            List.of(1L).forEach(id -> guard.require(Permission.TICKET_WORK, id));
        }

        public void forgotten() {
            String unused = guard.toString();
        }

        public boolean onlyLooks() {
            return guard.may(Permission.ORDER_PLACE);
        }

        private void check() {
            guard.requireEverywhere(Permission.REQUEST_DECIDE);
        }
    }

    private static Map<String, String> reviewed() throws IOException {
        try (InputStream table = RoleMatrixTest.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toMap(line -> line.substring(0, line.indexOf(',')), line -> line.substring(line.indexOf(',') + 1),
                            (a, b) -> a + " | " + b, TreeMap::new));
        }
    }

    private static Map<String, String> rows(JavaClasses classes) {
        Map<String, String> rows = new TreeMap<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(UseCases.class)) {
                type.getMethods().stream().filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC)
                        && !m.getModifiers().contains(JavaModifier.SYNTHETIC)).forEach(m -> rows.merge(
                                type.getSimpleName() + "." + m.getName(), row(m), (a, b) -> a.equals(b) ? a : a + " | " + b));
            }
        }
        return rows;
    }

    private static String row(JavaMethod method) {
        if (method.isAnnotatedWith(Transactional.class)
                && method.getAnnotationOfType(Transactional.class).value() == Transactional.TxType.MANDATORY) {
            return ",inner door";
        }
        if (method.isAnnotatedWith(Unguarded.class) || method.getOwner().isAnnotatedWith(Unguarded.class)) {
            return ",says why nobody is asked";
        }
        Set<Permission> asked = EnumSet.noneOf(Permission.class);
        if (ask(method, asked, new HashSet<>())) {
            return "?,";
        }
        if (asked.isEmpty()) {
            return ",nobody asked";
        }
        return asked.stream().map(Enum::name).collect(Collectors.joining(" ")) + "," + Arrays.stream(Role.values())
                .filter(role -> role.permissions().containsAll(asked)).map(Enum::name).collect(Collectors.joining(" "));
    }

    /**
     * Collects the permissions that stand where the guard is required, and those of the actions that stand where a step is
     * taken, here and in what this method calls within its package; where beans of a kind name the permission, those of all.
     *
     * @return true if a step is taken whose action comes from the caller
     */
    private static boolean ask(JavaCodeUnit method, Set<Permission> asked, Set<JavaCodeUnit> seen) {
        if (!seen.add(method)) {
            return false;
        }
        boolean steps = method.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(Steps.class));
        if (method.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(Guard.class)
                && call.getName().startsWith("require"))) {
            method.getFieldAccesses().stream().filter(access -> access.getTargetOwner().isEquivalentTo(Permission.class))
                    .forEach(access -> asked.add(Permission.valueOf(access.getName())));
            method.getMethodCallsFromSelf().stream().filter(call -> call.getTarget().getRawReturnType().isEquivalentTo(Permission.class))
                    .flatMap(call -> call.getTargetOwner().getAllSubclasses().stream())
                    .flatMap(kind -> kind.tryGetMethod("permission").stream()).flatMap(named -> named.getFieldAccesses().stream())
                    .filter(access -> access.getTargetOwner().isEquivalentTo(Permission.class))
                    .forEach(access -> asked.add(Permission.valueOf(access.getName())));
        }
        List<? extends JavaCodeUnit> helpers = method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getPackageName().equals(method.getOwner().getPackageName()))
                .map(call -> call.getTarget().resolveMember()).flatMap(Optional::stream).toList();
        for (JavaCodeUnit target : helpers) {
            steps |= ask(target, asked, seen);
        }
        // a lambda's body is a method of its own, reached through an invokedynamic call
        for (JavaMethod lambda : method.getOwner().getMethods()) {
            if (lambda.getName().startsWith("lambda$" + method.getName() + "$")) {
                steps |= ask(lambda, asked, seen);
            }
        }
        Set<Permission> ofActions = method.getFieldAccesses().stream().map(access -> OF_ACTIONS.get(
                access.getTargetOwner().getName() + "." + access.getName())).filter(Objects::nonNull)
                .flatMap(Set::stream).collect(Collectors.toSet());
        if (steps) {
            asked.addAll(ofActions);
        }
        return steps && ofActions.isEmpty();
    }

    /** What each action of each lifecycle needs, by the name of its constant. */
    private static Map<String, Set<Permission>> ofActions() {
        Map<String, Set<Permission>> all = new HashMap<>();
        Flows.all().values().forEach(flow -> flow.rows().stream().filter(row -> row.permission() != null).forEach(row ->
                all.computeIfAbsent(row.action().getDeclaringClass().getName() + "." + row.action().name(),
                        action -> EnumSet.noneOf(Permission.class)).add((Permission) row.permission())));
        return all;
    }
}
