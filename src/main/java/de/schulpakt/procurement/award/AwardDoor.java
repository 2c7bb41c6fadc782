package de.schulpakt.procurement.award;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;

/** What orders ask of award files: the door of the room for the orders, which have asked the guard. */
@ApplicationScoped
public class AwardDoor {
    @PersistenceContext
    EntityManager em;

    /**
     * A file by which an order may be placed, locked: it is not withdrawn while the order is.
     *
     * @return its number
     * @throws NotFound if there is none, or it is of another authority
     * @throws Refused  {@code award.not_decided}, {@code award.other_supplier} if somebody else was chosen, or somebody who is not in the catalogue
     */
    public String decided(Long id, Long authorityId, Long supplierId) {
        AwardFile file = Find.locked(em, AwardFile.class, id);
        if (!file.authorityId().equals(authorityId)) {
            throw new NotFound("AwardFile", id);
        }
        if (file.state() != AwardState.DECIDED) {
            throw new Refused("award.not_decided", file.ref().no());
        }
        Long chosen = file.kind() == AwardKind.CALL_OFF
                ? Ask.of(em, Long.class, "select c.supplierId from FrameworkContract c where c.id = :id").set("id", file.contractId()).one().orElse(null)
                : Ask.of(em, Long.class, "select b.supplierId from AwardBid b where b.id = :id and b.supplierId is not null").set("id", file.chosenBidId())
                        .one().orElse(null);
        if (!supplierId.equals(chosen)) {
            throw new Refused("award.other_supplier", file.ref().no());
        }
        return file.ref().no();
    }

    /**
     * The rules by which a file was judged are those of who pays.
     *
     * @param payers programmes that pay, each with the kinds of goods for which it does; none where own money alone pays: then any file stands
     * @throws Refused {@code award.other_programme} if the file names no programme that pays, or another kind of goods
     */
    public void covers(Long id, Map<Long, Set<Category>> payers) {
        AwardFile file = Find.one(em, AwardFile.class, id);
        if (!payers.isEmpty() && (file.programmeId() == null || !payers.getOrDefault(file.programmeId(), Set.of()).contains(file.category()))) {
            throw new Refused("award.other_programme", file.ref().no());
        }
    }

    /**
     * What is to be said if the orders that name a file come to more than was decided; orders that are stored count, cancelled pieces do not.
     *
     * @param limit up to which a paying programme lets order without an award, null if no verified rule says so
     * @throws Refused {@code award.beyond_limit} if what goes beyond is more than that
     */
    public Said beyond(Long id, Money limit) {
        AwardFile file = Find.one(em, AwardFile.class, id);
        Money ordered = Ask.of(em, Ordered.class, """
                select l.vatBp as vatBp, sum((l.quantity - l.cancelled) * l.priceCents) as cents from OrderLine l join PurchaseOrder o on o.id = l.orderId
                where o.awardId = :file group by l.vatBp""").set("file", id).list().stream().map(o -> Money.of(o.cents()).net(o.vatBp())).reduce(Money.ZERO, Money::plus);
        if (limit != null && ordered.minus(file.chosen()).compareTo(limit) > 0) {
            throw new Refused("award.beyond_limit", file.ref().no(), ordered, file.chosen(), limit);
        }
        return ordered.compareTo(file.chosen()) > 0 ? Said.that("award.exceeded", file.ref().no(), ordered, file.chosen()) : Said.NOTHING;
    }

    /** What is ordered at one rate of tax, gross. */
    record Ordered(Integer vatBp, Long cents) {
    }
}
