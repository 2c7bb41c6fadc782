package de.schulpakt.notice.talk;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells who watches what has happened. */
@ApplicationScoped
class WatchJob implements JobKind {
    @Inject
    WatchNews news;

    @Override
    public String name() {
        return "watches";
    }

    @Override
    public JobTime time() {
        return JobTime.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(JobRun run) {
        long begun = news.begin();
        news.habits(begun);
        int told = 0;
        for (WatchNews.Happening line : news.happened(begun)) {
            if (run.stopped()) {
                run.again();
                return;
            }
            told += news.tell(line);
        }
        news.done(begun);
        if (told > 0) {
            run.says("job.kind.watches_told", told);
        }
    }
}
