package de.schulpakt.identity.person;

import de.schulpakt.platform.Setting;

/** After how many days the name of somebody who has left is replaced, as the operator has set it. */
public final class LeaverRule {
    private static final int LEAST_DAYS = 30;

    private LeaverRule() {
    }

    /** Days after the deactivation, 0 if there is no rule. */
    public static int days() {
        return Setting.number("schulpakt.left.days", LEAST_DAYS, 0);
    }
}
