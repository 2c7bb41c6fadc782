package de.schulpakt.notice.hook;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is done for hooks in the background. */
final class HookJobs {
    /** The kind that sends messages. */
    static final String SEND = "webhooks";

    private HookJobs() {
    }

    /** Messages of what has happened. */
    @ApplicationScoped
    static class Gather implements JobKind {
        @Inject
        HookNews news;
        @Inject
        Background background;

        @Override
        public String name() {
            return "webhook-news";
        }

        @Override
        public JobTime time() {
            return JobTime.every(Duration.ofMinutes(1));
        }

        @Override
        public void run(JobRun run) {
            long begun = news.begin();
            long last = 0;
            int written = 0;
            for (List<HookNews.Wanted> some = news.wanted(begun, last); !some.isEmpty() && !run.stopped(); some = news.wanted(begun, last)) {
                for (HookNews.Wanted line : some) {
                    written += news.write(line) ? 1 : 0;
                }
                // of the last line some hooks may be left
                long end = some.get(some.size() - 1).id();
                last = some.get(0).id() == end ? end : end - 1;
            }
            if (run.stopped()) {
                run.again();
                return;
            }
            news.done(begun);
            if (written > 0) {
                run.says("job.kind.webhook-news_written", written);
                background.want(SEND);
            }
        }
    }

    /** Sends what is due, one after the other. */
    @ApplicationScoped
    static class Send implements JobKind {
        private static final int MOST = 500;
        private static final int GOOD = 200;
        private static final int BEYOND = 300;
        @Inject
        HookNews news;
        @Inject
        HookSender sender;
        @Inject
        Clock clock;

        @Override
        public String name() {
            return SEND;
        }

        @Override
        public JobTime time() {
            return JobTime.every(Duration.ofMinutes(1));
        }

        @Override
        public void run(JobRun run) {
            int sent = 0;
            int failed = 0;
            Optional<HookSender.Outgoing> message = news.next();
            while (message.isPresent() && sent + failed < MOST) {
                if (send(message.get())) {
                    sent++;
                } else {
                    failed++;
                }
                message = run.stopped() || run.cancelled() || sent + failed >= MOST ? Optional.empty() : news.next();
            }
            if (sent + failed >= MOST || run.stopped()) {
                run.again();
            }
            if (failed > 0) {
                run.warns("job.kind.webhooks_sent", sent, failed);
            } else if (sent > 0) {
                run.says("job.kind.webhooks_sent", sent, failed);
            }
        }

        private boolean send(HookSender.Outgoing message) {
            try {
                int status = sender.send(message, clock.now());
                if (status >= GOOD && status < BEYOND) {
                    news.sent(message.id(), status);
                    return true;
                }
                news.failed(message.id(), status, null);
            } catch (UnknownHostException | ConnectException e) {
                // its words name the address and what is wrong with it
                news.failed(message.id(), null, e.getMessage());
            } catch (IOException | RuntimeException e) {
                news.failed(message.id(), null, e.getClass().getSimpleName() + ": " + e.getMessage());
            }
            return false;
        }
    }

    /** Old messages are forgotten. */
    @ApplicationScoped
    static class Age implements JobKind {
        @Inject
        HookNews news;

        @Override
        public String name() {
            return "webhook-age";
        }

        @Override
        public JobTime time() {
            return JobTime.daily(3, 25);
        }

        @Override
        public void run(JobRun run) {
            run.says("job.kind.webhook-age_done", news.forget());
        }
    }
}
