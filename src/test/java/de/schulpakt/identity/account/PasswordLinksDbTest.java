package de.schulpakt.identity.account;

import static de.schulpakt.kit.IdentityGiven.PASSWORD;
import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.secret;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody but its owner knows a password: it is set over a link that is good once, for an hour, and only while nothing has changed. */
@DbTest
class PasswordLinksDbTest {
    private static final String CHOSEN = "of-my-own-choice";
    private static final Pattern LINK = Pattern.compile("password\\.xhtml\\?link=([A-Za-z0-9_-]{43})");

    @BeforeEach
    @AfterEach
    void no_server_and_no_wishes(Db db) {
        for (String name : List.of("host", "port", "tls")) {
            System.clearProperty("schulpakt.mail." + name);
        }
        db.get(SignInLimits.class).forgetAll();
    }

    @Test
    void an_account_is_made_without_a_password_that_anybody_knows(Db db) {
        db.get(Users.class).createFirstAdministrator("admin", PASSWORD);
        PasswordLinks.Made made = create(db, "anna", "anna@example.org", Role.TECHNICIAN);
        assertThat(made.sentTo()).as("no mail server").isNull();
        for (String guess : List.of("", "null", PASSWORD)) {
            refused("login.wrong", () -> db.request(() -> db.get(SignIns.class).check("anna", guess)));
        }
        assertThat(db.get(PasswordLinks.class).whose(secret(made.link()))).isEqualTo(new PasswordLinks.Whose("anna", "anna", true));
        refused("password.short", () -> set(db, made, "kurz"));
        set(db, made, CHOSEN);
        assertThat(check(db, "anna", CHOSEN)).isEqualTo(made.userId());
        assertThat(db.number("select count(*) from password_link where hash = ?", secret(made.link()))).as("only a hash is kept").isZero();
        assertThat(db.sql("select actor_name, action from history where subject_type = 'User' and subject_id = ? order by id desc limit 1", made.userId()))
                .singleElement().satisfies(line -> assertThat(line.values()).contains("anna", "UserAction.SET_PASSWORD"));
        assertThat(db.sql("select kind from security_event where user_id = ? and kind not like 'SIGN_IN%' order by id", made.userId())).extracting(row -> row.get("kind"))
                .containsExactly("ACCOUNT_MADE", "LINK_SHOWN", "PASSWORD_SET");
    }

