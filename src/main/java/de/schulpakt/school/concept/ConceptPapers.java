package de.schulpakt.school.concept;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A version of a concept has its file. */
@ApplicationScoped
class ConceptPapers implements PaperSubject {
    @Override
    public String type() {
        return "Concept";
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
        return "select t.title as no, t.schoolId as schoolId, nullif(t.id, t.id) as authorityId from Concept t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("CONCEPT");
    }
}
