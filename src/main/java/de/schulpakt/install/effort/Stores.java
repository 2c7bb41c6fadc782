package de.schulpakt.install.effort;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.funding.ledger.BudgetKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The stores of the technicians of an authority: what comes, goes into another one, is counted and put right. */
@UseCases
public class Stores {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Lots lots;
    @Inject
    SchoolQueries schools;

    /**
     * Opens a store.
     *
     * @return its id
     * @throws Refused {@code store_name_once} by the database
     */
    public Long open(@Valid Open cmd) {
        guard.requireAuthority(TICKET_WORK, cmd.authorityId());
        schools.authorityMustBeThere(cmd.authorityId());
        Store store = new Store(cmd.authorityId(), cmd.name());
        em.persist(store);
        em.flush();
        history.record(store.ref(), StoreAction.OPEN);
        return store.id();
    }

    /**
     * Another name; closes a store that is empty, or opens it again.
     *
     * @throws Refused {@code store.not_empty}; {@code store_name_once} by the database
     */
    public void change(long id, @Valid Change cmd) {
        Store store = mine(id);
        if (cmd.closed()) {
            Ask.of(em, String.class, "select l.article from StoreLot l where l.storeId = :store and l.leftAmount > 0 order by l.id").set("store", id).list(1)
                    .stream().findFirst().ifPresent(article -> {
                        throw new Refused("store.not_empty", store.name(), article);
                    });
        }
        store.change(cmd.version(), cmd.name(), cmd.closed());
        em.flush();
        history.record(store.ref(), StoreAction.CHANGE, cmd.closed() ? Said.that("said.store_closed") : Said.NOTHING);
    }

    /**
     * Something came.
     *
     * @return the id of the lot
     * @throws Refused {@code store.closed}
     */
    public Long receive(long id, @Valid Receive cmd) {
        Store store = mine(id);
        store.unlessClosed();
        StoreLot lot = lots.add(new StoreLot(id, cmd.article().strip(), cmd.unit().strip(), cmd.amount(), cmd.costCents(), blank(cmd.source()), clock.today()),
                MoveKind.RECEIVED);
        history.record(store.ref(), StoreAction.RECEIVE, Said.that("said.store_received", Lots.said(lot.amount()), lot.unit(), lot.article(), Money.of(cmd.costCents())));
        return lot.id();
    }

    /**
     * Puts so much of an article into another store of the authority.
     *
     * @throws NotFound if the other one belongs to another authority
     * @throws Refused  {@code store.same}; {@code store.closed}; {@code store.too_little}
     */
    public void move(long id, @Valid Move cmd) {
        if (cmd.toStoreId() == id) {
            throw new Refused("store.same");
        }
        Store first = lots.locked(Math.min(id, cmd.toStoreId()));
        Store second = lots.locked(Math.max(id, cmd.toStoreId()));
        Store from = first.id() == id ? first : second;
        Store to = from == first ? second : first;
        guard.requireAuthority(TICKET_WORK, from.authorityId());
        if (!from.authorityId().equals(to.authorityId())) {
            throw new NotFound("Store", to.id());
        }
        to.unlessClosed();
        for (Lots.Part part : lots.take(from, cmd.article(), cmd.unit(), cmd.amount(), null, MoveKind.MOVED, null)) {
            lots.add(StoreLot.moved(part.lot(), to.id(), part.amount(), part.cents()), MoveKind.MOVED);
        }
        history.record(from.ref(), StoreAction.MOVE, Said.that("said.store_moved", Lots.said(cmd.amount()), cmd.unit().strip(), cmd.article().strip(), to.name()));
        history.record(to.ref(), StoreAction.MOVE, Said.that("said.store_came", Lots.said(cmd.amount()), cmd.unit().strip(), cmd.article().strip(), from.name()));
    }

