package de.schulpakt.install.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the power of a room will do. */
@DbTest
class SurveysDbTest {
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        InstallGiven.technician(db);
    }

    @Test
    void the_latest_counts_and_those_before_stay() {
        assertThat(rooms(InstallGiven.TECHNICIAN)).extracting(SurveyQueries.Row::enough).containsExactly((Boolean) null);
        survey(InstallGiven.TECHNICIAN, room, false, "Ein Stromkreis fehlt");
        survey(InstallGiven.TECHNICIAN, room, true, " ");
        assertThat(rooms(InstallGiven.TECHNICIAN)).extracting(SurveyQueries.Row::enough, SurveyQueries.Row::note, SurveyQueries.Row::surveyedBy)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(true, null, InstallGiven.TECHNICIAN));
        assertThat(db.number("SELECT count(*) FROM room_survey WHERE room_id = ?", room)).isEqualTo(2);
        assertThat(db.number("SELECT count(*) FROM history WHERE subject_type = 'Room' AND subject_id = ? AND action = 'SurveyAction.SURVEY'", room)).isEqualTo(2);
        db.checks();
    }

    @Test
    void who_says_that_power_is_missing_says_what_and_others_say_nothing() {
        assertThatThrownBy(() -> survey(InstallGiven.TECHNICIAN, room, false, null)).hasMessageContaining("survey.note");
        assertThatThrownBy(() -> survey(InstallGiven.TECHNICIAN, 4711L, true, null)).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> survey("schule", room, true, null)).isInstanceOf(Forbidden.class);
        assertThat(rooms("schule")).hasSize(1);
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Fremd"));
        assertThatThrownBy(() -> rooms("fremd")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(SurveyQueries.class).rooms(4711))).isInstanceOf(NotFound.class);
    }

    @Test
    void of_two_at_once_one_room_has_one_latest() {
        survey(InstallGiven.TECHNICIAN, room, false, "Ein Stromkreis fehlt");
        db.race(2, 2, () -> survey(InstallGiven.TECHNICIAN, room, true, null));
        assertThat(db.number("SELECT count(*) FROM room_survey WHERE room_id = ? AND live", room)).isEqualTo(1);
    }

    private void survey(String login, Long where, boolean power, String note) {
        SchoolGiven.as(db, login, () -> {
            db.get(Surveys.class).record(new Surveys.Record(where, power, note));
            return null;
        });
    }

    private List<SurveyQueries.Row> rooms(String login) {
        return SchoolGiven.as(db, login, () -> db.get(SurveyQueries.class).rooms(school));
    }
}
