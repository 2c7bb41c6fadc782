package de.schulpakt.install.team;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a team, and what it keeps of people. */
@Dependent
class TeamRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Team", "/install/team.xhtml?id={id}", INTERNAL_VIEW);
    }

    @Produces
    PersonalData members() {
        return PersonalData.deleted("team_member", "technician_id", "from_on", "to_on");
    }

    @Produces
    PersonalData leads() {
        return PersonalData.kept("work_team", "lead_id", "name");
    }
}
