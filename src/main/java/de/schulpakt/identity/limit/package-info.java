/**
 * Limits of auditors: the role shows named awards only, each from a day to a day.
 *
 * <p>D1: the days are asked at each sign-in of the request ({@code SignIn}); a limit whose days are over still limits, so that an audit that has
 * ended does not open everything. Only lifting it does, by an administrator and with a reason, and nobody does so for the own account.
 * <p>D2: it may be set before the role is given: who waits for a role is limited from its first moment on.
 * <p>D3: what a limited role sees is decided by the guard: nothing by its place, and of awards those that are named
 * ({@link de.schulpakt.identity.Guard#requireAward}). It is told nothing by news, and not passed on to a deputy.
 */
@Module(name = "identity.limit", uses = {"platform", "identity", "identity.account"}, exposes = {"AwardLimits", "AwardLimitQueries"}, reads = "AppUser")
package de.schulpakt.identity.limit;

import de.schulpakt.platform.Module;
