package de.schulpakt.notice;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.ToIntFunction;

/** What is done for notices in the background. */
final class NoticeJobs {
    /** The kind that writes letters of notices that are to be sent at once. */
    static final String NOW = "notices";

    private NoticeJobs() {
    }

    private static void each(JobRun run, NoticeMails mails, String way, ToIntFunction<Long> write, String said) {
        int people = 0;
        int notices = 0;
        for (Long user : mails.people(way)) {
            if (run.stopped()) {
                run.again();
                return;
            }
            notices += write.applyAsInt(user);
            people++;
        }
        if (people > 0) {
            run.says(said, notices, people);
        }
    }

    /** Letters of what people want to hear of at once. */
    @ApplicationScoped
    static class AtOnce implements JobKind {
        @Inject
        NoticeMails mails;

        @Override
        public String name() {
            return NOW;
        }

        @Override
        public JobTime time() {
            return JobTime.every(Duration.ofMinutes(1));
        }

        @Override
        public void run(JobRun run) {
            each(run, mails, "NOW", mails::writeNow, "job.kind.notices_written");
        }
    }

    /** One letter a morning. */
    @ApplicationScoped
    static class Digest implements JobKind {
        @Inject
        NoticeMails mails;

        @Override
        public String name() {
            return "digest";
        }

        @Override
        public JobTime time() {
            return JobTime.daily(6, 30);
        }

        @Override
        public void run(JobRun run) {
            each(run, mails, "DIGEST", mails::writeDigest, "job.kind.digest_written");
        }
    }

    /** Old notices are forgotten. */
    @ApplicationScoped
    static class Age implements JobKind {
        @Inject
        NoticeMails mails;

        @Override
        public String name() {
            return "notice-age";
        }

        @Override
        public JobTime time() {
            return JobTime.daily(3, 10);
        }

        @Override
        public void run(JobRun run) {
            run.says("job.kind.notice-age_done", mails.forget());
        }
    }
}
