package de.schulpakt.procurement.award;

import de.schulpakt.funding.programme.RuleKind;

/** How somebody is found to buy from. */
public enum AwardKind {
    /** One company is asked (Direktauftrag). */
    DIRECT(RuleKind.DIRECT_AWARD_LIMIT, false),
    /** Several are asked and talked to (Verhandlungsvergabe). */
    NEGOTIATED(RuleKind.NEGOTIATED_AWARD_LIMIT, true),
    /** Several are asked for sealed offers (Beschränkte Ausschreibung). */
    RESTRICTED(RuleKind.RESTRICTED_AWARD_LIMIT, true),
    /** Anybody may offer (Öffentliche Ausschreibung). */
    OPEN(RuleKind.EU_AWARD_LIMIT, false),
    /** Anybody in the Union may offer. */
    EU(null, false),
    /** What was awarded with a framework contract is called off. */
    CALL_OFF(null, false);

    private final RuleKind limit;
    private final boolean several;

    AwardKind(RuleKind limit, boolean several) {
        this.limit = limit;
        this.several = several;
    }

    /** The rule up to which net amount it may be chosen, null if it always may. */
    RuleKind limit() {
        return limit;
    }

    /** True if a rule may say how many companies are asked at least. */
    boolean several() {
        return several;
    }
}