    @Test
    void a_link_is_good_once_for_an_hour_and_until_something_changes(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        PasswordLinks links = db.get(PasswordLinks.class);
        refused("link.unknown", () -> links.whose("x"));
        refused("link.unknown", () -> links.whose(null));

        PasswordLinks.Made used = send(db, anna);
        PasswordLinks.Made beside = send(db, anna);
        set(db, used, CHOSEN);
        refused("link.used", () -> set(db, used, "yet-another-word"));
        refused("link.ended", () -> set(db, beside, "yet-another-word"));
        assertThat(check(db, "anna", CHOSEN)).isEqualTo(anna);

        PasswordLinks.Made late = send(db, anna);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofMinutes(59)), () -> assertThat(links.whose(secret(late.link())).first()).isFalse());
        clock.at(clock.now().plus(Duration.ofMinutes(61)), () -> refused("link.expired", () -> set(db, late, "yet-another-word")));

        PasswordLinks.Made changed = send(db, anna);
        as(db, "anna", () -> db.get(SignIns.class).changePassword(new SignIns.ChangePassword(CHOSEN, "yet-another-word")));
        refused("link.ended", () -> set(db, changed, CHOSEN));

        PasswordLinks.Made off = send(db, anna);
        as(db, "admin", () -> db.get(Users.class).activate(anna, false));
        refused("link.ended", () -> set(db, off, CHOSEN));
        refused("link.inactive", () -> send(db, anna));
        as(db, "admin", () -> db.get(Users.class).activate(anna, true));
        refused("link.ended", () -> set(db, off, CHOSEN));
    }

    @Test
    void of_two_who_use_a_link_at_once_one_sets_the_password(Db db) {
        PasswordLinks.Made made = send(db, user(db, "anna", Role.TECHNICIAN, null, null));
        List<Throwable> thrown = db.race(4, 8, () -> set(db, made, CHOSEN));
        assertThat(thrown).hasSize(7).allSatisfy(t -> assertThat(((Refused) t).code()).isIn("link.used", "link.ended"));
    }

    @Test
    void who_sees_a_link_cannot_act_as_an_officer_or_administrator(Db db) {
        user(db, "berta", Role.ADMIN, null, null);
        Long olga = user(db, "olga", Role.FUNDING_OFFICER, null, null);
        PasswordLinks.Made made = send(db, olga);
        set(db, made, CHOSEN);
        as(db, "olga", () -> assertThat(db.get(CurrentUser.class).roles()).isEmpty());
        Long waiting = db.number("select id from role_pending where user_id = ?", olga);
        refused("duty.apart", () -> as(db, "admin", () -> db.get(Users.class).confirmRole(waiting)));
        as(db, "berta", () -> db.get(Users.class).confirmRole(waiting));
        as(db, "olga", () -> assertThat(db.get(CurrentUser.class).roles()).containsExactly(Role.FUNDING_OFFICER));
        assertThat(db.number("select count(*) from security_event where kind = 'ROLE_HELD' and user_id = ?", olga)).isEqualTo(1);
    }

    @Test
    void a_role_at_two_places_waits_at_both(Db db) {
        user(db, "berta", Role.ADMIN, null, null);
        db.sql("insert into authority (name) values ('Stadt A'), ('Stadt B')");
        Long olga = user(db, "olga", Role.FUNDING_OFFICER, db.number("select id from authority where name = 'Stadt A'"), null);
        Long other = db.number("select id from authority where name = 'Stadt B'");
        db.sql("insert into role_assignment (user_id, role, authority_id) values (?, 'FUNDING_OFFICER', ?)", olga, other);
        set(db, send(db, olga), CHOSEN);
        as(db, "olga", () -> assertThat(db.get(CurrentUser.class).roles()).isEmpty());
        assertThat(db.number("select count(*) from role_pending where user_id = ?", olga)).isEqualTo(2);
    }

    @Test
    void where_nobody_else_could_confirm_it_the_role_stays(Db db) {
        Long berta = user(db, "berta", Role.ADMIN, null, null);
        set(db, send(db, berta), CHOSEN);
        as(db, "berta", () -> assertThat(db.get(CurrentUser.class).roles()).containsExactly(Role.ADMIN));
        assertThat(db.sql("select detail from security_event where kind = 'ROLE_HELD'").get(0).get("detail").toString()).contains("said.alone");
    }

    @Test
    void with_a_mail_server_the_administrator_sees_no_link_and_the_words_are_not_kept(Db db) throws Exception {
        GreenMail server = server();
        try {
            db.get(Users.class).createFirstAdministrator("admin", PASSWORD);
            PasswordLinks.Made made = create(db, "olga", "olga@example.org", Role.FUNDING_OFFICER);
            assertThat(made.link()).isNull();
            assertThat(made.sentTo()).isEqualTo("olga@example.org");
            String link = received(db, server, 1);
            assertThat(db.number("select count(*) from mail where body is not null or html is not null")).isZero();
            db.get(SignIns.class).setPassword(new SignIns.SetPassword(link, CHOSEN));
            as(db, "olga", () -> assertThat(db.get(CurrentUser.class).roles()).as("nobody has seen the link").containsExactly(Role.FUNDING_OFFICER));
            PasswordLinks.Made other = create(db, "otto", "wrong@example.org", Role.TECHNICIAN);
            as(db, "admin", () -> {
                assertThat(db.get(PasswordLinks.class).send(other.userId(), new PasswordLinks.Send("otto@example.org")).sentTo()).isEqualTo("otto@example.org");
                refused("link.own_mail", () -> db.get(PasswordLinks.class).send(made.userId(), new PasswordLinks.Send("mine@example.org")));
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void a_letter_with_a_secret_is_not_sent_when_it_is_too_late(Db db) {
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        db.get(Users.class).createFirstAdministrator("admin", PASSWORD);
        create(db, "anna", "anna@example.org", Role.TECHNICIAN);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofMinutes(61)), () -> {
            assertThat(JobsGiven.run(db, "mail")).as("nothing is due").isNull();
            JobsGiven.run(db, "mail-age");
        });
        assertThat(db.sql("select state, body from mail")).singleElement().satisfies(row -> {
            assertThat(row.get("state")).isEqualTo("DEAD");
            assertThat(row.get("body")).isNull();
        });
    }

    @Test
    void who_has_forgotten_it_gets_a_link_and_the_answer_tells_nobody_whether_there_is_an_account(Db db) throws Exception {
        refused("link.no_mail", () -> db.get(PasswordLinks.class).forgot(new PasswordLinks.Forgot("anna")));
        GreenMail server = server();
        try {
            Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
            user(db, "ohne.adresse", Role.TECHNICIAN, null, null);
            Long gone = user(db, "gone", Role.TECHNICIAN, null, null);
            db.sql("update app_user set email = concat(login, '@example.org') where login in ('anna', 'gone')");
            as(db, "admin", () -> db.get(Users.class).activate(gone, false));
            for (String name : List.of("anna", "nobody", "ohne.adresse", "gone", "gone@example.org")) {
                db.request(() -> assertThat(db.statements(() -> db.get(PasswordLinks.class).forgot(new PasswordLinks.Forgot(name)))).as(name).isEqualTo(1));
            }
            assertThat(JobsGiven.run(db, "password-links")).isEqualTo("job.kind.password-links_done\n5\n1");
            assertThat(JobsGiven.run(db, "password-links")).isNull();
            assertThat(db.number("select count(*) from password_wish")).isZero();
            String link = received(db, server, 1);
            assertThat(server.getReceivedMessages()[0].getAllRecipients()[0].toString()).contains("anna@example.org");
            db.get(SignIns.class).setPassword(new SignIns.SetPassword(link, CHOSEN));
            assertThat(check(db, "anna", CHOSEN)).isEqualTo(anna);
        } finally {
            server.stop();
        }
    }

    @Test
    void wishes_are_limited_by_name_and_by_address_and_letters_by_account(Db db) throws Exception {
        GreenMail server = server();
        try {
            user(db, "anna", Role.TECHNICIAN, null, null);
            db.sql("update app_user set email = 'anna@example.org' where login = 'anna'");
            for (String name : List.of("anna", "nobody")) {
                for (int i = 0; i < SignInLimits.ACCOUNT_WISHES; i++) {
                    forgot(db, name, "192.0.2." + i);
                }
                refused("link.wait", () -> forgot(db, name, "192.0.2.9"));
            }
            for (int i = 0; i < SignInLimits.ADDRESS_WISHES; i++) {
                forgot(db, "nobody" + i, "198.51.100.1");
            }
            refused("link.wait", () -> forgot(db, "somebody", "198.51.100.1"));
            forgot(db, "anna@example.org", "198.51.100.2");
            JobsGiven.run(db, "password-links");
            assertThat(db.number("select count(*) from mail")).isEqualTo(PasswordLinks.MOST_AN_HOUR);
        } finally {
            server.stop();
        }
    }

    @Test
    void only_an_administrator_sends_links(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        user(db, "olga", Role.FUNDING_OFFICER, null, null);
        assertThatThrownBy(() -> as(db, "olga", () -> db.get(PasswordLinks.class).send(anna, new PasswordLinks.Send(null)))).isInstanceOf(Forbidden.class);
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        System.setProperty("schulpakt.mail.port", String.valueOf(server.getSmtp().getPort()));
        System.setProperty("schulpakt.mail.tls", "none");
        return server;
    }

    /** The secret of the link in the last of so many letters. */
    private static String received(Db db, GreenMail server, int letters) throws Exception {
        JobsGiven.run(db, "mail");
        assertThat(server.getReceivedMessages()).hasSize(letters);
        Matcher link = LINK.matcher(GreenMailUtil.getBody(server.getReceivedMessages()[letters - 1]).replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static PasswordLinks.Made create(Db db, String login, String email, Role role) {
        PasswordLinks.Made[] made = new PasswordLinks.Made[1];
        as(db, "admin", () -> made[0] = db.get(Users.class).create(new CreateUser(login, login, email, role, null, null)));
        return made[0];
    }

    private static PasswordLinks.Made send(Db db, Long user) {
        PasswordLinks.Made[] made = new PasswordLinks.Made[1];
        as(db, "admin", () -> made[0] = db.get(PasswordLinks.class).send(user, new PasswordLinks.Send(null)));
        return made[0];
    }

    private static void set(Db db, PasswordLinks.Made made, String password) {
        db.request(() -> db.get(SignIns.class).setPassword(new SignIns.SetPassword(secret(made.link()), password)));
    }

    private static void forgot(Db db, String name, String address) {
        db.request(() -> {
            db.get(SignIn.class).from(address);
            db.get(PasswordLinks.class).forgot(new PasswordLinks.Forgot(name));
        });
    }

    private static Long check(Db db, String login, String password) {
        Long[] id = new Long[1];
        db.request(() -> id[0] = db.get(SignIns.class).check(login, password));
        return id[0];
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
