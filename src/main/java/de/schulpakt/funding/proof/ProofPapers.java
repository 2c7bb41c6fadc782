package de.schulpakt.funding.proof;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A proof of use has papers: what was sent, and what the granting body wrote. */
@ApplicationScoped
class ProofPapers implements PaperSubject {
    @Override
    public String type() {
        return "Proof";
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
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from Proof t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select t.applicationId from Proof t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("PROOF");
    }
}
