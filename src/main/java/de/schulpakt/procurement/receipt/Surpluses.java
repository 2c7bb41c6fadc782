package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.procurement.order.OrderAction;
import de.schulpakt.procurement.order.OrderLines;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Pieces that came beyond what was ordered. They move no money and become no devices: they stand aside until they are gone. */
@UseCases
public class Surpluses {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    OrderLines orders;

    /** So many pieces came too many for a line; the note may be null. */
    public record Note(@NotNull Integer version, @NotNull Long orderLineId, @NotNull @Positive @Max(10_000) Integer pieces, @NotNull LocalDate cameOn,
            @Size(max = 2000) String note) {
    }

    /** They are gone, or it was a mistake. */
    public record End(@NotNull Integer version, @NotNull LocalDate endedOn, @NotBlank @Size(max = 2000) String why) {
    }

    /**
     * Notes pieces that came too many.
     *
     * @return id of the surplus
     * @throws Refused {@code surplus.awaited} while pieces of the line are awaited: what comes is received for them first;
     *                 {@code delivery.in_future}, {@code delivery.before_order}
     */
    public Long note(long orderId, @Valid Note cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        OrderLines.Line line = line(order, cmd.orderLineId());
        if (line.awaited() > 0) {
            throw new Refused("surplus.awaited", line.lineNo(), line.awaited());
        }
        Receipts.refuseWrongDay(cmd.cameOn(), clock.today(), order);
        orders.put(order, OrderAction.SURPLUS, cmd.version(), Said.that("said.surplus", line.lineNo(), cmd.pieces()).andWords(cmd.note()));
        GoodsSurplus surplus = new GoodsSurplus(cmd, actor.name(), clock.now());
        em.persist(surplus);
        em.flush();
        return surplus.id();
    }

    /**
     * They are not here any more.
     *
     * @throws Refused {@code surplus.ended} if that was said before, {@code delivery.in_future}, {@code delivery.before_order}
     */
    public void end(long orderId, long surplusId, @Valid End cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        GoodsSurplus surplus = Find.locked(em, GoodsSurplus.class, surplusId);
        OrderLines.Line line = line(order, surplus.orderLineId());
        if (surplus.ended()) {
            throw new Refused("surplus.ended", line.lineNo());
        }
        Receipts.refuseWrongDay(cmd.endedOn(), clock.today(), order);
        surplus.end(cmd.endedOn(), cmd.why());
        orders.put(order, OrderAction.SURPLUS_GONE, cmd.version(), Said.that("said.surplus", line.lineNo(), surplus.pieces()).andWords(cmd.why()));
    }

    private static OrderLines.Line line(OrderLines.Order order, Long id) {
        return order.lines().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("OrderLine", id));
    }
}
