package de.schulpakt.funding.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annexes and decisions have files of their own: who sees the application opens them, nobody else finds them. */
@DbTest
class AnnexPapersDbTest {
    private Long application;
    private Long annex;
    private Long other;

    @BeforeEach
    void anApplication(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 9_000_00);
        application = FundingGiven.application(db, programme, authority);
        annex = FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Görres-Gymnasium"));
        other = FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Goethe-Realschule"));
        FundingGiven.position(db, application, annex, Category.WLAN, 6_000_00);
        SchoolGiven.user(db, "auditor", Role.AUDITOR, authority, null);
        SchoolGiven.user(db, "stranger", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Stadt Mainz"), null);
    }

    private static Long attach(Db db, String login, String type, long id) {
        return SchoolGiven.as(db, login, () -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream("Text".getBytes(StandardCharsets.US_ASCII)), "Brief.txt")) {
                return db.get(Papers.class).attach(type, id, new Papers.Attach("PROTOCOL", null, null), file);
            }
        });
    }

    @Test
    void an_annex_has_files_that_go_with_it(Db db) {
        Long paper = attach(db, FundingGiven.OFFICER, "Annex", annex);
        SchoolGiven.as(db, "auditor", () -> {
            assertThat(db.get(PaperQueries.class).of("Annex", annex)).satisfies(v -> {
                assertThat(v.rows()).extracting(PaperQueries.Row::name).containsExactly("Brief.txt");
                assertThat(v.attaches()).isFalse();
            });
            assertThat(db.get(PaperQueries.class).of("Annex", other).rows()).as("those of another school").isEmpty();
            AnnexQueries.View view = db.get(AnnexQueries.class).view(annex);
            assertThat(view.annex().school()).isEqualTo("Görres-Gymnasium");
            assertThat(view.annex().positions()).hasSize(1);
            assertThat(view.timeline()).singleElement().satisfies(e -> assertThat(e.actor()).isEqualTo(FundingGiven.OFFICER));
            return null;
        });
        assertThatThrownBy(() -> attach(db, "auditor", "Annex", annex)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> attach(db, "stranger", "Annex", annex)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "stranger", () -> db.get(PaperQueries.class).content(paper))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "stranger", () -> db.get(AnnexQueries.class).view(annex))).isInstanceOf(NotFound.class).hasMessageContaining("Annex");
        FundingGiven.officer(db, () -> {
            db.get(Applications.class).removeAnnex(application, new Applications.RemoveAnnex(FundingGiven.version(db, application), annex));
            return null;
        });
        assertThat(db.number("select count(*) from paper where removed_at is not null")).as("the line stays, the bytes go").isEqualTo(1);
        assertThat(db.number("select count(*) from paper_content")).isZero();
    }

    @Test
    void a_decision_has_files_once_there_is_one(Db db) {
        assertThatThrownBy(() -> attach(db, FundingGiven.OFFICER, "Decision", application)).as("not decided yet").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> db.get(DecisionQueries.class).view(application))).isInstanceOf(NotFound.class).hasMessageContaining("Decision");
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        Long paper = attach(db, FundingGiven.OFFICER, "Decision", application);
        DecisionQueries.View view = SchoolGiven.as(db, "auditor", () -> db.get(DecisionQueries.class).view(application));
        assertThat(view.approvedCents()).isEqualTo(6_000_00);
        assertThat(view.grantCents()).isEqualTo(5_400_00);
        assertThat(view.schools()).extracting(DecisionQueries.School::school, DecisionQueries.School::approvedCents)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Goethe-Realschule", 0L), org.assertj.core.groups.Tuple.tuple("Görres-Gymnasium", 6_000_00L));
        assertThat(view.timeline()).hasSize(1);
        SchoolGiven.as(db, "auditor", () -> assertThat(db.get(PaperQueries.class).content(paper).name()).isEqualTo("Brief.txt"));
        assertThat(SchoolGiven.as(db, "auditor", () -> db.get(PaperQueries.class).of("Application", application)).rows()).as("of its own").isEmpty();
        assertThatThrownBy(() -> attach(db, "auditor", "Decision", application)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "stranger", () -> db.get(DecisionQueries.class).view(application))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "stranger", () -> db.get(PaperQueries.class).row(paper))).isInstanceOf(NotFound.class);
    }
}
