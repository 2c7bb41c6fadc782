package de.schulpakt.school.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.Schools;
import jakarta.validation.ConstraintViolationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of buildings: by hand and from a table. */
@DbTest
class BuildingFactsDbTest {
    private Long school;
    private Long building;
    private String admin;

    @BeforeEach
    void aBuilding(Db db) {
        school = SchoolGiven.school(db, SchoolGiven.authority(db, "Koblenz"), "Görres-Gymnasium");
        building = SchoolGiven.asAdmin(db, () -> db.get(Schools.class).addBuilding(school, new Schools.AddBuilding("Altbau")));
        admin = SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
    }

    @Test
    void a_building_is_described_changed_and_the_history_keeps_what_was_said(Db db) {
        assertThat(view(db).version()).as("nothing is known").isNull();
        describe(db, facts(null, 1907, Listed.YES, null));
        assertThat(view(db)).extracting(BuildingFactQueries.View::builtYear, BuildingFactQueries.View::listed, BuildingFactQueries.View::fibre, BuildingFactQueries.View::mayEdit)
                .containsExactly(1907, Listed.YES, null, true);
        assertThatThrownBy(() -> describe(db, facts(null, 1908, null, null))).as("somebody was quicker").isInstanceOf(Conflict.class);
        Integer seen = view(db).version();
        describe(db, facts(seen, 1907, null, Fibre.PLANNED));
        assertThatThrownBy(() -> describe(db, facts(seen, 1907, null, Fibre.NONE))).isInstanceOf(Conflict.class);
        refused("building_fact.nothing", () -> describe(db, facts(view(db).version(), null, null, null)));
        int next = db.get(Clock.class).today().getYear() + 1;
        refused("building_fact.year", () -> describe(db, facts(view(db).version(), next, null, null)));
        assertThatThrownBy(() -> describe(db, facts(view(db).version(), 999, null, null))).isInstanceOf(ConstraintViolationException.class);
        SchoolGiven.as(db, admin, () -> {
            db.get(BuildingFacts.class).remove(building, new BuildingFacts.Remove(db.get(BuildingFactQueries.class).view(building).version(), "falsches Haus"));
            return null;
        });
        assertThat(view(db).version()).isNull();
        assertThatThrownBy(() -> describe(db, facts(seen, 1907, null, Fibre.NONE))).as("it was removed meanwhile").isInstanceOf(Conflict.class);
        assertThat(view(db).version()).isNull();
        assertThatThrownBy(() -> SchoolGiven.as(db, admin, () -> {
            db.get(BuildingFacts.class).remove(building, new BuildingFacts.Remove(1, "noch einmal"));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, admin, () -> db.get(SchoolQueries.class).school(school)).timeline()).extracting(h -> h.action()).contains("FactAction.DESCRIBE", "FactAction.REMOVE");
    }

    @Test
    void only_who_describes_the_school_writes_and_others_do_not_see_it(Db db) {
        String auditor = SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThat(SchoolGiven.as(db, auditor, () -> db.get(BuildingFactQueries.class).view(building)).mayEdit()).isFalse();
        for (String other : new String[] {auditor, stranger}) {
            assertThatThrownBy(() -> SchoolGiven.as(db, other, () -> {
                db.get(BuildingFacts.class).describe(building, facts(null, 1907, null, null));
                return null;
            })).isInstanceOf(other.equals(auditor) ? Forbidden.class : NotFound.class);
        }
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(BuildingFactQueries.class).view(building))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> db.get(BuildingFactQueries.class).view(999_999))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_table_describes_what_is_recorded_and_names_what_it_does_not_understand(Db db) {
        describe(db, facts(null, 1907, Listed.YES, null));
        Long second = SchoolGiven.asAdmin(db, () -> db.get(Schools.class).addBuilding(school, new Schools.AddBuilding("Neubau")));
        String head = "Schule;Gebäude;Baujahr;Denkmalschutz;Glasfaser;Bandbreite;Strom\n";
        Long file = upload(db, head + "Görres-Gymnasium;Altbau;;;geplant;1.000;knapp\nGörres-Gymnasium;neubau;1999;nein;;;\n");
        assertThat(plan(db, file).counts().created()).isEqualTo(1);
        assertThat(plan(db, file).counts().changed()).isEqualTo(1);
        SchoolGiven.asAdmin(db, () -> {
            db.get(Imports.class).run(file, new Imports.Step(plan(db, file).version()));
            db.get(Imports.class).execute(file);
            return null;
        });
        assertThat(view(db)).extracting(BuildingFactQueries.View::builtYear, BuildingFactQueries.View::listed, BuildingFactQueries.View::fibre, BuildingFactQueries.View::mbit,
                BuildingFactQueries.View::supply).as("what the table leaves empty stays").containsExactly(1907, Listed.YES, Fibre.PLANNED, 1000, Power.TIGHT);
        assertThat(SchoolGiven.as(db, admin, () -> db.get(BuildingFactQueries.class).view(second)).listed()).isEqualTo(Listed.NO);
        Long again = upload(db, head + "Görres-Gymnasium;Altbau;1907;ja;;;\n");
        assertThat(plan(db, again).counts().same()).isEqualTo(1);
        Long wrong = upload(db, head + "Görres-Gymnasium;Turnhalle;1999;;;;\nGörres-Gymnasium;Altbau;2999;;;;\nGörres-Gymnasium;Neubau;;vielleicht;;;\n"
                + "Görres-Gymnasium;Altbau;1907;;;;\n");
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(ImportQueries.class).findings(wrong, Locale.GERMAN)).stream().map(Finding.Told::code))
                .containsExactlyInAnyOrder("building_facts.building", "building_facts.word", "building_facts.word", "building_facts.twice");
        Long empty = upload(db, head + "Görres-Gymnasium;Altbau;;;;;\n");
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(ImportQueries.class).findings(empty, Locale.GERMAN)).stream().map(Finding.Told::code)).containsExactly("building_facts.nothing");
    }

    @Test
    void words_are_read_as_people_write_them() {
        assertThat(List.of("1000", "1.000", "1 000", "1000 Mbit/s")).allSatisfy(text -> assertThat(BuildingRows.number(text)).isEqualTo(1000));
        assertThat(List.of("viel", "-1", "1,5", "")).allSatisfy(text -> assertThat(BuildingRows.number(text)).isNull());
        assertThat(BuildingRows.fibre(" Geplant ")).isEqualTo(Fibre.PLANNED);
        assertThat(BuildingRows.supply("nicht ausreichend")).isEqualTo(Power.MISSING);
    }

    private static Long upload(Db db, String text) {
        return SchoolGiven.asAdmin(db, () -> db.get(Imports.class).upload("building_facts", new Imports.Upload("gebaeude.csv", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static ImportQueries.View plan(Db db, Long id) {
        return SchoolGiven.asAdmin(db, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private BuildingFacts.Describe facts(Integer version, Integer year, Listed listed, Fibre fibre) {
        return new BuildingFacts.Describe(version, year, listed, fibre, null, null, "Gebäudemanagement");
    }

    private void describe(Db db, BuildingFacts.Describe facts) {
        SchoolGiven.as(db, admin, () -> {
            db.get(BuildingFacts.class).describe(building, facts);
            return null;
        });
    }

    private BuildingFactQueries.View view(Db db) {
        return SchoolGiven.as(db, admin, () -> db.get(BuildingFactQueries.class).view(building));
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
