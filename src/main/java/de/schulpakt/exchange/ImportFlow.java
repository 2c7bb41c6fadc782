package de.schulpakt.exchange;

import static de.schulpakt.exchange.ImportAction.CANCEL;
import static de.schulpakt.exchange.ImportAction.CHANGE;
import static de.schulpakt.exchange.ImportAction.DISCARD;
import static de.schulpakt.exchange.ImportAction.FAIL;
import static de.schulpakt.exchange.ImportAction.FINISH;
import static de.schulpakt.exchange.ImportAction.RUN;
import static de.schulpakt.exchange.ImportAction.TAKE_BACK;
import static de.schulpakt.exchange.ImportState.DISCARDED;
import static de.schulpakt.exchange.ImportState.DONE;
import static de.schulpakt.exchange.ImportState.FAILED;
import static de.schulpakt.exchange.ImportState.READY;
import static de.schulpakt.exchange.ImportState.RUNNING;
import static de.schulpakt.exchange.ImportState.TAKEN_BACK;

import de.schulpakt.platform.step.Transitions;

/**
 * The lifecycle of every import. Its rows name no permission, because that is the kind's: {@link Imports} asks for
 * {@link ImportKind#permission} before each of them.
 */
public final class ImportFlow {
    /** The table. */
    public static final Transitions<ImportState, ImportAction> TABLE = Transitions.<ImportState, ImportAction>table()
            .row(READY, CHANGE, null, READY)
            .row(READY, RUN, null, RUNNING)
            .row(READY, DISCARD, null, DISCARDED)
            .row(RUNNING, FINISH, null, DONE)
            .row(RUNNING, FAIL, null, FAILED)
            .row(RUNNING, CANCEL, null, FAILED)
            .row(FAILED, CHANGE, null, READY)
            .row(FAILED, RUN, null, RUNNING)
            .row(FAILED, DISCARD, null, DISCARDED)
            .row(DONE, TAKE_BACK, null, TAKEN_BACK)
            .build();

    private ImportFlow() {
    }
}
