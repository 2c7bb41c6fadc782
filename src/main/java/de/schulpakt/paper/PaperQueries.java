package de.schulpakt.paper;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.paper.type.SafeType;
import de.schulpakt.paper.type.Shown;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fulltext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions about papers; each answers only who may see the subject. */
@Queries
public class PaperQueries {
    private static final String ROWS = """
            select p.id as id, p.subjectType as subjectType, p.subjectId as subjectId, k.code as kind, k.nameDe as kindDe, k.nameEn as kindEn,
                p.name as name, p.mediaType as mediaType, p.size as size_, p.sha256 as sha256, p.note as note, p.actorName as actor,
                p.madeAt, p.replacedBy, p.removedAt, p.removedWhy, c.id as contentId, c.scan as scan, c.scanSaid as scanSaid, p.version as version
            from Paper p join PaperKind k on k.id = p.kindId left join PaperContent c on c.id = p.contentId where\s""";

    private static final String AT = "p.subjectType = :type and p.subjectId = :id";
    private static final int LOOKED_AT = 60;
    private static final int PAGE = 50;

    @PersistenceContext
    EntityManager em;
    @Inject
    SubjectPlaces places;
    @Inject
    Guard guard;
    @Inject
    PaperSubjects subjects;
    @Inject
    PaperBytes bytes;
    @Inject
    PaperSettings settings;

    /**
     * A paper.
     *
     * @param scan null if it was removed
     */
    public record Row(Long id, String subjectType, Long subjectId, String kind, String kindDe, String kindEn, String name, String mediaType,
            Long size, String sha256, String note, String actor, Instant madeAt, Long replacedBy, Instant removedAt, String removedWhy, Long contentId,
            ScanState scan, String scanSaid, Integer version) {
    }

    /**
     * The papers at a subject.
     *
     * @param rows     those of one page
     * @param attaches true if the asker may attach and remove
     * @param most     bytes that a file may have
     * @param total    how many there are of the chosen kind
     * @param page     which page this is, from 1 on; size: papers of a page
     * @param kind     the kind that was chosen, null for all
     * @param kinds    how many there are of each kind; empty where all fit on one page
     */
    public record View(List<Row> rows, Boolean attaches, Long most, Boolean scanned, Long total, Integer page, Integer size, String kind, List<OfKind> kinds) {
        /** The number of the first one of this page, from 1 on; 0 if there is none. */
        public long first() {
            return rows.isEmpty() ? 0 : (long) (page - 1) * size + 1;
        }

        /** The number of the last one of this page. */
        public long last() {
            return rows.isEmpty() ? 0 : first() + rows.size() - 1;
        }

        /** How many there are of all kinds. */
        public long all() {
            return kinds.isEmpty() ? total : kinds.stream().mapToLong(OfKind::papers).sum();
        }
    }

    /** How many papers of a kind there are at a subject. */
    public record OfKind(String code, String nameDe, String nameEn, Long papers) {
    }

    /** A kind of papers. */
    public record Kind(Long id, String code, String nameDe, String nameEn, Integer keepYears, Boolean offered, Integer version, Long papers) {
    }

    /** What is sent to who opens a paper. */
    public record Content(Long contentId, String name, String mediaType, Long size, Shown shown) {
    }

    /** All papers at a subject, the newest first, for who works with all of them; those that were removed are lines without a content. */
    public List<Row> all(String subjectType, long subjectId) {
        subjects.seen(subjectType, subjectId);
        return Ask.of(em, Row.class, ROWS + AT + " order by p.id desc").set("type", subjectType).set("id", subjectId).list();
    }

    /** The newest fifty papers at a subject; see {@link #of(String, long, String, Integer)}. */
    public View of(String subjectType, long subjectId) {
        return of(subjectType, subjectId, null, null);
    }

