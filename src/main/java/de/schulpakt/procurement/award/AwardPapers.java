package de.schulpakt.procurement.award;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** An award file has papers. */
@ApplicationScoped
class AwardPapers implements PaperSubject {
    @Override
    public String type() {
        return "AwardFile";
    }

    @Override
    public Permission permission() {
        return ORDER_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(ORDER_PLACE);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from AwardFile t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("LETTER");
    }
}
