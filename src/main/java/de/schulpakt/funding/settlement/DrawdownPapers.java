package de.schulpakt.funding.settlement;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A drawdown has papers: the form as it was sent, receipts, what the granting body wrote about the payment. */
@ApplicationScoped
class DrawdownPapers implements PaperSubject {
    @Override
    public String type() {
        return "Drawdown";
    }

    @Override
    public Permission permission() {
        return APPLICATION_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(GRANT_DRAW);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from Drawdown t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select t.applicationId from Drawdown t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("DRAWDOWN");
    }
}
