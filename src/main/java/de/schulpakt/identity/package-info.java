/**
 * Who may do what, and where: users, their roles, access tokens, and the guard that every use case asks.
 *
 * <p>Words: a <em>permission</em> is a verb of the field; a <em>role</em> is a set of permissions; an <em>assignment</em>
 * gives a user a role for one school, for all schools of one authority, or everywhere.
 *
 * <p>D1: what one may not see does not exist (404); what one sees but may not do is forbidden (403). Each permission
 * names the one by which its subject is seen. A list is closed (403) to who has its permission nowhere and otherwise shows what
 * the asker may see, which may be nothing; {@code read-matrix.csv} says it for every question.
 * <p>D2: (see D7 to D9) passwords are hashed slowly (bcrypt, cost 12) at login only; access tokens are 256 random bits stored as
 * SHA-256, because a slow hash on every API call would make the API slow.
 * <p>D3: the administrator manages users and schools but moves no money: separation of duties.
 * <p>D4: this module lies below the schools, so the school module tells the guard through
 * {@link de.schulpakt.identity.SchoolAuthorities} to which authority a school belongs.
 * <p>D5: {@link de.schulpakt.identity.Steps} takes the steps of every lifecycle. The permission stands in the row of the
 * table and nowhere else; the guard, the buttons, the README and the role matrix are read from it, so they cannot differ.
 * A use case names the action and does what follows; an action needs one and the same permission in all states.
 * <p>D6: what all authorities share (programmes and their rules, the catalogue, suppliers, models, accounts) is written only by
 * who acts everywhere; {@link de.schulpakt.identity.Guard#require(Permission)} without a place is for questions only.
 * <p>D7: an account has an epoch. Whatever ends what was begun (a new password, deactivation, a role taken back, "sign out
 * everywhere") raises it; sessions and tokens carry the epoch of their beginning and hold only while it is the same, so nothing
 * that was ended comes back. What a session or token stands for is kept in memory for five seconds: its end takes effect at
 * once on the node where it is ended, after these seconds on others.
 * <p>D8: a session is a row as well as an HTTP session, so that it can be listed and ended from elsewhere; it lasts twelve hours
 * at most. Tokens are made by people and never by tokens, else a token would outlive itself.
 * <p>D9: failures to sign in cause a delay and never a lock, and strangers' failures do not count against an address from which
 * the account has signed in before ({@link de.schulpakt.identity.SignInLimits}); the buckets are in the memory of each node.
 * Passwords are compared outside transactions, few at a time, so that guessing takes neither connections nor all processors.
 * <p>D10: nobody gives oneself a role, and one administrator always remains: whoever takes an administrator's rights first locks
 * all administrators. A password that somebody else chose opens nothing but the page on which it is changed.
 */
@Module(name = "identity", uses = "platform", reads = "School")
package de.schulpakt.identity;

import de.schulpakt.platform.Module;
