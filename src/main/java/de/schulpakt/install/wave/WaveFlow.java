package de.schulpakt.install.wave;

import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.install.wave.WaveAction.CANCEL;
import static de.schulpakt.install.wave.WaveAction.MOVE;
import static de.schulpakt.install.wave.WaveAction.READY;
import static de.schulpakt.install.wave.WaveAction.SHIFT;
import static de.schulpakt.install.wave.WaveState.CANCELLED;
import static de.schulpakt.install.wave.WaveState.PREPARING;
import static de.schulpakt.install.wave.WaveState.RUNNING;

import de.schulpakt.platform.step.Transitions;

/** The life of a wave. */
final class WaveFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<WaveState, WaveAction> FLOW = Transitions.<WaveState, WaveAction>table()
            .follows(PREPARING, READY, TICKET_WORK, RUNNING)
            .row(PREPARING, CANCEL, TICKET_WORK, CANCELLED)
            .row(RUNNING, MOVE, TICKET_WORK, RUNNING)
            .row(RUNNING, SHIFT, TICKET_WORK, RUNNING)
            .row(RUNNING, CANCEL, TICKET_WORK, CANCELLED)
            .build();

    private WaveFlow() {
    }
}
