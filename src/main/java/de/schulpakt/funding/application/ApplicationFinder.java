package de.schulpakt.funding.application;

import de.schulpakt.funding.application.ApplicationContent.Concept;
import de.schulpakt.funding.application.ApplicationContent.Head;
import de.schulpakt.funding.application.ApplicationContent.Position;
import de.schulpakt.funding.application.ApplicationContent.School;
import de.schulpakt.funding.application.ApplicationContent.Year;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.identity.AwardNames;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Frozen;
import de.schulpakt.platform.text.Money;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.ConceptQueries;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.year.SchoolYearQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts together what an application says, from its records or as it was handed in. Asks nobody: the caller has asked the guard. */
@ApplicationScoped
class ApplicationFinder implements AwardNames {
    private static final int MOST_AWARDS = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    SchoolYearQueries years;
    @Inject
    ConceptQueries concepts;

    private record Named(String no, String title, String programme, Long authorityId, String authority) {
    }

    private record Part(Long annexId, Long id, String officialNo, String name, SchoolType type, String postcode, String city, LocalDate conceptReceivedOn, LocalDate conceptDueOn) {
    }

    private record Line(Long annexId, Integer no, Category category, String description, Long appliedCents, Integer quantity, Long unitCents, LocalDate measureFrom,
            LocalDate measureTo, boolean accompanying, Integer parentNo) {
        Position position() {
            return new Position(no, category, description, appliedCents, quantity, unitCents, measureFrom, measureTo, accompanying ? true : null, parentNo);
        }
    }

    /** What was handed in; empty for a draft, and for what was submitted before such things were kept. */
    Optional<Frozen> frozen(long id) {
        return Ask.of(em, Frozen.class, "select f.json as json, f.sha256 as sha256 from Submission f where f.applicationId = :id").set("id", id).one();
    }

    /**
     * What the records say.
     *
     * @param share own share, null without rule
     * @param on    day whose school year counts
     */
    ApplicationContent content(long id, OwnShare share, LocalDate on) {
        Named named = Ask.of(em, Named.class, """
                select a.no as no, a.title as title, g.name as programme, a.authorityId as authorityId, t.name as authority
                from Application a join Programme g on g.id = a.programmeId join Authority t on t.id = a.authorityId where a.id = :id""").set("id", id).one().orElseThrow();
        Map<Long, List<Position>> lines = Ask.of(em, Line.class, """
                select p.annexId as annexId, p.no as no, p.category as category, p.description as description, p.appliedCents as appliedCents,
                    p.quantity as quantity, p.unitCents as unitCents, p.measureFrom as measureFrom, p.measureTo as measureTo, p.accompanying as accompanying, nullif(y.no, 0) as parentNo
                from FundingPosition p join Annex x on x.id = p.annexId left join FundingPosition y on y.id = p.parentId where x.applicationId = :id order by p.no""").set("id", id).list().stream()
                .collect(Collectors.groupingBy(Line::annexId, Collectors.mapping(Line::position, Collectors.toList())));
        Map<Long, SchoolYearQueries.Numbers> known = years(id, on);
        List<Long> ids = schools(id);
        Map<Long, ConceptQueries.Valid> media = concepts(ids, ConceptKind.MEDIA, on);
        Map<Long, ConceptQueries.Valid> support = concepts(ids, ConceptKind.SUPPORT, on);
        List<School> schools = Ask.of(em, Part.class, """
                select x.id as annexId, s.id as id, s.officialNo as officialNo, s.name as name, s.type as type_, s.postcode as postcode, s.city as city,
                    x.conceptReceivedOn as conceptReceivedOn, x.conceptDueOn as conceptDueOn
                from Annex x join School s on s.id = x.schoolId where x.applicationId = :id order by s.name, x.id""").set("id", id).list().stream()
                .map(x -> new School(x.id(), x.officialNo(), x.name(), x.type(), ((x.postcode() == null ? "" : x.postcode()) + " " + (x.city() == null ? "" : x.city())).strip(),
                        x.conceptReceivedOn(), x.conceptDueOn(), year(known.get(x.id())), concept(media.get(x.id())), concept(support.get(x.id())),
                        lines.getOrDefault(x.annexId(), List.of()))).toList();
        Money applied = Money.of(schools.stream().mapToLong(School::appliedCents).sum());
        Money own = share == null ? null : share.of(applied);
        return new ApplicationContent(new Head(named.no(), named.title(), named.programme(), named.authorityId(), named.authority(), on, share == null ? null : share.basisPoints(),
                applied.cents(), own == null ? null : own.cents(), own == null ? null : applied.minus(own).cents()), schools);
    }

    /** The numbers of the newest school year that has begun, by school. */
    Map<Long, SchoolYearQueries.Numbers> years(long id, LocalDate on) {
        List<Long> schools = schools(id);
        return schools.isEmpty() ? new HashMap<>() : years.newest(schools, on);
    }

    private List<Long> schools(long id) {
        return Ask.of(em, Long.class, "select x.schoolId as id from Annex x where x.applicationId = :id").set("id", id).list();
    }

    private Map<Long, ConceptQueries.Valid> concepts(List<Long> schools, ConceptKind kind, LocalDate on) {
        return schools.isEmpty() ? Map.of() : concepts.valid(schools, kind, on);
    }

    private static Concept concept(ConceptQueries.Valid v) {
        return v == null ? null : new Concept(v.edition(), v.title(), v.resolvedOn(), v.validFrom(), v.approver(), v.approvedOn(), v.schoolSignedOn(), v.authoritySignedOn());
    }

    private static Year year(SchoolYearQueries.Numbers n) {
        return n == null ? null : new Year(n.begins(), n.name(), n.pupils(), n.teachers(), n.classes(), n.source());
    }

    @Override
    public List<Award> awards() {
        return Ask.of(em, Award.class, """
                select a.id as id, a.no as no, a.title as title, t.name as authority from Application a join Authority t on t.id = a.authorityId
                where a.state <> :draft order by a.id desc""").set("draft", ApplicationState.DRAFT).list(MOST_AWARDS);
    }

    @Override
    public List<Award> of(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : Ask.of(em, Award.class, """
                select a.id as id, a.no as no, a.title as title, t.name as authority from Application a join Authority t on t.id = a.authorityId
                where a.id in :ids and a.state <> :draft""").set("ids", ids).set("draft", ApplicationState.DRAFT).list();
    }
}
