package de.schulpakt.funding.revision;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The versions of an application side by side: what each asked for and what binds by it. Amounts are eligible expenditure, own share
 * included, in cents.
 */
@Queries
public class VersionQueries {
    /**
     * A version of an application.
     *
     * @param edition    1 is the application itself
     * @param revisionId null for the application itself
     * @param binds      true if it is what binds now: the decision that bound last
     * @param superseded true if its decision bound once and a later one binds in its place
     */
    public record Version(Integer edition, Long revisionId, String no, RevisionKind kind, RevisionState state, LocalDate submittedOn, String reference, LocalDate decidedOn,
            LocalDate periodTo, String terms, String termsVersion, boolean binds, boolean superseded, Long askedCents, Long grantedCents) {
    }

    /** What a version says of a position; what is null it does not say. */
    public record Cell(String description, Long askedCents, Long grantedCents) {
    }

    /**
     * A position in two versions.
     *
     * @param left    null where there was no such position yet
     * @param changed true where the two differ
     */
    public record Row(Integer positionNo, String school, Category category, Cell left, Cell right, boolean changed) {
    }

    /**
     * Something of the application itself that differs or not: reference, decidedOn, periodTo, terms.
     *
     * @param name stands under {@code version.field.<name>}
     */
    public record Field(String name, Object left, Object right, boolean changed) {
    }

    /** Two versions side by side. */
    public record Compared(Version left, Version right, List<Field> fields, List<Row> rows) {
    }

    private record Head(Long id, String no, Long authorityId, LocalDate submittedOn, String reference, LocalDate decidedOn, LocalDate periodTo, String terms, String termsVersion,
            Long restCents) {
    }

    private record Edition(Long id, Integer edition, String no, RevisionKind kind, RevisionState state, Integer boundNo, LocalDate submittedOn, String reference, LocalDate decidedOn,
            LocalDate periodTo, LocalDate periodBefore, String terms, String termsVersion) {
    }

    private record Line(Long revisionId, Long lineId, Long positionId, String school, Category category, boolean fresh, String description, String descriptionBefore,
            Long appliedBefore, Long fromCents, Long toCents, Long decidedCents) {
    }

    private record Position(Long id, Integer no, String school, Category category, String description, Long appliedCents, Long approvedCents) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * The versions of an application, the first in front; without drafts.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public List<Version> versions(long applicationId) {
        return new Book(head(applicationId)).versions();
    }

    /**
     * Two versions side by side: position by position and field by field.
     *
     * @param left  number of a version; null: the one before the other
     * @param right null: the newest
     * @throws NotFound if there is no such application or version, or the asker may not see it
     */
    public Compared compare(long applicationId, Integer left, Integer right) {
        return new Book(head(applicationId)).compare(left, right);
    }

