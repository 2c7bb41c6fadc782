package de.schulpakt.exchange;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.job.JobProgress;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The jobs of all imports: file, settings, state, result. An inner door: {@link Imports} asks the guard first, and its
 * transaction is the one that is used here. How far a running import is stands in memory, so that the running transaction
 * need not be interrupted for it, and {@link Background} knows it of other servers.
 */
@ApplicationScoped
class ImportJobs {
    private static final int AT_ONCE = 500;
    private static final int MOST_MESSAGE = 4000;
    /** What has brought down the server as often as this is not begun again. */
    private static final int MOST_ATTEMPTS = 3;
    private static final String ROW = """
            select j.id as id, j.fileName as fileName, j.state as state_, j.rowsTotal as rowsTotal, j.rowsDone as rowsDone,
                j.rowsNew as created, j.rowsChanged as changed, j.rowsSame as same, j.rowsWrong as wrong, j.message as message,
                j.actorId as actorId, j.actorName as actor, j.createdAt as createdAt, j.endedAt as endedAt, j.version as version
            from ImportJob j where j.id = :id""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    History history;
    @Inject
    Background background;
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();

    /** How far a running import is; the thread that runs it asks whether it still may. */
    static final class Progress {
        private volatile int rows;
        private volatile boolean cancelled;
        private volatile JobRun run;
        private volatile int total;

        /** Tells the run in the background, too. */
        void to(JobRun newRun, int rowsTotal) {
            run = newRun;
            total = rowsTotal;
        }

        /** Tells how many rows are stored; refuses {@code import.cancelled} if somebody has cancelled the import. */
        void at(int done) {
            rows = done;
            if (run != null) {
                run.at(done, total);
            }
            if (cancelled) {
                throw new Refused("import.cancelled");
            }
        }
    }

    /** Keeps a file as a job. The content comes from {@link de.schulpakt.exchange.table.CsvFile#accepted}. */
    Long open(String kind, String fileName, byte[] content, ImportSettings settings, String header) {
        ImportJob job = new ImportJob(kind, fileName, content, settings, header, actor, clock.now());
        em.persist(job);
        em.flush();
        history.record(job.ref(), ImportAction.UPLOAD);
        return job.id();
    }

    /** How the last file of this header was imported, empty if none was. */
    Optional<ImportSettings> last(String kind, String header) {
        return em.createQuery("select j.settings from ImportJob j where j.kind = :kind and j.headerKey = :header and j.state = :done order by j.id desc", String.class)
                .setParameter("kind", kind).setParameter("header", header).setParameter("done", ImportState.DONE).setMaxResults(1).getResultList().stream()
                .findFirst().map(ImportSettings::of);
    }

    /** The kind of a job, or {@link NotFound}. */
    String kind(long id) {
        return only(em.createQuery("select j.kind from ImportJob j where j.id = :id", String.class).setParameter("id", id)
                .getResultList(), id);
    }

    /** How a job is to be imported, or {@link NotFound}. */
    ImportSettings settings(long id) {
        return ImportSettings.of(only(em.createQuery("select j.settings from ImportJob j where j.id = :id", String.class)
                .setParameter("id", id).getResultList(), id));
    }

    /** The file of a job, null when the import has ended. */
    byte[] content(long id) {
        return em.createQuery("select j.content from ImportJob j where j.id = :id", byte[].class).setParameter("id", id)
                .getResultList().stream().filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    /** A job without its file, or {@link NotFound}. */
    ImportRow row(long id) {
        return live(List.of(Ask.of(em, ImportRow.class, ROW).set("id", id).one().orElseThrow(() -> new NotFound("ImportJob", id)))).get(0);
    }

    private static <T> T only(List<T> found, long id) {
        if (found.isEmpty()) {
            throw new NotFound("ImportJob", id);
        }
        return found.get(0);
    }

    /** Changes how a job is to be imported. Refused once it runs or has ended. */
    void change(long id, Integer version, ImportSettings settings, String header) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        Change<ImportState> change = job.apply(ImportAction.CHANGE, version);
        job.set(settings, header);
        history.record(job.ref(), ImportAction.CHANGE, change, Said.NOTHING);
    }

    /** Starts a job: of two people at once only one, the other gets {@link Conflict}. */
    void start(long id, Integer version, ImportCounts counts) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        Change<ImportState> change = job.apply(ImportAction.RUN, version);
        job.started(counts, actor.id());
        history.record(job.ref(), ImportAction.RUN, change, Said.NOTHING);
    }

    /** Where a run tells how far it is. */
    Progress progress(long id) {
        return running.computeIfAbsent(id, k -> new Progress());
    }

    /**
     * Ends a job in the transaction that stored its rows; the file is removed.
     *
     * @param made what it has made, to be taken back
     */
    void finish(long id, ImportCounts counts, Collection<Long> made) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        Change<ImportState> change = job.apply(ImportAction.FINISH, null);
        job.count(counts);
        job.ended(clock.now(), counts.total(), null);
        List<Long> subjects = List.copyOf(made);
        for (int from = 0; from < subjects.size(); from += AT_ONCE) {
            keep(id, subjects.subList(from, Math.min(from + AT_ONCE, subjects.size())));
        }
        history.record(job.ref(), ImportAction.FINISH, change, Said.NOTHING);
        em.flush();
        job.stored(Ask.of(em, Long.class, "select max(h.id) from HistoryRow h").one().orElse(0L));
    }

    /** Ends a job that runs and whose transaction was rolled back; the file stays, so that it can be tried again. */
    void fail(long id, String code, Object... args) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        if (job.state() == ImportState.RUNNING) {
            end(job, ImportAction.FAIL, null, code, args);
        }
        running.remove(id);
    }

    /** Stops a job that runs. Whoever stores its rows finds it out at the next hundred, and at the latest at the end. */
    void cancel(long id, Integer version) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        end(job, ImportAction.CANCEL, version, "import.cancelled");
        Progress progress = running.remove(id);
        if (progress != null) {
            progress.cancelled = true;
        }
        background.cancel(ImportWorker.NAME, String.valueOf(id));
    }

    private void keep(long id, List<Long> some) {
        // by the connection itself, as numbers of devices are kept: thousands are few statements
        try (PreparedStatement insert = em.unwrap(Connection.class).prepareStatement("insert into import_made (import_id, subject_id) values "
                + String.join(", ", Collections.nCopies(some.size(), "(?, ?)")))) {
            int parameter = 1;
            for (Long subject : some) {
                insert.setLong(parameter++, id);
                insert.setLong(parameter++, subject);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** What a job has made and when: the newest line of the history when it had stored all; empty where that is not known. */
    Optional<Made> made(long id) {
        List<Long> subjects = Ask.sql(em, Long.class, "select subject_id from import_made where import_id = ?1 order by subject_id").set(1, id).list();
        Long row = em.createQuery("select j.storedRow from ImportJob j where j.id = :id", Long.class).setParameter("id", id).getSingleResult();
        return row == null || subjects.isEmpty() ? Optional.empty() : Optional.of(new Made(subjects, row));
    }

    /** What a job has made. */
    record Made(List<Long> subjects, long storedRow) {
    }

    /** Locks a job that is to be taken back. Refused unless it has ended well. */
    void lock(long id, Integer version) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        job.seen(version);
        if (job.state() != ImportState.DONE) {
            throw new Refused("state.not_allowed", ImportAction.TAKE_BACK, job.state());
        }
    }

    /** A job that is taken back, seen in this version. */
    void takeBack(long id, Integer version, Said said) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        history.record(job.ref(), ImportAction.TAKE_BACK, job.apply(ImportAction.TAKE_BACK, version), said);
    }

    /** Gives a job up; the file is removed. */
    void discard(long id, Integer version) {
        ImportJob job = Find.locked(em, ImportJob.class, id);
        Change<ImportState> change = job.apply(ImportAction.DISCARD, version);
        job.ended(clock.now(), 0, null);
        history.record(job.ref(), ImportAction.DISCARD, change, Said.NOTHING);
    }

    /**
     * The import that was started first and is not stored yet, and counts that a server begins with it; null if there is none.
     * One that was begun three times and never came to an end now says so.
     */
    ImportStarts next() {
        for (Long id : em.createQuery("select j.id from ImportJob j where j.state = :running order by j.id", Long.class)
                .setParameter("running", ImportState.RUNNING).getResultList()) {
            ImportJob job = Find.locked(em, ImportJob.class, id);
            if (job.state() == ImportState.RUNNING) {
                if (job.begun() <= MOST_ATTEMPTS) {
                    return new ImportStarts(id, job.startedBy());
                }
                end(job, ImportAction.FAIL, null, "import.interrupted");
            }
        }
        return null;
    }

    /** The run of a job has ended, however it did. */
    void over(long id) {
        running.remove(id);
    }

    private void end(ImportJob job, ImportAction action, Integer seen, String code, Object... args) {
        Sentence why = Sentence.of(code, Arrays.stream(args).map(a -> Sentence.keeps(a) ? a : String.valueOf(a)).toArray());
        Change<ImportState> change = job.apply(action, seen);
        String message = SentenceJson.write(List.of(why));
        // a value of unusual length: the code alone still says what happened
        job.ended(clock.now(), 0, message.length() <= MOST_MESSAGE ? message : SentenceJson.write(List.of(Sentence.of("import.unexpected"))));
        history.record(job.ref(), action, change, action == ImportAction.FAIL ? Said.all(List.of(why)) : Said.NOTHING);
    }

    /** The rows with how far they are now. */
    List<ImportRow> live(List<ImportRow> rows) {
        List<String> going = rows.stream().filter(r -> r.state() == ImportState.RUNNING).map(r -> String.valueOf(r.id())).toList();
        Map<String, JobProgress> progress = background.progress(ImportWorker.NAME, going);
        return rows.stream().map(row -> {
            if (row.state() != ImportState.RUNNING) {
                return row;
            }
            Progress here = running.get(row.id());
            JobProgress there = progress.get(String.valueOf(row.id()));
            return row.done(here != null && here.run != null ? here.rows : there == null ? 0 : (int) there.done());
        }).toList();
    }
}
