package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A sheet has photos of the devices and signatures. */
@ApplicationScoped
class LoanSheetPapers implements PaperSubject {
    @Override
    public String type() {
        return "LoanSheet";
    }

    @Override
    public Permission permission() {
        return LOAN_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(LOAN_EDIT);
    }

    @Override
    public String jpql() {
        return "select s.no as no, s.schoolId as schoolId, nullif(s.schoolId, s.schoolId) as authorityId from LoanSheet s where s.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("PROTOCOL");
    }
}
