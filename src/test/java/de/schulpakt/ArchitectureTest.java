package de.schulpakt;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Steps;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.list.ListOf;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the house plan: what {@code javac} cannot see. */
@AnalyzeClasses(packages = "de.schulpakt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Outside the house: the program that starts it. */
    private static final Set<String> APART = Set.of("de.schulpakt.launcher");
    private static final Rooms ROOMS = Rooms.read();

    @ArchTest
    static final ArchRule modules_use_only_what_they_declare = classes().that().resideInAPackage("de.schulpakt..")
            .should(stayInTheGraph());

    @ArchTest
    static final ArchRule nobody_uses_the_web_package_of_another_module = classes().that().resideInAPackage("de.schulpakt..")
            .should(leaveForeignWebAlone());

    @ArchTest
    static final ArchRule faces_and_rest_live_in_web = noClasses().that().resideOutsideOfPackage("de.schulpakt..web..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "org.primefaces..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule web_knows_no_entity_manager_and_no_entity = noClasses().that().resideInAPackage("de.schulpakt..web..")
            .should().dependOnClassesThat().areAssignableTo(EntityManager.class)
            .orShould().dependOnClassesThat().areAnnotatedWith(Entity.class);

    /** Faces asks a getter several times while it draws a page: what it reads of the database is kept. */
    @ArchTest
    static final ArchRule a_getter_of_a_page_reads_once = methods().that().areDeclaredInClassesThat().areAnnotatedWith(jakarta.inject.Named.class)
            .and().arePublic().and().haveNameMatching("(get|is)[A-Z].*").and().haveRawParameterTypes(new Class<?>[0])
            .should(new ArchCondition<>("keep what they read") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean keeps = method.getFieldAccesses().stream().anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET);
                    if (!keeps && method.getMethodCallsFromSelf().stream().filter(call -> call.getTargetOwner().isAnnotatedWith(Queries.class))
                            .anyMatch(call -> reads(call, new HashSet<>()))) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " reads anew each time"));
                    }
                }
            });

    /** True if the call comes to the database; what the guard looks up it keeps itself. */
    private static boolean reads(JavaMethodCall call, Set<JavaMethod> seen) {
        String owner = call.getTargetOwner().getName();
        if (owner.equals(EntityManager.class.getName()) || owner.equals("de.schulpakt.platform.row.Ask")) {
            return true;
        }
        return owner.startsWith("de.schulpakt.") && !owner.startsWith("de.schulpakt.identity.") && call.getTarget().resolveMember()
                .filter(seen::add).stream().flatMap(m -> m.getMethodCallsFromSelf().stream()).anyMatch(next -> reads(next, seen));
    }

    /** To make a resource for each request cost a fifth of the answer; what is made once keeps nothing of a request. */
    @ArchTest
    static final ArchRule resources_are_made_once = classes().that().areAnnotatedWith(jakarta.ws.rs.Path.class)
            .should().beAnnotatedWith(jakarta.enterprise.context.ApplicationScoped.class);

    @ArchTest
    static final ArchRule resources_keep_nothing = fields().that().areDeclaredInClassesThat().areAnnotatedWith(jakarta.ws.rs.Path.class)
            .and().areNotStatic().should().beAnnotatedWith(jakarta.inject.Inject.class).orShould().beAnnotatedWith(jakarta.ws.rs.core.Context.class);

    @ArchTest
    static final ArchRule entities_are_hidden = classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule fields_of_entities_are_private = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
            .and().doNotHaveModifier(JavaModifier.SYNTHETIC).should().bePrivate();

    @ArchTest
    static final ArchRule entities_name_their_table = classes().that().areAnnotatedWith(Entity.class)
            .should().beAnnotatedWith(jakarta.persistence.Table.class);

    /** What changes a row has a name of the field; {@code set} says nothing of why. */
    @ArchTest
    static final ArchRule entities_have_no_setters = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
            .should().haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule every_use_case_asks_the_guard = methods().that().areDeclaredInClassesThat().areAnnotatedWith(UseCases.class)
            .and().arePublic().should(askTheGuard());

    @ArchTest
    static final ArchRule every_query_asks_the_guard = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Queries.class)
            .and().arePublic().should(askTheGuard());

    @ArchTest
    static final ArchRule every_list_asks_the_guard = methods().that().areDeclaredInClassesThat().areAssignableTo(ListOf.class)
            .and().haveName("scope").and().doNotHaveModifier(JavaModifier.ABSTRACT).should(askTheGuard());

    /** What is asked without a place lets an officer of one authority change what binds all others. */
    @ArchTest
    static final ArchRule only_questions_are_guarded_without_a_place = noClasses().that().areNotAnnotatedWith(Queries.class)
            .and().doNotHaveFullyQualifiedName(Guard.class.getName()).and().resideOutsideOfPackage("..web..")
            .should(callMethod(Guard.class, "require", Permission.class));

    /** Whoever could say who acts could act as anybody. */
    @ArchTest
    static final ArchRule only_signing_in_says_who_acts = noClasses().that().doNotHaveFullyQualifiedName(SignIn.class.getName())
            .and().doNotHaveFullyQualifiedName(CurrentUser.class.getName())
            .should(callMethod(CurrentUser.class, "become", CurrentUser.Account.class, Long.class, boolean.class))
            .orShould(callMethod(CurrentUser.class, "leave")).orShould(callMethod(CurrentUser.class, "from", String.class))
            .orShould(callMethod(CurrentUser.class, "account"));

    @ArchTest
    static final ArchRule a_step_that_was_begun_is_recorded = methods().that(callAny(Steps.class, "begin"))
            .should(new ArchCondition<>("record the step in the same method") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!callAny(Steps.Step.class, "record").test(method)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " never records its step"));
                    }
                }
            });

    @ArchTest
    static final ArchRule queries_change_nothing = noClasses().that().areAnnotatedWith(Queries.class)
            .should(callMethod(EntityManager.class, "persist", Object.class))
            .orShould(callMethod(EntityManager.class, "remove", Object.class));

    @ArchTest
    static final ArchRule nobody_merges_detached_entities = noClasses().should(callMethod(EntityManager.class, "merge", Object.class));

    @ArchTest
    static final ArchRule queries_return_records = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Queries.class)
            .and().arePublic().should(returnRecords());

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses().that().resideInAPackage("de.schulpakt..")
            .and().doNotHaveFullyQualifiedName(Clock.class.getName()).and().resideOutsideOfPackage("..launcher..")
            .should().callCodeUnitWhere(readsTheTimeOfDay());

    @ArchTest
    static final ArchRule money_is_never_a_floating_point_number = noFields().that().haveNameMatching("(?i).*(cents|amount|price|total).*")
            .should().haveRawType(double.class).orShould().haveRawType(float.class).orShould().haveRawType(Double.class)
            .orShould().haveRawType(Float.class);

    @ArchTest
    static final ArchRule transactions_belong_to_the_stereotype = methods().that().areDeclaredInClassesThat()
            .resideInAPackage("de.schulpakt..").and().areAnnotatedWith(Transactional.class)
            .should(onlyNarrowTheStereotype());

    @ArchTest
    static final ArchRule state_and_balances_are_written_in_one_place = fields().that().areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class).and().haveNameMatching("state|reservedCents|committedCents|spentCents")
            .should(beWrittenByFewMethods());

    @Test
    void every_class_stands_in_a_room_that_says_what_it_uses() {
        Set<String> homeless = new TreeSet<>();
        ROOMS.classes().forEach(type -> {
            if (ROOMS.of(type) == null && !APART.contains(type.getPackageName())) {
                homeless.add(type.getPackageName());
            }
        });
        assertThat(homeless).as("packages without @Module").isEmpty();
        ROOMS.all().forEach((name, room) -> {
            assertThat(room.name()).isEqualTo(name);
            for (String used : room.uses()) {
                assertThat(ROOMS.below(used)).as(name + " uses " + used).isNotEmpty();
            }
        });
    }

    @Test
    void the_graph_of_rooms_has_no_circle() {
        ROOMS.all().keySet().forEach(room -> ROOMS.direct(room).forEach(used -> assertThat(ROOMS.reach(used))
                .as(room + " uses " + used + ", which must not lead back").doesNotContain(room)));
    }

    @Test
    void what_a_room_exposes_exists() {
        ROOMS.all().forEach((name, room) -> {
            Set<String> own = new TreeSet<>();
            ROOMS.classes().forEach(type -> {
                if (name.equals(ROOMS.of(type))) {
                    own.add(type.getSimpleName());
                }
            });
            assertThat(own).as(name + " exposes").containsAll(List.of(room.exposes()));
        });
    }

    /** A newcomer reads a folder's names: beyond some twenty a room is two rooms. */
    @Test
    void no_folder_holds_more_than_twenty_five_files() throws IOException {
        Map<Path, Long> files;
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            files = all.filter(f -> f.toString().endsWith(".java")).collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        }
        assertThat(files).hasSizeGreaterThan(30);
        files.values().removeIf(n -> n <= 25);
        assertThat(files).isEmpty();
    }

    /** Whoever goes through an Instance of CDI has every value made anew each time, with the bean that makes it: values come from {@code Registered}. */
    @Test
    void values_that_rooms_register_are_gathered_once() {
        Set<String> anew = new TreeSet<>();
        Set<String> beans = new TreeSet<>();
        for (JavaClass type : ROOMS.classes()) {
            for (var field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Instance.class)) {
                    field.getType().getAllInvolvedRawTypes().stream().filter(t -> !t.isEquivalentTo(Instance.class))
                            .forEach(t -> (t.isAssignableTo(Record.class) ? anew : beans).add(field.getFullName()));
                }
            }
        }
        assertThat(anew).isEmpty();
        assertThat(beans).as("the scan sees them at all").hasSizeGreaterThan(10);
    }

    @Test
    void a_query_reads_only_rows_of_its_room_or_of_those_it_declares() throws Exception {
        EntityReads reads = new EntityReads(ROOMS);
        assertThat(reads.undeclared()).isEmpty();
        assertThat(reads.declaredInVain()).isEmpty();
        assertThat(reads.found()).as("the scan sees queries at all").isGreaterThan(50);
    }

    /** Columns are taken by their names: an index that is one off is still of the right type. */
    @Test
    void rows_of_the_database_are_read_by_name() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java") && !f.getParent().endsWith("platform/row")).toList()) {
                List<String> lines = Files.readAllLines(file).stream().filter(ArchitectureTest::readsByIndex).map(String::strip).toList();
                if (!lines.isEmpty()) {
                    found.put(file.toString(), lines);
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(List.of("(Long) row[17]", "em.createQuery(q, Object[].class)", "List<Object[]> rows", "tuple.get(3, Long.class)"))
                .as("the scan sees them").allMatch(ArchitectureTest::readsByIndex);
    }

    private static boolean readsByIndex(String line) {
        return line.matches(".*(\\(\\w+(<.*>)?\\) \\w+\\[\\w+]|Object\\[]\\.class|<Object\\[]>|\\.get\\(\\d+, \\w+\\.class\\)).*");
    }

    @Test
    void the_scan_of_queries_sees_jpql_and_sql() {
        assertThat(EntityReads.subjects("class A { String q = \"select x from Device d join School s on s.id = d.schoolId\"; }"))
                .containsExactlyInAnyOrder("Device", "School");
        assertThat(EntityReads.subjects("String q = \"\"\"\n  select a from Budget b,\n Posting p where 1 = 1\"\"\";")).contains("Budget", "Posting");
        assertThat(EntityReads.subjects("x(\"insert into history (a) values\"); y(\"update device set a = 1\"); // from Ticket t"))
                .containsExactlyInAnyOrder("history", "device");
        assertThat(EntityReads.subjects("\"delete from RequestItem i\" /* join School */")).containsExactly("RequestItem");
    }

    /** Whatever its arguments: {@code now(zone)} and {@code new Date()} are the machine's time too. Spans may be measured. */
    private static DescribedPredicate<JavaCall<?>> readsTheTimeOfDay() {
        return DescribedPredicate.describe("reads the time of day from the machine", call -> {
            String owner = call.getTargetOwner().getFullName();
            int arguments = call.getTarget().getRawParameterTypes().size();
            return switch (call.getName()) {
                case "now" -> owner.startsWith("java.time.");
                case "currentTimeMillis" -> owner.equals("java.lang.System");
                case "<init>" -> arguments == 0 && owner.equals("java.util.Date")
                        || owner.equals("java.util.GregorianCalendar");
                case "getInstance" -> owner.equals("java.util.Calendar");
                case "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes" ->
                        owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource");
                default -> false;
            };
        });
    }

    @Test
    void the_rule_of_time_sees_every_way_to_ask_the_machine() {
        JavaClasses asking = new ClassFileImporter().importClasses(AsksTheMachine.class);
        long seen = asking.get(AsksTheMachine.class).getCodeUnitCallsFromSelf().stream().filter(readsTheTimeOfDay()).count();
        assertThat(seen).isEqualTo(11);
    }

    /** Each line is one way past the clock; the last two are none. */
    private static final class AsksTheMachine {
        @SuppressWarnings({"UnusedMethod", "JavaTimeDefaultTimeZone", "JavaUtilDate"})
        static Object[] all() {
            return new Object[] {Instant.now(), Instant.now(java.time.Clock.systemUTC()), LocalDate.now(ZoneOffset.UTC),
                    LocalDateTime.now(), ZonedDateTime.now(ZoneOffset.UTC), OffsetDateTime.now(), LocalTime.now(), Year.now(),
                    System.currentTimeMillis(), new Date(), new Date(0), System.nanoTime()};
        }
    }

    private static ArchCondition<JavaClass> stayInTheGraph() {
        return new ArchCondition<>("use only what their room declares and other rooms expose") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = ROOMS.of(type);
                if (from == null) {
                    return;
                }
                Set<String> allowed = ROOMS.reach(from);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String to = ROOMS.of(dependency.getTargetClass());
                    if (to == null || to.equals(from)) {
                        continue;
                    }
                    if (!allowed.contains(to)) {
                        events.add(SimpleConditionEvent.violated(type, from + " may not use " + to + ": " + dependency.getDescription()));
                    } else if (!ROOMS.exposed(to, dependency.getTargetClass())) {
                        events.add(SimpleConditionEvent.violated(type, to + " does not expose " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> leaveForeignWebAlone() {
        return new ArchCondition<>("use no web package of another room but that of platform and the links of the register") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean web = type.getPackageName().contains(".web");
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    String to = ROOMS.of(target);
                    if (to == null || !target.getPackageName().endsWith(".web")) {
                        continue;
                    }
                    boolean shared = web && (to.equals("platform") || to.startsWith("platform.")
                            || to.equals("identity.register") && target.getSimpleName().equals("Links"));
                    if (!to.equals(ROOMS.of(type)) && !shared || to.equals(ROOMS.of(type)) && !web) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> askTheGuard() {
        return new ArchCondition<>("ask the guard, be an inner door of a running transaction, or say why not") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.isAnnotatedWith(Unguarded.class) || method.getOwner().isAnnotatedWith(Unguarded.class)
                        || mandatory(method) || asks(method, new HashSet<>())) {
                    return;
                }
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " never asks the guard"));
            }
        };
    }

    private static boolean asks(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
        if (!seen.add(method)) {
            return false;
        }
        for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
            JavaClass owner = call.getTargetOwner();
            if (owner.isEquivalentTo(Guard.class) || owner.isEquivalentTo(Steps.class)) {
                return true;
            }
            boolean own = owner.getPackageName().equals(method.getOwner().getPackageName());
            Optional<? extends JavaCodeUnit> target = call.getTarget().resolveMember();
            if (own && target.isPresent() && asks(target.get(), seen)) {
                return true;
            }
        }
        // a lambda's body is a method of its own, reached through an invokedynamic call
        for (JavaMethod sibling : method.getOwner().getMethods()) {
            if (sibling.getName().startsWith("lambda$" + method.getName() + "$") && asks(sibling, seen)) {
                return true;
            }
        }
        return false;
    }

    private static DescribedPredicate<JavaMethod> callAny(Class<?> owner, String name) {
        return DescribedPredicate.describe("call " + name, method -> !method.getOwner().isEquivalentTo(Steps.class)
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name)));
    }

    private static boolean mandatory(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class)
                && method.getAnnotationOfType(Transactional.class).value() == Transactional.TxType.MANDATORY;
    }

    private static ArchCondition<JavaMethod> onlyNarrowTheStereotype() {
        return new ArchCondition<>("be an inner door (MANDATORY) of a class of use cases") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!mandatory(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " opens a transaction of its own"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> returnRecords() {
        return new ArchCondition<>("return records, values or collections of them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!isAnswer(method.reflect().getGenericReturnType())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " returns "
                            + method.reflect().getGenericReturnType()));
                }
            }
        };
    }

    private static boolean isAnswer(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            boolean holder = raw.isRecord() || Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)
                    || raw == Optional.class;
            return holder && List.of(generic.getActualTypeArguments()).stream().allMatch(ArchitectureTest::isAnswer);
        }
        return type instanceof Class<?> plain && !plain.isAnnotationPresent(Entity.class)
                && (plain.isRecord() || plain.isEnum() || plain.isPrimitive() || plain.getPackageName().startsWith("java."));
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField> beWrittenByFewMethods() {
        return new ArchCondition<>("be written by its constructor and one method only") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                Set<String> writers = new TreeSet<>();
                for (JavaFieldAccess access : field.getAccessesToSelf()) {
                    String name = access.getOrigin().getName();
                    boolean woven = name.startsWith("_persistence");
                    if (access.getAccessType() == JavaFieldAccess.AccessType.SET && !"<init>".equals(name) && !woven) {
                        writers.add(access.getOrigin().getFullName());
                    }
                }
                if (writers.size() > 1) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is written by " + writers));
                }
            }
        };
    }
}
