package de.schulpakt.school.sheet;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A school has papers. */
@ApplicationScoped
class SchoolPapers implements PaperSubject {
    @Override
    public String type() {
        return "School";
    }

    @Override
    public Permission permission() {
        return SCHOOL_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(SCHOOL_EDIT, ROOM_EDIT);
    }

    @Override
    public String jpql() {
        return "select t.name as no, t.id as schoolId, nullif(t.id, t.id) as authorityId from School t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("PHOTO", "MEDIA_CONCEPT");
    }
}
