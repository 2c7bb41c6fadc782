/**
 * Who may take tickets and work on them, as their kinds say: every technician, those of an office by their role, a team, who has the skill.
 *
 * <p>D1: one statement answers for any number of tickets. What it reads stands above (tickets) and beside (teams, skills), so it is asked by their names only.
 * <p>D2: somebody who may not work on a ticket any more may still wait and give it back.
 * <p>D3: a skill is what a technician has entered for this kind. Elsewhere who has entered nothing counts as able to do everything; here it must be said.
 */
@Module(name = "install.worker", uses = {"identity", "install.kind"}, exposes = "Workers",
        reads = {"RoleAssignment", "School", "Team", "TeamMember", "TechnicianSkill", "Ticket", "TicketKind"})
package de.schulpakt.install.worker;

import de.schulpakt.platform.Module;
