package de.schulpakt.inventory.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.seal.ResealKit;
import de.schulpakt.platform.step.Explained;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passwords of devices are sealed, opened by who may and with a reason, and nowhere else to be read. */
@DbTest
class SecretsDbTest {
    private static final String WORD = "b1os-Geheim!";
    private static final String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private final String key = System.getProperty("schulpakt.key");
    private Db db;
    private Long device;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, null, null);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
    }

    @AfterEach
    void the_key_is_back() {
        System.setProperty("schulpakt.key", key);
        System.clearProperty("schulpakt.key.old");
    }

    @Test
    void it_is_opened_with_a_reason_that_stays_and_is_nowhere_to_be_read() {
        keep(WORD);
        assertThat(view().kept()).extracting(SecretQueries.Kept::kind).containsExactly(Secrets.SecretKind.BIOS);
        assertThat(view().toString()).doesNotContain(WORD);
        assertThat(open().secret()).isEqualTo(WORD);
        assertThat(open().toString() + new Secrets.Keep(Secrets.SecretKind.BIOS, WORD)).doesNotContain(WORD);
        DeviceQueries.View seen = SchoolGiven.as(db, "schule", () -> db.get(DeviceQueries.class).view(device));
        assertThat(seen.timeline().toString()).contains("SecretAction.OPEN_SECRET", "Ticket T-7").doesNotContain(WORD);
        assertThat(db.number("select count(*) from device_secret where locate(?, sealed) > 0", WORD)).as("sealed").isZero();
        assertThat(db.number("select count(*) from history where note like ? or facts like ?", "%" + WORD + "%", "%" + WORD + "%")).isZero();
        assertThatThrownBy(() -> as(() -> db.get(Secrets.class).open(id(), new Secrets.Why(" ")))).as("without a reason").isInstanceOf(jakarta.validation.ConstraintViolationException.class);
    }

    @Test
    void another_takes_its_place_and_one_that_ended_is_gone() {
        keep("alt");
        Long first = id();
        keep(WORD);
        assertThat(open().secret()).isEqualTo(WORD);
        assertThatThrownBy(() -> as(() -> db.get(Secrets.class).open(first, new Secrets.Why("x")))).hasMessageContaining("secret.ended");
        as(() -> {
            db.get(Secrets.class).end(id(), new Secrets.Why("Gerät gelöscht"));
            return null;
        });
        assertThat(view().kept()).isEmpty();
        assertThat(db.number("select count(*) from device_secret where sealed is not null")).isZero();
        db.checks();
    }

    @Test
    void of_two_who_keep_it_at_once_one_stays() {
        List<Throwable> thrown = db.race(2, 2, () -> keep(WORD));
        thrown.forEach(t -> assertThat(Explained.of(t, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("device_secret_once"));
        assertThat(db.number("select count(*) from device_secret where ended_at is null")).isEqualTo(1);
        db.checks();
    }

    @Test
    void who_sees_a_device_does_not_see_its_passwords() {
        keep(WORD);
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(Secrets.class).open(id(), new Secrets.Why("neugierig")))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(SecretQueries.class).of(device))).isInstanceOf(Forbidden.class);
        Long authority = SchoolGiven.authority(db, "Anderer Träger");
        SchoolGiven.user(db, "fremd", Role.TECHNICIAN, authority, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Secrets.class).open(id(), new Secrets.Why("x")))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_key_is_changed_without_a_gap_and_without_one_nothing_is_taken_in() {
        keep(WORD);
        System.setProperty("schulpakt.key", OTHER_KEY);
        assertThatThrownBy(() -> open()).hasMessageContaining("secret.unreadable");
        System.setProperty("schulpakt.key.old", key);
        assertThat(open().secret()).as("with the former key").isEqualTo(WORD);
        assertThat(ResealKit.renew(db)).isEqualTo(1);
        assertThat(ResealKit.renew(db)).as("twice").isZero();
        System.clearProperty("schulpakt.key.old");
        assertThat(open().secret()).as("with the new one").isEqualTo(WORD);
        System.setProperty("schulpakt.key", "kurz");
        assertThat(view().key()).isFalse();
        assertThatThrownBy(() -> keep("x")).hasMessageContaining("seal.no_key");
    }

    private void keep(String word) {
        as(() -> {
            db.get(Secrets.class).keep(device, new Secrets.Keep(Secrets.SecretKind.BIOS, word));
            return null;
        });
    }

    private Long id() {
        return db.number("select max(id) from device_secret");
    }

    private Secrets.Opened open() {
        return as(() -> db.get(Secrets.class).open(id(), new Secrets.Why("Ticket T-7")));
    }

    private SecretQueries.View view() {
        return as(() -> db.get(SecretQueries.class).of(device));
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, "technik", work);
    }
}
