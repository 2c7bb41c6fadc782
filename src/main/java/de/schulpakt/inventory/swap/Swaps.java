package de.schulpakt.inventory.swap;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_PLACE;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;

/** Use cases of devices that come in the place of others. */
@UseCases
public class Swaps {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Replacements replacements;

    /**
     * A device of the school comes in the place of another one, which goes to repair or is put aside: room, part in the network and class set
     * go over, and it is in service if the other one was.
     *
     * @return id of the swap
     * @throws NotFound if the asker may not see one of them
     * @throws Refused  {@code swap.same}; {@code swap.other_school}; {@code swap.other_kind} for another kind of device; {@code device.lent};
     *                  {@code device.end_waits}; {@code device.ticket_open} while a ticket works on the one that comes; {@code swap.has_port} if that
     *                  plays a part in the network itself; {@code state.not_allowed} if one is lost or given up, or the one that comes in repair
     */
    public Long swap(@Valid Swap cmd) {
        Thing old = thing(cmd.oldId());
        Thing come = thing(cmd.newId());
        guard.require(DEVICE_PLACE, old.schoolId());
        guard.require(DEVICE_PLACE, come.schoolId());
        if (old.id().equals(come.id())) {
            throw new Refused("swap.same");
        }
        if (!old.schoolId().equals(come.schoolId())) {
            throw new Refused("swap.other_school", come.inventoryNo());
        }
        if (old.kind() != come.kind()) {
            throw new Refused("swap.other_kind", come.inventoryNo(), old.inventoryNo());
        }
        Replacements.Before before = replacements.stepIn(old.schoolId(), old.id(), come.id(), cmd.version(), cmd.goes() == Goes.TO_REPAIR, cmd.reason());
        return written(SwapKind.SPARE, old, come.id(), before, cmd.reason());
    }

    /**
     * The supplier or maker exchanges a device that was not ordered here: the first one ends, the second one is taken in with its price and place.
     *
     * @return id of the swap
     * @throws NotFound if the asker may not see it
     * @throws Refused  {@code swap.of_order} for one that was ordered here; {@code device.serial_taken}; {@code device.date_ahead};
     *                  {@code device.lent}; {@code state.not_allowed} if it is lost or given up
     */
    public Long exchange(@Valid Exchange cmd) {
        Thing old = thing(cmd.oldId());
        guard.require(DEVICE_ADD, old.schoolId());
        if (old.orderNo() != null) {
            throw new Refused("swap.of_order", old.inventoryNo(), old.orderNo());
        }
        if (cmd.cameOn().isAfter(clock.today())) {
            throw new Refused("device.date_ahead", cmd.cameOn());
        }
        Replacements.Exchanged done = replacements.exchange(old.schoolId(), old.id(), cmd.version(), cmd.serial(), cmd.cameOn(), cmd.reason());
        return written(SwapKind.SUPPLIER, old, done.deviceId(), done.before(), cmd.reason());
    }

    /**
     * It was a mistake, or the first device is back: both stand where they stood before the swap.
     *
     * @throws Refused {@code swap.made_elsewhere} for one that was made at a loan or an order; {@code swap.undone} the second time; {@code swap.gone_on} if the second one was swapped for a third;
     *                 {@code swap.elsewhere} if one of them went to another school; {@code device.lent}; {@code device.ticket_open} while a ticket
     *                 works on a device that had never come; {@code state.not_allowed} if one of them is lost or given up
     */
    public void undo(long id, @Valid Undo cmd) {
        DeviceSwap swap = Find.locked(em, DeviceSwap.class, id);
        guard.require(swap.kind() == SwapKind.SUPPLIER ? DEVICE_ADD : DEVICE_PLACE, swap.schoolId());
        if (swap.kind().elsewhere()) {
            throw new Refused("swap.made_elsewhere", swap.reason());
        }
        swap.undo(cmd.reason(), clock.now(), actor.name());
        Ask.of(em, String.class, """
                select d.inventoryNo from DeviceSwap w join Device d on d.id = w.newId where w.id > :id and w.undoneAt is null and w.kind in :here
                and (w.oldId = :came or w.newId = :came or w.oldId = :went or w.newId = :went) order by w.id""")
                .set("id", id).set("here", EnumSet.of(SwapKind.SPARE, SwapKind.SUPPLIER)).set("came", swap.newId()).set("went", swap.oldId()).first().ifPresent(no -> {
                    throw new Refused("swap.gone_on", no);
                });
        if (swap.kind() == SwapKind.SUPPLIER) {
            replacements.unexchange(swap.schoolId(), swap.oldId(), swap.newId(), swap.before(), cmd.reason());
        } else {
            replacements.stepBack(swap.schoolId(), swap.oldId(), swap.newId(), swap.before(), cmd.reason());
        }
    }

