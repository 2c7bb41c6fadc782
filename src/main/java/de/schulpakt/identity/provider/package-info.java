/**
 * Signing in with an identity provider (OpenID Connect) beside passwords: who comes back from it is found, connected or given an account,
 * and has the roles that a table makes of the provider's claims.
 *
 * <p>Words: the <em>provider</em> is the one that {@code SCHULPAKT_OIDC_...} names; a <em>claim</em> is what it says of a person; a
 * <em>rule</em> makes a role at a place of one value of a claim; a <em>connection</em> is an account with issuer and subject.
 *
 * <p>D1: the code flow with PKCE, state and nonce, each good once and for ten minutes in one browser. Only the ID token counts: its
 * signature, issuer, audience, nonce and times are judged by nimbus-jose-jwt, which the server brings. The mechanism of Jakarta Security
 * is not used: it keeps the person in the container's session, where neither epoch nor sessions that are ended from elsewhere reach, and it
 * knows one door for the whole application; here a session begins as after a password.
 * <p>D2: a connection is found by issuer and subject and by nothing else. The first time it is made by its owner, who types the password
 * again; or, only where an administrator allows it, by a mail address that the provider has verified, and never for an account with a role
 * that moves money or administers; or together with a new account, where that is allowed and a rule gives a role.
 * <p>D3: claims are read at each sign-in. What a rule gave goes with its claim; what an administrator gave by hand is not touched, and what
 * an administrator or second person has taken or declined does not come back while the claim stays. A role that moves money waits for
 * a second person, given by whoever made the rule: the table is no way around D12 of {@code identity.account}.
 * <p>D8: what the provider said holds for a time that administrators set, 12 hours where they set nothing. A session that began there lasts no
 * longer; a role that a claim gave rests after it, for sessions begun with a password and for tokens too, and holds again with the next
 * sign-in there. It is not taken: nobody has to confirm it anew, and tokens go on. An administrator whose role rests does not count as the
 * one who remains.
 * <p>D9: the provider may say by itself that somebody has left it (Back-Channel Logout 1.0). The token is judged like an ID token, must be of the
 * last five minutes, without a nonce, and is taken once; sessions that began there end on all nodes, those of passwords and tokens go on.
 * <p>D10: while the provider is away nobody waits for it in turn: after a failure everybody is told at once for 15 seconds. Of one
 * address 60 may begin at once and one a second then.
 * <p>D4: who is deactivated here stays out, whatever the provider says; the last administrator stays one. Name and mail address are taken
 * from the provider once, when the account is made.
 * <p>D5: a code is asked for as after a password, unless the provider says by {@code amr} or {@code acr} that it has asked for a second
 * factor, in a word that {@code SCHULPAKT_OIDC_FACTOR} names.
 * <p>D6: a provider that is away is said on the login page; nobody who has a password is kept out by it.
 * <p>D7: leaving ends the session here; the login page then leads to the provider's own way out. It is a link and no redirect, because
 * the script policy lets a form end nowhere but here.
 */
@Module(name = "identity.provider", uses = {"platform", "identity", "identity.account", "identity.register"}, exposes = "ClaimRules",
        reads = {"AppUser", "Deputy", "PendingRole", "RoleAssignment"})
package de.schulpakt.identity.provider;

import de.schulpakt.platform.Module;
