package de.schulpakt.funding.revision;

import de.schulpakt.funding.application.Binding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What use cases of versions look up. Asks nobody: the caller has asked the guard. */
@ApplicationScoped
class RevisionFinder {
    @PersistenceContext
    EntityManager em;

    private record School(Long id, String name) {
    }

    private record Waiting(Long schoolId, Long cents) {
    }

    /** The number of the newest version; 1 is the application itself. */
    int lastEdition(long applicationId) {
        return Ask.of(em, Integer.class, "select coalesce(max(r.edition), 1) from Revision r where r.applicationId = :id").set("id", applicationId).one().orElse(1);
    }

    /** The number of the decision that bound last. */
    int lastBound(long applicationId) {
        return Ask.of(em, Integer.class, "select coalesce(max(r.boundNo), 0) from Revision r where r.applicationId = :id").set("id", applicationId).one().orElse(0);
    }

    /** A version that binds and was decided later. */
    Optional<String> laterThan(Revision revision) {
        return Ask.of(em, String.class, "select r.no from Revision r where r.applicationId = :id and r.boundNo > :no order by r.boundNo desc")
                .set("id", revision.applicationId()).set("no", revision.boundNo()).first();
    }

    /** How many supplements an authority has sent in a year, without those that it took back. */
    long supplements(long authorityId, long programmeId, int year) {
        return Ask.of(em, Long.class, """
                select count(r) from Revision r join Application a on a.id = r.applicationId where r.authorityId = :authority and a.programmeId = :programme
                    and r.kind = :kind and r.state <> :withdrawn and r.submittedOn between :first and :last""").set("authority", authorityId).set("programme", programmeId)
                .set("kind", RevisionKind.SUPPLEMENT).set("withdrawn", RevisionState.WITHDRAWN).set("first", LocalDate.of(year, 1, 1))
                .set("last", LocalDate.of(year, 12, 31)).one().orElse(0L);
    }

    /** What other versions of the programme have asked for in mobile devices and nobody has decided yet, by version and school. */
    List<Binding.More> waiting(Revision revision, Binding.Base base) {
        return Ask.of(em, Waiting.class, """
                select l.schoolId as schoolId, sum(l.toCents) - sum(l.fromCents) as cents from RevisionLine l join Revision r on r.id = l.revisionId
                    join Application a on a.id = r.applicationId
                where a.programmeId = :programme and r.state = :sent and r.kind <> :notice and r.id <> :id and l.category = :mobile
                group by r.id, l.schoolId having sum(l.toCents) > sum(l.fromCents)""").set("programme", base.programmeId()).set("sent", RevisionState.SUBMITTED)
                .set("notice", RevisionKind.NOTICE).set("id", revision.id()).set("mobile", Category.MOBILE_DEVICE).list().stream()
                .map(w -> new Binding.More(w.schoolId(), Category.MOBILE_DEVICE, w.cents())).toList();
    }

    /** Grant money that is drawn and was not given up. */
    Money drawn(long applicationId) {
        return Money.of(Ask.of(em, Long.class, """
                select coalesce(sum(l.grantCents), 0) from DrawdownLine l join Drawdown d on d.id = l.drawdownId where d.applicationId = :id and l.live = 1""")
                .set("id", applicationId).one().orElse(0L));
    }

    /** What a version says, to be frozen. */
    RevisionContent content(Revision revision, Binding.Base base, List<RevisionLine> lines, LocalDate today) {
        Map<Long, String> names = new HashMap<>();
        if (!lines.isEmpty()) {
            Ask.of(em, School.class, "select s.id as id, s.name as name from School s where s.id in :ids")
                    .set("ids", lines.stream().map(RevisionLine::schoolId).distinct().toList()).list().forEach(s -> names.put(s.id(), s.name()));
        }
        return new RevisionContent(revision.no(), base.no(), revision.edition(), revision.kind(), revision.reason(), revision.askedTo(), today,
                lines.stream().map(l -> new RevisionContent.Line(l.fresh() ? null : base.position(l.positionId()).no(), l.schoolId(), names.get(l.schoolId()), l.category(),
                        l.description(), l.from().cents(), l.to().cents(), l.why(), l.quantity(), l.unitCents(), l.measureFrom(), l.measureTo())).toList());
    }
}
