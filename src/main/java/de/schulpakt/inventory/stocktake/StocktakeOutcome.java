package de.schulpakt.inventory.stocktake;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What is known of an item. */
public enum StocktakeOutcome implements Toned {
    /** Expected and not yet found. */
    MISSING(Tone.BAD),
    /** Found in another room than the inventory says. */
    ELSEWHERE(Tone.WAIT),
    /** Seen by people in different rooms; one of them is to be believed. */
    DISPUTED(Tone.BAD),
    /** A device that nobody expected here. */
    UNEXPECTED(Tone.WAIT),
    /** Not found, and a borrower has it: nobody is to look for it. */
    LENT(Tone.GO),
    /** A device that nobody expected here, for it was retired when it was scanned. */
    RETIRED(Tone.BAD),
    /** A number that no device of the school has. */
    UNKNOWN(Tone.BAD),
    /** Found where it was expected, or its place was put right. */
    FOUND(Tone.OK);

    private final Tone tone;

    StocktakeOutcome(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }

    /** What an item is, from what is stored of it. */
    static StocktakeOutcome of(boolean disputed, boolean device, boolean expected, boolean found, boolean sameRoom, boolean moved,
            boolean lent, boolean retired) {
        if (disputed) {
            return DISPUTED;
        }
        if (!device) {
            return UNKNOWN;
        }
        return !found ? lent ? LENT : MISSING : !expected ? retired ? RETIRED : UNEXPECTED : sameRoom || moved ? FOUND : ELSEWHERE;
    }
}