    private Head head(long id) {
        Head head = Ask.of(em, Head.class, """
                select a.id as id, a.no as no, a.authorityId as authorityId, a.submittedOn as submittedOn, a.decisionReference as reference, a.decidedOn as decidedOn,
                    a.periodTo as periodTo, a.terms as terms, a.termsVersion as termsVersion, coalesce(a.restCents, 0) as restCents
                from Application a where a.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Application", id));
        guard.requireAward(APPLICATION_VIEW, head.id(), head.authorityId());
        return head;
    }

    /** All versions of one application, read once: what binds is taken back decision by decision, the latest first. */
    private final class Book {
        private final Head head;
        private final List<Edition> editions;
        private final Map<Long, List<Line>> lines = new LinkedHashMap<>();
        private final List<Position> now;

        Book(Head head) {
            this.head = head;
            this.editions = Ask.of(em, Edition.class, """
                    select r.id as id, r.edition as edition, r.no as no, r.kind as kind, r.state as state_, r.boundNo as boundNo, r.submittedOn as submittedOn,
                        r.reference as reference, r.decidedOn as decidedOn, r.periodTo as periodTo, r.periodBefore as periodBefore, r.terms as terms,
                        r.termsVersion as termsVersion
                    from Revision r where r.applicationId = :id and r.edition is not null order by r.edition""").set("id", head.id()).list();
            Ask.of(em, Line.class, """
                    select l.revisionId as revisionId, l.id as lineId, l.positionId as positionId, s.name as school, l.category as category, l.fresh as fresh,
                        l.description as description, l.descriptionBefore as descriptionBefore, l.appliedBefore as appliedBefore, l.fromCents as fromCents,
                        l.toCents as toCents, l.decidedCents as decidedCents
                    from RevisionLine l join Revision r on r.id = l.revisionId join School s on s.id = l.schoolId
                    where r.applicationId = :id and r.edition is not null order by l.id""").set("id", head.id()).list()
                    .forEach(l -> lines.computeIfAbsent(l.revisionId(), id -> new ArrayList<>()).add(l));
            this.now = Ask.of(em, Position.class, """
                    select p.id as id, p.no as no, s.name as school, p.category as category, p.description as description, p.appliedCents as appliedCents,
                        p.approvedCents as approvedCents
                    from FundingPosition p join Annex x on x.id = p.annexId join School s on s.id = x.schoolId where x.applicationId = :id order by p.no""")
                    .set("id", head.id()).list();
        }

        List<Version> versions() {
            return Stream.concat(Stream.of(1), editions.stream().map(Edition::edition)).map(this::version).toList();
        }

        Compared compare(Integer left, Integer right) {
            List<Integer> numbers = Stream.concat(Stream.of(1), editions.stream().map(Edition::edition)).toList();
            int to = right == null ? numbers.get(numbers.size() - 1) : right;
            int from = left == null ? Math.max(1, to - 1) : left;
            if (!numbers.contains(from) || !numbers.contains(to)) {
                throw new NotFound("Revision", (long) (numbers.contains(from) ? to : from));
            }
            Version one = version(from);
            Version other = version(to);
            Map<String, Shown> before = shown(from);
            Map<String, Shown> after = shown(to);
            List<Row> rows = Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct()
                    .map(key -> row(before.get(key), after.get(key)))
                    .sorted(Comparator.comparing(Row::positionNo, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Row::school)).toList();
            return new Compared(one, other, List.of(field("reference", one.reference(), other.reference()), field("decidedOn", one.decidedOn(), other.decidedOn()),
                    field("periodTo", one.periodTo(), other.periodTo()), field("terms", terms(one), terms(other)),
                    field("askedCents", one.askedCents(), other.askedCents()), field("grantedCents", one.grantedCents(), other.grantedCents())), rows);
        }

        private Version version(int edition) {
            List<Shown> cells = List.copyOf(shown(edition).values());
            long asked = cells.stream().mapToLong(c -> c.cell().askedCents()).sum();
            boolean open = cells.stream().anyMatch(c -> c.cell().grantedCents() == null);
            Long granted = open ? null : cells.stream().mapToLong(c -> c.cell().grantedCents()).sum() + head.restCents();
            if (edition == 1) {
                return new Version(1, null, head.no(), null, null, head.submittedOn(), head.reference(), head.decidedOn(), periodAfter(null), head.terms(), head.termsVersion(),
                        head.decidedOn() != null && last() == null, head.decidedOn() != null && last() != null, asked, granted);
            }
            Edition e = edition(edition);
            return new Version(edition, e.id(), e.no(), e.kind(), e.state(), e.submittedOn(), e.reference(), e.decidedOn(), periodAfter(e), e.terms(), e.termsVersion(),
                    e.boundNo() != null && e.boundNo().equals(last()), e.boundNo() != null && !e.boundNo().equals(last()), asked, granted);
        }

        /** The number of the decision that bound last; null while it is the first. */
        private Integer last() {
            return editions.stream().map(Edition::boundNo).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        }

        /** The last day of the approval period after a version: that of today, without what later decisions made of it. */
        private LocalDate periodAfter(Edition e) {
            LocalDate to = head.periodTo();
            for (Edition later : later(e)) {
                to = later.periodTo() == null ? to : later.periodBefore();
            }
            return to;
        }

        /** What was decided after a version, the latest first; of one that does not bind, what has a higher number. */
        private List<Edition> later(Edition e) {
            return editions.stream().filter(x -> x.boundNo() != null && (e == null || (e.boundNo() != null ? x.boundNo() > e.boundNo() : x.edition() > e.edition())))
                    .sorted(Comparator.comparing(Edition::boundNo).reversed()).toList();
        }

        private Edition edition(int no) {
            return editions.stream().filter(x -> x.edition() == no).findFirst().orElseThrow();
        }

        /** What a version shows, by position, or by line for a position that no decision has made. */
        private Map<String, Shown> shown(int no) {
            Edition e = no == 1 ? null : edition(no);
            Map<String, Shown> cells = new TreeMap<>();
            now.forEach(p -> cells.put("p" + p.id(), new Shown(p.no(), p.school(), p.category(), new Cell(p.description(), p.appliedCents(), p.approvedCents()))));
            for (Edition later : later(e)) {
                lines.getOrDefault(later.id(), List.of()).forEach(l -> take(cells, l));
            }
            gone(cells, e);
            if (e != null && e.boundNo() == null) {
                lines.getOrDefault(e.id(), List.of()).forEach(l -> {
                    String key = l.positionId() == null ? "l" + l.lineId() : "p" + l.positionId();
                    Shown there = cells.get(key);
                    cells.put(key, new Shown(there == null ? null : there.positionNo(), l.school(), l.category(), new Cell(l.description(), l.toCents(), l.decidedCents())));
                });
            }
            return cells;
        }

        private void take(Map<String, Shown> cells, Line line) {
            String key = "p" + line.positionId();
            if (line.fresh()) {
                cells.remove(key);
            } else {
                cells.computeIfPresent(key, (k, shown) -> new Shown(shown.positionNo(), shown.school(), shown.category(),
                        new Cell(line.descriptionBefore(), line.appliedBefore(), line.fromCents())));
            }
        }

        /** A position that an undone version had made belongs to none but that. */
        private void gone(Map<String, Shown> cells, Edition e) {
            editions.stream().filter(x -> x.state() == RevisionState.UNDONE && (e == null || x.edition() > e.edition()))
                    .forEach(x -> lines.getOrDefault(x.id(), List.of()).stream().filter(Line::fresh).forEach(l -> cells.remove("p" + l.positionId())));
        }
    }

    private record Shown(Integer positionNo, String school, Category category, Cell cell) {
    }

    private static Row row(Shown left, Shown right) {
        Shown any = right == null ? left : right;
        Cell one = left == null ? null : left.cell();
        Cell other = right == null ? null : right.cell();
        return new Row(any.positionNo(), any.school(), any.category(), one, other, !Objects.equals(one, other));
    }

    private static Field field(String name, Object left, Object right) {
        return new Field(name, left, right, !Objects.equals(left, right));
    }

    private static String terms(Version v) {
        return v.terms() == null ? null : v.termsVersion() == null ? v.terms() : v.terms() + " (" + v.termsVersion() + ")";
    }
}
