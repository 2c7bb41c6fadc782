package de.schulpakt.install.team.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.team.TeamQueries;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The teams that a page offers: as a filter, or for a ticket; read once for a page. */
@Named
@RequestScoped
public class TeamNames {
    @Inject
    TeamQueries queries;
    @Inject
    SchoolQueries schools;
    @Inject
    Guard guard;
    private List<TeamQueries.Named> mine;
    private final Map<Long, List<TeamQueries.Named>> ofSchool = new HashMap<>();
    private Boolean writer;

    /** Those of the asker's offices. */
    public List<TeamQueries.Named> getMine() {
        if (mine == null) {
            mine = queries.mine();
        }
        return mine;
    }

    /** Those that may get a ticket of a school. */
    public List<TeamQueries.Named> of(Long school) {
        return ofSchool.computeIfAbsent(school, queries::of);
    }

    /** True if the asker works for a whole authority, which a new team is for. */
    public boolean isWriter() {
        if (writer == null) {
            writer = schools.authorities().stream().anyMatch(a -> guard.mayAuthority(Permission.TICKET_WORK, a.id()));
        }
        return writer;
    }
}
