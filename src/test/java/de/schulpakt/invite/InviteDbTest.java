package de.schulpakt.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people are invited from one table: wrong rows say why, and all are stored or none. */
@DbTest
class InviteDbTest {
    private static final String HEAD = "Anmeldename;Vorname;Nachname;E-Mail;Rolle;Schule;Schulträger\n";

    @BeforeEach
    void mail() {
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
    }

    @AfterEach
    void no_mail() {
        System.clearProperty("schulpakt.mail.host");
    }

    @Test
    void each_row_becomes_an_account_with_its_role_and_a_letter(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Koblenz"), "Görres-Gymnasium");
        SchoolGiven.user(db, "zweite", Role.ADMIN, null, null);
        Long id = upload(db, HEAD + "anna;Anna;Beispiel;anna@example.org;Schuladministration;Görres-Gymnasium;\n"
                + "otto;Otto;Muster;otto@example.org;Technik;;\n" + "olga;Olga;Muster;olga@example.org;funding officer;;\n" + "zweite;Zweite;Person;z@example.org;Prüfung;;\n");
        assertThat(view(db, id).runnable()).isTrue();
        assertThat(view(db, id).counts().created()).isEqualTo(3);
        assertThat(view(db, id).counts().same()).isEqualTo(1);
        run(db, id);
        assertThat(db.sql("select u.login as l, u.name as n, r.role as r, r.school_id as s from app_user u join role_assignment r on r.user_id = u.id"
                + " where u.login in ('anna', 'otto', 'olga') order by u.login")).extracting(row -> row.get("l") + " " + row.get("n") + " " + row.get("r") + " " + row.get("s"))
                .containsExactly("anna Anna Beispiel SCHOOL_ADMIN " + school, "otto Otto Muster TECHNICIAN null");
        assertThat(db.number("select count(*) from role_pending p join app_user u on u.id = p.user_id where u.login = 'olga'")).as("a second person").isEqualTo(1);
        assertThat(db.sql("select recipient from mail order by id")).extracting(row -> row.get("recipient"))
                .containsExactly("anna@example.org", "otto@example.org", "olga@example.org");
        assertThat(db.number("select count(*) from password_link where shown_to is not null and user_id in (select id from app_user where login in ('anna', 'otto', 'olga'))"))
                .as("nobody has seen a link").isZero();
        Long again = upload(db, HEAD + "anna;Anna;Anders;anna@example.org;Technik;;\n");
        assertThat(view(db, again).counts().same()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_said_row_by_row_and_nothing_is_stored(Db db) {
        SchoolGiven.school(db, SchoolGiven.authority(db, "Koblenz"), "Görres-Gymnasium");
        SchoolGiven.school(db, SchoolGiven.authority(db, "Mayen"), "Grundschule");
        SchoolGiven.school(db, SchoolGiven.authority(db, "Andernach"), "Grundschule");
        Long id = upload(db, HEAD + "gut;Gut;Er;gut@example.org;Technik;;\n" + "größe;A;B;a@example.org;Technik;;\n" + "gut;C;D;c@example.org;Technik;;\n"
                + "e;;;keine;Zauberei;;\n" + "f;F;G;f@example.org;Schuladministration;;\n" + "h;H;I;h@example.org;Schuladministration;Grundschule;\n"
                + "j;J;K;j@example.org;Schuladministration;Niemandsschule;\n" + "l;L;M;l@example.org;Prüfung;;Niemandsland\n" + "n;N;O;;Prüfung;;\n");
        assertThat(codes(db, id)).containsExactlyInAnyOrder("invite.login", "invite.login_twice", "invite.name", "invite.email", "invite.role", "invite.scope",
                "invite.school_several", "invite.school", "invite.authority", "invite.email_missing");
        assertThat(view(db, id).runnable()).isFalse();
        long before = db.number("select count(*) from app_user");
        assertThatThrownBy(() -> run(db, id)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("import.wrong_rows"));
        assertThat(db.number("select count(*) from app_user")).isEqualTo(before);
        assertThat(db.number("select count(*) from mail")).isZero();
    }

    @Test
    void without_a_mail_server_or_a_column_nobody_is_invited(Db db) {
        SchoolGiven.school(db, SchoolGiven.authority(db, "Koblenz"), "Görres-Gymnasium");
        System.clearProperty("schulpakt.mail.host");
        Long id = upload(db, HEAD + "otto;Otto;Muster;otto@example.org;Technik;;\n");
        assertThat(view(db, id).findings()).extracting(de.schulpakt.exchange.table.Finding.Told::code).contains("invite.no_mail");
        assertThat(view(db, id).runnable()).isFalse();
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        Long columns = upload(db, "Anmeldename;Name;Rolle\notto;Otto;Technik\n");
        assertThat(view(db, columns).findings()).extracting(de.schulpakt.exchange.table.Finding.Told::code).contains("invite.no_column");
    }

    @Test
    void only_administrators_invite(Db db) {
        SchoolGiven.school(db, SchoolGiven.authority(db, "Koblenz"), "Görres-Gymnasium");
        SchoolGiven.user(db, "olga", Role.FUNDING_OFFICER, null, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "olga", () -> db.get(Imports.class).upload("people", new Imports.Upload("p.csv", HEAD.getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_role_is_understood_in_both_languages_and_as_its_constant() {
        for (String word : List.of("Förderstelle", "foerderstelle", "FUNDING_OFFICER", "Funding officer")) {
            assertThat(Roles.of(word)).as(word).isEqualTo(Role.FUNDING_OFFICER);
        }
        Map.of("Techniker", Role.TECHNICIAN, "Technikerin", Role.TECHNICIAN, "Sachbearbeiter", Role.FUNDING_OFFICER, "Sachbearbeiter(in)", Role.FUNDING_OFFICER,
                "Sachbearbeiter/-in", Role.FUNDING_OFFICER, "Sachbearbeitung", Role.FUNDING_OFFICER, "Schulleitung", Role.SCHOOL_ADMIN, "Sekretariat", Role.SCHOOL_ADMIN,
                "Prüfer", Role.AUDITOR, "Prüfer:in", Role.AUDITOR).forEach((word, role) -> assertThat(Roles.of(word)).as(word).isEqualTo(role));
        assertThat(Roles.of("Zauberei")).isNull();
        assertThat(Roles.of("Systemadministrator")).as("whoever administers all is meant by the words of the role only").isNull();
    }

    private static Long upload(Db db, String text) {
        return SchoolGiven.asAdmin(db, () -> db.get(Imports.class).upload("people", new Imports.Upload("personen.csv", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static ImportQueries.View view(Db db, Long id) {
        return SchoolGiven.asAdmin(db, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private static void run(Db db, Long id) {
        SchoolGiven.asAdmin(db, () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private static List<String> codes(Db db, Long id) {
        return SchoolGiven.asAdmin(db, () -> db.get(ImportQueries.class).findings(id, Locale.GERMAN)).stream()
                .map(de.schulpakt.exchange.table.Finding.Told::code).toList();
    }
}