    /**
     * Fifty papers at a subject, the newest first; those that were removed are lines without a content. One statement where all fit on a page, else two, however
     * many there are.
     *
     * @param kind code of a kind; null for all; one of which there is nothing here has no papers
     * @param page from 1 on; null for the first; one behind the last is the last
     */
    public View of(String subjectType, long subjectId, String kind, Integer page) {
        Ref subject = subjects.seen(subjectType, subjectId);
        boolean first = kind == null && (page == null || page <= 1);
        List<Row> rows = first ? rows(subjectType, subjectId, null, 0, PAGE + 1) : List.of();
        boolean attaches = subjects.attaches(subject);
        if (first && rows.size() <= PAGE) {
            return new View(rows, attaches, settings.most(), settings.scanner() != null, (long) rows.size(), 1, PAGE, null, List.of());
        }
        List<OfKind> kinds = Ask.of(em, OfKind.class, "select k.code as code, k.nameDe as nameDe, k.nameEn as nameEn, count(p.id) as papers from Paper p join PaperKind k on k.id = p.kindId where "
                + AT + " group by k.id, k.code, k.nameDe, k.nameEn, k.place order by k.place, k.id").set("type", subjectType).set("id", subjectId).list();
        long total = kinds.stream().filter(k -> kind == null || k.code().equals(kind)).mapToLong(OfKind::papers).sum();
        int last = (int) Math.max(1, (total + PAGE - 1) / PAGE);
        int at = Math.max(1, Math.min(page == null ? 1 : page, last));
        return new View(first ? rows.subList(0, PAGE) : rows(subjectType, subjectId, kind, (at - 1) * PAGE, PAGE), attaches, settings.most(), settings.scanner() != null, total, at, PAGE,
                kind, kinds);
    }

    private List<Row> rows(String subjectType, long subjectId, String kind, int from, int most) {
        Ask<Row> ask = Ask.of(em, Row.class, ROWS + AT + (kind == null ? "" : " and k.code = :kind") + " order by p.id desc").set("type", subjectType).set("id", subjectId);
        return (kind == null ? ask : ask.set("kind", kind)).list(from, most);
    }

    /**
     * What can be opened now at several subjects of a kind that all share, the newest first; one statement.
     *
     * @throws NotFound for a kind that stands at a place, or that the asker may not see
     */
    public List<Row> shared(String subjectType, Collection<Long> ids) {
        subjects.seen(subjectType);
        return ids.isEmpty() ? List.of() : Ask.of(em, Row.class, ROWS + """
                p.subjectType = :type and p.subjectId in :ids and p.removedAt is null and p.replacedBy is null and c.scan in :scans order by p.id desc""")
                .set("type", subjectType).set("ids", ids)
                .set("scans", settings.scanner() == null ? List.of(ScanState.CLEAN, ScanState.UNCHECKED) : List.of(ScanState.CLEAN)).list();
    }

    /** True if the asker may attach papers here; refuses as {@link Papers#attach}, before a file is read. */
    public boolean mayAttach(String subjectType, long subjectId) {
        subjects.attached(subjectType, subjectId);
        return true;
    }

    /** The subject, if the asker may attach papers here; refuses as {@link Papers#attach}. */
    public Ref attached(String subjectType, long subjectId) {
        return subjects.attached(subjectType, subjectId);
    }

    /**
     * Papers found by their name.
     *
     * @param subject number of the subject at which it is
     */
    public record Found(Long id, String name, String subjectType, Long subjectId, String subject) {
    }

    private record Candidate(Long id, String name, String subjectType, Long subjectId) {
    }