    /**
     * Counted: what is missing is written off. What is too much is first what counts have written off, and comes back with its cost into the lots that lacked it; only what
     * is beyond that is added without cost. Counting what is on record changes nothing.
     *
     * @throws Refused {@code store.closed}; {@code store.unknown} if the store never had the article
     */
    public void count(long id, @Valid Count cmd) {
        Store store = mine(id);
        store.unlessClosed();
        String article = cmd.article().strip();
        String unit = cmd.unit().strip();
        List<StoreLot> all = em.createQuery("select l from StoreLot l where l.storeId = :store and l.article = :article and l.unit = :unit order by l.id", StoreLot.class)
                .setParameter("store", id).setParameter("article", article).setParameter("unit", unit).getResultList();
        if (all.isEmpty()) {
            throw new Refused("store.unknown", store.name(), article, unit);
        }
        BigDecimal there = all.stream().map(StoreLot::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        int more = cmd.counted().compareTo(there);
        if (more < 0) {
            lots.take(store, article, unit, there.subtract(cmd.counted()), null, MoveKind.COUNTED, null);
        } else if (more > 0) {
            BigDecimal beyond = lots.found(all, cmd.counted().subtract(there));
            if (beyond.signum() > 0) {
                lots.add(new StoreLot(id, article, unit, beyond, 0, null, clock.today()), MoveKind.COUNTED);
            }
        }
        if (more != 0) {
            history.record(store.ref(), StoreAction.COUNT, Said.that("said.store_counted", article, Lots.said(there), Lots.said(cmd.counted()), unit).andWords(cmd.reason()));
        }
    }

    /**
     * Material that came for a line of an order. Inner door of the order.
     *
     * @param budgetId who pays the line
     * @return the id of the lot
     * @throws NotFound for a store of another authority
     * @throws Refused  {@code store.closed}
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who puts it there has asked for DELIVERY_RECEIVE at the authority of the order.")
    public Long receiveOrdered(long storeId, long authorityId, Long orderLineId, Long budgetId, @Valid Receive cmd) {
        Store store = lots.locked(storeId);
        if (store.authorityId() != authorityId) {
            throw new NotFound("Store", storeId);
        }
        store.unlessClosed();
        StoreLot lot = lots.add(new StoreLot(storeId, cmd.article().strip(), cmd.unit().strip(), cmd.amount(), cmd.costCents(), blank(cmd.source()), clock.today())
                .of(orderLineId, budgetId), MoveKind.RECEIVED);
        history.record(store.ref(), StoreAction.RECEIVE, Said.that("said.store_received", Lots.said(lot.amount()), lot.unit(), lot.article(), Money.of(cmd.costCents())));
        return lot.id();
    }

    /**
     * The line that a lot came for is paid by another budget: so is what came for it, wherever it lies and was used. Inner door of the order.
     *
     * @param cmd who pays the line now, of several the first, and the reason that was said at the order
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who pays the line anew has asked for it at the authority of the order.")
    public void payOrdered(Long orderLineId, PaidAnew cmd) {
        Ask.of(em, Long.class, "select l.id from StoreLot l where l.orderLineId = :line and l.takenBack = false order by l.storeId, l.id").set("line", orderLineId).list()
                .forEach(id -> {
                    StoreLot lot = Find.one(em, StoreLot.class, id);
                    Store store = lots.locked(lot.storeId());
                    em.refresh(lot);
                    paid(store, lot, cmd);
                });
    }

    /**
     * It did not go into this store after all. Inner door of the order.
     *
     * @return how much it was
     * @throws NotFound for a lot that did not come for this line, or was taken back before
     * @throws Refused  {@code store.used} if something of it was used, moved or written off
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who takes it back has asked for DELIVERY_RECEIVE at the authority of the order.")
    public BigDecimal takeBackOrdered(long lotId, @Valid TakeBack cmd) {
        StoreLot lot = Find.one(em, StoreLot.class, lotId);
        Store store = lots.locked(lot.storeId());
        em.refresh(lot);
        if (!lot.whole()) {
            throw new Refused("store.used", lot.article());
        }
        em.persist(new StoreMove(lot, MoveKind.TAKEN_BACK, lot.amount().negate(), -lot.costCents(), null, clock.today()));
        lot.takeBack();
        em.flush();
        history.record(store.ref(), StoreAction.CORRECT, Said.that("said.store_taken_back", Lots.said(lot.amount()), lot.unit(), lot.article()).andWords(cmd.reason()));
        return lot.amount();
    }

    /**
     * Puts a receipt right of which nothing has gone out yet.
     *
     * @throws Refused {@code store.ordered} for what came for an order: it is put right there; {@code store.no_receipt} for what came out of another store or was found by a count; {@code store.used} if something has gone out
     */
    public void correct(long lotId, @Valid Correct cmd) {
        StoreLot lot = Find.one(em, StoreLot.class, lotId);
        Store store = mine(lot.storeId());
        em.refresh(lot);
        lot.unlessSame(cmd.version());
        if (lot.orderLineId() != null) {
            throw new Refused("store.ordered", lot.article());
        }
        if (!lots.received(lot)) {
            throw new Refused("store.no_receipt", lot.article());
        }
        if (!lot.whole()) {
            throw new Refused("store.used", lot.article());
        }
        BigDecimal amount = cmd.amount().subtract(lot.amount());
        long cents = cmd.costCents() - lot.costCents();
        lot.correct(cmd.amount(), cmd.costCents());
        em.persist(new StoreMove(lot, MoveKind.RECEIVED, amount, cents, null, clock.today()));
        history.record(store.ref(), StoreAction.CORRECT, Said.that("said.store_corrected", lot.article(), Lots.said(cmd.amount()), lot.unit(), Money.of(cmd.costCents()))
                .andWords(cmd.reason()));
    }

    /**
     * Says which position or own money has paid a lot, and what of it was moved into other stores; what was used before is told with it. For who receives deliveries of the authority.
     *
     * @throws NotFound if there is no such budget in the authority
     * @throws Refused  {@code store.rest} for money that is not distributed yet
     */
    public void pay(long lotId, @Valid Pay cmd) {
        StoreLot lot = Find.one(em, StoreLot.class, lotId);
        Store store = lots.locked(lot.storeId());
        guard.requireAuthority(DELIVERY_RECEIVE, store.authorityId());
        em.refresh(lot);
        lot.unlessSame(cmd.version());
        Payer payer = Ask.of(em, Payer.class, """
                select coalesce(b.authorityId, s.authorityId) as authorityId, b.kind as kind from Budget b left join School s on s.id = b.schoolId
                where b.id = :id""").set("id", cmd.budgetId()).one().filter(b -> store.authorityId().equals(b.authorityId()))
                .orElseThrow(() -> new NotFound("Budget", cmd.budgetId()));
        if (payer.kind() == BudgetKind.REST) {
            throw new Refused("store.rest");
        }
        paid(store, lot, new PaidAnew(cmd.budgetId(), cmd.reason()));
    }

    private void paid(Store store, StoreLot lot, PaidAnew cmd) {
        // what was moved into other stores came from the same receipt
        List<StoreLot> parts = new ArrayList<>(List.of(lot));
        for (int i = 0; i < parts.size(); i++) {
            parts.addAll(em.createQuery("select l from StoreLot l where l.fromLotId = :lot order by l.id", StoreLot.class).setParameter("lot", parts.get(i).id())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList());
        }
        parts.forEach(part -> part.paidBy(cmd.budgetId()));
        em.createQuery("update StoreMove m set m.budgetId = :budget where m.lotId in :lots").setParameter("budget", cmd.budgetId())
                .setParameter("lots", parts.stream().map(StoreLot::id).toList()).executeUpdate();
        history.record(store.ref(), StoreAction.PAY, Said.that("said.store_paid", Lots.said(lot.amount()), lot.unit(), lot.article()).andWords(cmd.reason()));
    }

    /** Another budget pays, with the reason. */
    public record PaidAnew(Long budgetId, String reason) {
    }

    private record Payer(Long authorityId, BudgetKind kind) {
    }

    /** The store, locked, if the asker works tickets of its authority. */
    private Store mine(long id) {
        Store store = lots.locked(id);
        guard.requireAuthority(TICKET_WORK, store.authorityId());
        return store;
    }

    private static String blank(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A new store; its name says where it is, and is nobody's. */
    public record Open(@NotNull Long authorityId, @NotBlank @Size(max = 80) String name) {
    }

    /** Another name, and whether it is closed. */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 80) String name, @NotNull Boolean closed) {
    }

