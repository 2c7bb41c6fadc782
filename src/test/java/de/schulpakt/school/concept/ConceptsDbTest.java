package de.schulpakt.school.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.school.year.SchoolYears;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Concepts of schools, version by version, and what an application says of them. */
@DbTest
class ConceptsDbTest {
    private Long authority;
    private Long school;
    private String admin;
    private LocalDate today;

    @BeforeEach
    void aSchool(Db db) {
        authority = SchoolGiven.authority(db, "Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        admin = SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        today = db.get(Clock.class).today();
    }

    @Test
    void the_newest_version_that_is_valid_and_not_withdrawn_counts(Db db) {
        Long first = record(db, ConceptKind.MEDIA, today.minusYears(2));
        Long second = record(db, ConceptKind.MEDIA, today.minusYears(1));
        Long later = SchoolGiven.as(db, admin, () -> concepts(db).record(school, new Concepts.Record(ConceptKind.MEDIA, new Concepts.Details("Neu", today, today.plusDays(9), null, null))));
        assertThat(view(db, second)).extracting(ConceptQueries.View::edition, ConceptQueries.View::current).containsExactly(2, true);
        assertThat(view(db, first).current()).isFalse();
        assertThat(view(db, later).current()).as("valid later").isFalse();
        run(db, admin, () -> concepts(db).withdraw(second, new Concepts.Reason(view(db, second).version(), "überholt")));
        assertThat(view(db, first).current()).isTrue();
        refused("school_concept.withdrawn", () -> run(db, admin, () -> concepts(db).withdraw(second, new Concepts.Reason(view(db, second).version(), "noch einmal"))));
        refused("school_concept.withdrawn", () -> run(db, admin, () -> concepts(db).change(second, new Concepts.Change(view(db, second).version(), details(today)))));
        run(db, admin, () -> concepts(db).restore(second, new Concepts.Reason(view(db, second).version(), "doch")));
        assertThat(view(db, second).current()).isTrue();
        refused("school_concept.counts", () -> run(db, admin, () -> concepts(db).restore(second, new Concepts.Reason(view(db, second).version(), "x"))));
        Long same = record(db, ConceptKind.MEDIA, today.minusYears(1));
        assertThat(view(db, same).current()).as("of two of one day the later version").isTrue();
        assertThat(db.get(ConceptQueries.class).valid(List.of(school), ConceptKind.MEDIA, today.plusDays(9)).get(school).title()).isEqualTo("Neu");
    }

    @Test
    void what_cannot_be_is_refused(Db db) {
        refused("school_concept.future", () -> record(db, ConceptKind.MEDIA, today.plusDays(1)));
        refused("school_concept.order", () -> write(db, new Concepts.Details("M", today, today.minusDays(1), null, null)));
        refused("school_concept.order", () -> write(db, new Concepts.Details("M", today, today, "PL", today.minusDays(1))));
        refused("school_concept.future", () -> write(db, new Concepts.Details("M", today, today, "PL", today.plusDays(1))));
        refused("school_concept_approved", () -> write(db, new Concepts.Details("M", today, today, "PL", null)));
        refused("school_concept_approved", () -> write(db, new Concepts.Details("M", today, today, " ", today)));
        Long id = record(db, ConceptKind.MEDIA, today);
        refused("school_concept.not_to_sign", () -> sign(db, admin, id, ConceptSide.SCHOOL, today));
        Concepts.Change change = new Concepts.Change(view(db, id).version(), new Concepts.Details("M2", today, today, "PL", today));
        run(db, admin, () -> concepts(db).change(id, change));
        assertThatThrownBy(() -> run(db, admin, () -> concepts(db).change(id, change))).isInstanceOf(Conflict.class);
        List<Throwable> thrown = db.race(2, 2, () -> record(db, ConceptKind.SUPPORT, today));
        assertThat(thrown).allSatisfy(t -> assertThat(Explained.of(t, Locale.GERMAN).orElseThrow().code()).isEqualTo("school_concept_once"));
        assertThat(db.number("select count(*) from school_concept where kind = 'SUPPORT'")).isEqualTo(2 - thrown.size());
    }

    @Test
    void each_side_signs_for_itself_once_and_a_mistake_is_taken_back(Db db) {
        Long id = record(db, ConceptKind.SUPPORT, today.minusDays(3));
        String officer = SchoolGiven.user(db, "foerderung", Role.FUNDING_OFFICER, authority, null);
        assertThatThrownBy(() -> sign(db, admin, id, ConceptSide.AUTHORITY, today)).isInstanceOf(NotFound.class);
        refused("school_concept.future", () -> sign(db, admin, id, ConceptSide.SCHOOL, today.plusDays(1)));
        refused("school_concept.signed_early", () -> sign(db, admin, id, ConceptSide.SCHOOL, today.minusDays(4)));
        sign(db, admin, id, ConceptSide.SCHOOL, today.minusDays(1));
        refused("school_concept.stands_signed", () -> run(db, admin, () -> concepts(db).change(id, new Concepts.Change(view(db, id).version(), details(today)))));
        refused("school_concept.signed", () -> sign(db, admin, id, ConceptSide.SCHOOL, today));
        refused("school_concept.not_signed", () -> run(db, officer, () -> concepts(db).unsign(id, new Concepts.Unsign(view(db, id).version(), ConceptSide.AUTHORITY, "x"))));
        sign(db, officer, id, ConceptSide.AUTHORITY, today);
        assertThat(view(db, id)).extracting(ConceptQueries.View::schoolSignedOn, ConceptQueries.View::authoritySignedOn).containsExactly(today.minusDays(1), today);
        run(db, officer, () -> concepts(db).unsign(id, new Concepts.Unsign(view(db, id).version(), ConceptSide.AUTHORITY, "falsches Blatt")));
        assertThat(view(db, id).authoritySignedOn()).isNull();
        run(db, admin, () -> concepts(db).unsign(id, new Concepts.Unsign(view(db, id).version(), ConceptSide.SCHOOL, "falsches Blatt")));
        run(db, admin, () -> concepts(db).change(id, new Concepts.Change(view(db, id).version(), details(today))));
        assertThat(view(db, id).resolvedOn()).isEqualTo(today);
    }

    @Test
    void others_do_not_see_it_and_who_only_looks_does_not_write(Db db) {
        Long id = record(db, ConceptKind.SUPPORT, today);
        String auditor = SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThat(SchoolGiven.as(db, auditor, () -> db.get(ConceptQueries.class).view(id))).extracting(ConceptQueries.View::mayEdit, ConceptQueries.View::maySignOther)
                .containsExactly(false, false);
        assertThatThrownBy(() -> sign(db, auditor, id, ConceptSide.SCHOOL, today)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(ConceptQueries.class).view(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> concepts(db).record(school, new Concepts.Record(ConceptKind.MEDIA, details(today))))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> concepts(db).record(999_999, new Concepts.Record(ConceptKind.MEDIA, details(today))))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_application_says_what_is_missing_until_all_is_there(Db db) {
        Long programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 9_000_00);
        Long application = FundingGiven.application(db, programme, authority);
        assertThat(missing(db, application)).containsExactly("school");
        Long annex = FundingGiven.annex(db, application, school);
        assertThat(missing(db, application)).containsExactly("position", "year", "concept", "support");
        FundingGiven.position(db, application, annex, Category.WLAN, 4_000_00);
        int begins = today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
        SchoolGiven.as(db, admin, () -> db.get(SchoolYears.class).record(school, new SchoolYears.Numbers(begins, 642, null, 24, "Statistik")));
        Long media = record(db, ConceptKind.MEDIA, today);
        Long support = record(db, ConceptKind.SUPPORT, today);
        assertThat(missing(db, application)).containsExactly("numbers", "concept_file", "signed_school", "signed_authority", "support_file");
        attach(db, media);
        attach(db, support);
        sign(db, admin, support, ConceptSide.SCHOOL, today);
        sign(db, SchoolGiven.user(db, "foerderung", Role.FUNDING_OFFICER, authority, null), support, ConceptSide.AUTHORITY, today);
        db.sql("update school_year set teachers = 48");
        assertThat(missing(db, application)).isEmpty();
        FundingGiven.submit(db, application);
        run(db, admin, () -> concepts(db).withdraw(media, new Concepts.Reason(view(db, media).version(), "überholt")));
        ApplicationQueries.Said said = FundingGiven.officer(db, () -> db.get(ApplicationQueries.class).said(application));
        assertThat(said.content().schools().get(0).media().title()).as("as it was submitted").isEqualTo("Konzept");
        assertThat(said.content().schools().get(0).support().authoritySignedOn()).isEqualTo(today);
        assertThat(missing(db, application)).containsExactly("concept");
        FundingGiven.approve(db, application);
        assertThat(missing(db, application)).as("after the decision it guides no more").isEmpty();
    }

    private List<String> missing(Db db, Long application) {
        return FundingGiven.officer(db, () -> db.get(ApplicationQueries.class).missing(application)).stream().map(ApplicationQueries.Missing::what).toList();
    }

    private void attach(Db db, Long concept) {
        SchoolGiven.as(db, admin, () -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(("Konzept " + concept).getBytes(StandardCharsets.UTF_8)), "konzept.txt")) {
                return db.get(Papers.class).attach("Concept", concept, new Papers.Attach("CONCEPT", null, null), file);
            }
        });
    }

    private Concepts.Details details(LocalDate on) {
        return new Concepts.Details("Konzept", on, on, null, null);
    }

    private Long record(Db db, ConceptKind kind, LocalDate on) {
        return SchoolGiven.as(db, admin, () -> concepts(db).record(school, new Concepts.Record(kind, details(on))));
    }

    private void write(Db db, Concepts.Details details) {
        SchoolGiven.as(db, admin, () -> concepts(db).record(school, new Concepts.Record(ConceptKind.MEDIA, details)));
    }

    private void sign(Db db, String who, Long id, ConceptSide side, LocalDate on) {
        run(db, who, () -> concepts(db).sign(id, new Concepts.Sign(view(db, id).version(), side, on)));
    }

    private static ConceptQueries.View view(Db db, Long id) {
        return SchoolGiven.asAdmin(db, () -> db.get(ConceptQueries.class).view(id));
    }

    private static Concepts concepts(Db db) {
        return db.get(Concepts.class);
    }

    private static void run(Db db, String who, Runnable step) {
        SchoolGiven.as(db, who, () -> {
            step.run();
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
