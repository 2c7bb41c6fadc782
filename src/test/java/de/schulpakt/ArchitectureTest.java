package de.schulpakt;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Module;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the code to the house plan: what {@code javac} cannot see. */
@AnalyzeClasses(packages = "de.schulpakt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> MODULES = List.of("platform", "identity", "school", "funding", "inventory", "procurement",
            "install", "overview", "demo");
    private static final Set<String> APART = Set.of("launcher");

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

    @ArchTest
    static final ArchRule entities_are_hidden = classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule fields_of_entities_are_private = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
            .and().doNotHaveModifier(JavaModifier.SYNTHETIC).should().bePrivate();

    @ArchTest
    static final ArchRule entities_name_their_table = classes().that().areAnnotatedWith(Entity.class)
            .should().beAnnotatedWith(jakarta.persistence.Table.class);

    @ArchTest
    static final ArchRule entities_have_no_setters = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
            .should().haveNameNotMatching("set[A-Z].*State.*|set(Version|Id)");

    @ArchTest
    static final ArchRule every_use_case_asks_the_guard = methods().that().areDeclaredInClassesThat().areAnnotatedWith(UseCases.class)
            .and().arePublic().should(askTheGuard());

    @ArchTest
    static final ArchRule every_query_asks_the_guard = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Queries.class)
            .and().arePublic().should(askTheGuard());

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
            .and().doNotHaveFullyQualifiedName("de.schulpakt.platform.Clock").and().resideOutsideOfPackage("..launcher..")
            .should(callMethod(Instant.class, "now")).orShould(callMethod(LocalDate.class, "now"))
            .orShould(callMethod(LocalDateTime.class, "now")).orShould(callMethod(ZonedDateTime.class, "now"))
            .orShould(callMethod(System.class, "currentTimeMillis"));

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
    void every_module_says_what_it_is_for_and_uses() throws Exception {
        for (String module : MODULES) {
            Class<?> info = Class.forName("de.schulpakt." + module + ".package-info");
            assertThat(info.getAnnotation(Module.class)).as(module).isNotNull();
            assertThat(info.getAnnotation(Module.class).name()).isEqualTo(module);
            for (String used : info.getAnnotation(Module.class).uses()) {
                assertThat(MODULES.indexOf(used)).as(module + " uses " + used).isBetween(0, MODULES.indexOf(module) - 1);
            }
        }
    }

    static Set<String> reach(String module) {
        Set<String> all = new TreeSet<>(Set.of(module));
        try {
            Module declared = Class.forName("de.schulpakt." + module + ".package-info").getAnnotation(Module.class);
            if (declared != null) {
                for (String used : declared.uses()) {
                    all.addAll(reach(used));
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError("package-info of " + module + " is missing", e);
        }
        return all;
    }

    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && "de".equals(parts[0]) && "schulpakt".equals(parts[1]) ? parts[2] : null;
    }

    private static ArchCondition<JavaClass> stayInTheGraph() {
        return new ArchCondition<>("use only declared modules") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = module(type);
                if (from == null || APART.contains(from)) {
                    return;
                }
                Set<String> allowed = reach(from);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String to = module(dependency.getTargetClass());
                    if (to != null && !allowed.contains(to)) {
                        events.add(SimpleConditionEvent.violated(type, from + " may not use " + to + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> leaveForeignWebAlone() {
        return new ArchCondition<>("use no web package of another module but those of platform and identity's shell") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean web = type.getPackageName().contains(".web");
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    String to = module(target);
                    if (to == null || !target.getPackageName().endsWith(".web")) {
                        continue;
                    }
                    boolean shared = web && ("platform".equals(to) || target.getSimpleName().equals("ShellCounts"));
                    if (!to.equals(module(type)) && !shared || to.equals(module(type)) && !web) {
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
            if (owner.isEquivalentTo(Guard.class)) {
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
