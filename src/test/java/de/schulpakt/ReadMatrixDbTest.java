package de.schulpakt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.limit.AwardLimits;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.OwnClasses;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.list.ListOf;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may read what: every public question is asked of a subject of authority B by somebody of each role there, and the answers
 * stand in the reviewed table {@code read-matrix.csv}; and by somebody who has every role at authority A, who must learn
 * nothing of B. A list answers with what the asker may see, or is closed (403) to a role that may see nothing of its kind; a
 * single thing that one may not see is not there (404).
 */
@DbTest
class ReadMatrixDbTest {
    private static final String TABLE = "/read-matrix.csv";

    @Test
    void every_question_answers_the_roles_of_the_reviewed_table(Db db) throws IOException {
        ForeignSubjectDbTest.World world = new ForeignSubjectDbTest.World(db);
        Map<String, String> rows = new TreeMap<>();
        for (Role role : Role.values()) {
            String login = "only." + role.name().toLowerCase(Locale.ROOT);
            boolean school = role == Role.SCHOOL_ADMIN;
            SchoolGiven.user(db, login, role, school ? null : world.authority(), school ? world.school() : null);
        }
        for (Question question : questions()) {
            Map<String, List<String>> outcomes = new TreeMap<>();
            for (Role role : Role.values()) {
                Object answer = ask(db, "only." + role.name().toLowerCase(Locale.ROOT), question, world);
                String outcome = answer instanceof Forbidden ? "403" : answer instanceof NotFound ? "404" : "answered";
                outcomes.computeIfAbsent(outcome, o -> new ArrayList<>()).add(role.name());
            }
            rows.merge(name(question), String.join(",", words(outcomes, "answered"), words(outcomes, "404"), words(outcomes, "403")),
                    (a, b) -> a.equals(b) ? a : a + " | " + b);
        }
        assertThat(rows).as("who is answered, told 404, told 403; compared with src/test/resources" + TABLE).isEqualTo(reviewed());
    }

    @Test
    void nobody_reads_of_another_authority(Db db) {
        ForeignSubjectDbTest.World world = new ForeignSubjectDbTest.World(db);
        Map<String, String> told = new TreeMap<>();
        int seen = 0;
        for (Question question : questions()) {
            String stranger = String.valueOf(ask(db, ForeignSubjectDbTest.STRANGER, question, world));
            // the serial that is asked for may be repeated in the refusal: the asker knew it
            boolean bySerial = Arrays.asList(question.method().getParameterTypes()).contains(String.class);
            world.secrets().stream().filter(secret -> !bySerial || !secret.equals(world.serial())).filter(stranger::contains).forEach(secret -> told.merge(name(question), secret, (a, b) -> a + ", " + b));
            String home = String.valueOf(ask(db, ForeignSubjectDbTest.AT_HOME, question, world));
            seen += world.secrets().stream().anyMatch(home::contains) ? 1 : 0;
        }
        assertThat(told).as("what a stranger was told").isEmpty();
        assertThat(seen).as("questions that tell such things at home: the test can see").isGreaterThan(20);
    }

