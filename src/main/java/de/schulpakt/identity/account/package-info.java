/**
 * Accounts: who can sign in and how, their passwords, sessions and access tokens, the roles they were given, and the log of
 * all that.
 *
 * <p>Words: a <em>session</em> is what signing in begins, a <em>token</em> is what a program signs in with; the <em>epoch</em> of
 * an account counts the times at which all that was begun before has ended.
 *
 * <p>D2: passwords are hashed slowly (bcrypt, cost 12) at login only; access tokens are 256 random bits stored as
 * SHA-256, because a slow hash on every API call would make the API slow.
 * <p>D7: an account has an epoch. Whatever ends what was begun (a new password, deactivation, a role taken back, "sign out
 * everywhere") raises it; sessions and tokens carry the epoch of their beginning and hold only while it is the same, so nothing
 * that was ended comes back. What a session or token stands for is kept in memory for five seconds: its end takes effect at
 * once on the node where it is ended, after these seconds on others.
 * <p>D8: a session is a row as well as an HTTP session, so that it can be listed and ended from elsewhere; it lasts twelve hours
 * at most. The server's session id has few random bits, so a session opens only with a second cookie of 256 bits, whose hash it
 * keeps. Tokens are made by people and never by tokens, else a token would outlive itself.
 * <p>D9: failures to sign in cause a delay and never a lock, and strangers' failures do not count against an address from which
 * the account has signed in before ({@link de.schulpakt.identity.account.SignInLimits}); the buckets are in the memory of each
 * node. Passwords are compared outside transactions, few at a time, so that guessing takes neither connections nor all processors.
 * <p>D10: nobody gives oneself a role, and one administrator always remains: whoever takes an administrator's rights first locks
 * all administrators. A password that somebody else chose opens nothing but the page on which it is changed.
 * <p>D12: a role that moves money or administers is given by one person and confirmed by another who acts everywhere, an
 * administrator or a funding officer; until then it stands apart and nobody can use it. So an administrator alone can make neither an
 * account that pays nor a second administrator who would confirm it. Where there is nobody else, it holds at once, and history,
 * security log and server log say so.
 * <p>D13: nobody knows another person's password, not for a moment. It is set over a link that is good once and for an hour, of
 * which a hash is kept, and which the next password, deactivation or "sign out everywhere" ends (the epoch of D7). It goes by mail;
 * only where no letter can be sent an administrator sees it, and because that one could use it, what moves money or administers waits
 * for a second person again when it is used. This replaces the second half of D10 for all accounts that are made from now on.
 * <p>D14: who has forgotten a password is answered the same whoever it is: the wish is a row that a job answers, so that not even the
 * time tells whether there is such an account. Wishes are limited per address and per name, letters per account.
 * <p>D11: whether a code is asked after the password is said by a bean {@link de.schulpakt.identity.account.SecondStep}, so that the
 * second factor is a room above this one. Between password and code nobody is signed in: who waits for the code is held by the
 * HTTP session for five minutes and opens no page.
 * <p>A token's bounds ({@link de.schulpakt.identity.Bounds}) narrow the roles when it signs in, so that guard and queries ask as ever; one that
 * reads only is held to it twice, by the guard and by the method of the request. What belongs to the account as a whole, and work in the background, which signs in
 * the whole account, is closed to one that is held to a place or was given single rights ({@link de.schulpakt.identity.CurrentUser#unplaced}). A right that it was not given is refused by the
 * guard before anything is looked up, so that the answer says nothing of what is there.
 */
@Module(name = "identity.account", uses = {"platform", "identity", "identity.register"},
        exposes = {"Accounts", "CreateUser", "PasswordLinks", "SecondStep", "SecurityLog", "SignIn", "SignIns", "Users"},
        reads = {"AwardLimit", "Deputy", "ProviderAccount"})
package de.schulpakt.identity.account;

import de.schulpakt.platform.Module;
