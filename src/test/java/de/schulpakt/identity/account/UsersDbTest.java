package de.schulpakt.identity.account;

import static de.schulpakt.kit.IdentityGiven.PASSWORD;
import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportList;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.UserList.AccountState;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.install.planning.Skills;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.IdentityGiven;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.overview.phone.PhoneQueries;
import de.schulpakt.paper.label.LabelJobQueries;
import de.schulpakt.paper.label.LabelJobs;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import jakarta.validation.ConstraintViolationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

@DbTest
class UsersDbTest {
    @Test
    void the_first_administrator_is_made_once(Db db) {
        Users users = db.get(Users.class);
        assertThat(users.createFirstAdministrator("chef", PASSWORD)).isTrue();
        assertThat(users.createFirstAdministrator("second", PASSWORD)).isFalse();
        assertThat(db.number("select count(*) from app_user")).isEqualTo(1);
    }

    @Test
    void a_short_first_password_is_refused(Db db) {
        assertThatThrownBy(() -> db.get(Users.class).createFirstAdministrator("chef", "short")).isInstanceOf(Refused.class);
        assertThat(db.number("select count(*) from app_user")).isZero();
    }

    @Test
    void a_role_that_is_missing_is_an_error_of_the_caller(Db db) {
        Long id = user(db, "anna", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> db.get(Users.class).grant(id, new Grant(null, null, null)))
                .isInstanceOf(jakarta.validation.ConstraintViolationException.class);
    }

