package de.schulpakt.install.effort;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Takes out of lots and puts into them; whoever calls has asked the guard and locked the store. */
@ApplicationScoped
class Lots {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** A part of a lot that was taken out. */
    record Part(StoreLot lot, BigDecimal amount, long cents, boolean foreign) {
    }

    /** What counts have written off of a lot and not found since. */
    private record Missing(Long lotId, Long newest, BigDecimal amount, Long cents) {
    }

    /** The school of a budget, null for own money. */
    private record Payer(Long id, Long schoolId) {
    }

    /** An amount as the history tells it. */
    static Sentence said(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.scale() <= 0 ? Sentence.of("said.much", bare.longValueExact())
                : Sentence.of("said.much_part", bare.longValue(), bare.toPlainString().replaceFirst(".*\\.", ""));
    }

    /** The store, locked; {@link NotFound} if there is none. */
    Store locked(long id) {
        return Find.locked(em, Store.class, id);
    }

    /**
     * Takes so much of an article out of a store.
     *
     * @param schoolId whose own lots go first, null for none
     * @throws Refused {@code store.too_little}
     */
    List<Part> take(Store store, String article, String unit, BigDecimal wanted, Long schoolId, MoveKind kind, Long useId) {
        List<StoreLot> lots = em.createQuery("select l from StoreLot l where l.storeId = :store and l.article = :article and l.unit = :unit and l.leftAmount > 0 order by l.id",
                StoreLot.class).setParameter("store", store.id()).setParameter("article", article.strip()).setParameter("unit", unit.strip()).getResultList();
        BigDecimal there = lots.stream().map(StoreLot::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (there.compareTo(wanted) < 0) {
            throw new Refused("store.too_little", article.strip(), store.name(), there, unit.strip(), wanted);
        }
        Map<Long, Integer> rank = ranks(lots, schoolId);
        List<Part> parts = new ArrayList<>();
        BigDecimal left = wanted;
        for (StoreLot lot : lots.stream().sorted(Comparator.comparing((StoreLot lot) -> rank.get(lot.id())).thenComparing(StoreLot::receivedOn).thenComparing(StoreLot::id)).toList()) {
            if (left.signum() == 0) {
                break;
            }
            BigDecimal some = lot.left().min(left);
            long cents = lot.take(some);
            left = left.subtract(some);
            em.persist(new StoreMove(lot, kind, some.negate(), -cents, useId, clock.today()));
            parts.add(new Part(lot, some, cents, rank.get(lot.id()) == 2));
        }
        return parts;
    }

    /** 0: paid by a position of the school; 1: by own money or nobody knows; 2: by a position of another school. */
    private Map<Long, Integer> ranks(List<StoreLot> lots, Long schoolId) {
        List<Long> budgets = lots.stream().map(StoreLot::budgetId).filter(java.util.Objects::nonNull).distinct().toList();
        Map<Long, Payer> payers = budgets.isEmpty() ? Map.of() : Ask.of(em, Payer.class, "select b.id as id, b.schoolId as schoolId from Budget b where b.id in :ids")
                .set("ids", budgets).list().stream().collect(Collectors.toMap(Payer::id, payer -> payer));
        BiFunction<StoreLot, Payer, Integer> rank = (lot, payer) -> payer == null || payer.schoolId() == null ? 1 : payer.schoolId().equals(schoolId) ? 0 : 2;
        return lots.stream().collect(Collectors.toMap(StoreLot::id, lot -> rank.apply(lot, lot.budgetId() == null ? null : payers.get(lot.budgetId()))));
    }

    /** Keeps a new lot with its first movement. */
    StoreLot add(StoreLot lot, MoveKind kind) {
        em.persist(lot);
        em.flush();
        em.persist(new StoreMove(lot, kind, lot.left(), lot.costCents(), null, clock.today()));
        return lot;
    }

    /**
     * Puts what a count has found into the lots of which counts have written off, the last one first, at the cost that was written off.
     *
     * @return what is beyond that
     */
    BigDecimal found(List<StoreLot> lots, BigDecimal more) {
        BigDecimal left = more;
        // the first movement of a lot that a count has found is no writing off
        List<Missing> missing = Ask.of(em, Missing.class, """
                select m.lotId as lotId, max(m.id) as newest, sum(0 - m.amount) as amount, sum(0 - m.cents) as cents from StoreMove m where m.lotId in :lots and m.kind = :counted
                    and exists (select f.id from StoreMove f where f.lotId = m.lotId and f.id < m.id) group by m.lotId""")
                .set("lots", lots.stream().map(StoreLot::id).toList()).set("counted", MoveKind.COUNTED).list();
        for (Missing one : missing.stream().filter(m -> m.amount().signum() > 0).sorted(Comparator.comparing(Missing::newest).reversed()).toList()) {
            if (left.signum() == 0) {
                break;
            }
            StoreLot lot = Find.one(em, StoreLot.class, one.lotId());
            BigDecimal some = one.amount().min(left);
            long cents = BigDecimal.valueOf(one.cents()).multiply(some).divide(one.amount(), 0, RoundingMode.HALF_UP).longValueExact();
            lot.put(some, cents);
            left = left.subtract(some);
            em.persist(new StoreMove(lot, MoveKind.COUNTED, some, cents, null, clock.today()));
        }
        return left;
    }

    /** True if the lot came by a receipt: not out of another store, and not found by a count. */
    boolean received(StoreLot lot) {
        return Ask.of(em, Long.class, "select count(m) from StoreMove m where m.lotId = :lot and m.kind = :received and not exists"
                + " (select f.id from StoreMove f where f.lotId = m.lotId and f.id < m.id)").set("lot", lot.id()).set("received", MoveKind.RECEIVED).one().orElse(0L) > 0;
    }

    /** Puts back what a use took, into the lots from which it came. */
    void back(MaterialUse use) {
        em.createQuery("select m from StoreMove m where m.useId = :use order by m.id", StoreMove.class).setParameter("use", use.id()).getResultList().forEach(move -> {
            StoreLot lot = Find.one(em, StoreLot.class, move.lotId());
            lot.put(move.amount().negate(), -move.cents());
            em.persist(new StoreMove(lot, MoveKind.BACK, move.amount().negate(), -move.cents(), use.id(), clock.today()));
        });
    }
}
