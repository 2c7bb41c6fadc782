package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_CONFIRM;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What a school says of goods has papers: photos of what is broken. */
@ApplicationScoped
class GoodsCheckPapers implements PaperSubject {
    @Override
    public String type() {
        return "GoodsCheck";
    }

    @Override
    public Permission permission() {
        return REQUEST_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(DELIVERY_CONFIRM, REQUEST_DECIDE);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.schoolId as schoolId, nullif(t.schoolId, t.schoolId) as authorityId from GoodsCheck t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("PHOTO", "DELIVERY_NOTE");
    }
}
