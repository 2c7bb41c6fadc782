/**
 * Teams of technicians: who is in them from which day on, who leads them.
 *
 * <p>Words: a <em>team</em> is some of the technicians of an authority; a <em>member</em> belongs to it from a day to a day; its <em>lead</em> is the member who is told
 * when a time of one of its tickets is broken. In the figures of the work ({@code install.figures}) a team is still all who work for an authority.
 *
 * <p>D1: who works tickets of an authority founds and changes its teams; whoever of its offices sees them. Each change stands in the history of the team.
 * <p>D2: a ticket may have a team beside its technician, whoever that is: a colleague of another team helps out without taking it away.
 * <p>D3: days of members are put right, and a line that was written by mistake is taken out, with a reason. Nobody is in the same team twice on a day; in two teams
 * one may be, and then counts in the load of both.
 * <p>D4: the lead counts while a member and a technician still. Otherwise, and if the ticket is the lead's own, those are told who lead everywhere
 * ({@code install.level}).
 * <p>D5: a team that ends gives its unfinished tickets to another one or to none; it can be taken up again, without them.
 */
@Module(name = "install.team", uses = {"identity", "identity.register", "platform.list", "school.place"},
        exposes = {"TeamDoor", "TeamList", "TeamQueries", "Teams"}, reads = {"AppUser", "Authority", "RoleAssignment", "School"})
package de.schulpakt.install.team;

import de.schulpakt.platform.Module;