    /** An auditor with a limit to one award, asked of another of the same authority, of that one, and when its days are over. */
    @Test
    void an_auditor_who_is_limited_to_an_award_reads_of_that_one_only(Db db) {
        ForeignSubjectDbTest.World world = new ForeignSubjectDbTest.World(db);
        Long application = db.number("select application_id from award_limit");
        FundingGiven.budget(db, world.authority(), SchoolGiven.school(db, world.authority(), "Prüfschule"), Category.WLAN, 100_000);
        Long other = db.number("select max(id) from application");
        // both awards name their authority
        db.sql("update authority set name = 'Träger beider' where id = ?", world.authority());
        SchoolGiven.user(db, "limited", Role.AUDITOR, null, null);
        Long user = db.number("select id from app_user where login = 'limited'");
        LocalDate today = db.get(Clock.class).today();
        Long first = SchoolGiven.asAdmin(db, () -> db.get(AwardLimits.class).give(user, new AwardLimits.Give(other, today, today.plusDays(2), null)));
        assertThat(told(db, "limited", world, world.secrets())).as("told of another award").isEmpty();
        assertThat(told(db, "limited", world, List.of("Prüfschule"))).as("told of the own award").containsKey("funding.ledger.BudgetList.page(1)");
        SchoolGiven.asAdmin(db, () -> {
            db.get(AwardLimits.class).end(user, first, new AwardLimits.Reason("Prüfung beendet"));
            return db.get(AwardLimits.class).give(user, new AwardLimits.Give(application, today.plusDays(1), today.plusDays(2), null));
        });
        Clock clock = db.get(Clock.class);
        assertThat(told(db, "limited", world, world.secrets())).as("before its first day").isEmpty();
        clock.at(clock.now().plus(Duration.ofDays(1)), () -> {
            assertThat(told(db, "limited", world, List.of("Prüfschule"))).as("told of the award whose sight was ended").isEmpty();
            assertThat(told(db, "limited", world, world.secrets())).as("what belongs to the award").containsKeys("funding.application.ApplicationQueries.view(1)", "funding.settlement.DrawdownQueries.view(1)", "funding.proof.ProofQueries.view(1)",
                    "funding.audit.SampleQueries.view(1)", "funding.ledger.BudgetList.page(1)");
        });
        clock.at(clock.now().plus(Duration.ofDays(3)), () -> assertThat(told(db, "limited", world, world.secrets())).as("after its last day").isEmpty());
    }

    /** The questions that told somebody one of these words, each with the first of them. */
    private static Map<String, String> told(Db db, String login, ForeignSubjectDbTest.World world, List<String> words) {
        Map<String, String> told = new TreeMap<>();
        for (Question question : questions()) {
            String answer = String.valueOf(ask(db, login, question, world));
            boolean bySerial = Arrays.asList(question.method().getParameterTypes()).contains(String.class);
            words.stream().filter(word -> !bySerial || !word.equals(world.serial())).filter(answer::contains).forEach(word -> told.putIfAbsent(name(question), word));
        }
        return told;
    }

    private static String words(Map<String, List<String>> outcomes, String outcome) {
        return String.join(" ", outcomes.getOrDefault(outcome, List.of()));
    }

    private static String name(Question question) {
        String owner = question.type().getName().replace("de.schulpakt.", "");
        return owner + "." + question.method().getName() + "(" + question.method().getParameterCount() + ")";
    }

    /** The answer, or what was thrown. */
    private static Object ask(Db db, String login, Question question, ForeignSubjectDbTest.World world) {
        return SchoolGiven.as(db, login, () -> {
            Method method = question.method();
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = world.value(question.type(), method.getName(), method.getParameters()[i].getName(),
                        method.getGenericParameterTypes()[i]);
            }
            // what is streamed is collected
            List<Object> streamed = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                if (method.getParameterTypes()[i] == Consumer.class) {
                    arguments[i] = (Consumer<Object>) streamed::add;
                }
            }
            try {
                Object answer = method.invoke(db.get(question.type()), arguments);
                return streamed.isEmpty() ? answer : streamed;
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).as(name(question)).isInstanceOfAny(Forbidden.class, NotFound.class, de.schulpakt.platform.Refused.class);
                return e.getCause();
            }
        });
    }

    /** A question, and the bean that is asked; of a list it is its page. */
    private record Question(Class<?> type, Method method) {
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (JavaClass type : OwnClasses.all()) {
            if (type.isAnnotatedWith(Queries.class) && !type.isAnnotatedWith(Unguarded.class)) {
                Class<?> bean = type.reflect();
                Stream.concat(Arrays.stream(bean.getDeclaredMethods()), Arrays.stream(ListOf.class.getDeclaredMethods())
                                .filter(m -> ListOf.class.isAssignableFrom(bean) && m.getName().equals("page")))
                        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic() && !m.isAnnotationPresent(Unguarded.class))
                        .forEach(m -> questions.add(new Question(bean, m)));
            }
        }
        questions.sort(Comparator.comparing(q -> q.type().getName() + q.method()));
        return questions;
    }

    private static Map<String, String> reviewed() throws IOException {
        try (InputStream table = ReadMatrixDbTest.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toMap(line -> line.substring(0, line.indexOf(',')), line -> line.substring(line.indexOf(',') + 1),
                            (a, b) -> a + " | " + b, TreeMap::new));
        }
    }
}
