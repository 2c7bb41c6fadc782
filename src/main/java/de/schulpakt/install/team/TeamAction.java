package de.schulpakt.install.team;

/** What happens to teams; named in the history. */
enum TeamAction {
    /** Founded. */
    FOUND,
    /** Another name. */
    RENAME,
    /** Somebody belongs to it. */
    JOIN,
    /** Other days of a member. */
    CHANGE_DAYS,
    /** Somebody was no member after all. */
    REMOVE_MEMBER,
    /** Somebody else leads it, or nobody. */
    LEAD,
    /** Gets no tickets any more. */
    END,
    /** Gets tickets again. */
    RESUME
}
