package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.order.OrderAction;
import de.schulpakt.procurement.order.OrderLines;
import de.schulpakt.procurement.order.Orders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;

/** Material that came for an order goes into a store of the technicians, at the price of its line, and is taken out again. No money moves. */
@UseCases
public class Stocking {
    private static final int ARTICLE = 120;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    OrderLines orders;
    @Inject
    Stores stores;

    /**
     * Pieces of a line go into a store.
     *
     * @param version of the order
     * @param article what it is called in the store, null: as in the catalogue
     * @param unit    in which it is counted there, null: pieces
     */
    public record Put(@NotNull Integer version, @NotNull Long orderLineId, @NotNull Long storeId, @NotNull @Positive @Max(10_000) Integer pieces,
            @Size(max = ARTICLE) String article, @Size(max = 20) String unit) {
    }

    /** What went into a store did not after all, with the reason; the version is that of the order. */
    public record TakeBack(@NotNull Integer version, @NotBlank @Size(max = 500) String reason) {
    }

    private record Item(String name, ModelKind kind) {
    }

    /**
     * Puts pieces that have come and lie in no store into one. They cost what their line says, gross, and are paid by who pays the line; of several payers
     * the lot names the one under whose rules the line stands, which who receives deliveries can put right at the lot.
     *
     * @return id of the lot
     * @throws NotFound for a line of another order or a store of another authority
     * @throws Refused  {@code stock.no_material} for what is a device or a service, {@code stock.too_many} for more than has come and lies in no store,
     *                  {@code store.closed}
     */
    public Long put(long orderId, @Valid Put cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        OrderLines.Line line = order.lines().stream().filter(l -> l.id().equals(cmd.orderLineId())).findFirst()
                .orElseThrow(() -> new NotFound("OrderLine", cmd.orderLineId()));
        Item item = Ask.of(em, Item.class, "select c.name as name, m.kind as kind from CatalogueItem c join DeviceModel m on m.id = c.modelId where c.id = :id")
                .set("id", line.itemId()).one().orElseThrow();
        if (item.kind().serialised() || item.kind() == ModelKind.SERVICE) {
            throw new Refused("stock.no_material", line.lineNo(), item.name());
        }
        int free = line.delivered() - stored(em, line.id());
        if (cmd.pieces() > free) {
            throw new Refused("stock.too_many", line.lineNo(), free, cmd.pieces());
        }
        String name = cmd.article() == null || cmd.article().isBlank() ? item.name() : cmd.article().strip();
        Long lot = stores.receiveOrdered(cmd.storeId(), order.authorityId(), line.id(), orders.payers(line.id()).get(0).id(), new Stores.Receive(
                name.length() > ARTICLE ? name.substring(0, ARTICLE) : name, cmd.unit() == null || cmd.unit().isBlank() ? Texts.get(Locale.GERMAN, "stock.unit") : cmd.unit().strip(),
                BigDecimal.valueOf(cmd.pieces()), line.price().times(cmd.pieces()).cents(), order.no()));
        orders.put(order, OrderAction.STOCK, cmd.version(), Said.that("said.stocked", line.lineNo(), cmd.pieces(), store(cmd.storeId())));
        return lot;
    }

    /**
     * What went into a store leaves it again, as if it had not been there.
     *
     * @throws NotFound for a lot that did not come for this order, or was taken back before
     * @throws Refused  {@code store.used} if something of it was used, moved or written off
     */
    public void takeBack(long orderId, long lotId, @Valid TakeBack cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        Long lineId = Ask.of(em, Long.class, "select l.orderLineId from StoreLot l where l.id = :id and l.orderLineId is not null and l.takenBack = false").set("id", lotId).one()
                .orElseThrow(() -> new NotFound("StoreLot", lotId));
        OrderLines.Line line = order.lines().stream().filter(l -> l.id().equals(lineId)).findFirst().orElseThrow(() -> new NotFound("StoreLot", lotId));
        BigDecimal pieces = stores.takeBackOrdered(lotId, new Stores.TakeBack(cmd.reason()));
        orders.put(order, OrderAction.UNSTOCK, cmd.version(), Said.that("said.unstocked", line.lineNo(), pieces.intValue()).andWords(cmd.reason()));
    }

    /** What came for a line is paid by who pays the line. */
    void paidAnew(@Observes Orders.PaidAnew news) {
        stores.payOrdered(news.orderLineId(), new Stores.PaidAnew(news.budgetId(), news.reason()));
    }

    /** Pieces of a line that went into stores. */
    static int stored(EntityManager em, Long lineId) {
        return Ask.of(em, BigDecimal.class, "select l.amount from StoreLot l where l.orderLineId = :line and l.takenBack = false").set("line", lineId).list().stream()
                .mapToInt(BigDecimal::intValue).sum();
    }

    private String store(Long id) {
        return Ask.of(em, String.class, "select s.name from Store s where s.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("Store", id));
    }
}
