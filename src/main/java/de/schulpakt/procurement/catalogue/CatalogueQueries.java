package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions about the catalogue. It is the same for all schools. */
@Queries
public class CatalogueQueries {
    /** An offer that ends within so many days is about to end. */
    public static final int SOON_DAYS = OfferTurns.WARN_DAYS;
    private static final String ROW = "select i.id, i.name, m.id as modelId, m.maker, m.name as model, m.partNo, m.kind,"
            + " m.needsNetwork, s.id as supplierId, s.name as supplier, i.category, i.priceCents, i.vatBp, i.contract, i.validTo,"
            + " i.active, i.version, i.termMonths";
    private static final String SUPPLIER = "select s.id, s.name, s.email, s.contact, s.phone, s.customerNo, s.version from Supplier s";
    private static final String FROM = " from CatalogueItem i join DeviceModel m on m.id = i.modelId"
            + " join Supplier s on s.id = i.supplierId where 1 = 1";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    PaperQueries papers;

    /** The item, if it can be requested today. */
    public Optional<Row> offered(Long id) {
        guard.require(CATALOGUE_VIEW);
        return id == null ? Optional.empty() : Ask.of(em, Row.class, ROW + FROM + " and i.id = :id and i.active = true"
                + " and (i.validTo is null or i.validTo >= :today)").set("id", id).set("today", clock.today()).one();
    }

