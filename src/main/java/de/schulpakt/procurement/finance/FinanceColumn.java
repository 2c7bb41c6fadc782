package de.schulpakt.procurement.finance;

import de.schulpakt.platform.Refused;
import java.util.Arrays;
import java.util.List;

/** A column of the file that a finance system reads. */
public enum FinanceColumn {
    /** Number of the run. */
    RUN,
    /** Number of the run and of the line; comes back with the booking. */
    REFERENCE,
    /** Day of the posting. */
    POSTED_ON,
    /** Account. */
    ACCOUNT,
    /** Cost centre. */
    COST_CENTRE,
    /** Number of the special item. */
    SPECIAL_ITEM,
    /** Amount, with a minus for what was taken back. */
    AMOUNT,
    /** Amount without sign. */
    ABSOLUTE,
    /** S for what was spent, H for what was taken back. */
    SIDE,
    /** Always EUR. */
    CURRENCY,
    /** What it is for. */
    WORDS;

    /**
     * The columns that somebody names, with blanks, commas or semicolons between.
     *
     * @throws Refused {@code finance.column_unknown}
     */
    public static List<FinanceColumn> read(String typed) {
        return typed == null || typed.isBlank() ? List.of() : Arrays.stream(typed.strip().split("[\\s,;]+")).map(word -> Arrays.stream(values())
                .filter(c -> c.name().equalsIgnoreCase(word)).findFirst().orElseThrow(() -> new Refused("finance.column_unknown", word))).toList();
    }
}
