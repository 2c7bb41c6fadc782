/**
 * Deputies: somebody acts for somebody else from one day to another, with the other's rights beside the own ones.
 *
 * <p>D1: the rights are read from the roles of whoever is stood in for, at each sign-in of the request: what that one loses, the deputy
 * loses at once. Roles of the administration are left out, and so is the right to confirm roles: nobody passes on the control.
 * <p>D2: the one who acts is and stays the deputy: separation of duties counts the person, so that nobody can ask and decide by standing
 * in for somebody. Only where the own rights would not have been enough the history says for whom it was done; the guard, which knows by
 * which right it let somebody pass, tells it ({@link de.schulpakt.identity.CurrentUser#onBehalfOf}).
 * <p>D3: what moves money passes on only when a second person has confirmed it, as with a role; where there is nobody else it holds at
 * once and the security log says so. Everything else holds from the first day.
 * <p>D4: a deputy has a role in an authority in which the other one has one, too. Deputies do not pass on what they act with.
 * <p>D5: naming one is done by a person and never by a token: a program must not give its owner's rights away.
 * <p>D6: for who is away and named nobody an administrator does, with the reason; that one is never the second person, and where nobody else is left
 * it is refused: an administrator could otherwise hand out money alone. Nobody is asked where the deputy may move the same money already.
 */
@Module(name = "identity.deputy", uses = {"platform", "identity", "identity.account", "identity.register"},
        reads = {"AppUser", "RoleAssignment"})
package de.schulpakt.identity.deputy;

import de.schulpakt.platform.Module;
