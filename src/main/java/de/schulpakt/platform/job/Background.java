package de.schulpakt.platform.job;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other rooms say to the work in the background and hear of it. An inner door: the callers have asked the guard. */
@ApplicationScoped
public class Background {
    @PersistenceContext
    EntityManager em;
    @Inject
    Event<JobWanted> wanted;
    @Inject
    JobEngine engine;
    @Inject
    @Any
    Instance<JobKind> kinds;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    /** The kinds of jobs that the rooms bring, by name. */
    public List<JobKind> kinds() {
        return kinds.stream().sorted(Comparator.comparing(JobKind::name)).toList();
    }

    /** The kind of this name, or {@link NotFound}. */
    public JobKind kind(String name) {
        return kinds.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("JobKind", name));
    }

    /** From now on a kind is passed over; true if it was not paused before. */
    public boolean pause(String kind) {
        if (paused(kind)) {
            return false;
        }
        em.persist(new JobPause(kind, actor.name(), clock.now()));
        em.flush();
        return true;
    }

    /** A kind is run again; true if it was paused. */
    public boolean resume(String kind) {
        want(kind);
        return em.createQuery("delete from JobPause p where p.kind = :kind").setParameter("kind", kind).executeUpdate() > 0;
    }

    /** True if somebody has paused this kind. */
    public boolean paused(String kind) {
        return em.find(JobPause.class, kind) != null;
    }

    /** There is work for this kind as soon as the running transaction is stored. */
    public void want(String kind) {
        wanted.fire(new JobWanted(kind));
    }

    /** The run of a kind that is going on is to end, whatever it is about; false if none is. */
    public boolean cancel(String kind) {
        engine.running(kind).ifPresent(JobRun::cancel);
        return em.createQuery("update JobRunRow r set r.cancelled = true where r.kind = :kind and r.endedAt is null")
                .setParameter("kind", kind).executeUpdate() > 0;
    }

    /** Runs that are about this are to end, on whichever node they run; they hear of it within a second or two. */
    public void cancel(String kind, String subject) {
        em.createQuery("update JobRunRow r set r.cancelled = true where r.kind = :kind and r.subject = :subject and r.endedAt is null")
                .setParameter("kind", kind).setParameter("subject", subject).executeUpdate();
        engine.running(kind).filter(run -> subject.equals(run.subject())).ifPresent(JobRun::cancel);
    }

    /** How far the run is that is about this; empty if none is going on. */
    public Optional<JobProgress> progress(String kind, String subject) {
        Optional<JobProgress> here = engine.running(kind).filter(run -> subject.equals(run.subject())).map(JobRun::progress);
        if (here.isPresent()) {
            return here;
        }
        List<JobProgress> there = em.createQuery("select new de.schulpakt.platform.job.JobProgress(r.done, r.total) from JobRunRow r"
                        + " where r.endedAt is null and r.kind = :kind and r.subject = :subject order by r.id desc", JobProgress.class)
                .setParameter("kind", kind).setParameter("subject", subject).setMaxResults(1).getResultList();
        return there.stream().findFirst();
    }

    /** The same for several subjects; those of which no run is going on are absent. */
    public Map<String, JobProgress> progress(String kind, Collection<String> subjects) {
        Map<String, JobProgress> found = new HashMap<>();
        if (!subjects.isEmpty()) {
            Ask.of(em, Going.class, """
                    select r.subject as subject, r.done as progress_done, r.total as progress_total from JobRunRow r
                    where r.endedAt is null and r.kind = :kind and r.subject in :subjects order by r.id""")
                    .set("kind", kind).set("subjects", subjects).list().forEach(run -> found.put(run.subject(), run.progress()));
            engine.running(kind).filter(run -> subjects.contains(run.subject())).ifPresent(run -> found.put(run.subject(), run.progress()));
        }
        return found;
    }

    /** A run that goes on. */
    record Going(String subject, JobProgress progress) {
    }
}
