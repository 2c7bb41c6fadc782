package de.schulpakt.install.floor;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A floor plan has papers: its pictures. */
@ApplicationScoped
class FloorPapers implements PaperSubject {
    @Override
    public String type() {
        return "FloorPlan";
    }

    @Override
    public Permission permission() {
        return NETWORK_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(NETWORK_EDIT);
    }

    @Override
    public String jpql() {
        return "select f.floor as no, f.schoolId as schoolId, nullif(f.schoolId, f.schoolId) as authorityId from FloorPlan f where f.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("PLAN");
    }
}