    /**
     * Something came.
     *
     * @param costCents gross, of all of it
     * @param source    receipt, order or invoice, may be null
     */
    public record Receive(@NotBlank @Size(max = 120) String article, @NotBlank @Size(max = 20) String unit,
            @NotNull @DecimalMin("0.01") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2) BigDecimal amount,
            @NotNull @Min(0) @Max(100_000_000) Long costCents, @Size(max = 120) String source) {
    }

    /** So much goes into another store. */
    public record Move(@NotNull Long toStoreId, @NotBlank @Size(max = 120) String article, @NotBlank @Size(max = 20) String unit,
            @NotNull @DecimalMin("0.01") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2) BigDecimal amount) {
    }

    /** So much is there. */
    public record Count(@NotBlank @Size(max = 120) String article, @NotBlank @Size(max = 20) String unit,
            @NotNull @DecimalMin("0") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2) BigDecimal counted, @NotBlank @Size(max = 500) String reason) {
    }

    /** What really came, and why it was typed otherwise. */
    public record Correct(@NotNull Integer version, @NotNull @DecimalMin("0.01") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2) BigDecimal amount,
            @NotNull @Min(0) @Max(100_000_000) Long costCents, @NotBlank @Size(max = 500) String reason) {
    }

    /** Why something did not go into a store after all. */
    public record TakeBack(@NotBlank @Size(max = 500) String reason) {
    }

    /** Who paid, and on what that rests. */
    public record Pay(@NotNull Integer version, @NotNull Long budgetId, @NotBlank @Size(max = 500) String reason) {
    }
}
