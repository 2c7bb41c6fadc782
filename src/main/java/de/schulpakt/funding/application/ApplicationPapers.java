package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** An application has papers. */
@ApplicationScoped
class ApplicationPapers implements PaperSubject {
    @Override
    public String type() {
        return "Application";
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
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from Application t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select t.id from Application t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("APPLICATION");
    }
}
