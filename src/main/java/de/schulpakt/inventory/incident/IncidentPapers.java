package de.schulpakt.inventory.incident;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A case has papers: what police and insurer have written, photos of the damage. */
@ApplicationScoped
class IncidentPapers implements PaperSubject {
    @Override
    public String type() {
        return "DeviceIncident";
    }

    @Override
    public Permission permission() {
        return DEVICE_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(DEVICE_ADD);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.schoolId as schoolId, nullif(t.schoolId, t.schoolId) as authorityId from DeviceIncident t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("PHOTO", "POLICE_REPORT");
    }
}