    @Test
    void who_has_set_no_password_is_invited_and_not_active(Db db) {
        Long user = SchoolGiven.asAdmin(db, () -> db.get(Users.class).create(new CreateUser("neue.person", "Neue Person", "neu@example.org", Role.TECHNICIAN, null, null)).userId());
        assertThat(states(db, user)).containsExactly(AccountState.INVITED, AccountState.INVITED);
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(UserQueries.class).view(user)).invited()).isTrue();
        db.sql("insert into provider_account (user_id, issuer, person_key, person_hash, linked_at) values (?, 'https://idp.example.org', 'k1', sha2('k1', 256), now(6))", user);
        assertThat(states(db, user)).as("comes from the provider").containsExactly(AccountState.ACTIVE, AccountState.ACTIVE);
        db.sql("delete from provider_account where user_id = ?", user);
        SchoolGiven.asAdmin(db, () -> {
            db.get(Users.class).activate(user, false);
            return null;
        });
        assertThat(states(db, user)).containsExactly(AccountState.OFF, AccountState.OFF);
        db.sql("update app_user set active = true, password_hash = 'x' where id = ?", user);
        assertThat(states(db, user)).containsExactly(AccountState.ACTIVE, AccountState.ACTIVE);
    }

    /** As the page of the account says it, and the list, which finds it by that state and by no other. */
    private static List<AccountState> states(Db db, Long user) {
        return SchoolGiven.asAdmin(db, () -> {
            List<AccountState> found = new java.util.ArrayList<>(List.of(db.get(UserQueries.class).view(user).state()));
            for (AccountState state : AccountState.values()) {
                db.get(UserList.class).page(ListView.all().with("state", state.name())).rows().stream().filter(r -> r.id().equals(user)).forEach(r -> {
                    assertThat(r.state()).isEqualTo(state);
                    found.add(state);
                });
            }
            return found;
        });
    }

    @Test
    void a_token_works_until_it_is_revoked_or_expired(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        SignIn signIn = db.get(SignIn.class);
        Accounts.NewToken[] token = new Accounts.NewToken[1];
        as(db, "anna", () -> token[0] = db.get(Accounts.class).createToken(new Accounts.CreateToken("script", 30)));
        assertThat(signIn.byToken(token[0].token())).isTrue();
        assertThat(db.get(CurrentUser.class).login()).isEqualTo("anna");
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(31)), () -> assertThat(signIn.byToken(token[0].token())).isFalse());
        as(db, "anna", () -> db.get(Accounts.class).revokeToken(token[0].id()));
        assertThat(signIn.byToken(token[0].token())).isFalse();
        assertThat(db.number("select count(*) from access_token where hash = ?", token[0].token())).isZero();
    }

    @Test
    void a_token_within_bounds_sees_and_does_what_lies_within_them_only(Db db) {
        SchoolGiven.user(db, "anna", Role.TECHNICIAN, null, null);
        Long here = SchoolGiven.authority(db, "Stadt Hier " + System.nanoTime());
        Long there = SchoolGiven.authority(db, "Stadt Dort " + System.nanoTime());
        Long school = SchoolGiven.school(db, here, "Schule Hier " + System.nanoTime());
        Long other = SchoolGiven.school(db, there, "Schule Dort " + System.nanoTime());
        SchoolGiven.user(db, "berta", Role.TECHNICIAN, there, null);
        Guard guard = db.get(Guard.class);
        CurrentUser current = db.get(CurrentUser.class);
        with(db, "anna", new Accounts.CreateToken("Schule", 30, false, null, school), () -> {
            assertThat(current.grants()).containsExactly(new Grant(Role.TECHNICIAN, null, school));
            assertThat(guard.may(Permission.TICKET_WORK, school)).isTrue();
            assertThat(guard.may(Permission.TICKET_WORK, other)).isFalse();
            assertThat(guard.mayEverywhere(Permission.TICKET_WORK)).isFalse();
        });
        with(db, "anna", new Accounts.CreateToken("Stadt", 30, null, here, null), () -> {
            assertThat(guard.mayAuthority(Permission.TICKET_WORK, here)).isTrue();
            assertThat(guard.may(Permission.TICKET_WORK, other)).isFalse();
        });
        with(db, "anna", new Accounts.CreateToken("Lesen", 30, true, null, null), () -> {
            assertThat(guard.may(Permission.TICKET_VIEW, other)).isTrue();
            assertThat(guard.may(Permission.TICKET_WORK, other)).isFalse();
            assertThat(current.readsOnly()).isTrue();
        });
        as(db, "anna", () -> {
            refused("token.place", () -> db.get(Accounts.class).createToken(new Accounts.CreateToken("beide", 30, false, here, school)));
            refused("token.place", () -> db.get(Accounts.class).createToken(new Accounts.CreateToken("keine", 30, false, null, Long.MAX_VALUE)));
            refused("token.place", () -> db.get(Accounts.class).createToken(new Accounts.CreateToken("keiner", 30, false, Long.MAX_VALUE, null)));
        });
        as(db, "berta", () -> refused("token.place", () -> db.get(Accounts.class).createToken(new Accounts.CreateToken("fremd", 30, false, null, school))));
    }

    @Test
    void a_token_with_single_rights_does_these_and_is_told_of_all_others(Db db) {
        SchoolGiven.user(db, "anna", Role.TECHNICIAN, null, null);
        Long school = SchoolGiven.school(db, "Schule Hier " + System.nanoTime());
        Guard guard = db.get(Guard.class);
        CurrentUser current = db.get(CurrentUser.class);
        with(db, "anna", new Accounts.CreateToken("Tickets", 30, null, null, null, List.of(Permission.TICKET_WORK)), () -> {
            assertThat(current.rights()).as("who works at tickets sees them").containsExactlyInAnyOrder(Permission.TICKET_WORK, Permission.TICKET_VIEW);
            assertThat(guard.may(Permission.TICKET_WORK, school)).isTrue();
            assertThat(guard.may(Permission.TICKET_VIEW)).isTrue();
            assertThat(guard.may(Permission.DEVICE_VIEW, school)).isFalse();
            assertThat(guard.mayEverywhere(Permission.DEVICE_VIEW)).isFalse();
            assertThat(guard.visibleSchools(Permission.DEVICE_VIEW)).isEqualTo(new Scope(false, Set.of(), Set.of()));
            guard.require(Permission.TICKET_WORK, school);
            forbidden("token.right", () -> guard.require(Permission.DEVICE_VIEW, school));
            forbidden("token.right", () -> guard.require(Permission.DEVICE_VIEW, Long.MAX_VALUE));
            forbidden("token.right", () -> guard.require(Permission.DEVICE_PLACE));
            forbidden("token.right", () -> guard.requireEverywhere(Permission.TICKET_OPEN));
            forbidden("token.right", () -> guard.requireAuthority(Permission.NETWORK_VIEW, 1L));
            forbidden("token.right", () -> guard.requireAward(Permission.APPLICATION_VIEW, 1L, 1L));
            forbidden("token.right", () -> guard.scope(Permission.DEVICE_VIEW));
            forbidden("token.right", () -> guard.awards(Permission.APPLICATION_VIEW));
            forbidden("token.rights", () -> guard.requireForOneself(Permission.TICKET_WORK));
            forbidden("token.rights", () -> db.get(LabelJobQueries.class).mine());
        });
        with(db, "anna", new Accounts.CreateToken("Lesen", 30, true, null, school, List.of(Permission.TICKET_WORK)), () -> {
            assertThat(guard.may(Permission.TICKET_VIEW, school)).as("rights, reading and place go together").isTrue();
            assertThat(guard.may(Permission.TICKET_WORK, school)).isFalse();
        });
        as(db, "anna", () -> {
            refused("token.right_of_others", () -> db.get(Accounts.class).createToken(new Accounts.CreateToken("fremd", 30, null, null, null, List.of(Permission.BUDGET_TRANSFER))));
            assertThatThrownBy(() -> db.get(Accounts.class).createToken(new Accounts.CreateToken("nichts", 30, null, null, null, List.of())))
                    .isInstanceOf(jakarta.validation.ConstraintViolationException.class);
            assertThat(db.get(UserQueries.class).tokens()).filteredOn(t -> t.label().equals("Tickets")).singleElement()
                    .satisfies(t -> assertThat(t.rights()).containsExactlyInAnyOrder(Permission.TICKET_WORK, Permission.TICKET_VIEW));
        });
        db.sql("update access_token set rights = 'GIBT_ES_NICHT' where label = 'Tickets'");
        assertThat(AccessToken.rights("GIBT_ES_NICHT")).as("a right that is no longer known is none").isEmpty();
    }

    private static void forbidden(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Forbidden.class, e -> assertThat(List.of(e.code(), e.status())).containsExactly(code, 403));
    }

    @Test
    void a_token_held_to_a_place_imports_nothing_and_sees_no_job(Db db) {
        Long school = SchoolGiven.school(db, "Schule Hier");
        Imports imports = db.get(Imports.class);
        ImportQueries queries = db.get(ImportQueries.class);
        Imports.Upload file = new Imports.Upload("schulen.csv", ("Schulnummer;Schulname;Schulart;Anschrift;Bundesland;Telefon\n"
                + "50477;Görres-Gymnasium;Gymnasium;Gymnasialstr. 3, 56068 Koblenz  Stadt;RP;(0261)12749\n").getBytes(StandardCharsets.UTF_8));
        Long job = SchoolGiven.asAdmin(db, () -> imports.upload("school", file));
        with(db, SchoolGiven.ADMIN, new Accounts.CreateToken("ganz", 30), () -> assertThat(queries.progress(job).id()).isEqualTo(job));
        with(db, SchoolGiven.ADMIN, new Accounts.CreateToken("Schule", 30, false, null, school), () -> {
            Imports.Step step = new Imports.Step(versionOf(db, job));
            refused("token.placed", () -> imports.upload("school", file));
            refused("token.placed", () -> imports.run(job, step));
            refused("token.placed", () -> imports.cancel(job, step));
            refused("token.placed", () -> imports.discard(job, step));
            refused("token.placed", () -> queries.progress(job));
            refused("token.placed", () -> db.get(ImportList.class).page(ListView.all()));
        });
        assertThat(db.sql("select state from import_job").get(0).get("state")).isEqualTo("READY");
    }

    private static Integer versionOf(Db db, Long job) {
        return (int) db.number("select version from import_job where id = ?", job);
    }

    @Test
    void a_token_held_to_a_place_shows_a_technicians_day_there_only(Db db) {
        Long school = SchoolGiven.school(db, "Schule Hier");
        Long room = SchoolGiven.room(db, school, "101");
        Long other = SchoolGiven.school(db, "Schule Dort");
        SchoolGiven.room(db, other, "102");
        Long here = InstallGiven.plain(db, school, "Ausleuchtung hier");
        Long there = InstallGiven.plain(db, other, "Ausleuchtung dort");
        Long hereToo = InstallGiven.plain(db, school, "Switch hier");
        Long thereToo = InstallGiven.plain(db, other, "Switch dort");
        db.get(Clock.class).at(Instant.parse("2026-05-04T06:00:00Z"), () -> {
            List.of(here, there, hereToo, thereToo).forEach(id -> InstallGiven.take(db, id));
            InstallGiven.work(db, tickets -> {
                agree(db, here, "2026-05-05T06:30:00Z");
                agree(db, there, "2026-05-05T10:30:00Z");
            });
        });
        LocalDate day = LocalDate.of(2026, 5, 5);
        with(db, InstallGiven.TECHNICIAN, new Accounts.CreateToken("ganz", 30), () -> {
            assertThat(db.get(DayQueries.class).today(day).visits()).extracting(DayQueries.VisitRow::ticketId).containsExactly(here, there);
            assertThat(db.get(TicketQueries.class).mine()).hasSize(4);
        });
        with(db, InstallGiven.TECHNICIAN, new Accounts.CreateToken("Schule", 30, false, null, school), () -> {
            DayQueries.Today today = db.get(DayQueries.class).today(day);
            assertThat(today.visits()).extracting(DayQueries.VisitRow::ticketId).containsExactly(here);
            assertThat(today.planned()).extracting(TicketQueries.Row::id).containsExactly(hereToo);
            assertThat(db.get(TicketQueries.class).mine()).extracting(TicketQueries.Row::id).containsExactlyInAnyOrder(here, hereToo);
            PhoneQueries.Taken taken = db.get(PhoneQueries.class).taken();
            assertThat(taken.works()).extracting(PhoneQueries.Work::id).containsExactlyInAnyOrder(here, hereToo);
            assertThat(taken.rooms()).extracting(PhoneQueries.Place::id).containsExactly(room);
            refused("token.placed", () -> db.get(Skills.class).set(new Skills.Set(Set.of())));
        });
    }

    private static void agree(Db db, Long ticket, String at) {
        db.get(Visits.class).schedule(ticket, new Visits.Schedule(InstallGiven.version(db, ticket), Instant.parse(at), 60, "Hausmeister", null));
    }

    @Test
    void a_token_held_to_a_place_has_no_labels_made_in_the_background_and_fetches_none(Db db) {
        Long here = SchoolGiven.authority(db, "Stadt Hier");
        SchoolGiven.user(db, "anna", Role.FUNDING_OFFICER, here, null);
        db.sql("set statement check_constraint_checks = 0 for insert into tag_roll (no, authority_id, tags, first_key, last_key, state, made_at, made_by)"
                + " values ('E-2026-7777', ?, 3, 'A', 'B', 'OPEN', now(6), 'F')", here);
        Map<String, List<String>> asked = Map.of("of", List.of("tags"), "roll", List.of(String.valueOf(db.number("select max(id) from tag_roll"))));
        LabelJobs jobs = db.get(LabelJobs.class);
        LabelJobQueries queries = db.get(LabelJobQueries.class);
        Long[] job = new Long[1];
        with(db, "anna", new Accounts.CreateToken("ganz", 30), () -> job[0] = jobs.start(asked, true));
        with(db, "anna", new Accounts.CreateToken("Stadt", 30, false, here, null), () -> {
            refused("token.placed", () -> jobs.start(asked, true));
            refused("token.placed", () -> jobs.cancel(job[0]));
            refused("token.placed", queries::mine);
            refused("token.placed", () -> queries.one(job[0]));
            refused("token.placed", () -> queries.part(job[0], 1));
        });
        assertThat(db.sql("select state from label_job")).extracting(row -> row.get("state")).containsExactly("RUNNING");
    }

    @Test
    void a_token_held_to_a_place_ends_itself_and_no_other(Db db) {
        Long school = SchoolGiven.school(db, "Schule Hier");
        SchoolGiven.user(db, "anna", Role.TECHNICIAN, null, null);
        Accounts accounts = db.get(Accounts.class);
        SignIn signIn = db.get(SignIn.class);
        Accounts.NewToken[] made = new Accounts.NewToken[3];
        as(db, "anna", () -> {
            made[0] = accounts.createToken(new Accounts.CreateToken("Schule", 30, false, null, school));
            made[1] = accounts.createToken(new Accounts.CreateToken("ganz", 30));
            made[2] = accounts.createToken(new Accounts.CreateToken("noch eins", 30));
        });
        db.request(() -> {
            assertThat(signIn.byToken(made[0].token())).isTrue();
            refused("token.placed", () -> accounts.revokeToken(made[1].id()));
            accounts.revokeToken(made[0].id());
        });
        assertThat(signIn.byToken(made[0].token())).isFalse();
        db.request(() -> {
            assertThat(signIn.byToken(made[1].token())).as("nobody has ended it").isTrue();
            accounts.revokeToken(made[2].id());
        });
        assertThat(signIn.byToken(made[2].token())).isFalse();
    }

    private static void with(Db db, String login, Accounts.CreateToken cmd, Runnable work) {
        Accounts.NewToken[] token = new Accounts.NewToken[1];
        as(db, login, () -> token[0] = db.get(Accounts.class).createToken(cmd));
        db.request(() -> {
            assertThat(db.get(SignIn.class).byToken(token[0].token())).isTrue();
            work.run();
        });
    }

    @Test
    void a_foreign_token_does_not_exist(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        user(db, "berta", Role.TECHNICIAN, null, null);
        Accounts.NewToken[] token = new Accounts.NewToken[1];
        as(db, "anna", () -> token[0] = db.get(Accounts.class).createToken(new Accounts.CreateToken("script", 30)));
        assertThatThrownBy(() -> as(db, "berta", () -> db.get(Accounts.class).revokeToken(token[0].id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_dismissed_user_is_out_at_once(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Users users = db.get(Users.class);
        Accounts.NewToken[] token = new Accounts.NewToken[1];
        as(db, "anna", () -> token[0] = db.get(Accounts.class).createToken(new Accounts.CreateToken("script", 30)));
        as(db, "admin", () -> users.activate(anna, false));
        SignIn signIn = db.get(SignIn.class);
        assertThat(signIn.byId(anna)).isFalse();
        assertThat(signIn.byToken(token[0].token())).isFalse();
    }

    @Test
    void only_the_administrator_manages_users(Db db) {
        user(db, "anna", Role.FUNDING_OFFICER, null, null);
        CreateUser cmd = new CreateUser("eve", "Eve", null, Role.ADMIN, null, null);
        assertThatThrownBy(() -> as(db, "anna", () -> db.get(Users.class).create(cmd))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(db, "anna", () -> db.get(UserList.class).page(ListView.all())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_school_administrator_belongs_to_one_school(Db db) {
        assertThatThrownBy(() -> user(db, "anna", Role.SCHOOL_ADMIN, null, null)).isInstanceOf(Refused.class)
                .hasMessageContaining("user.scope");
    }

    @Test
    void a_login_exists_once_and_the_answer_says_so(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> user(db, "anna", Role.AUDITOR, null, null)).satisfies(failure ->
                assertThat(Explained.of(failure, Locale.GERMAN)).hasValueSatisfying(why -> {
                    assertThat(why.status()).isEqualTo(409);
                    assertThat(why.code()).isEqualTo("user_login_once");
                }));
    }

    @Test
    void wrong_input_names_its_fields(Db db) {
        db.get(Users.class).createFirstAdministrator("admin", PASSWORD);
        CreateUser cmd = new CreateUser("", "Anna", "no-address", null, null, null);
        assertThatThrownBy(() -> as(db, "admin", () -> db.get(Users.class).create(cmd)))
                .isInstanceOf(ConstraintViolationException.class).satisfies(failure ->
                        assertThat(Explained.of(failure, Locale.GERMAN).orElseThrow().fields())
                                .containsOnlyKeys("login", "email", "role"));
    }

    @Test
    void a_role_holds_only_where_there_is_something(Db db) {
        assertThatThrownBy(() -> user(db, "anna", Role.SCHOOL_ADMIN, null, 4711L)).satisfies(failure ->
                assertThat(Explained.of(failure, Locale.GERMAN).orElseThrow().code()).isEqualTo("role_assignment_school"));
        assertThatThrownBy(() -> user(db, "berta", Role.AUDITOR, 4711L, null)).satisfies(failure ->
                assertThat(Explained.of(failure, Locale.GERMAN).orElseThrow().code()).isEqualTo("role_assignment_authority"));
        assertThat(db.number("select count(*) from app_user")).as("the administrator only").isEqualTo(1);
    }

    @Test
    void a_user_with_several_roles_stands_in_the_list_once(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        as(db, "admin", () -> {
            db.get(Users.class).grant(anna, new Grant(Role.AUDITOR, null, null));
            assertThat(db.get(UserList.class).page(ListView.all().with("text", "ann")).rows()).singleElement().satisfies(row ->
                    assertThat(row.roles()).extracting(UserList.Held::role).containsExactlyInAnyOrder(Role.TECHNICIAN, Role.AUDITOR));
            assertThat(db.get(UserList.class).page(ListView.all().with("role", Role.AUDITOR)).total()).isEqualTo(1);
        });
    }

    @Test
    void the_list_of_users_takes_the_same_few_statements(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        for (int i = 0; i < 30; i++) {
            user(db, "user" + i, Role.AUDITOR, null, null);
        }
        as(db, "admin", () -> assertThat(db.statements(() -> db.get(UserList.class).page(ListView.all()))).as("ids, rows, count, roles").isEqualTo(4));
    }

    @Test
    void what_was_ended_does_not_come_back(Db db) {
        Map<String, BiConsumer<Users, Long>> acts = Map.of(
                "deactivated and activated again", (users, id) -> {
                    users.activate(id, false);
                    users.activate(id, true);
                },
                "given another password over a link", (users, id) -> db.get(SignIns.class).setPassword(new SignIns.SetPassword(
                        IdentityGiven.secret(db.get(PasswordLinks.class).send(id, new PasswordLinks.Send(null)).link()), "another-word-4")),
                "a role taken back", (users, id) -> users.takeRole(id, new Grant(Role.TECHNICIAN, null, null)),
                "signed out everywhere", Users::endAll);
        acts.forEach((how, act) -> {
            String login = "u" + how.hashCode();
            Long id = user(db, login, Role.TECHNICIAN, null, null);
            SignIn signIn = db.get(SignIn.class);
            Long session = begin(db, id);
            String token = token(db, login);
            assertThat(signIn.bySession(session)).as(how).isTrue();
            assertThat(signIn.byToken(token)).as(how).isTrue();
            as(db, "admin", () -> act.accept(db.get(Users.class), id));
            assertThat(signIn.bySession(session)).as("session of somebody who was " + how).isFalse();
            assertThat(signIn.byToken(token)).as("token of somebody who was " + how).isFalse();
        });
    }

    @Test
    void who_changes_the_own_password_stays_and_all_else_ends(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Long here = begin(db, anna);
        Long there = begin(db, anna);
        String token = token(db, "anna");
        SignIn signIn = db.get(SignIn.class);
        db.request(() -> {
            signIn.bySession(here);
            db.get(SignIns.class).changePassword(new SignIns.ChangePassword(PASSWORD, "another-word-4"));
        });
        assertThat(signIn.bySession(here)).isTrue();
        assertThat(signIn.bySession(there)).isFalse();
        assertThat(signIn.byToken(token)).isFalse();
        refused("password.wrong", () -> as(db, "anna", () -> db.get(SignIns.class)
                .changePassword(new SignIns.ChangePassword(PASSWORD, "yet-another-word"))));
        refused("password.same", () -> as(db, "anna", () -> db.get(SignIns.class)
                .changePassword(new SignIns.ChangePassword("another-word-4", "another-word-4"))));
    }

    @Test
    void another_mail_address_asks_for_the_password_because_links_go_there(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        Accounts.Describe other = new Accounts.Describe("Anna", "anna@example.org", "en", null);
        as(db, "anna", () -> {
            SignIns signIns = db.get(SignIns.class);
            refused("account.mail_needs_password", () -> db.get(Accounts.class).describe(other));
            refused("account.mail_needs_password", () -> signIns.describe(other, ""));
            refused("password.wrong", () -> signIns.describe(other, "not-the-password"));
            signIns.describe(other, PASSWORD);
            signIns.describe(new Accounts.Describe("Anna A.", "anna@example.org", "de", null), null);
        });
        assertThat(db.sql("select name, email from app_user where login = 'anna'").get(0)).containsEntry("name", "Anna A.").containsEntry("email", "anna@example.org");
        assertThat(db.number("select count(*) from security_event where kind = 'MAIL_CHANGED'")).isEqualTo(1);
    }

    @Test
    void a_session_ends_after_twelve_hours_whatever_is_done_in_it(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Long session = begin(db, anna);
        Clock clock = db.get(Clock.class);
        SignIn signIn = db.get(SignIn.class);
        clock.at(clock.now().plus(Duration.ofHours(11)), () -> assertThat(signIn.bySession(session)).isTrue());
        clock.at(clock.now().plus(Duration.ofHours(13)), () -> assertThat(signIn.bySession(session)).isFalse());
    }

    @Test
    void one_session_is_ended_and_a_foreign_one_does_not_exist(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        user(db, "berta", Role.TECHNICIAN, null, null);
        Long session = begin(db, anna);
        assertThatThrownBy(() -> as(db, "berta", () -> db.get(Accounts.class).endSession(session))).isInstanceOf(NotFound.class);
        as(db, "anna", () -> {
            assertThat(db.get(UserQueries.class).sessions()).extracting(UserQueries.Session::id).containsExactly(session);
            db.get(Accounts.class).endSession(session);
            assertThat(db.get(UserQueries.class).sessions()).isEmpty();
        });
        assertThat(db.get(SignIn.class).bySession(session)).isFalse();
    }

    @Test
    void a_token_makes_no_token_and_changes_no_account(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        String token = token(db, "anna");
        Accounts accounts = db.get(Accounts.class);
        db.request(() -> {
            assertThat(db.get(SignIn.class).byToken(token)).isTrue();
            refused("token.by_token", () -> accounts.createToken(new Accounts.CreateToken("more", 366)));
            refused("account.by_token", accounts::endAllOthers);
            refused("account.by_token", () -> db.get(SignIns.class).changePassword(new SignIns.ChangePassword(PASSWORD, "another-word-4")));
        });
    }

    @Test
    void the_number_and_the_days_of_tokens_are_limited(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        Accounts accounts = db.get(Accounts.class);
        as(db, "anna", () -> {
            assertThatThrownBy(() -> accounts.createToken(new Accounts.CreateToken("long", 367)))
                    .isInstanceOf(ConstraintViolationException.class);
            for (int i = 0; i < Accounts.MOST_TOKENS; i++) {
                accounts.createToken(new Accounts.CreateToken("script", 1));
            }
            refused("token.too_many", () -> accounts.createToken(new Accounts.CreateToken("script", 1)));
            accounts.revokeToken(db.get(UserQueries.class).tokens().get(0).id());
            accounts.createToken(new Accounts.CreateToken("script", 1));
        });
    }

    @Test
    void an_administrator_revokes_a_token_of_its_owner_only(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Long berta = user(db, "berta", Role.TECHNICIAN, null, null);
        String token = token(db, "anna");
        Long id = db.number("select max(id) from access_token");
        assertThatThrownBy(() -> as(db, "admin", () -> db.get(Users.class).revokeToken(berta, id))).isInstanceOf(NotFound.class);
        as(db, "admin", () -> db.get(Users.class).revokeToken(anna, id));
        assertThat(db.get(SignIn.class).byToken(token)).isFalse();
    }

    @Test
    void a_password_that_somebody_else_chose_opens_nothing_but_its_change(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        String token = token(db, "anna");
        db.sql("update app_user set must_change_password = true, epoch = epoch + 1 where id = ?", anna);
        as(db, "anna", () -> {
            assertThat(db.get(CurrentUser.class).mustChangePassword()).isTrue();
            refused("password.must_change", () -> db.get(Accounts.class).createToken(new Accounts.CreateToken("script", 1)));
            db.get(SignIns.class).changePassword(new SignIns.ChangePassword(PASSWORD, "of-my-own-choice"));
        });
        as(db, "anna", () -> assertThat(db.get(CurrentUser.class).mustChangePassword()).isFalse());
        assertThat(db.get(SignIn.class).byToken(token)).isFalse();
    }

    @Test
    void nobody_gives_oneself_rights(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        Long admin = db.number("select id from app_user where login = 'admin'");
        for (Role role : Role.values()) {
            refused("user.not_own_role", () -> as(db, "admin", () -> db.get(Users.class).grant(admin, new Grant(role, null, null))));
        }
        refused("user.not_own_password", () -> as(db, "admin", () -> db.get(PasswordLinks.class).send(admin, new PasswordLinks.Send(null))));
    }

    @Test
    void an_administrator_puts_neither_oneself_out_nor_the_last_one(Db db) {
        Long admin = admin(db);
        refused("user.last_administrator", () -> as(db, "admin", () -> db.get(Users.class).activate(admin, false)));
        refused("user.last_administrator", () -> as(db, "admin", () -> db.get(Users.class).takeRole(admin, new Grant(Role.ADMIN, null, null))));
        user(db, "berta", Role.ADMIN, null, null);
        refused("user.not_oneself", () -> as(db, "admin", () -> db.get(Users.class).activate(admin, false)));
        assertThat(db.number("select count(*) from app_user where active and id = ?", admin)).isEqualTo(1);
    }

    @Test
    void a_role_is_given_once_and_taken_back(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Grant auditor = new Grant(Role.AUDITOR, null, null);
        as(db, "admin", () -> db.get(Users.class).grant(anna, auditor));
        assertThatThrownBy(() -> as(db, "admin", () -> db.get(Users.class).grant(anna, auditor))).satisfies(failure ->
                assertThat(Explained.of(failure, Locale.GERMAN).orElseThrow().code()).isEqualTo("role_assignment_once"));
        as(db, "admin", () -> db.get(Users.class).takeRole(anna, auditor));
        as(db, "anna", () -> assertThat(db.get(CurrentUser.class).roles()).containsExactly(Role.TECHNICIAN));
        assertThatThrownBy(() -> as(db, "admin", () -> db.get(Users.class).takeRole(anna, auditor))).isInstanceOf(NotFound.class);
    }

    @Test
    void of_two_administrators_who_put_each_other_out_one_remains(Db db) {
        Long admin = admin(db);
        Long berta = user(db, "berta", Role.ADMIN, null, null);
        for (boolean role : new boolean[] {false, true}) {
            db.sql("update app_user set active = true");
            db.sql("insert ignore into role_assignment (user_id, role) values (?, 'ADMIN'), (?, 'ADMIN')", admin, berta);
            AtomicBoolean first = new AtomicBoolean();
            db.race(2, 2, () -> {
                boolean mine = first.compareAndSet(false, true);
                as(db, mine ? "admin" : "berta", () -> {
                    Long other = mine ? berta : admin;
                    if (role) {
                        db.get(Users.class).takeRole(other, new Grant(Role.ADMIN, null, null));
                    } else {
                        db.get(Users.class).activate(other, false);
                    }
                });
            });
            assertThat(db.number("select count(*) from app_user u join role_assignment r on r.user_id = u.id where u.active"
                    + " and r.role = 'ADMIN' and r.place = '/'")).isEqualTo(1);
        }
    }

    @Test
    void a_token_costs_no_statement_while_it_is_remembered_and_one_note_a_minute(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        String token = token(db, "anna");
        SignIn signIn = db.get(SignIn.class);
        assertThat(db.statements(() -> signIn.byToken(token))).as("the look-up and the note of its use").isEqualTo(2);
        assertThat(db.statements(() -> signIn.byToken(token))).isEqualTo(StatementBudgets.of("SignIn.byToken"));
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(SignIn.KEPT).plusSeconds(1), () ->
                assertThat(db.statements(() -> signIn.byToken(token))).as("read anew, no note").isEqualTo(1));
    }

    @Test
    void several_roles_and_places_are_given_at_once(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        as(db, "admin", () -> db.get(Users.class).create(new CreateUser("clara", "Clara", null, Role.TECHNICIAN, null,
                null, List.of(new Grant(Role.AUDITOR, null, null)))));
        as(db, "clara", () -> assertThat(db.get(CurrentUser.class).roles()).containsExactlyInAnyOrder(Role.TECHNICIAN, Role.AUDITOR));
    }

    private static Long admin(Db db) {
        db.get(Users.class).createFirstAdministrator("admin", PASSWORD);
        return db.number("select id from app_user where login = 'admin'");
    }

    private static Long begin(Db db, Long user) {
        return db.get(Accounts.class).begin(user, "Firefox");
    }

    private static String token(Db db, String login) {
        String[] token = new String[1];
        as(db, login, () -> token[0] = db.get(Accounts.class).createToken(new Accounts.CreateToken("script", 30)).token());
        return token[0];
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_role_that_moves_money_or_administers_holds_when_a_second_person_has_confirmed_it(Db db) {
        user(db, "berta", Role.ADMIN, null, null);
        for (Role role : Role.values()) {
            String login = "neu-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Long school = role == Role.SCHOOL_ADMIN ? 1L : null;
            if (school == null) {
                as(db, "admin", () -> db.get(Users.class).create(new CreateUser(login, login, null, role, null, null)));
                boolean second = role == Role.ADMIN || role == Role.FUNDING_OFFICER;
                assertThat(db.number("select count(*) from role_assignment r join app_user u on u.id = r.user_id where u.login = ?", login))
                        .as(role.name()).isEqualTo(second ? 0 : 1);
                assertThat(role.needsSecond()).isEqualTo(second);
            }
        }
        Long waiting = pending(db, "neu-funding-officer");
        refused("duty.apart", () -> as(db, "admin", () -> db.get(Users.class).confirmRole(waiting)));
        assertThatThrownBy(() -> as(db, "neu-technician", () -> db.get(Users.class).confirmRole(waiting))).isInstanceOf(Forbidden.class);
        // an account that one administrator has made alone cannot be the second person
        assertThatThrownBy(() -> as(db, "neu-admin", () -> db.get(Users.class).confirmRole(waiting))).isInstanceOf(Forbidden.class);
        as(db, "berta", () -> db.get(Users.class).confirmRole(waiting));
        refused("user.not_own_role", () -> as(db, "neu-funding-officer", () -> {
            as(db, "admin", () -> db.get(Users.class).grant(db.number("select id from app_user where login = 'neu-funding-officer'"),
                    new Grant(Role.ADMIN, null, null)));
            db.get(Users.class).confirmRole(pending(db, "neu-funding-officer"));
        }));
        as(db, "neu-funding-officer", () -> db.get(Users.class).confirmRole(pending(db, "neu-admin")));
        as(db, "admin", () -> db.get(Users.class).declineRole(pending(db, "neu-funding-officer")));
        assertThat(db.number("select count(*) from role_pending")).isZero();
        assertThat(db.number("select count(*) from security_event where kind in ('ROLE_CONFIRMED', 'ROLE_DECLINED')")).isEqualTo(3);
    }

    @Test
    void who_may_confirm_a_role_is_told_and_who_has_given_it_hears_what_became_of_it(Db db) {
        user(db, "berta", Role.ADMIN, null, null);
        user(db, "technik", Role.TECHNICIAN, null, null);
        as(db, "admin", () -> {
            for (String login : List.of("olga", "otto")) {
                db.get(Users.class).create(new CreateUser(login, login, null, Role.FUNDING_OFFICER, null, null));
            }
        });
        assertThat(waiting(db, "berta")).isEqualTo(2);
        assertThat(waiting(db, "admin")).as("who has given them").isZero();
        assertThat(waiting(db, "technik")).isZero();
        assertThat(told(db, "berta")).containsExactly("message.role_pending otto", "message.role_pending olga");
        assertThat(told(db, "technik")).isEmpty();
        as(db, "berta", () -> {
            db.get(Users.class).confirmRole(pending(db, "olga"));
            db.get(Users.class).declineRole(pending(db, "otto"));
        });
        assertThat(waiting(db, "berta")).isZero();
        assertThat(told(db, "admin")).containsExactly("message.role_declined otto", "message.role_confirmed olga");
        assertThat(db.number("select count(*) from notice where kind = 'message.role_pending' and read_at is null")).as("done").isZero();
    }

    private static long waiting(Db db, String login) {
        long[] count = new long[1];
        as(db, login, () -> count[0] = db.get(WaitingQueries.class).waiting().getOrDefault("admin", 0L));
        return count[0];
    }

    private static List<String> told(Db db, String login) {
        return db.sql("select concat(n.kind, ' ', n.subject_no) as n from notice n join app_user u on u.id = n.user_id where u.login = ? order by n.id desc",
                login).stream().map(row -> row.get("n").toString()).toList();
    }

    @Test
    void who_is_alone_gives_roles_alone_and_the_security_log_says_so(Db db) {
        db.get(Users.class).createFirstAdministrator("admin", PASSWORD);
        as(db, "admin", () -> db.get(Users.class).create(new CreateUser("erste", "Erste", null, Role.FUNDING_OFFICER, null, null)));
        assertThat(db.number("select count(*) from role_assignment r join app_user u on u.id = r.user_id where u.login = 'erste'")).isEqualTo(1);
        assertThat(db.sql("select detail from security_event where login = 'erste'").get(0).get("detail").toString()).contains("said.alone");
        as(db, "admin", () -> db.get(Users.class).create(new CreateUser("zweite", "Zweite", null, Role.FUNDING_OFFICER, null, null)));
        assertThat(db.number("select count(*) from role_assignment r join app_user u on u.id = r.user_id where u.login = 'zweite'")).isZero();
    }

    private static Long pending(Db db, String login) {
        return db.number("select p.id from role_pending p join app_user u on u.id = p.user_id where u.login = ?", login);
    }
}
