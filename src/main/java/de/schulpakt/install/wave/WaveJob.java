package de.schulpakt.install.wave;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Makes the tickets of large waves, one wave after the other. How far it is stands in the database, so whoever begins it again goes on. */
@ApplicationScoped
public class WaveJob implements JobKind {
    /** Name of the kind. */
    static final String NAME = "waves";
    private static final Duration PAUSE = Duration.ofSeconds(30);
    @Inject
    WaveMaking making;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobTime time() {
        return JobTime.every(PAUSE);
    }

    @Override
    public void run(JobRun run) {
        making.next().ifPresent(wave -> {
            run.about(String.valueOf(wave.id()));
            run.again();
            long made = wave.made();
            int some;
            do {
                run.at(made, wave.planned());
                some = making.some(wave.id());
                made += some;
            } while (some > 0 && made < wave.planned());
            run.says("job.kind.waves_done", wave.no(), made, wave.planned());
        });
    }
}