    private Long written(SwapKind kind, Thing old, Long came, Replacements.Before before, String reason) {
        DeviceSwap swap = new DeviceSwap(old.schoolId(), kind, old.id(), came, before, reason, clock.now(), actor.name());
        em.persist(swap);
        em.flush();
        return swap.id();
    }

    private Thing thing(Long id) {
        return Ask.of(em, Thing.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.schoolId as schoolId, m.kind as kind, d.orderNo as orderNo
                from Device d join DeviceModel m on m.id = d.modelId where d.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Device", id));
    }

    /** A device with what decides whether it fits. */
    record Thing(Long id, String inventoryNo, Long schoolId, ModelKind kind, String orderNo) {
    }

    /** What was swapped at a loan stands in the list, too. */
    void atLoan(@Observes Loans.Swapped news) {
        em.persist(new DeviceSwap(news.schoolId(), SwapKind.LOAN, news.oldId(), news.newId(), new Replacements.Before(DeviceState.IN_STOCK, DeviceState.IN_STOCK, null, false),
                news.numbers(), clock.now(), actor.name()));
    }

    /**
     * What the supplier exchanged of an order stands in the list, too; of what was not ordered here {@link #exchange} writes itself.
     */
    void atOrder(@Observes Replacements.Stepping news) {
        if (news.kind() == Replacements.StepKind.SUPPLIER) {
            Thing old = thing(news.goesId());
            if (old.orderNo() != null) {
                em.persist(new DeviceSwap(news.schoolId(), SwapKind.ORDER, old.id(), news.comesId(), new Replacements.Before(DeviceState.IN_STOCK, DeviceState.IN_STOCK, null, false),
                        old.orderNo(), clock.now(), actor.name()));
            }
        }
    }

    /** The loan goes on with its first device: its swaps are undone. Why stands at the loan, as it may name somebody; the list names the loan. */
    void loanGoesOn(@Observes Loans.Unswapped news) {
        em.createQuery("select w from DeviceSwap w where w.kind = :loan and w.oldId = :old and w.reason in :numbers and w.undoneAt is null order by w.id", DeviceSwap.class)
                .setParameter("loan", SwapKind.LOAN).setParameter("old", news.oldId()).setParameter("numbers", news.numbers()).getResultList()
                .forEach(swap -> swap.putRight(news.loanNo(), clock.now(), actor.name()));
    }

    /** What the supplier is said to have sent in exchange for a device of an order had never come: that exchange is undone. */
    void neverCame(@Observes Replacements.NeverCame news) {
        em.createQuery("select w from DeviceSwap w where w.kind = :order and w.newId in :devices and w.undoneAt is null order by w.id", DeviceSwap.class)
                .setParameter("order", SwapKind.ORDER).setParameter("devices", news.deviceIds()).getResultList()
                .forEach(swap -> swap.putRight(news.words(), clock.now(), actor.name()));
    }

    /** Where the other device comes from. */
    public enum SwapKind {
        /** From the stock of the school. */
        SPARE,
        /** From the supplier or maker, for the one that goes back. */
        SUPPLIER,
        /** At a loan, which goes on with the other one; put right there. */
        LOAN,
        /** From the supplier, for one that was ordered here; put right at the order. */
        ORDER;

        /** True if it is put right where it was made, and not here. */
        public boolean elsewhere() {
            return this == LOAN || this == ORDER;
        }
    }

    /** Where the device goes that is replaced. */
    public enum Goes {
        /** To repair. */
        TO_REPAIR,
        /** It is put aside. */
        ASIDE
    }

    /**
     * One device for another of the school.
     *
     * @param version of the one that goes, as it was seen
     */
    public record Swap(@NotNull Integer version, @NotNull Long oldId, @NotNull Long newId, @NotNull Goes goes, @NotBlank @Size(max = 2000) String reason) {
    }

    /** The supplier exchanges a device. */
    public record Exchange(@NotNull Integer version, @NotNull Long oldId, @NotBlank @Size(max = 80) String serial, @NotNull LocalDate cameOn,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /** The way back, and why. */
    public record Undo(@NotBlank @Size(max = 2000) String reason) {
    }
}
