package de.schulpakt.install.survey;

import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Questions about surveys. */
@Queries
public class SurveyQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;

    /**
     * The rooms of a school with what was found in each last, by building and name.
     *
     * @throws de.schulpakt.platform.NotFound if there is no such school, or the asker may not see its network
     */
    public List<Row> rooms(long schoolId) {
        guard.require(NETWORK_VIEW, schoolId);
        List<Row> rows = Ask.of(em, Row.class, """
                select r.id as id, r.name as name, b.name as building, r.floor as floor_, x.enough as enough, x.note as note, x.surveyedOn as surveyedOn,
                    x.surveyedBy as surveyedBy
                from Room r join Building b on b.id = r.buildingId left join RoomSurvey x on x.roomId = r.id and x.live = true
                where r.schoolId = :school order by b.nameKey, b.id, r.nameKey, r.id""").set("school", schoolId).list();
        if (rows.isEmpty()) {
            schools.mustBeThere(schoolId);
        }
        return rows;
    }

    /**
     * A room.
     *
     * @param enough true if the power will do, null if nobody has said anything of it
     */
    public record Row(Long id, String name, String building, String floor, Boolean enough, String note, LocalDate surveyedOn, String surveyedBy) {
    }
}
