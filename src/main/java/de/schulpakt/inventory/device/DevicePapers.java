package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.DEVICE_RETIRE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A device has papers. */
@ApplicationScoped
class DevicePapers implements PaperSubject {
    @Override
    public String type() {
        return "Device";
    }

    @Override
    public Permission permission() {
        return DEVICE_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(DEVICE_PLACE, DEVICE_RETIRE);
    }

    @Override
    public String jpql() {
        return "select t.inventoryNo as no, t.schoolId as schoolId, nullif(t.schoolId, t.schoolId) as authorityId from Device t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select distinct b.applicationId from DevicePayer p"
                + " join Budget b on b.id = p.budgetId where p.deviceId = :id and b.applicationId is not null";
    }

    @Override
    public List<String> usual() {
        return List.of("PHOTO", "OTHER");
    }
}
