package de.schulpakt.install.survey;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Surveys of rooms. */
@UseCases
public class Surveys {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;

    /**
     * Records what was found in a room; what was found before stays as it was found.
     *
     * @throws de.schulpakt.platform.NotFound if there is no such room, or the asker may not see its school
     * @throws Refused  {@code survey.note} if the power will not do and it is not said what is missing; {@code room_survey_live_once} by the database of
     *                  two at once
     */
    public void record(@Valid Record cmd) {
        SchoolQueries.RoomRef room = schools.room(cmd.roomId());
        guard.require(NETWORK_EDIT, room.schoolId());
        room.mustBeUsed();
        String words = cmd.note() == null || cmd.note().isBlank() ? null : cmd.note().strip();
        if (!cmd.power() && words == null) {
            throw new Refused("survey.note");
        }
        em.createQuery("select x from RoomSurvey x where x.roomId = :room and x.live = true", RoomSurvey.class).setParameter("room", cmd.roomId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(RoomSurvey::followed);
        em.flush();
        em.persist(new RoomSurvey(room.schoolId(), cmd.roomId(), cmd.power(), words, clock.today(), actor.name()));
        history.record(new Ref("Room", cmd.roomId(), room.name()).ofSchool(room.schoolId()), SurveyAction.SURVEY,
                Said.that(cmd.power() ? "said.power_ok" : "said.power_missing").andWords(words));
    }

    /**
     * What was found.
     *
     * @param power true if circuits and sockets will do
     * @param note  what is missing, else what is to be known; may be null if the power will do
     */
    public record Record(@NotNull Long roomId, @NotNull Boolean power, @Size(max = 500) String note) {
    }
}
