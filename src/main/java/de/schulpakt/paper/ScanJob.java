package de.schulpakt.paper;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Has the scanner look at every content that it has not seen yet; while it is away, again every minute. */
@ApplicationScoped
public class ScanJob implements JobKind {
    /** Name of the kind. */
    static final String NAME = "scan";
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    PaperSettings settings;
    @Inject
    Scanner scanner;
    @Inject
    PaperBytes bytes;
    @Inject
    Papers papers;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobTime time() {
        return JobTime.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(JobRun run) {
        if (settings.scanner() == null) {
            return;
        }
        List<Long> open = em.createQuery("select c.id from PaperContent c where c.scan in :open order by c.id", Long.class)
                .setParameter("open", List.of(ScanState.WAITING, ScanState.UNCHECKED)).setMaxResults(AT_ONCE).getResultList();
        int found = 0;
        for (int i = 0; i < open.size(); i++) {
            Long id = open.get(i);
            run.at(i, open.size());
            try {
                String what = scanner.found(out -> bytes.copy(id, out));
                papers.scanned(id, what);
                found += what == null ? 0 : 1;
            } catch (IOException away) {
                run.warns("job.kind.scan_away", settings.scanner(), open.size() - i, String.valueOf(away.getMessage()));
                return;
            }
        }
        if (found > 0) {
            run.warns("job.kind.scan_found", open.size(), found);
        } else if (!open.isEmpty()) {
            run.says("job.kind.scan_done", open.size());
        }
        if (open.size() == AT_ONCE) {
            run.again();
        }
    }
}
