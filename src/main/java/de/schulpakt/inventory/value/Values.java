package de.schulpakt.inventory.value;

import static de.schulpakt.identity.Permission.OWN_MONEY_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use cases of the statements of what devices are worth. */
@UseCases
public class Values {
    /** Net cost above which a thing is a fixed asset (§ 32 Abs. 5 GemHVO RLP, read once). */
    static final long LIMIT_CENTS = 100_000;
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;

    /**
     * Makes the statement of a year for all devices of an authority that were there in it. Nothing is booked by it.
     *
     * @return its id
     * @throws Refused {@code value.year_ahead} for a year that has not begun; {@code value.nothing} if no device can be valued
     */
    public Long make(@Valid Make cmd) {
        guard.requireAuthority(OWN_MONEY_EDIT, cmd.authorityId());
        if (cmd.year() > clock.today().getYear()) {
            throw new Refused("value.year_ahead", String.valueOf(cmd.year()));
        }
        Map<ModelKind, Integer> years = new HashMap<>();
        Ask.of(em, Life.class, "select c.kind as kind, c.years as years from DepreciationClass c").list().forEach(l -> years.put(l.kind(), l.years()));
        AssetRun run = new AssetRun(numbers.next("K"), cmd.authorityId(), cmd.year(), LIMIT_CENTS, clock.now(), actor.name());
        em.persist(run);
        em.flush();
        long last = 0;
        for (List<Owned> some = owned(cmd, last); !some.isEmpty(); some = owned(cmd, last)) {
            last = some.get(some.size() - 1).id();
            Map<Long, Long> grants = grants(some.stream().map(Owned::id).toList());
            List<AssetLine> lines = new ArrayList<>();
            for (Owned d : some) {
                if (d.costCents() == null || d.acquiredOn() == null || years.get(d.kind()) == null) {
                    run.leavesOut();
                } else if (d.acquiredOn().getYear() <= cmd.year() && (d.endedOn() == null || d.endedOn().getYear() >= cmd.year() && !d.endedOn().isBefore(d.acquiredOn()))) {
                    Long net = d.lineId() == null ? null : Money.of(d.costCents()).net(d.vatBp()).cents();
                    lines.add(new AssetLine(run.id(), d, years.get(d.kind()), cmd.year(), net, net == null ? null : net > LIMIT_CENTS,
                            grants.getOrDefault(d.id(), 0L)));
                }
            }
            lines.forEach(run::adds);
            write(lines);
        }
        if (run.devices() == 0) {
            throw new Refused("value.nothing", String.valueOf(cmd.year()));
        }
        history.record(run.ref(), ValueAction.MAKE, Said.that("said.devices", run.devices()));
        return run.id();
    }

    /** Hundreds of lines in one statement; by the connection itself, for a query compares each of its parameters with all before it. */
    private void write(List<AssetLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = em.unwrap(Connection.class).prepareStatement(AssetLine.insert(lines.size()))) {
            int parameter = 1;
            for (AssetLine line : lines) {
                for (Object value : line.values()) {
                    insert.setObject(parameter++, value);
                }
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Without what had never come. */
    private List<Owned> owned(Make cmd, long after) {
        return Ask.of(em, Owned.class, """
                select d.id as id, d.schoolId as schoolId, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, m.kind as kind,
                    d.deliveredOn as acquiredOn, d.retiredOn as endedOn, d.priceCents as costCents, l.id as lineId, l.vatBp as vatBp
                from Device d join School s on s.id = d.schoolId join DeviceModel m on m.id = d.modelId left join OrderLine l on l.id = d.orderLineId
                where s.authorityId = :authority and d.id > :after and (d.disposal is null or d.disposal <> :never) order by d.id""")
                .set("authority", cmd.authorityId()).set("after", after).set("never", Devices.DeviceDisposal.NEVER_CAME).list(AT_ONCE);
    }

    /** Which part of the cost of devices grants have paid. */
    private Map<Long, Long> grants(List<Long> devices) {
        Map<Long, Long> grants = new HashMap<>();
        Ask.of(em, Paid.class, """
                select p.deviceId as deviceId, p.amountCents as cents, a.ownShareBp as ownShareBp, a.ownShareHalfUp as halfUp
                from DevicePayer p join Budget b on b.id = p.budgetId join Application a on a.id = b.applicationId where p.deviceId in :ids""")
                .set("ids", devices).list().forEach(p -> grants.merge(p.deviceId(), p.grant(), Long::sum));
        return grants;
    }

    /** The useful life of a kind. */
    record Life(ModelKind kind, Integer years) {
    }

    /** A device with what its value follows from. */
    record Owned(Long id, Long schoolId, String inventoryNo, String model, ModelKind kind, LocalDate acquiredOn, LocalDate endedOn, Long costCents, Long lineId, Integer vatBp) {
    }

    /** What a position has paid of a device. */
    record Paid(Long deviceId, Long cents, Integer ownShareBp, Boolean halfUp) {
        long grant() {
            if (ownShareBp == null) {
                return 0;
            }
            Money own = Boolean.TRUE.equals(halfUp) ? Money.of(cents).shareHalfUp(ownShareBp) : Money.of(cents).shareRoundedUp(ownShareBp);
            return cents - own.cents();
        }
    }

    /** The statement of a year. */
    public record Make(@NotNull Long authorityId, @NotNull @Min(2000) @Max(2100) Integer year) {
    }
}
