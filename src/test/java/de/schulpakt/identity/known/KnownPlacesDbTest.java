package de.schulpakt.identity.known;

import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobsGiven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever signs in from somewhere new is told, and only then. */
@DbTest
class KnownPlacesDbTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String NEWER = FIREFOX.replace("140.0", "141.0");
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36";

    @AfterEach
    void no_server() {
        System.clearProperty("schulpakt.mail.host");
    }

    @Test
    void the_first_place_is_no_news_and_a_known_one_neither(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        begin(db, anna, "192.0.2.7", FIREFOX);
        begin(db, anna, "192.0.2.99", NEWER);
        assertThat(told(db, "anna")).isEmpty();
        begin(db, anna, "192.0.2.7", PHONE);
        begin(db, anna, "198.51.100.7", FIREFOX);
        begin(db, anna, "198.51.100.7", FIREFOX);
        assertThat(told(db, "anna")).extracting(row -> row.kind() + " " + row.subjectNo()).containsExactly(
                "message.sign_in_new Firefox, Linux", "message.sign_in_new Chrome, Android");
        assertThat(db.number("select count(*) from security_event where kind = 'SIGN_IN_NEW' and user_id = ?", anna)).isEqualTo(2);
    }

    @Test
    void others_places_are_not_ones_own(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        Long berta = user(db, "berta", Role.TECHNICIAN, null, null);
        begin(db, anna, "192.0.2.7", FIREFOX);
        begin(db, berta, "198.51.100.7", PHONE);
        begin(db, anna, "198.51.100.7", PHONE);
        assertThat(told(db, "anna")).hasSize(1);
        assertThat(told(db, "berta")).isEmpty();
    }

    @Test
    void it_goes_by_mail_at_once_without_having_been_chosen(Db db) {
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        db.sql("update app_user set email = 'anna@example.org', language = 'en' where id = ?", anna);
        begin(db, anna, "192.0.2.7", FIREFOX);
        begin(db, anna, "192.0.2.7", PHONE);
        assertThat(JobsGiven.run(db, "notices")).isEqualTo("job.kind.notices_written\n1\n1");
        assertThat(db.sql("select recipient, subject from mail")).singleElement().satisfies(row -> {
            assertThat(row.get("recipient")).isEqualTo("anna@example.org");
            assertThat(row.get("subject").toString()).startsWith("Your account was used in a new place: Chrome, Android");
        });
        as(db, "anna", () -> assertThat(db.get(NoticeQueries.class).topics()).filteredOn(t -> t.topic().equals("account")).singleElement()
                .satisfies(t -> {
                    assertThat(t.needed()).isTrue();
                    assertThat(t.way().name()).isEqualTo("MAIL");
                }));
    }

    @Test
    void places_are_forgotten_half_a_year_after_their_last_use(Db db) {
        Long anna = user(db, "anna", Role.TECHNICIAN, null, null);
        begin(db, anna, "192.0.2.7", FIREFOX);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(100)), () -> begin(db, anna, "2001:db8:1:2::7", FIREFOX));
        clock.at(clock.now().plus(Duration.ofDays(181)), () -> assertThat(JobsGiven.run(db, "known-age")).isEqualTo("job.kind.known-age_done\n1"));
        assertThat(db.number("select count(*) from known_place")).isEqualTo(1);
    }

    @Test
    void a_network_is_what_stays_while_one_moves_about_in_it() {
        assertThat(KnownPlaces.network("192.0.2.7")).isEqualTo("192.0.2").isEqualTo(KnownPlaces.network("192.0.2.200"));
        assertThat(KnownPlaces.network("2001:db8:1:2::7")).isEqualTo("2001:db8:1").isNotEqualTo(KnownPlaces.network("2001:db8:2:2::7"));
        assertThat(KnownPlaces.network("null")).isEqualTo("null");
    }

    private static void begin(Db db, Long user, String address, String agent) {
        db.request(() -> {
            db.get(SignIn.class).from(address);
            db.get(Accounts.class).begin(user, agent);
        });
    }

    private static List<NoticeQueries.Row> told(Db db, String login) {
        List<NoticeQueries.Row> rows = new ArrayList<>();
        as(db, login, () -> rows.addAll(db.get(NoticeQueries.class).newest(50)));
        return rows;
    }
}
