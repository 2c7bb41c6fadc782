package de.schulpakt.funding.inquiry;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about questions and answers with the granting body. */
@Queries
public class InquiryQueries {
    /**
     * One question.
     *
     * @param dueOn      null if no day is set
     * @param late       true if it is open and the day is past
     * @param answeredBy who recorded the answer
     * @param actions    what the asker may do now
     */
    public record View(Long id, String no, Long applicationId, String applicationNo, Long authorityId, InquirySide side, InquiryState state, String subject, String words,
            LocalDate askedOn, LocalDate dueOn, boolean late, String answer, LocalDate answeredOn, String answeredBy, String recordedBy, Instant recordedAt, Integer version,
            Set<InquiryAction> actions, List<HistoryEntry> timeline) {
    }

    /** An open question about an application. */
    public record Open(Long id, String no, InquirySide side, String subject, LocalDate askedOn, LocalDate dueOn) {
    }

    private record Facts(String no, Long applicationId, String applicationNo, Long authorityId, InquirySide side, InquiryState state, String subject, String words, LocalDate askedOn,
            LocalDate dueOn, String answer, LocalDate answeredOn, String answeredBy, String recordedBy, Instant recordedAt, Integer version) {
    }

    private static final int MOST = 50;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;

    /**
     * One question with its answer.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Facts q = Ask.of(em, Facts.class, """
                select q.no as no, q.applicationId as applicationId, a.no as applicationNo, q.authorityId as authorityId, q.side as side, q.state as state_, q.subject as subject,
                    q.words as words, q.askedOn as askedOn, q.dueOn as dueOn, q.answer as answer, q.answeredOn as answeredOn, q.answeredBy as answeredBy,
                    q.recordedBy as recordedBy, q.recordedAt as recordedAt, q.version as version
                from Inquiry q join Application a on a.id = q.applicationId where q.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Inquiry", id));
        guard.requireAward(APPLICATION_VIEW, q.applicationId(), q.authorityId());
        return new View(id, q.no(), q.applicationId(), q.applicationNo(), q.authorityId(), q.side(), q.state(), q.subject(), q.words(), q.askedOn(), q.dueOn(),
                q.state() == InquiryState.OPEN && q.dueOn() != null && q.dueOn().isBefore(clock.today()), q.answer(), q.answeredOn(), q.answeredBy(), q.recordedBy(),
                q.recordedAt(), q.version(), guard.actionsOfAuthority(InquiryFlow.FLOW, q.state(), q.authorityId()), history.of("Inquiry", id));
    }

    /** The open questions about an application that the asker may see, what is due first in front; at most 50. */
    public List<Open> open(long applicationId) {
        Condition seen = guard.visibleAwards(APPLICATION_VIEW).of("q.applicationId", "q.authorityId");
        return seen.bind(Ask.of(em, Open.class, """
                select q.id as id, q.no as no, q.side as side, q.subject as subject, q.askedOn as askedOn, q.dueOn as dueOn from Inquiry q
                where q.applicationId = :id and q.state = :open""" + (seen.jpql().isEmpty() ? "" : " and (" + seen.jpql() + ")")
                + " order by coalesce(q.dueOn, :far), q.id").set("id", applicationId).set("open", InquiryState.OPEN).set("far", LocalDate.of(2999, 12, 31))).list(MOST);
    }
}
