package de.schulpakt.identity;

import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_SUBMIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_CORRECT;
import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;
import static de.schulpakt.identity.Permission.COMMENT_REMOVE;
import static de.schulpakt.identity.Permission.COMMENT_WRITE;
import static de.schulpakt.identity.Permission.DELIVERY_CONFIRM;
import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.DEVICE_RETIRE;
import static de.schulpakt.identity.Permission.DEVICE_SECRET;
import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;
import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;
import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.NETWORK_EDIT;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;
import static de.schulpakt.identity.Permission.OWN_MONEY_EDIT;
import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.ROLE_CONFIRM;
import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import java.util.EnumSet;
import java.util.Set;

/** The roles of the field, each with all that it may do. */
public enum Role {
    /** School administrator: requests equipment, places it, accepts the installation; own schools only. */
    SCHOOL_ADMIN(SCHOOL_VIEW, ROOM_EDIT, CATALOGUE_VIEW, BUDGET_VIEW, REQUEST_VIEW, REQUEST_EDIT, DELIVERY_CONFIRM, DEVICE_VIEW, DEVICE_ADD, DEVICE_PLACE,
            DEVICE_SERVE, LOAN_VIEW, LOAN_EDIT, TICKET_VIEW, TICKET_OPEN, TICKET_ACCEPT, NETWORK_VIEW,
            COMMENT_WRITE),
    /** Technician of the data centre: works install tickets. */
    TECHNICIAN(SCHOOL_VIEW, ROOM_EDIT, DEVICE_VIEW, DEVICE_PLACE, DEVICE_SECRET, TICKET_VIEW, TICKET_OPEN, TICKET_WORK, NETWORK_VIEW, NETWORK_EDIT,
            COMMENT_WRITE, INTERNAL_VIEW),
    /** Funding officer of the authority: applies, decides on requests, orders, receives, proves. */
    FUNDING_OFFICER(SCHOOL_VIEW, ROOM_EDIT, SCHOOL_IMPORT, PROGRAMME_VIEW, PROGRAMME_EDIT, APPLICATION_VIEW, APPLICATION_EDIT,
            APPLICATION_SUBMIT, APPLICATION_DECIDE, GRANT_DRAW, BUDGET_VIEW, BUDGET_CORRECT, BUDGET_TRANSFER, OWN_MONEY_EDIT,
            CATALOGUE_VIEW, CATALOGUE_EDIT, REQUEST_VIEW,
            REQUEST_DECIDE, ORDER_VIEW, ORDER_PLACE, DELIVERY_RECEIVE, DEVICE_VIEW, DEVICE_ADD, DEVICE_RETIRE, TICKET_VIEW, NETWORK_VIEW,
            ROLE_CONFIRM, COMMENT_WRITE, COMMENT_REMOVE, INTERNAL_VIEW),
    /** Auditor: sees all, changes nothing. */
    AUDITOR(SCHOOL_VIEW, PROGRAMME_VIEW, APPLICATION_VIEW, BUDGET_VIEW, CATALOGUE_VIEW, REQUEST_VIEW, ORDER_VIEW, DEVICE_VIEW,
            TICKET_VIEW, NETWORK_VIEW, INTERNAL_VIEW),
    /** Administrator of the installation: users, schools, imports; moves no money. */
    ADMIN(USER_ADMIN, ROLE_CONFIRM, SCHOOL_VIEW, SCHOOL_EDIT, ROOM_EDIT, SCHOOL_IMPORT, PROGRAMME_VIEW, CATALOGUE_VIEW);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.copyOf(EnumSet.copyOf(Set.of(permissions)));
    }

    /** True if a second person confirms that somebody gets it: who has it moves money, or gives such roles. */
    public boolean needsSecond() {
        return permissions.contains(ROLE_CONFIRM);
    }

    /** All that this role may do. */
    public Set<Permission> permissions() {
        return permissions;
    }
}
