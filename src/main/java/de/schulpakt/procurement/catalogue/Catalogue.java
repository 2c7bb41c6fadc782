package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Suppliers and what they offer. */
@UseCases
public class Catalogue {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    OfferPeriods periods;
    @Inject
    Clock clock;

    /**
     * Adds a supplier. The database refuses a second one of the same name with {@code supplier_name_once}.
     *
     * @return its id
     */
    public Long createSupplier(@Valid CreateSupplier cmd) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        Supplier supplier = new Supplier(cmd);
        em.persist(supplier);
        em.flush();
        history.record(supplier.ref(), CatalogueAction.CREATE_SUPPLIER);
        return supplier.id();
    }

    /** Changes how a supplier is named and reached. The database refuses a second one of the same name with {@code supplier_name_once}. */
    public void changeSupplier(long supplierId, @Valid ChangeSupplier cmd) {
        Supplier supplier = Find.locked(em, Supplier.class, supplierId);
        guard.requireEverywhere(CATALOGUE_EDIT);
        supplier.change(cmd);
        history.record(supplier.ref(), CatalogueAction.CHANGE_SUPPLIER);
    }

    /**
     * Adds an item. The database refuses the same model of the same supplier a second time with
     * {@code catalogue_item_once} and a model that does not exist with {@code catalogue_item_model}.
     *
     * @return its id
     */
    public Long createItem(@Valid CreateItem cmd) {
        Find.one(em, Supplier.class, cmd.supplierId());
        guard.requireEverywhere(CATALOGUE_EDIT);
        CatalogueItem item = new CatalogueItem(cmd);
        periods.begin(item);
        em.persist(item);
        em.flush();
        periods.first(item);
        history.record(item.ref(), CatalogueAction.CREATE, Said.that("said.price", item.price()));
        return item.id();
    }

    /**
     * Changes an item from today on; the history keeps the old and the new price, and another price is another offer. Requests and orders already
     * written keep theirs.
     *
     * @throws Conflict if another offer has begun that the catalogue does not show yet
     * @throws Refused {@code offer.overlap} if the next offer begins before this one would end, {@code offer.ends_before} for a last day before its first
     */
    public void changeItem(long id, @Valid ChangeItem cmd) {
        CatalogueItem item = Find.locked(em, CatalogueItem.class, id);
        guard.requireEverywhere(CATALOGUE_EDIT);
        // from this day on another offer holds than stands here: who changes the article has not seen it
        if (periods.begun(id).filter(p -> !p.fromOn().equals(item.validFrom())).isPresent()) {
            throw new Conflict(item.ref());
        }
        Money before = item.price();
        item.change(cmd);
        periods.follow(item);
        history.record(item.ref(), CatalogueAction.CHANGE, before.equals(item.price()) ? Said.NOTHING
                : Said.that("said.price_changed", item.price(), before));
    }

    /**
     * Adds an offer that begins on a later day. One without end that stands before it ends the day before, and so does the running one, if it had a later last day:
     * a supplier's new list replaces the old one. One that has not begun is not shortened.
     *
     * @return its id
     * @throws Refused {@code offer.not_later} for a day that is not after today, {@code offer.ends_before}, {@code offer.overlap}
     */
    public Long offer(long id, @Valid Offer cmd) {
        CatalogueItem item = Find.locked(em, CatalogueItem.class, id);
        guard.requireEverywhere(CATALOGUE_EDIT);
        item.seen(cmd.version());
        if (!cmd.fromOn().isAfter(clock.today())) {
            throw new Refused("offer.not_later", cmd.fromOn());
        }
        if (cmd.toOn() != null && cmd.toOn().isBefore(cmd.fromOn())) {
            throw new Refused("offer.ends_before", cmd.fromOn(), cmd.toOn());
        }
        LocalDate today = clock.today();
        Optional<OfferPeriod> open = periods.of(id).stream().filter(p -> p.fromOn().isBefore(cmd.fromOn())
                && (p.toOn() == null || !p.fromOn().isAfter(today) && !p.toOn().isBefore(cmd.fromOn()))).findFirst();
        LocalDate end = open.map(OfferPeriod::toOn).orElse(null);
        open.ifPresent(p -> until(item, p, cmd.fromOn().minusDays(1)));
        OfferPeriod offer = new OfferPeriod(id, cmd.fromOn(), cmd.toOn(), cmd.priceCents(), cmd.vatBp() == null ? item.vatBp() : cmd.vatBp());
        em.persist(offer);
        periods.refuseOverlap(id);
        em.lock(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        history.record(item.ref(), CatalogueAction.OFFER, Said.that("said.offer", offer.price(), cmd.fromOn(), cmd.toOn() == null ? "–" : cmd.toOn())
                .and(open.isEmpty() ? Said.NOTHING : end == null ? Said.that("said.offer_ended", open.get().toOn()) : Said.that("said.offer_shortened", open.get().toOn(), end)));
        return offer.id();
    }

    private static void until(CatalogueItem item, OfferPeriod period, LocalDate day) {
        period.until(day);
        if (period.fromOn().equals(item.validFrom())) {
            item.until(day);
        }
    }

    /**
     * Takes an offer back that has not begun. The one before it has the end again that it had before this one ended it, if none follows that it would reach; else it
     * keeps its last day.
     *
     * @throws NotFound for an offer of another item
     * @throws Refused  {@code offer.begun}
     */
    public void withdrawOffer(long id, long offerId, @Valid WithdrawOffer cmd) {
        CatalogueItem item = Find.locked(em, CatalogueItem.class, id);
        guard.requireEverywhere(CATALOGUE_EDIT);
        item.seen(cmd.version());
        OfferPeriod offer = em.find(OfferPeriod.class, offerId);
        if (offer == null || offer.itemId() != id) {
            throw new NotFound("OfferPeriod", offerId);
        }
        if (!offer.fromOn().isAfter(clock.today())) {
            throw new Refused("offer.begun", offer.fromOn());
        }
        hasEnded(item, offer).ifPresent(ended -> {
            LocalDate end = "said.offer_shortened".equals(ended.key()) ? (LocalDate) ended.values().get(1) : null;
            List<OfferPeriod> all = periods.of(id);
            all.stream().filter(p -> offer.fromOn().minusDays(1).equals(p.toOn()) && all.stream().noneMatch(q -> q != offer && q.fromOn().isAfter(p.fromOn())
                    && (end == null || !q.fromOn().isAfter(end)))).forEach(p -> until(item, p, end));
        });
        em.remove(offer);
        em.lock(item, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        history.record(item.ref(), CatalogueAction.UNOFFER, Said.that("said.offer", offer.price(), offer.fromOn(), offer.toOn() == null ? "–" : offer.toOn())
                .andWords(cmd.reason()));
    }

    /** What the history of the article says if this offer has ended the one before it. */
    private Optional<Sentence> hasEnded(CatalogueItem item, OfferPeriod offer) {
        return history.of(item.ref().type(), item.id()).stream().filter(h -> Texts.key(CatalogueAction.OFFER).equals(h.action()) && h.facts().stream()
                        .anyMatch(f -> "said.offer".equals(f.key()) && offer.fromOn().equals(f.values().get(1)))).findFirst()
                .flatMap(h -> h.facts().stream().filter(f -> f.key().startsWith("said.offer_")).findFirst());
    }

    /**
     * An offer from a later day on.
     *
     * @param toOn       last day, null without end
     * @param priceCents gross, for one piece
     * @param vatBp      value added tax contained in the price, null: as now
     */
    public record Offer(@NotNull Integer version, @NotNull LocalDate fromOn, LocalDate toOn, @NotNull @Positive @Max(10_000_000_000L) Long priceCents,
            @PositiveOrZero @Max(10_000) Integer vatBp) {
    }

    /** An offer is taken back, with the reason. */
    public record WithdrawOffer(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * A new supplier; its name exists once.
     *
     * @param email      to which orders go
     * @param contact    who is asked there
     * @param customerNo under which the supplier knows us
     */
    public record CreateSupplier(@NotBlank @Size(max = 160) String name, @Email @Size(max = 200) String email, @Size(max = 160) String contact,
            @Size(max = 60) String phone, @Size(max = 60) String customerNo) {
        /** Of whom nothing else is known. */
        public CreateSupplier(String name, String email) {
            this(name, email, null, null, null);
        }
    }

    /** New facts of a supplier; see {@link CreateSupplier}. */
    public record ChangeSupplier(@NotNull Integer version, @NotBlank @Size(max = 160) String name, @Email @Size(max = 200) String email,
            @Size(max = 160) String contact, @Size(max = 60) String phone, @Size(max = 60) String customerNo) {
    }

    /**
     * A new catalogue item.
     *
     * @param category   funding category that can pay for it
     * @param priceCents gross, for one piece
     * @param vatBp      value added tax contained in the price, in basis points (1900 = 19 %)
     * @param contract   framework contract, may be null
     * @param validTo    last day on which it may be requested and ordered, null without end
     * @param termMonths months for which a licence or a service is paid, null for all else
     */
    public record CreateItem(@NotNull Long modelId, @NotNull Long supplierId, @NotBlank @Size(max = 160) String name,
            @NotNull Category category, @NotNull @Positive @Max(10_000_000_000L) Long priceCents,
            @NotNull @PositiveOrZero @Max(10_000) Integer vatBp, @Size(max = 80) String contract, LocalDate validTo,
            @Min(1) @Max(240) Integer termMonths) {
        /** Without a term of its own. */
        public CreateItem(Long modelId, Long supplierId, String name, Category category, Long priceCents, Integer vatBp, String contract,
                LocalDate validTo) {
            this(modelId, supplierId, name, category, priceCents, vatBp, contract, validTo, null);
        }
    }

    /**
     * New facts of a catalogue item. Lines already written keep their price.
     *
     * @param priceCents gross, for one piece
     * @param vatBp      value added tax contained in the price, in basis points
     * @param active     false: can no longer be requested or ordered
     * @param termMonths as in {@link CreateItem}
     */
    public record ChangeItem(@NotNull Integer version, @NotBlank @Size(max = 160) String name,
            @NotNull Category category, @NotNull @Positive @Max(10_000_000_000L) Long priceCents,
            @NotNull @PositiveOrZero @Max(10_000) Integer vatBp, @Size(max = 80) String contract, LocalDate validTo,
            @NotNull Boolean active, @Min(1) @Max(240) Integer termMonths) {
        /** Without a term of its own. */
        public ChangeItem(Integer version, String name, Category category, Long priceCents, Integer vatBp, String contract, LocalDate validTo,
                Boolean active) {
            this(version, name, category, priceCents, vatBp, contract, validTo, active, null);
        }
    }
}
