package de.schulpakt.identity;

/** Everything that somebody may or may not do. Each verb names the permission by which its subject is seen. */
public enum Permission {
    /** See schools, buildings and rooms. */
    SCHOOL_VIEW(null),
    /** Create and change schools and authorities. */
    SCHOOL_EDIT(SCHOOL_VIEW),
    /** Add and change buildings and rooms of a school. */
    ROOM_EDIT(SCHOOL_VIEW),
    /** Import the school register. */
    SCHOOL_IMPORT(SCHOOL_VIEW),
    /** See programmes and their rules. */
    PROGRAMME_VIEW(null),
    /** Create programmes, change rules and ceilings. */
    PROGRAMME_EDIT(PROGRAMME_VIEW),
    /** See applications for funding. */
    APPLICATION_VIEW(null),
    /** Write applications. */
    APPLICATION_EDIT(APPLICATION_VIEW),
    /** Submit or withdraw an application. */
    APPLICATION_SUBMIT(APPLICATION_VIEW),
    /** Record the decision (Bescheid) of the granting body. */
    APPLICATION_DECIDE(APPLICATION_VIEW),
    /** Draw grant money, record what came and what goes back. */
    GRANT_DRAW(APPLICATION_VIEW),
    /** See budgets and postings. */
    BUDGET_VIEW(null),
    /** Correct spending with a reason. */
    BUDGET_CORRECT(BUDGET_VIEW),
    /** Move money between budgets, lend it, and confirm what another has proposed. */
    BUDGET_TRANSFER(BUDGET_VIEW),
    /** Open, raise and lower own money of the authority, carry it over. */
    OWN_MONEY_EDIT(BUDGET_VIEW),
    /** See the catalogue. */
    CATALOGUE_VIEW(null),
    /** Change the catalogue and suppliers. */
    CATALOGUE_EDIT(CATALOGUE_VIEW),
    /** See requests for equipment. */
    REQUEST_VIEW(null),
    /** Write, submit and withdraw requests. */
    REQUEST_EDIT(REQUEST_VIEW),
    /** Approve a request, reject it, ask back. */
    REQUEST_DECIDE(REQUEST_VIEW),
    /** See orders and deliveries. */
    ORDER_VIEW(null),
    /** Place and cancel orders. */
    ORDER_PLACE(ORDER_VIEW),
    /** Receive a delivery with its invoice. */
    DELIVERY_RECEIVE(ORDER_VIEW),
    /** Say for the school whether all is here that was received for it. */
    DELIVERY_CONFIRM(REQUEST_VIEW),
    /** See devices. */
    DEVICE_VIEW(null),
    /** Take a device into the inventory that was not bought here, by hand or by an import. */
    DEVICE_ADD(DEVICE_VIEW),
    /** Put a device into a room. */
    DEVICE_PLACE(DEVICE_VIEW),
    /** Put a device into service that needs no technician; report it broken or lost. */
    DEVICE_SERVE(DEVICE_VIEW),
    /** Retire a device. */
    DEVICE_RETIRE(DEVICE_VIEW),
    /** See and keep passwords of devices. */
    DEVICE_SECRET(DEVICE_VIEW),
    /** See loans of devices with the people who have them. */
    LOAN_VIEW(null),
    /** Hand devices out and take them back. */
    LOAN_EDIT(LOAN_VIEW),
    /** See tickets. */
    TICKET_VIEW(null),
    /** Open a ticket. */
    TICKET_OPEN(TICKET_VIEW),
    /** Take, plan, work and close tickets. */
    TICKET_WORK(TICKET_VIEW),
    /** Accept the work for the school. */
    TICKET_ACCEPT(TICKET_VIEW),
    /** See the network record. */
    NETWORK_VIEW(null),
    /** Change the network record. */
    NETWORK_EDIT(NETWORK_VIEW),
    /** Write comments at what one sees. */
    COMMENT_WRITE(SCHOOL_VIEW),
    /** Remove comments of others, with a reason. */
    COMMENT_REMOVE(SCHOOL_VIEW),
    /** See and write what is said within the offices, and not to the schools. */
    INTERNAL_VIEW(null),
    /** Confirm as a second person that somebody gets a role that moves money or administers. */
    ROLE_CONFIRM(null),
    /** Manage users and roles. */
    USER_ADMIN(null);

    private final Permission seenBy;

    Permission(Permission seenBy) {
        this.seenBy = seenBy;
    }

    /** The permission by which the subject of this one is seen; itself for those that see. */
    public Permission seenBy() {
        return seenBy == null ? this : seenBy;
    }
}
