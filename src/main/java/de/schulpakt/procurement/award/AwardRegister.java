package de.schulpakt.procurement.award;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the pages of an award file and of an offer, what waits to be decided, the search. */
@Dependent
class AwardRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("AwardFile", "/procurement/award.xhtml?id={id}", ORDER_VIEW);
    }

    @Produces
    SubjectLink bid() {
        return new SubjectLink("AwardBid", "/procurement/award-bid.xhtml?id={id}", ORDER_VIEW);
    }

    @Produces
    WaitingCount toDecide() {
        return new WaitingCount("orders", ORDER_PLACE, "award_file x where x.state = 'PROPOSED' and {authority:x.authority_id}");
    }

    @Produces
    SearchSource search() {
        return new SearchSource("AwardFile", 45, ORDER_VIEW, SearchSource.Within.AUTHORITIES, """
                select f.id as id, f.no as no, f.title as title, y.name as place
                from AwardFile f join Authority y on y.id = f.authorityId where {scope} and (f.no like :start escape '!' or f.title like :any escape '!')
                order by f.id desc""", SearchSource.Exact.NUMBER);
    }
}
