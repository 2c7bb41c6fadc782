package de.schulpakt.exchange;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Change;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.History;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The jobs of all imports: file, settings, state, result. An inner door: the use cases of the importing module ask the
 * guard first, and their transaction is the one that is used here. How far a running import is stands in memory, so that
 * the running transaction need not be interrupted for it; after a crash {@link #interrupted} tells the truth.
 */
@ApplicationScoped
public class Imports {
    private static final int MOST_MESSAGE = 1000;
    private static final String ROW = "select new de.schulpakt.exchange.ImportRow(j.id, j.fileName, j.state, j.rowsTotal,"
            + " j.rowsDone, j.rowsNew, j.rowsChanged, j.rowsSame, j.rowsWrong, j.message, j.actorId, j.actorName, j.createdAt,"
            + " j.endedAt, j.version) from ImportJob j where j.kind = :kind";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    History history;
    private final Map<Long, Integer> running = new ConcurrentHashMap<>();

    /** Keeps a file as a job. The content has passed {@link CsvFile#check}. */
    public Long open(String kind, String fileName, byte[] content, ImportSettings settings) {
        ImportJob job = new ImportJob(kind, fileName, content, settings, actor, clock.now());
        em.persist(job);
        em.flush();
        history.record(job.ref(), ImportAction.UPLOAD, null);
        return job.id();
    }

    /** The file of a job and its settings, or {@link NotFound}; the content is null when the import has ended. */
    public ImportSource source(String kind, long id) {
        List<Object[]> found = em.createQuery("select j.content, j.settings, j.state from ImportJob j where j.id = :id"
                + " and j.kind = :kind", Object[].class).setParameter("id", id).setParameter("kind", kind).getResultList();
        if (found.isEmpty()) {
            throw new NotFound("ImportJob", id);
        }
        Object[] job = found.get(0);
        return new ImportSource((byte[]) job[0], ImportSettings.of((String) job[1]), (ImportState) job[2]);
    }

    /** A job without its file, or {@link NotFound}. */
    public ImportRow row(String kind, long id) {
        List<ImportRow> found = em.createQuery(ROW + " and j.id = :id", ImportRow.class)
                .setParameter("kind", kind).setParameter("id", id).getResultList();
        if (found.isEmpty()) {
            throw new NotFound("ImportJob", id);
        }
        return live(found.get(0));
    }

    /** The jobs of a kind, newest first; only those of one user unless the id is null. */
    public Page<ImportRow> list(String kind, Long onlyOf, PageRequest page) {
        String condition = onlyOf == null ? "" : " and j.actorId = :actor";
        var rows = em.createQuery(ROW + condition + " order by j.id desc", ImportRow.class).setParameter("kind", kind);
        var count = em.createQuery("select count(j) from ImportJob j where j.kind = :kind" + condition, Long.class)
                .setParameter("kind", kind);
        if (onlyOf != null) {
            rows.setParameter("actor", onlyOf);
            count.setParameter("actor", onlyOf);
        }
        return Page.of(rows.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList().stream().map(this::live)
                .toList(), count.getSingleResult(), page);
    }

    /** Changes how a job is to be imported. Refused once it runs or has ended. */
    public void change(String kind, long id, Integer version, ImportSettings settings) {
        ImportJob job = locked(kind, id);
        Change<ImportState> change = job.apply(ImportAction.CHANGE, version);
        job.set(settings);
        history.record(job.ref(), ImportAction.CHANGE, change, null);
    }

    /** Starts a job: of two people at once only one, the other gets {@link Conflict}. */
    public void start(String kind, long id, Integer version, ImportCounts counts) {
        ImportJob job = locked(kind, id);
        Change<ImportState> change = job.apply(ImportAction.RUN, version);
        job.started(counts);
        history.record(job.ref(), ImportAction.RUN, change, null);
        running.put(id, 0);
    }

    /** Tells how many rows a running job has stored. */
    public void progress(long id, int rows) {
        running.computeIfPresent(id, (k, before) -> rows);
    }

    /** Ends a job in the transaction that stored its rows; the file is removed. */
    public void finish(String kind, long id, ImportCounts counts) {
        ImportJob job = locked(kind, id);
        Change<ImportState> change = job.apply(ImportAction.FINISH, null);
        job.count(counts);
        job.ended(clock.now(), counts.total(), null);
        history.record(job.ref(), ImportAction.FINISH, change, null);
        running.remove(id);
    }

    /** Ends a job whose transaction was rolled back; the file stays, so that it can be tried again. */
    public void fail(String kind, long id, String code, Object... args) {
        ImportJob job = locked(kind, id);
        StringBuilder message = new StringBuilder(code);
        for (Object arg : args) {
            message.append('\n').append(arg);
        }
        Change<ImportState> change = job.apply(ImportAction.FAIL, null);
        job.ended(clock.now(), 0, message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE) : message.toString());
        history.record(job.ref(), ImportAction.FAIL, change, null);
        running.remove(id);
    }

    /** Gives a job up; the file is removed. */
    public void discard(String kind, long id, Integer version) {
        ImportJob job = locked(kind, id);
        Change<ImportState> change = job.apply(ImportAction.DISCARD, version);
        job.ended(clock.now(), 0, null);
        history.record(job.ref(), ImportAction.DISCARD, change, null);
    }

    /** The jobs of a kind that say they run although this server does not run them: it was stopped in their midst. */
    public List<Long> interrupted(String kind) {
        return em.createQuery("select j.id from ImportJob j where j.kind = :kind and j.state = :running", Long.class)
                .setParameter("kind", kind).setParameter("running", ImportState.RUNNING).getResultList().stream()
                .filter(id -> !running.containsKey(id)).toList();
    }

    private ImportJob locked(String kind, long id) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        if (!job.is(kind)) {
            throw new NotFound("ImportJob", id);
        }
        return job;
    }

    private ImportRow live(ImportRow row) {
        Integer rows = running.get(row.id());
        return rows == null || row.state() != ImportState.RUNNING ? row : row.done(rows);
    }
}
