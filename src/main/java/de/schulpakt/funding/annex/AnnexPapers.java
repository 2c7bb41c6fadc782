package de.schulpakt.funding.annex;

import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The annex of a school has papers: its concept, offers, what the school has signed. Seen by who sees the application. */
@ApplicationScoped
class AnnexPapers implements PaperSubject {
    @Override
    public String type() {
        return "Annex";
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
        return "select a.no as no, a.authorityId as authorityId, nullif(a.authorityId, a.authorityId) as schoolId from Annex t join Application a on a.id = t.applicationId"
                + " where t.id = :id";
    }

    @Override
    public String awards() {
        return "select t.applicationId from Annex t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("MEDIA_CONCEPT");
    }
}
