package de.schulpakt.install;

/**
 * What a list of tickets asks for; null means any.
 *
 * @param text     begin of a ticket, inventory or serial number, or a part of title or school
 * @param assignee whose tickets
 * @param due      when they are due; only tickets that are not done
 */
public record TicketFilter(String text, Long school, TicketState state, Assignee assignee, Due due) {
    /** No limits. */
    public static final TicketFilter ALL = new TicketFilter(null, null, null, null, null);

    /** Whose tickets. */
    public enum Assignee {
        /** Those of the asker. */
        ME,
        /** Those that nobody has taken. */
        NOBODY
    }

    /** When tickets are due. */
    public enum Due {
        /** Before today. */
        OVERDUE,
        /** Today or before. */
        TODAY,
        /** Within seven days or before. */
        WEEK
    }
}
