package de.schulpakt.school.sheet;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A room has papers, such as photos of its sockets. */
@ApplicationScoped
class RoomPapers implements PaperSubject {
    @Override
    public String type() {
        return "Room";
    }

    @Override
    public Permission permission() {
        return SCHOOL_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(ROOM_EDIT);
    }

    @Override
    public String jpql() {
        return "select r.name as no, r.schoolId as schoolId, nullif(r.schoolId, r.schoolId) as authorityId from Room r where r.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("PHOTO", "OTHER");
    }
}
