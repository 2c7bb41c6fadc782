package de.schulpakt.paper.label;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions about the asker's own labels in the background; closed ({@code token.placed}) to an access token that is held to a place, for they may be of any. */
@Queries
@Unguarded("Each question is about what is the asker's own.")
public class LabelJobQueries {
    private static final int SHOWN = 50;
    private static final int WHOLE = 100;
    private static final String HEAD = """
            select j.id as id, j.source as of_, coalesce(f.name, j.format) as format, j.state as state_, j.total as total, j.done as done, j.createdAt as createdAt,
                j.endedAt as endedAt from LabelJob j left join LabelFormat f on f.code = j.format where j.userId = :user""";

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;

    /** A file; labels may be fewer than things. */
    public record Part(Long jobId, Integer no, Integer things, Integer labels) {
    }

    /** Labels in the background, with the files that are there. */
    public record Job(Long id, String of, String format, LabelJobState state, Integer total, Integer done, Instant createdAt, Instant endedAt, List<Part> parts) {
        /** In percent. */
        public int percent() {
            return WHOLE * done / total;
        }

        /** True while it can be ended. */
        public boolean running() {
            return state == LabelJobState.RUNNING;
        }
    }

    private record Head(Long id, String of, String format, LabelJobState state, Integer total, Integer done, Instant createdAt, Instant endedAt) {
        Job with(List<Part> parts) {
            return new Job(id, of, format, state, total, done, createdAt, endedAt, parts);
        }
    }

    /** The asker's own, the newest first, at most 50. */
    public List<Job> mine() {
        current.unplaced();
        return with(Ask.of(em, Head.class, HEAD + " order by j.id desc").set("user", current.id()).list(SHOWN));
    }

    private List<Job> with(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Part>> parts = Ask.of(em, Part.class, """
                select p.jobId as jobId, p.partNo as no, p.things as things, p.labels as labels from LabelPart p where p.jobId in :ids order by p.jobId, p.partNo""")
                .set("ids", heads.stream().map(Head::id).toList()).list().stream().collect(Collectors.groupingBy(Part::jobId));
        return heads.stream().map(h -> h.with(parts.getOrDefault(h.id(), List.of()))).toList();
    }

    /**
     * One of the asker's own.
     *
     * @throws NotFound if there is none
     */
    public Job one(long id) {
        current.unplaced();
        return with(Ask.of(em, Head.class, HEAD + " and j.id = :id").set("user", current.id()).set("id", id).list()).stream().findFirst().orElseThrow(() -> new NotFound("LabelJob", id));
    }

    /**
     * A file of the asker's own.
     *
     * @throws NotFound if there is none
     */
    public byte[] part(long id, int no) {
        current.unplaced();
        return em.createQuery("select p.content from LabelPart p join LabelJob j on j.id = p.jobId where j.id = :id and p.partNo = :no and j.userId = :user", byte[].class)
                .setParameter("id", id).setParameter("no", no).setParameter("user", current.id()).getResultList().stream().findFirst()
                .orElseThrow(() -> new NotFound("LabelPart", id));
    }
}
