/**
 * Who may do what, and where: roles and their permissions, the guard that every use case asks, and the steps that it lets pass.
 *
 * <p>Words: a <em>permission</em> is a verb of the field; a <em>role</em> is a set of permissions; an <em>assignment</em>
 * gives a user a role for one school, for all schools of one authority, or everywhere.
 *
 * <p>D1: what one may not see does not exist (404); what one sees but may not do is forbidden (403). Each permission
 * names the one by which its subject is seen. A list is closed (403) to who has its permission nowhere and otherwise shows what
 * the asker may see, which may be nothing; {@code read-matrix.csv} says it for every question.
 * <p>D3: the administrator manages users and schools but moves no money: separation of duties.
 * <p>D4: this module lies below the schools, so the school module tells the guard through
 * {@link de.schulpakt.identity.SchoolAuthorities} to which authority a school belongs.
 * <p>D5: {@link de.schulpakt.identity.Steps} takes the steps of every lifecycle. The permission stands in the row of the
 * table and nowhere else; the guard, the buttons, the README and the role matrix are read from it, so they cannot differ.
 * A use case names the action and does what follows; an action needs one and the same permission in all states.
 * <p>D6: what all authorities share (programmes and their rules, the catalogue, suppliers, models, accounts) is written only by
 * who acts everywhere; {@link de.schulpakt.identity.Guard#require(Permission)} without a place is for questions only.
 * <p>D11: the guard knows no account; it asks {@link de.schulpakt.identity.CurrentUser}, whom only signing in fills.
 * <p>D12: what one person may not both do is taken out of the actions that are offered ({@link de.schulpakt.identity.Duties#withhold}) and
 * said beside them, with who has done the other part: a button that will be refused is a trap.
 * <p>D13: the role of an auditor may be limited to named awards (room {@code identity.limit}). By a limited role nothing is
 * seen by its place, school or authority: every question is closed or empty for it unless it asks for the award
 * ({@link de.schulpakt.identity.Guard#requireAward}, {@link de.schulpakt.identity.Guard#awards}), so that a question that does not know of awards tells
 * nothing. A limited role is not passed on to a deputy.
 */
@Module(name = "identity", uses = "platform",
        exposes = {"AwardNames", "Awards", "Bounds", "CurrentUser", "Duties", "Grant", "Guard", "ListOfAdministrators", "Permission", "Places", "Role", "SchoolAuthorities", "Scope",
                "Steps"})
package de.schulpakt.identity;

import de.schulpakt.platform.Module;
