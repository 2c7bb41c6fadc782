package de.schulpakt.inventory.value;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Questions about what devices are worth. */
@Queries
public class ValueQueries {
    private static final String KIND = """
            select c.kind as kind, c.version as version, c.years as years, c.source as source, c.verified as verified from DepreciationClass c""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** The classes, by kind; for who sees money somewhere. */
    public List<Kind> classes() {
        guard.require(BUDGET_VIEW);
        return Ask.of(em, Kind.class, KIND + " order by c.kind").list();
    }

    /**
     * What a device has cost and is worth at the end of the last year.
     *
     * @throws NotFound if there is none, or the asker may not see it or its school's money
     */
    public Worth of(long deviceId) {
        Found d = Ask.of(em, Found.class, """
                select d.schoolId as schoolId, d.deliveredOn as acquiredOn, d.retiredOn as endedOn, d.priceCents as costCents, l.id as lineId, l.vatBp as vatBp,
                    u.name as supplier, m.kind as kind
                from Device d join DeviceModel m on m.id = d.modelId left join OrderLine l on l.id = d.orderLineId left join PurchaseOrder o on o.id = l.orderId
                    left join Supplier u on u.id = o.supplierId where d.id = :id""").set("id", deviceId).one()
                .orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_VIEW, d.schoolId());
        guard.require(BUDGET_VIEW, d.schoolId());
        Kind kind = Ask.of(em, Kind.class, KIND + " where c.kind = :kind").set("kind", d.kind()).one().orElse(new Kind(d.kind(), null, null, null, false));
        Long net = d.costCents() == null || d.lineId() == null ? null : Money.of(d.costCents()).net(d.vatBp()).cents();
        int last = clock.today().getYear() - 1;
        Long worth = d.costCents() == null || d.acquiredOn() == null || kind.years() == null || d.acquiredOn().getYear() > last ? null
                : (Long) new Depreciation(d.costCents(), kind.years(), d.acquiredOn(), d.endedOn()).value(last);
        return new Worth(net, d.lineId() == null ? null : d.vatBp(), d.supplier(), net == null ? null : (Boolean) (net > Values.LIMIT_CENTS), kind.years(), kind.verified(), last, worth);
    }

    /** What a device's worth follows from. */
    record Found(Long schoolId, LocalDate acquiredOn, LocalDate endedOn, Long costCents, Long lineId, Integer vatBp, String supplier, ModelKind kind) {
    }

    /**
     * What a device is worth; in cents, and null where it is not known.
     *
     * @param vatBp      tax in hundredths of a percent
     * @param fixedAsset true if its net cost is above the limit
     * @param years      useful life of its kind; verified if a second person has read it
     * @param worthCents book value at the end of the last year; null for one that came later
     */
    public record Worth(Long netCents, Integer vatBp, String supplier, Boolean fixedAsset, Integer years, Boolean verified, Integer year, Long worthCents) {
    }

    /** The useful life of a kind; verified if a second person has read it in the source. */
    public record Kind(ModelKind kind, Integer version, Integer years, String source, Boolean verified) {
    }
}
