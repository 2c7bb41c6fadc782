package de.schulpakt.job.web;

import de.schulpakt.job.JobQueries;
import de.schulpakt.job.Jobs;
import de.schulpakt.platform.job.JobOutcome;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;

/** All jobs, and what an administrator does with them. */
@Named
@RequestScoped
public class JobsPage {
    private static final String AGAIN = "/job/jobs.xhtml?faces-redirect=true";
    private static final int SECONDS = 60;
    @Inject
    Jobs jobs;
    @Inject
    JobQueries queries;
    @Inject
    Act act;
    @Inject
    Language language;
    private List<JobQueries.View> rows;

    /** Reads the jobs. */
    public void load() {
        act.show(this::getRows);
    }

    public List<JobQueries.View> getRows() {
        if (rows == null) {
            rows = queries.list();
        }
        return rows;
    }

    public JobOutcome[] getOutcomes() {
        return JobOutcome.values();
    }

    /** When a job runs by itself. */
    public String when(JobQueries.View job) {
        if (job.at() != null) {
            return Texts.get(language.getLocale(), "jobs.daily", job.at());
        }
        return job.everySeconds() < 2 * SECONDS ? Texts.get(language.getLocale(), "jobs.every_seconds", job.everySeconds())
                : Texts.get(language.getLocale(), "jobs.every_minutes", job.everySeconds() / SECONDS);
    }

    /** How long the last run took. */
    public String took(JobQueries.View job) {
        Long millis = job.last() == null ? null : job.last().millis();
        return millis == null ? "" : Texts.get(language.getLocale(), "jobs.seconds", NumberFormat.getInstance(language.getLocale())
                .format(BigDecimal.valueOf(millis).movePointLeft(3).setScale(1, RoundingMode.HALF_UP)));
    }

    /** What the last run said. */
    public String said(JobQueries.View job) {
        return job.last() == null ? "" : Texts.told(language.getLocale(), job.last().message());
    }

    /** Has it run now. */
    public String run(String name) {
        return act.run(() -> jobs.run(name), "jobs.started", AGAIN);
    }

    /** Has it passed over. */
    public String pause(String name) {
        return act.run(() -> jobs.pause(name), "jobs.paused", AGAIN);
    }

    /** Has it run again. */
    public String resume(String name) {
        return act.run(() -> jobs.resume(name), "jobs.resumed", AGAIN);
    }

    /** Ends its run. */
    public String cancel(String name) {
        return act.run(() -> jobs.cancel(name), "jobs.cancelled", AGAIN);
    }
}
