/**
 * What administrators see of the work in the background and do with it: which jobs there are, when each ran and runs next, how
 * long it took, what came of it; run now, pause, end.
 *
 * <p>D1: how jobs are run stands in {@code platform.job}, which knows no permission; here somebody is asked for one.
 */
@Module(name = "job", uses = {"platform", "identity"},
        reads = {"JobPause", "JobRunRow"})
package de.schulpakt.job;

import de.schulpakt.platform.Module;
