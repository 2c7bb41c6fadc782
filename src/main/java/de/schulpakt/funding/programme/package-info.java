/**
 * Funding programmes as data: what they demand, from when and on whose word, and how much an authority may apply for.
 *
 * <p>Words: a <em>programme</em> has <em>rules</em> (data with source, valid-from and verified flag) and a <em>ceiling</em>
 * per authority, in grant money without own share; a <em>category</em> is what money may be spent on.
 *
 * <p>D1: a rule is never changed: an older value holds until the day before the next one of its kind and category. What was
 * submitted or decided before stays as it was.
 * <p>D2: this room knows nothing of applications. Who counts grants against a ceiling observes {@link
 * de.schulpakt.funding.programme.CeilingSet} and refuses what is too little, in the same transaction.
 * <p>D3: the ceiling's row is locked while an application is submitted ({@link
 * de.schulpakt.funding.programme.Programmes#lockCeiling}), so two cannot pass together.
 * <p>D4: constants of the law (key dates of reports, limits, shares) are rules with a source, never numbers in code; people
 * type and read them in words and units, REST and the table keep the plain value.
 * <p>D5: each ceiling has a history of its own, shown to who sees the ceiling.
 * <p>D6: a rule is always added unverified; a second person confirms it. Whoever is alone has the administration create an account for a deputy.
 * <p>D7: two persons stand behind every value that refuses: one sets a rule or a ceiling, another confirms it from an official
 * source. Until then the value that was confirmed before goes on to hold and the new one warns, so that one person alone can
 * neither forbid nor allow anything. A tolerance of prices that is not confirmed counts as none.
 * <p>D8: a rule is withdrawn, never deleted: an unverified one by one person, a verified one by two, as D7 asks. On one day one
 * verified and one unverified value may stand; when the second is confirmed the first gives way.
 * <p>D9: what a source leaves open is a question of the programme, shown until somebody enters a value; nothing is guessed.
 * <p>D11: a programme that was made by hand may be renamed, moved in time or withdrawn as long as nothing relies on it: who does (applications, awards, rule packs)
 * observes {@link de.schulpakt.funding.programme.ProgrammeChanging} and refuses with what binds. A withdrawn one takes nothing new; it stays to be read.
 * <p>D12: one value for several categories is a rule for each of them, and several rules are confirmed from one source: all or none, each asked and
 * recorded as alone.
 * <p>D10: years of a binding may depend on the grant of the whole application ({@link de.schulpakt.funding.programme.Years}); money that is
 * moved within it changes nothing, and what came before a decision was changed keeps its binding.
 */
@Module(name = "funding.programme", uses = "school",
        exposes = {"Category", "CeilingSet", "OwnShare", "Payout", "ProgrammeChanging", "ProgrammeList", "ProgrammeQueries", "Programmes", "RuleConfirmed", "RuleKind",
                "RuleStatus", "Years"},
        reads = "Authority")
package de.schulpakt.funding.programme;

import de.schulpakt.platform.Module;
