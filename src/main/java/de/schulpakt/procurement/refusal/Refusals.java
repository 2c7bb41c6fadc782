package de.schulpakt.procurement.refusal;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.order.OrderAction;
import de.schulpakt.procurement.order.OrderLines;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pieces that were refused or broken at the door. They move no money and become no devices; their order line stays open for them. */
@UseCases
public class Refusals {
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

    /** Pieces of a line that were not taken, and why. */
    public record Piece(@NotNull Long orderLineId, @NotNull RefusedKind kind, @NotNull @Positive @Max(10_000) Integer pieces,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /** Notes them at a delivery that is booked already. */
    public record Note(@NotNull Integer version, @NotEmpty @Size(max = 200) List<@NotNull @Valid Piece> refused) {
    }

    /** They were noted by mistake. */
    public record Undo(@NotNull Integer version, @NotBlank @Size(max = 2000) String why) {
    }

    /**
     * Notes pieces that were refused with a delivery that is booked already.
     *
     * @throws NotFound if the order, the delivery or the line does not exist, or its authority is not the asker's
     * @throws Refused  {@code refused.too_many} for more than is awaited of the line: what was taken and is broken goes back instead
     */
    public void note(long orderId, long deliveryId, @Valid Note cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        String delivery = Ask.of(em, String.class, "select d.deliveryNoteNo from Delivery d where d.id = :id and d.orderId = :order").set("id", deliveryId)
                .set("order", orderId).one().orElseThrow(() -> new NotFound("Delivery", deliveryId));
        orders.put(order, OrderAction.REFUSE, cmd.version(), said(order, cmd.refused(), Map.of()).and("said.delivery_note", delivery));
        keep(deliveryId, cmd.refused());
    }

    /**
     * It was a mistake: they count for nothing any more, and stay to be read.
     *
     * @throws Refused {@code refused.undone} if that was said before
     */
    public void undo(long orderId, long refusedId, @Valid Undo cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        GoodsRefused refused = Find.locked(em, GoodsRefused.class, refusedId);
        OrderLines.Line line = line(order, refused.orderLineId());
        if (refused.undone()) {
            throw new Refused("refused.undone", line.lineNo());
        }
        refused.undo(clock.today(), cmd.why());
        orders.put(order, OrderAction.UNREFUSE, cmd.version(), Said.that("said.refused", line.lineNo(), refused.pieces(), refused.kind()).andWords(cmd.why()));
    }

    /**
     * What is said of refused pieces in the history of their order.
     *
     * @param came pieces of the same delivery that were taken, by the id of the line
     * @throws Refused {@code refused.too_many} if more were brought than is awaited
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who locks the order asks for DELIVERY_RECEIVE at its authority.")
    public Said said(OrderLines.Order order, List<Piece> refused, Map<Long, Integer> came) {
        Map<Long, Integer> pieces = new HashMap<>();
        Said said = Said.NOTHING;
        for (Piece piece : refused) {
            OrderLines.Line line = line(order, piece.orderLineId());
            int all = pieces.merge(line.id(), piece.pieces(), Integer::sum);
            if (all > line.awaited() - came.getOrDefault(line.id(), 0)) {
                throw new Refused("refused.too_many", line.lineNo(), line.awaited() - came.getOrDefault(line.id(), 0), all);
            }
            said = said.and("said.refused", line.lineNo(), piece.pieces(), piece.kind());
        }
        return said;
    }

    /** Keeps them at their delivery. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who locks the order asks for DELIVERY_RECEIVE at its authority.")
    public void keep(Long deliveryId, List<Piece> refused) {
        refused.forEach(piece -> em.persist(new GoodsRefused(deliveryId, piece, actor.name(), clock.now())));
        em.flush();
    }

    private static OrderLines.Line line(OrderLines.Order order, Long id) {
        return order.lines().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("OrderLine", id));
    }
}
