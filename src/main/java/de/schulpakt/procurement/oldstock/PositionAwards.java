package de.schulpakt.procurement.oldstock;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The positions of decided awards, for devices that were not ordered here. */
@ApplicationScoped
class PositionAwards implements Awards {
    private static final int AT_ONCE = 500;
    @PersistenceContext
    EntityManager em;
    @Inject
    BudgetQueries budgets;
    @Inject
    ProgrammeQueries programmes;

    /** A position as it stands in its application. */
    record Found(Long budgetId, Long schoolId, String programme, String applicationNo, String reference, Integer positionNo, String description, Category category,
            LocalDate periodFrom, LocalDate periodTo, Long approvedCents, Long openCents, Long unitCents, String school) {
    }

    /** Somebody who has supplied for a budget, at a price; either may be null. */
    record Supplied(Long budgetId, String supplier, Long cents) {
    }

    /** What was tied to a budget without an order. */
    record Tied(Long budgetId, Long cents) {
    }

    /** A kind of models that the catalogue has in a category. */
    record Sort(Category category, ModelKind kind) {
    }

    @Override
    public List<Award> of(Collection<Long> schools) {
        List<Found> found = new ArrayList<>();
        List<Long> all = List.copyOf(new TreeSet<>(schools));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(Ask.of(em, Found.class, """
                    select b.id as budgetId, b.schoolId as schoolId, g.code as programme, a.no as applicationNo, a.decisionReference as reference,
                        p.no as positionNo, p.description as description, b.category as category, a.periodFrom as periodFrom, a.periodTo as periodTo,
                        b.allottedCents as approvedCents, b.allottedCents - b.spentCents - b.committedCents as openCents, p.unitCents as unitCents, s.name as school
                    from Budget b join FundingPosition p on p.id = b.positionId join Application a on a.id = b.applicationId
                        join Programme g on g.id = b.programmeId join School s on s.id = b.schoolId
                    where b.schoolId in :schools and b.allottedCents > 0 order by b.id""")
                    .set("schools", all.subList(from, Math.min(from + AT_ONCE, all.size()))).list());
        }
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, Set<String>> suppliers = new HashMap<>();
        Map<Long, Set<Long>> prices = new HashMap<>();
        supplied(found.stream().map(Found::budgetId).toList()).forEach(s -> {
            if (s.supplier() != null) {
                suppliers.computeIfAbsent(s.budgetId(), b -> new TreeSet<>()).add(s.supplier());
            }
            if (s.cents() != null) {
                prices.computeIfAbsent(s.budgetId(), b -> new HashSet<>()).add(s.cents());
            }
        });
        Map<Category, Set<ModelKind>> kinds = kinds();
        Map<Long, Long> tied = tied(found.stream().map(Found::budgetId).toList());
        return found.stream().map(f -> {
            Set<Long> named = new HashSet<>(prices.getOrDefault(f.budgetId(), Set.of()));
            if (f.unitCents() != null) {
                named.add(f.unitCents());
            }
            return new Award(f.budgetId(), f.schoolId(), f.applicationNo(), f.reference(), f.positionNo(), String.join(" · ", f.programme(), f.applicationNo(),
                    "Pos. " + f.positionNo(), f.description(), f.school()), f.periodFrom(), f.periodTo(), f.approvedCents(),
                    f.openCents() - tied.getOrDefault(f.budgetId(), 0L), named, kinds.get(f.category()).stream().map(Enum::name).collect(Collectors.toSet()),
                    suppliers.getOrDefault(f.budgetId(), Set.of()));
        }).toList();
    }

    @Override
    public void alone(long budgetId) {
        em.createNativeQuery("select id from budget where id = ? for update").setParameter(1, budgetId).getResultList();
    }

    @Override
    public Bound binding(long budgetId, LocalDate boughtOn) {
        BudgetQueries.Named budget = budgets.ref(budgetId);
        ProgrammeQueries.Binding rule = programmes.bindingOf(budget.programmeId(), budget.category(), boughtOn, () -> budgets.approvedCents(budgetId));
        return rule == null ? null : new Bound(rule.start(), rule.years(), rule.mode(), rule.verified());
    }

    @Override
    public String label(long budgetId) {
        return budgets.ref(budgetId).label();
    }

    /** Names and prices that somebody knows; what was only proposed by them does not count for the next proposal. */
    private List<Supplied> supplied(List<Long> of) {
        List<Supplied> all = new ArrayList<>();
        for (int from = 0; from < of.size(); from += AT_ONCE) {
            List<Long> some = of.subList(from, Math.min(from + AT_ONCE, of.size()));
            all.addAll(Ask.of(em, Supplied.class, """
                    select distinct y.budgetId as budgetId, u.name as supplier, l.priceCents as cents from OrderPayer y join OrderLine l on l.id = y.orderLineId
                        join PurchaseOrder o on o.id = l.orderId join Supplier u on u.id = o.supplierId where y.budgetId in :some""").set("some", some).list());
            all.addAll(Ask.of(em, Supplied.class, """
                    select distinct p.budgetId as budgetId, d.supplier as supplier, d.priceCents as cents from DevicePayer p join Device d on d.id = p.deviceId
                    where p.budgetId in :some and d.awardHow is not null and d.awardHow <> :guessed""").set("some", some).set("guessed", AwardHow.PROPOSED).list());
        }
        return all;
    }

    /** What the ledger does not know; what went back to its supplier was paid for once only, by what came in its place. */
    private Map<Long, Long> tied(List<Long> of) {
        Map<Long, Long> all = new HashMap<>();
        for (int from = 0; from < of.size(); from += AT_ONCE) {
            Ask.of(em, Tied.class, """
                    select p.budgetId as budgetId, sum(p.amountCents) as cents from DevicePayer p join Device d on d.id = p.deviceId
                    where p.budgetId in :some and d.awardHow is not null and (d.disposal is null or d.disposal not in :gone) group by p.budgetId""")
                    .set("some", of.subList(from, Math.min(from + AT_ONCE, of.size())))
                    .set("gone", List.of(Devices.DeviceDisposal.RETURNED, Devices.DeviceDisposal.NEVER_CAME)).list().forEach(t -> all.put(t.budgetId(), t.cents()));
        }
        return all;
    }

    private Map<Category, Set<ModelKind>> kinds() {
        Map<Category, Set<ModelKind>> kinds = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            kinds.put(category, EnumSet.copyOf(switch (category) {
                case LAN -> Set.of(ModelKind.SWITCH, ModelKind.ACCESSORY, ModelKind.OTHER);
                case WLAN -> Set.of(ModelKind.ACCESS_POINT, ModelKind.SWITCH, ModelKind.ACCESSORY, ModelKind.OTHER);
                case LEARNING_INFRASTRUCTURE -> Set.of(ModelKind.SERVER, ModelKind.ACCESSORY, ModelKind.OTHER);
                case DISPLAY -> Set.of(ModelKind.DISPLAY, ModelKind.PROJECTOR, ModelKind.ACCESSORY, ModelKind.OTHER);
                case WORK_DEVICE -> Set.of(ModelKind.DESKTOP, ModelKind.NOTEBOOK, ModelKind.TABLET, ModelKind.ACCESSORY, ModelKind.OTHER);
                case MOBILE_DEVICE -> Set.of(ModelKind.NOTEBOOK, ModelKind.TABLET, ModelKind.ACCESSORY);
                case ADMINISTRATION -> Set.of(ModelKind.OTHER);
            }));
        }
        Ask.of(em, Sort.class, "select distinct i.category as category, m.kind as kind from CatalogueItem i join DeviceModel m on m.id = i.modelId").list()
                .forEach(s -> kinds.get(s.category()).add(s.kind()));
        return kinds;
    }
}
