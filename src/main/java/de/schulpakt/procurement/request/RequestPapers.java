package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A request has papers. */
@ApplicationScoped
class RequestPapers implements PaperSubject {
    @Override
    public String type() {
        return "Request";
    }

    @Override
    public Permission permission() {
        return REQUEST_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(REQUEST_EDIT, REQUEST_DECIDE);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.schoolId as schoolId, nullif(t.schoolId, t.schoolId) as authorityId from Request t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("OFFER");
    }
}
