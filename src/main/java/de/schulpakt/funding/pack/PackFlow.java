package de.schulpakt.funding.pack;

import static de.schulpakt.funding.pack.PackAction.CONFIRM;
import static de.schulpakt.funding.pack.PackAction.DISCARD;
import static de.schulpakt.funding.pack.PackAction.IMPORT;
import static de.schulpakt.funding.pack.PackState.CHECKED;
import static de.schulpakt.funding.pack.PackState.CONFIRMED;
import static de.schulpakt.funding.pack.PackState.DISCARDED;
import static de.schulpakt.funding.pack.PackState.IMPORTED;
import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a rule pack. */
public final class PackFlow {
    /** From, action, permission, to. */
    public static final Transitions<PackState, PackAction> FLOW = Transitions.<PackState, PackAction>table()
            .row(CHECKED, IMPORT, PROGRAMME_EDIT, IMPORTED)
            .row(CHECKED, DISCARD, PROGRAMME_EDIT, DISCARDED)
            .row(IMPORTED, CONFIRM, PROGRAMME_EDIT, CONFIRMED)
            .apart(CONFIRM, IMPORT)
            .build();

    private PackFlow() {
    }
}
