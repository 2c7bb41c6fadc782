package de.schulpakt.funding.annex;

import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The decision about an application has papers: the letter of the granting body and what came with it. It has the id of its application, and is there once that is decided. */
@ApplicationScoped
class DecisionPapers implements PaperSubject {
    @Override
    public String type() {
        return "Decision";
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
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from Application t where t.id = :id"
                + " and t.decidedOn is not null";
    }

    @Override
    public String awards() {
        return "select t.id from Application t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("DECISION");
    }
}
