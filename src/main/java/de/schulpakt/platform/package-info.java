/**
 * The ground that every room stands on: what a room, a use case and a question are, who acts and when, what an action is
 * about, and how it is refused. It knows no word of the field.
 *
 * <p>D1: entities are package-private and other modules meet them only as ids, records and JPQL names, so the compiler
 * keeps the boundaries that reviews would forget.
 * <p>D2: a refused action is an exception with a code, because a transaction must end with it; the code is the key of
 * the sentence that a person reads.
 * <p>D3: the row whose state changes is locked before it is checked ({@link de.schulpakt.platform.Find#locked}); the
 * second of two people waits, sees the newer version and gets {@link de.schulpakt.platform.Conflict}. Budgets are locked
 * last, counters before them.
 * <p>D8: this room uses no other, for each declares itself with {@link de.schulpakt.platform.Module}; what the ground offers
 * beyond that stands in the rooms beside it: text, step, row, history, draft, list, and for the browser web, faces, rest, front, health.
 */
@Module(name = "platform", uses = {},
        exposes = {"Actor", "BadParameter", "Clock", "Conflict", "Day", "Find", "Forbidden", "Module", "NotFound", "Problem",
                "Queries", "Ref", "Refused", "Registered", "Setting", "Sha256", "Tone", "Toned", "TooLarge", "Unguarded", "Unreadable", "UseCases", "Visible",
                "Whole"})
package de.schulpakt.platform;
