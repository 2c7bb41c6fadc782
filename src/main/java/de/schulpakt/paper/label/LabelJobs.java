package de.schulpakt.paper.label;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.job.Background;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Labels that are made in the background, in parts: whoever wants them closes the page and fetches them later. */
@UseCases
@Unguarded("Labels are made of what the asker may see, asked anew for each part, and are the asker's alone.")
public class LabelJobs {
    /** Things of one job. */
    public static final int MOST = 100_000;
    /** Things of one part, up to full pages. */
    static final int PART = 1_000;
    private static final int AT_ONCE = 250;
    private static final Duration KEPT = Duration.ofDays(14);
    private static final int OPEN = 5;

    @PersistenceContext
    EntityManager em;
    @Inject
    Actor actor;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    Background background;
    @Inject
    LabelQueries labels;
    @Inject
    SignIn signIn;

    /** What a server is to make next; said in the run. */
    public record Next(Long id, Integer done, Integer total) {
    }

    /** A part was made. */
    public record Made(Integer done, Integer total, LabelJobState state) {
    }

    /**
     * Has labels made of what the parameters choose, as {@link LabelQueries#write} does; what is chosen is fixed now.
     *
     * @return the id of the job
     * @throws Refused {@code label.nothing} if nothing is chosen, {@code label.too_many} for more than {@value #MOST}, {@code label.busy} if five of the asker
     *                 are being made, {@code token.placed} for an access token that is held to one authority or one school: each part is made with all
     *                 rights of the asker
     */
    public Long start(Map<String, List<String>> sent, boolean strict) {
        current.unplaced();
        LabelQueries.Sheet sheet = labels.sheet(sent);
        Map<String, List<String>> asked = LabelQueries.without(sent);
        List<Long> ids = labels.source(sheet.of()).ids(asked, strict, MOST + 1);
        if (ids.isEmpty()) {
            throw new Refused("label.nothing");
        }
        if (ids.size() > MOST) {
            throw new Refused("label.too_many", MOST);
        }
        if (em.createQuery("select count(j) from LabelJob j where j.userId = :user and j.state = :running", Long.class).setParameter("user", actor.id())
                .setParameter("running", LabelJobState.RUNNING).getSingleResult() >= OPEN) {
            throw new Refused("label.busy", OPEN);
        }
        LabelJob job = new LabelJob(actor, sheet, LabelAsked.write(asked), ids, clock.now());
        em.persist(job);
        em.flush();
        background.want(LabelWorker.NAME);
        return job.id();
    }

    /**
     * Ends one of the asker's own; what was made can be fetched.
     *
     * @throws NotFound if it is not the asker's
     * @throws Refused  {@code label.ended} if it has ended, {@code token.placed} as at {@link #start}
     */
    public void cancel(long id) {
        current.unplaced();
        LabelJob job = Find.locked(em, LabelJob.class, id);
        if (!job.userId().equals(actor.id())) {
            throw new NotFound("LabelJob", id);
        }
        job.cancel(clock.now());
        background.cancel(LabelWorker.NAME, String.valueOf(id));
    }

    /** The one that waits longest, and counts that a server begins with its next part; null if none waits. */
    public Next next() {
        for (Long id : em.createQuery("select j.id from LabelJob j where j.state = :running order by j.id", Long.class)
                .setParameter("running", LabelJobState.RUNNING).getResultList()) {
            LabelJob job = Find.locked(em, LabelJob.class, id);
            if (job.state() == LabelJobState.RUNNING) {
                if (job.begins()) {
                    return new Next(id, job.done(), job.total());
                }
                job.end(LabelJobState.FAILED, clock.now());
            }
        }
        return null;
    }

    /**
     * Makes the next part on behalf of who wants it and keeps it, in one transaction: after a crash it is as if it had not been begun. Who may not sign in
     * any more gets no more labels.
     */
    public Made part(long id) {
        LabelJob job = Find.locked(em, LabelJob.class, id);
        if (job.state() == LabelJobState.RUNNING && !signIn.byId(job.userId())) {
            job.end(LabelJobState.FAILED, clock.now());
        }
        if (job.state() == LabelJobState.RUNNING) {
            LabelQueries.Format format = labels.format(job.format());
            List<Long> ids = job.next(format.labels(), PART);
            LabelSource source = labels.source(job.source());
            Map<String, List<String>> asked = LabelAsked.read(job.asked());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int made;
            try (LabelPress press = labels.press(new LabelQueries.Sheet(job.source(), format, job.code(), job.first(), job.frame()))) {
                for (int from = 0; from < ids.size(); from += AT_ONCE) {
                    source.of(asked, ids.subList(from, Math.min(from + AT_ONCE, ids.size())), press::add);
                }
                made = press.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            int no = em.createQuery("select count(p) from LabelPart p where p.jobId = :id", Long.class).setParameter("id", id).getSingleResult().intValue() + 1;
            em.persist(new LabelPart(id, no, ids.size(), made, out.toByteArray()));
            job.made(ids.size(), clock.now());
            em.flush();
        }
        return new Made(job.done(), job.total(), job.state());
    }

    /** It came to no end. */
    public void fail(long id) {
        LabelJob job = Find.locked(em, LabelJob.class, id);
        if (job.state() == LabelJobState.RUNNING) {
            job.end(LabelJobState.FAILED, clock.now());
        }
    }

    /** Removes what ended 14 days ago; answers how many jobs that were. */
    public int forget() {
        List<Long> old = em.createQuery("select j.id from LabelJob j where j.endedAt < :before", Long.class).setParameter("before", clock.now().minus(KEPT)).getResultList();
        for (Long id : old) {
            em.createQuery("delete from LabelPart p where p.jobId = :id").setParameter("id", id).executeUpdate();
            em.createQuery("delete from LabelJob j where j.id = :id").setParameter("id", id).executeUpdate();
        }
        return old.size();
    }
}
