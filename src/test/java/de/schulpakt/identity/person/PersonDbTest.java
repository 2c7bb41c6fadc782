package de.schulpakt.identity.person;

import static de.schulpakt.kit.IdentityGiven.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.Users;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.person.PersonalData;
import de.schulpakt.platform.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of people is said by the rooms, shown to each, and forgotten without harm to what happened. */
@DbTest
class PersonDbTest {
    /** Columns that look like people and are none, or stand there for moments only. */
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("app_user.login", "the account itself, which is shown first and renamed last"),
            Map.entry("app_user.name", "the account itself"),
            Map.entry("app_user.email", "the account itself"),
            Map.entry("password_wish.name", "gone within a minute, when it is answered"),
            Map.entry("password_wish.address", "gone within a minute"),
            Map.entry("mail.recipient_name", "a part of the letter, which goes with its recipient"),
            Map.entry("visit.contact", "whom to ask for at the school, as it was typed"),
            Map.entry("school.email", "the office of a school"),
            Map.entry("supplier.email", "a firm; forgotten with its contact"),
            Map.entry("order_mail.recipient", "a firm"),
            Map.entry("award_invite.recipient", "a firm"),
            Map.entry("supplier.contact", "whom to ask for at a firm, as it was typed; forgotten three years after the last order"),
            Map.entry("school.address", "a place"),
            Map.entry("paper.replaced_by", "another file"),
            Map.entry("loan.contact", "whom to ask about a loan, erased by the rule of loans"),
            Map.entry("loan_ask.contact", "of somebody without an account, erased by the rule of what is asked for"),
            Map.entry("job_task.picked_by", "a server"),
            Map.entry("letter_version.contact", "whom to ask at an authority, as it is printed"));

    @AfterEach
    void no_rule() {
        System.clearProperty("schulpakt.left.days");
    }

    @Test
    void no_table_with_a_person_in_it_is_left_out(Db db) {
        Set<String> said = new TreeSet<>(OTHER.keySet());
        db.get(PersonalParts.class).all().forEach(part -> {
            said.add(part.table() + "." + part.by());
            part.renamed().forEach(column -> said.add(part.table() + "." + column));
            part.emptied().forEach(column -> said.add(part.table() + "." + column));
            if (part.end() == PersonalData.End.DELETED) {
                part.shown().forEach(column -> said.add(part.table() + "." + column));
            }
        });
        Set<String> found = db.sql("select concat(c.table_name, '.', c.column_name) as c from information_schema.columns c join information_schema.tables t"
                + " on t.table_schema = c.table_schema and t.table_name = c.table_name where c.table_schema = database() and t.table_type = 'BASE TABLE'"
                + " and c.table_name <> 'flyway_schema_history' and (c.column_name regexp '(^|_)(actor|actor_id|actor_name|user_id|person_id|person_name|login|email|assignee|assignee_id|recipient|recipient_name"
                + "|contact|agent|address|author|author_id|author_name)$' or c.column_name regexp '_by$'"
                + " or exists (select 1 from information_schema.key_column_usage k where k.table_schema = c.table_schema and k.table_name = c.table_name"
                + " and k.column_name = c.column_name and k.referenced_table_name = 'app_user')"
                + " or c.table_name in ('app_user', 'password_wish') and c.column_name in ('name', 'login', 'email', 'address'))").stream()
                .map(row -> row.get("c").toString()).collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(said);
        assertThat(found).as("say in the room what is kept of people there (PersonalData), or here why it is no person").isEmpty();
    }

    @Test
    void what_the_rooms_say_exists_and_has_words(Db db) {
        List<PersonalData> parts = db.get(PersonalParts.class).all();
        assertThat(parts).hasSizeGreaterThan(30);
        for (PersonalData part : parts) {
            List<String> columns = new ArrayList<>(part.shown());
            columns.add(part.by());
            columns.addAll(part.renamed());
            columns.addAll(part.emptied());
            for (String column : columns) {
                assertThat(db.number("select count(*) from information_schema.columns where table_schema = database() and table_name = ? and column_name = ?",
                        part.table(), column)).as("%s.%s", part.table(), column).isEqualTo(1);
            }
            for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                assertThat(Texts.has(locale, "personal." + part.table() + "." + part.by())).as("%s.%s", part.table(), part.by()).isTrue();
                part.shown().forEach(column -> assertThat(Texts.has(locale, "personal.column." + column)).as(column).isTrue());
            }
        }
    }

    @Test
    void each_sees_what_is_kept_of_oneself_and_nothing_of_others(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        user(db, "berta", Role.TECHNICIAN, null, null);
        db.request(() -> {
            db.get(SignIn.class).from("192.0.2.7");
            db.get(Accounts.class).begin(anna, "Firefox/140");
        });
        as(db, "anna", () -> {
            PersonalFiles.File file = db.get(PersonalFiles.class).mine(100);
            assertThat(file.login()).isEqualTo("anna");
            assertThat(file.parts()).extracting(PersonalFiles.Part::key).contains("login_session.user_id", "role_assignment.user_id", "known_place.user_id",
                    "security_event.user_id");
            assertThat(file.parts()).filteredOn(part -> part.key().equals("login_session.user_id")).singleElement().satisfies(part -> {
                assertThat(part.total()).isEqualTo(1);
                assertThat(part.rows().get(0)).containsEntry("address", "192.0.2.7").doesNotContainKey("hash");
            });
        });
        as(db, "berta", () -> assertThat(db.get(PersonalFiles.class).mine(100).parts()).extracting(PersonalFiles.Part::key)
                .doesNotContain("login_session.user_id"));
    }

    @Test
    void whoever_has_left_is_a_number_and_what_happened_stays(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long ordered = given.approved(given.tablet(40_000), 2);
        given.order(ordered);
        String officer = given.officer;
        Long id = db.number("select id from app_user where login = ?", officer);
        db.sql("update app_user set email = 'olga.amt@example.org' where id = ?", id);
        user(db, "zweite", Role.ADMIN, null, null);
        long lines = db.number("select count(*) from history");
        List<Map<String, Object>> money = db.sql("select id, budget_id, kind, amount_cents, source from posting order by id");
        refused("user.here", () -> as(db, SchoolGiven.ADMIN, () -> db.get(Leavers.class).forget(id)));
        assertThatThrownBy(() -> as(db, SchoolGiven.ADMIN, () -> db.get(Leavers.class).plan(id))).isInstanceOf(NotFound.class);
        as(db, SchoolGiven.ADMIN, () -> db.get(Users.class).activate(id, false));
        as(db, SchoolGiven.ADMIN, () -> {
            Leavers.Plan plan = db.get(Leavers.class).plan(id);
            assertThat(plan.steps()).extracting(Leavers.Step::key).contains("history.actor_id", "posting.actor_id", "role_assignment.user_id");
            assertThat(plan.steps()).allMatch(step -> !step.held());
        });
        assertThat(names(db, officer)).as("the dry run has changed nothing").isNotEmpty();
        as(db, SchoolGiven.ADMIN, () -> db.get(Leavers.class).forget(id));
        assertThat(names(db, officer)).isEmpty();
        assertThat(names(db, "olga.amt@example.org")).isEmpty();
        assertThat(db.number("select count(*) from history")).as("and one line for what was done now, one for the deactivation").isEqualTo(lines + 2);
        assertThat(db.number("select count(*) from history where actor_name = concat('person-', ?) and actor_id = ?", id, id)).isPositive();
        assertThat(db.sql("select id, budget_id, kind, amount_cents, source from posting order by id")).isEqualTo(money);
        db.checks();
        refused("user.forgotten", () -> as(db, SchoolGiven.ADMIN, () -> db.get(Users.class).activate(id, true)));
        refused("user.forgotten", () -> as(db, SchoolGiven.ADMIN, () -> db.get(Leavers.class).forget(id)));
    }

    @Test
    void who_shares_a_name_with_another_keeps_it_where_only_the_name_is_known(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        user(db, "anna.zwei", Role.TECHNICIAN, null, null);
        db.sql("update app_user set name = 'Anna Ander' where login like 'anna%'");
        db.sql("insert into job_pause (kind, actor_name, paused_at) values ('history', 'Anna Ander', now(6))");
        as(db, SchoolGiven.ADMIN, () -> {
            db.get(Users.class).activate(anna, false);
            assertThat(db.get(Leavers.class).plan(anna).steps()).filteredOn(step -> step.key().equals("job_pause.actor_name")).singleElement()
                    .satisfies(step -> assertThat(step.held()).isTrue());
            db.get(Leavers.class).forget(anna);
        });
        assertThat(db.sql("select actor_name from job_pause").get(0).get("actor_name")).isEqualTo("Anna Ander");
        assertThat(db.sql("select name from app_user where id = ?", anna).get(0).get("name")).isEqualTo("person-" + anna);
    }

    @Test
    void the_rule_forgets_after_its_days_and_without_a_rule_nobody_is_forgotten(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Long berta = user(db, "berta", Role.TECHNICIAN, null, null);
        Clock clock = db.get(Clock.class);
        as(db, SchoolGiven.ADMIN, () -> db.get(Users.class).activate(anna, false));
        clock.at(clock.now().plus(Duration.ofDays(50)), () -> as(db, SchoolGiven.ADMIN, () -> db.get(Users.class).activate(berta, false)));
        clock.at(clock.now().plus(Duration.ofDays(70)), () -> {
            assertThat(JobsGiven.run(db, "leavers")).isEqualTo("job.kind.leavers_off");
            System.setProperty("schulpakt.left.days", "60");
            as(db, SchoolGiven.ADMIN, () -> assertThat(db.get(Leavers.class).left()).extracting(Leavers.Leaver::login, Leavers.Leaver::due)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("anna", true), org.assertj.core.groups.Tuple.tuple("berta", false)));
            assertThat(JobsGiven.run(db, "leavers")).isEqualTo("job.kind.leavers_done\n1\n60");
            assertThat(JobsGiven.run(db, "leavers")).isEqualTo("job.kind.leavers_done\n0\n60");
        });
        assertThat(db.sql("select login from app_user where forgotten_at is not null")).singleElement()
                .satisfies(row -> assertThat(row.get("login")).isEqualTo("person-" + anna));
        assertThatThrownBy(() -> as(db, "berta", () -> db.get(Leavers.class).left())).isInstanceOfAny(Forbidden.class, NotFound.class);
    }

    private static Long user(Db db, String login, Role role, Long authority, Long school) {
        SchoolGiven.user(db, login, role, authority, school);
        return db.number("select id from app_user where login = ?", login);
    }

    /** Where a text still stands, in whatever column of whatever table. */
    private static List<String> names(Db db, String text) {
        List<String> found = new ArrayList<>();
        db.sql("select c.table_name as t, c.column_name as c from information_schema.columns c join information_schema.tables t"
                + " on t.table_schema = c.table_schema and t.table_name = c.table_name where c.table_schema = database() and t.table_type = 'BASE TABLE'"
                + " and c.data_type in ('varchar', 'char', 'text', 'mediumtext', 'longtext') and c.table_name <> 'flyway_schema_history'").forEach(column -> {
                    String at = "`" + column.get("t") + "` where `" + column.get("c") + "` like concat('%', ?, '%')";
                    if (db.number("select count(*) from " + at, text) > 0) {
                        found.add(column.get("t") + "." + column.get("c"));
                    }
                });
        return found;
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
