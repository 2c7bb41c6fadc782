package de.schulpakt.funding.revision;

import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A version has papers: what was sent and the decision. */
@ApplicationScoped
class RevisionPapers implements PaperSubject {
    @Override
    public String type() {
        return "Revision";
    }

    @Override
    public Permission permission() {
        return APPLICATION_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(APPLICATION_EDIT, APPLICATION_DECIDE);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from Revision t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select t.applicationId from Revision t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("DECISION");
    }
}
