package de.schulpakt.inventory.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.step.Explained;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Terms stand in editions that never change, prices end and stay. */
@DbTest
class TermsDbTest {
    private Db db;
    private Long authority;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        SchoolGiven.user(db, "amt", Role.FUNDING_OFFICER, authority, null);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
    }

    @Test
    void the_newest_edition_whose_day_has_come_is_in_force() {
        assertThat(db.get(TermsQueries.class).inForce(authority)).isNull();
        publish("Eins", today());
        publish("Zwei", today().plusDays(5));
        assertThat(db.get(TermsQueries.class).inForce(authority).text()).isEqualTo("Eins");
        Clock clock = db.get(Clock.class);
        clock.at(today().plusDays(5).atTime(12, 0).atZone(Clock.ZONE).toInstant(), () -> assertThat(db.get(TermsQueries.class).inForce(authority).edition()).isEqualTo(2));
        assertThatThrownBy(() -> publish("Drei", today().minusDays(1))).hasMessageContaining("loan_terms.past");
    }

    @Test
    void of_two_who_publish_at_once_each_gets_an_edition_or_is_told() {
        List<Throwable> thrown = db.race(2, 2, () -> publish("Zugleich", today()));
        assertThat(thrown).hasSizeLessThanOrEqualTo(1);
        thrown.forEach(t -> assertThat(Explained.of(t, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("loan_terms_once"));
        assertThat(db.get(TermsQueries.class).editions(authority)).hasSize(2 - thrown.size());
    }

    @Test
    void a_price_stands_once_and_can_be_asked_anew_after_it_ended() {
        Long price = addPrice(10_000L);
        assertThatThrownBy(() -> addPrice(12_000L)).satisfies(t -> assertThat(Explained.of(t, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("loan_price_once"));
        end(price);
        assertThatThrownBy(() -> SchoolGiven.as(db, "amt", () -> {
            db.get(Terms.class).endPrice(price, new Terms.EndPrice(2));
            return null;
        })).hasMessageContaining("loan_price.ended");
        addPrice(12_000L);
        assertThat(db.get(TermsQueries.class).prices(authority)).extracting(TermsQueries.Price::priceCents).containsExactly(12_000L);
    }

    @Test
    void schools_and_other_authorities_write_none() {
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(Terms.class).publish(new Terms.Publish(authority, "x", today())))).satisfies(t -> assertThat(t.getClass().getSimpleName()).isIn("Forbidden", "NotFound"));
        Long other = SchoolGiven.authority(db, "Anderer Träger");
        assertThatThrownBy(() -> SchoolGiven.as(db, "amt", () -> db.get(Terms.class).addPrice(new Terms.AddPrice(other, "x", 1L))))
                .satisfies(t -> assertThat(t.getClass().getSimpleName()).isIn("Forbidden", "NotFound"));
    }

    private Long publish(String text, LocalDate day) {
        return SchoolGiven.as(db, "amt", () -> db.get(Terms.class).publish(new Terms.Publish(authority, text, day)));
    }

    private Long addPrice(long cents) {
        return SchoolGiven.as(db, "amt", () -> db.get(Terms.class).addPrice(new Terms.AddPrice(authority, "Glasbruch", cents)));
    }

    private void end(Long price) {
        SchoolGiven.as(db, "amt", () -> {
            db.get(Terms.class).endPrice(price, new Terms.EndPrice(1));
            return null;
        });
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }
}