    /**
     * One item.
     *
     * @throws NotFound if there is none
     */
    public Row item(Long id) {
        guard.require(CATALOGUE_VIEW);
        return Ask.of(em, Row.class, ROW + FROM + " and i.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("CatalogueItem", id));
    }

    /** All suppliers by name. */
    public List<SupplierOption> suppliers() {
        guard.require(CATALOGUE_VIEW);
        return Ask.of(em, SupplierOption.class, SUPPLIER + " order by s.name, s.id").list();
    }

    /**
     * An item of the catalogue.
     *
     * @param priceCents gross, for one piece
     * @param vatBp      value added tax contained in the price, in basis points
     * @param validTo    last day on which it may be requested, null without end
     * @param termMonths months for which a licence or a service is paid, null for all else
     */
    public record Row(Long id, String name, Long modelId, String maker, String model, String partNo, ModelKind kind,
            Boolean needsNetwork, Long supplierId, String supplier, Category category, Long priceCents, Integer vatBp,
            String contract, LocalDate validTo, Boolean active, Integer version, Integer termMonths) {
    }

    /**
     * One supplier.
     *
     * @throws NotFound if there is none
     */
    public SupplierOption supplier(Long supplierId) {
        guard.require(CATALOGUE_VIEW);
        return Ask.of(em, SupplierOption.class, SUPPLIER + " where s.id = :id").set("id", supplierId).one().orElseThrow(() -> new NotFound("Supplier", supplierId));
    }

    /**
     * The offers of an item, the newest first.
     *
     * @throws NotFound if there is no such item
     */
    public List<Offer> offers(Long id) {
        item(id);
        LocalDate today = clock.today();
        return Ask.of(em, Period.class, """
                select p.id as id, p.fromOn as fromOn, p.toOn as toOn, p.priceCents as priceCents, p.vatBp as vatBp from OfferPeriod p where p.itemId = :id
                order by p.fromOn desc""").set("id", id).list().stream().map(p -> new Offer(p.id(), p.fromOn(), p.toOn(), p.priceCents(), p.vatBp(),
                        p.fromOn().isAfter(today) ? Standing.LATER : p.toOn() != null && p.toOn().isBefore(today) ? Standing.OVER : Standing.NOW)).toList();
    }

    private record Period(Long id, LocalDate fromOn, LocalDate toOn, Long priceCents, Integer vatBp) {
    }

    /** Where an offer stands today. */
    public enum Standing {
        /** It begins later. */
        LATER,
        /** It holds. */
        NOW,
        /** It has ended. */
        OVER
    }

    /**
     * Picture and data sheet of articles, as far as they have any and they can be opened now: the newest photo and the newest data sheet that no
     * other has taken the place of; one statement.
     */
    public Map<Long, Face> faces(Collection<Long> ids) {
        guard.require(CATALOGUE_VIEW);
        Map<Long, Face> faces = new HashMap<>();
        for (PaperQueries.Row paper : papers.shared(ItemPapers.TYPE, ids)) {
            Face face = faces.getOrDefault(paper.subjectId(), new Face(null, null));
            if (face.pictureId() == null && "PHOTO".equals(paper.kind()) && paper.mediaType().startsWith("image/")) {
                face = new Face(paper.id(), face.sheetId());
            } else if (face.sheetId() == null && "DATA_SHEET".equals(paper.kind())) {
                face = new Face(face.pictureId(), paper.id());
            }
            faces.put(paper.subjectId(), face);
        }
        return faces;
    }

    /** The files that show what an article is: ids of papers, null where there is none. */
    public record Face(Long pictureId, Long sheetId) {
    }

    /** From when to when an article is offered at which gross price; the last day is null without end. */
    public record Offer(Long id, LocalDate fromOn, LocalDate toOn, Long priceCents, Integer vatBp, Standing standing) {
    }

    /** What was done to an item, its prices among it, the newest first. */
    public List<HistoryEntry> timeline(Long id) {
        guard.require(CATALOGUE_VIEW);
        return history.of("CatalogueItem", id);
    }

    /** The same model as other suppliers offer it, the cheapest first. */
    public List<Row> otherOffers(Long id) {
        guard.require(CATALOGUE_VIEW);
        return Ask.of(em, Row.class, ROW + FROM + " and i.id <> :id and i.modelId = (select o.modelId from CatalogueItem o where o.id = :id)"
                + " order by i.priceCents, i.id").set("id", id).list();
    }

    /** The sets by name, with what belongs to them. Those that are no longer asked for come too if they are wanted. */
    public List<Set> sets(boolean all) {
        guard.require(CATALOGUE_VIEW);
        return sets("where 1 = " + (all ? "1" : "1 and c.active = true"), Map.of());
    }

    /**
     * One set.
     *
     * @throws NotFound if there is none
     */
    public Set set(Long setId) {
        guard.require(CATALOGUE_VIEW);
        return sets("where c.id = :id", Map.of("id", setId)).stream().findFirst().orElseThrow(() -> new NotFound("CatalogueSet", setId));
    }

    private List<Set> sets(String where, Map<String, Object> values) {
        Ask<SetFacts> facts = Ask.of(em, SetFacts.class, "select c.id, c.name, c.note, c.active, c.version from CatalogueSet c " + where + " order by c.name, c.id");
        values.forEach(facts::set);
        List<SetFacts> found = facts.list();
        LocalDate today = clock.today();
        Map<Long, List<Set.Member>> members = found.isEmpty() ? Map.of() : Ask.of(em, SetPart.class, """
                select m.setId as setId, i.id as itemId, i.name as name, v.maker as maker, v.name as model, s.name as supplier, i.category as category,
                    m.pieces as pieces, i.priceCents as priceCents, i.active as active, i.validTo as validTo
                from SetMember m join CatalogueItem i on i.id = m.itemId join DeviceModel v on v.id = i.modelId join Supplier s on s.id = i.supplierId
                where m.setId in :ids order by i.name, i.id""").set("ids", found.stream().map(SetFacts::id).toList()).list().stream()
                .collect(Collectors.groupingBy(SetPart::setId, Collectors.mapping(p -> p.member(today), Collectors.toList())));
        return found.stream().map(f -> new Set(f.id(), f.name(), f.note(), f.active(), f.version(), members.getOrDefault(f.id(), List.of()))).toList();
    }

    /** A set without its members. */
    record SetFacts(Long id, String name, String note, Boolean active, Integer version) {
    }

    /** A member as it is read. */
    record SetPart(Long setId, Long itemId, String name, String maker, String model, String supplier, Category category, Integer pieces,
            Long priceCents, Boolean active, LocalDate validTo) {
        Set.Member member(LocalDate today) {
            return new Set.Member(itemId, name, maker, model, supplier, category, pieces, priceCents, active && (validTo == null || !validTo.isBefore(today)));
        }
    }

    /** Articles that are asked for together. */
    public record Set(Long id, String name, String note, Boolean active, Integer version, List<Member> members) {
        /** Gross, for one set at the prices of today. */
        public long priceCents() {
            return members.stream().mapToLong(m -> m.priceCents() * m.pieces()).sum();
        }

        /** True if it can be asked for today: it is offered, and so is all that belongs to it. */
        public boolean offered() {
            return active && members.stream().allMatch(Member::offered);
        }

        /** Whose articles they are. */
        public String supplier() {
            return members.isEmpty() ? null : members.get(0).supplier();
        }

        /**
         * So many pieces of an article in one set.
         *
         * @param priceCents gross, for one piece
         * @param offered    true if the article can be asked for today
         */
        public record Member(Long itemId, String name, String maker, String model, String supplier, Category category, Integer pieces,
                Long priceCents, Boolean offered) {
        }
    }

    /** A supplier to choose. */
    public record SupplierOption(Long id, String name, String email, String contact, String phone, String customerNo, Integer version) {
    }
}