    /**
     * Papers that the asker may see and in whose name each word of the text begins a word, the newest first. Only the newest sixty that fit
     * are looked at, because of each subject it is asked whether the asker may see it.
     *
     * @param most how many are answered at most
     */
    public List<Found> find(String text, int most) {
        String question = Fulltext.question(text);
        if (question.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Map<List<Object>, String> subjectNos = new HashMap<>();
        for (Candidate paper : Ask.sql(em, Candidate.class, """
                select p.id as id, p.name as name, p.subject_type as subjectType, p.subject_id as subjectId from paper p
                where match(p.name) against (?1 in boolean mode) and p.removed_at is null and p.replaced_by is null order by p.id desc""")
                .set(1, question).list(LOOKED_AT)) {
            String no = subjectNos.computeIfAbsent(List.of(paper.subjectType(), paper.subjectId()), key -> number(paper));
            if (!no.isEmpty()) {
                found.add(new Found(paper.id(), paper.name(), paper.subjectType(), paper.subjectId(), no));
            }
            if (found.size() == most) {
                return found;
            }
        }
        return found;
    }

    /** The number of the subject of a paper; empty if the asker may not see it. */
    private String number(Candidate paper) {
        try {
            Ref subject = subjects.seen(paper.subjectType(), paper.subjectId());
            return subject.no() == null ? paper.subjectType() : subject.no();
        } catch (NotFound | Forbidden hidden) {
            return "";
        }
    }

    /** One paper. */
    public Row row(long paperId) {
        Row row = Ask.of(em, Row.class, ROWS + "p.id = :id").set("id", paperId).one().orElseThrow(() -> new NotFound("Paper", paperId));
        try {
            subjects.seen(row.subjectType(), row.subjectId());
        } catch (NotFound hidden) {
            throw new NotFound("Paper", paperId);
        }
        return row;
    }

    /**
     * What is to be sent to who opens a paper.
     *
     * @throws NotFound if the asker may not see its subject, or it was removed
     * @throws Refused  {@code paper.waiting} while a scanner has not said yes, {@code paper.infected} if it found something
     */
    public Content content(long paperId) {
        Row row = row(paperId);
        if (row.contentId() == null) {
            throw new NotFound("Paper", paperId);
        }
        if (row.scan() == ScanState.INFECTED) {
            throw new Refused("paper.infected", row.name());
        }
        if (settings.scanner() != null && row.scan() != ScanState.CLEAN) {
            throw new Refused("paper.waiting", row.name());
        }
        List<?> shown = em.createNativeQuery("select shown from paper_type where media_type = ?").setParameter(1, row.mediaType()).getResultList();
        return new Content(row.contentId(), row.name(), row.mediaType(), row.size(),
                shown.isEmpty() || Shown.NONE.name().equals(shown.get(0)) ? Shown.NONE : SafeType.of(row.mediaType()).map(SafeType::shown).orElse(Shown.NONE));
    }

    /** The small picture of a paper; null if it has none. Refuses as {@link #content}. */
    public byte[] preview(long paperId) {
        return bytes.preview(content(paperId).contentId());
    }

    /** Writes the bytes of what {@link #content} has answered. */
    @Unguarded("Takes what content has answered, which has asked.")
    public long copy(Content content, OutputStream out) throws IOException {
        bytes.copy(content.contentId(), out);
        return content.size();
    }

    /** The kinds that papers at such a subject mostly are, of those that are offered, which the asker has read; that for all else where none of them is. */
    @Unguarded("Names of kinds say nothing of anybody.")
    public List<Kind> usual(String subjectType, List<Kind> offered) {
        List<String> usual = places.kind(subjectType).usual();
        List<Kind> found = usual.stream().flatMap(code -> offered.stream().filter(k -> k.code().equals(code))).toList();
        return found.isEmpty() ? offered.stream().filter(k -> "OTHER".equals(k.code())).toList() : found;
    }

    /** The kinds that are offered, in their order. */
    @Unguarded("Names of kinds say nothing of anybody.")
    public List<Kind> kinds() {
        return Ask.of(em, Kind.class, "select k.id as id, k.code as code, k.nameDe, k.nameEn, k.keepYears, k.offered, k.version as version,"
                + " 0 as papers from PaperKind k where k.offered = true order by k.place, k.id").list();
    }

    /** All kinds, and how many papers there are of each; for administrators. */
    public List<Kind> allKinds() {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Kind.class, "select k.id as id, k.code as code, k.nameDe, k.nameEn, k.keepYears, k.offered, k.version as version,"
                + " (select count(p.id) from Paper p where p.kindId = k.id and p.removedAt is null) as papers from PaperKind k"
                + " order by k.place, k.id").list();
    }
}
