package de.schulpakt.funding.rule;

import de.schulpakt.identity.Permission;

/** Where rules are shown; each is seen by who sees such things. */
public enum RuleStage {
    /** An application with all that hangs on it. */
    APPLICATION(Permission.APPLICATION_VIEW),
    /** A request of a school. */
    REQUEST(Permission.REQUEST_VIEW),
    /** An order. */
    ORDER(Permission.ORDER_VIEW),
    /** An invoice. */
    INVOICE(Permission.ORDER_VIEW),
    /** A device. */
    DEVICE(Permission.DEVICE_VIEW),
    /** A drawdown. */
    DRAWDOWN(Permission.APPLICATION_VIEW);

    private final Permission permission;

    RuleStage(Permission permission) {
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }
}
