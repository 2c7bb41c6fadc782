package de.schulpakt.inventory.tag;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.inventory.tag.TagAction.END;
import static de.schulpakt.inventory.tag.TagAction.REOPEN;
import static de.schulpakt.inventory.tag.TagState.ENDED;
import static de.schulpakt.inventory.tag.TagState.OPEN;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a roll. */
public final class TagFlow {
    /** From, action, permission, to. */
    public static final Transitions<TagState, TagAction> FLOW = Transitions.<TagState, TagAction>table()
            .row(OPEN, END, DEVICE_ADD, ENDED)
            .row(ENDED, REOPEN, DEVICE_ADD, OPEN)
            .build();

    private TagFlow() {
    }
}
