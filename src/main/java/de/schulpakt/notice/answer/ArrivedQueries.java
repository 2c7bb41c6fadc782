package de.schulpakt.notice.answer;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** One message that came. */
@Queries
public class ArrivedQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SubjectPlaces places;
    @Inject
    History history;

    /**
     * A message.
     *
     * @param person    whom its address names; null for nobody
     * @param subjectNo the number of what its address names, or where it was assigned; null for nothing
     */
    public record View(Long id, Integer version, ArrivedState state, ArrivedReason reason, Instant arrivedAt, String sender, String subject, String words,
            List<String> files, String person, String subjectType, Long subjectId, String subjectNo, boolean internal, String workedBy, Instant workedAt,
            List<HistoryEntry> timeline) {
    }

    private record Row(Long id, Integer version, ArrivedState state, ArrivedReason reason, Instant arrivedAt, String sender, String subject, String words, String files,
            String person, String subjectType, Long subjectId, Boolean internal, String workedBy, Instant workedAt) {
    }

    /**
     * One message.
     *
     * @throws NotFound if there is none
     */
    public View view(long id) {
        guard.requireEverywhere(USER_ADMIN);
        Row m = Ask.of(em, Row.class, """
                select m.id as id, m.version as version, m.state as state, m.reason as reason, m.arrivedAt as arrivedAt, m.sender as sender, m.subject as subject,
                  m.words as words, m.files as files, u.name as person, m.subjectType as subjectType, m.subjectId as subjectId, m.internal as internal,
                  w.name as workedBy, m.workedAt as workedAt
                from ArrivedMail m left join AppUser u on u.id = m.userId left join AppUser w on w.id = m.workedBy where m.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("ArrivedMail", id));
        return new View(m.id(), m.version(), m.state(), m.reason(), m.arrivedAt(), m.sender(), m.subject(), m.words(), m.files() == null ? List.of()
                : m.files().lines().toList(), m.person(), m.subjectType(), m.subjectId(), no(m), m.internal(), m.workedBy(), m.workedAt(),
                history.of("ArrivedMail", id));
    }

    private String no(Row m) {
        try {
            return m.subjectType() == null ? null : places.of(m.subjectType(), m.subjectId()).no();
        } catch (NotFound gone) {
            return null;
        }
    }
}
