package de.schulpakt.paper;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Questions about papers; each answers only who may see the subject. */
@Queries
public class PaperQueries {
    private static final String ROWS = """
            select p.id as id, p.subjectType as subjectType, p.subjectId as subjectId, k.code as kind, k.nameDe as kindDe, k.nameEn as kindEn,
                p.name as name, p.mediaType as mediaType, p.size as size_, p.sha256 as sha256, p.note as note, p.actorName as actor,
                p.madeAt, p.replacedBy, p.removedAt, p.removedWhy, c.id as contentId, c.scan as scan, c.scanSaid as scanSaid, p.version as version
            from Paper p join PaperKind k on k.id = p.kindId left join PaperContent c on c.id = p.contentId where\s""";

    @PersistenceContext
    EntityManager em;
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
     * @param attaches true if the asker may attach and remove
     * @param most     bytes that a file may have
     */
    public record View(List<Row> rows, Boolean attaches, Long most, Boolean scanned) {
    }

    /** A kind of papers. */
    public record Kind(Long id, String code, String nameDe, String nameEn, Integer keepYears, Boolean offered, Integer version, Long papers) {
    }

    /** What is sent to who opens a paper. */
    public record Content(Long contentId, String name, String mediaType, Long size, Shown shown) {
    }

    /** The papers at a subject, the newest first; those that were removed are lines without a content. */
    public View of(String subjectType, long subjectId) {
        Ref subject = subjects.seen(subjectType, subjectId);
        List<Row> rows = Ask.of(em, Row.class, ROWS + "p.subjectType = :type and p.subjectId = :id order by p.id desc")
                .set("type", subjectType).set("id", subjectId).list();
        return new View(rows, subjects.attaches(subject), settings.most(), settings.scanner() != null);
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
                shown.isEmpty() ? Shown.NONE : Shown.valueOf((String) shown.get(0)));
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
