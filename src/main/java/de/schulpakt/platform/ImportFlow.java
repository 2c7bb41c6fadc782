package de.schulpakt.platform;

import static de.schulpakt.platform.ImportAction.CHANGE;
import static de.schulpakt.platform.ImportAction.DISCARD;
import static de.schulpakt.platform.ImportAction.FAIL;
import static de.schulpakt.platform.ImportAction.FINISH;
import static de.schulpakt.platform.ImportAction.RUN;
import static de.schulpakt.platform.ImportState.DISCARDED;
import static de.schulpakt.platform.ImportState.DONE;
import static de.schulpakt.platform.ImportState.FAILED;
import static de.schulpakt.platform.ImportState.READY;
import static de.schulpakt.platform.ImportState.RUNNING;

/**
 * The lifecycle of every import. Its rows name no permission, because that is the importing module's: the school module
 * asks for SCHOOL_IMPORT before each of them.
 */
public final class ImportFlow {
    /** The table. */
    public static final Transitions<ImportState, ImportAction> TABLE = Transitions.<ImportState, ImportAction>table()
            .row(READY, CHANGE, null, READY)
            .row(READY, RUN, null, RUNNING)
            .row(READY, DISCARD, null, DISCARDED)
            .row(RUNNING, FINISH, null, DONE)
            .row(RUNNING, FAIL, null, FAILED)
            .row(FAILED, CHANGE, null, READY)
            .row(FAILED, RUN, null, RUNNING)
            .row(FAILED, DISCARD, null, DISCARDED)
            .build();

    private ImportFlow() {
    }
}
