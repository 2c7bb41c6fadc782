package de.schulpakt.procurement.award;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What a company has offered has papers: the offer itself. */
@ApplicationScoped
class BidPapers implements PaperSubject {
    @Override
    public String type() {
        return "AwardBid";
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
        return "select f.no as no, f.authorityId as authorityId, nullif(f.authorityId, f.authorityId) as schoolId from AwardBid t join AwardFile f on f.id = t.awardId"
                + " where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("OFFER");
    }
}
