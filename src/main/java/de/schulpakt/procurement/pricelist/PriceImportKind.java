package de.schulpakt.procurement.pricelist;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The price list of one supplier as something to import. */
@ApplicationScoped
public class PriceImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "prices";
    /** Option: whose list it is. */
    static final String SUPPLIER = "supplier";
    /** Option: whether its prices contain the tax. */
    static final String BASIS = "basis";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Catalogue catalogue;
    @Inject
    CatalogueQueries queries;

    private record Stamp(Long items, Long versions, Long newest) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/procurement/imports";
    }

    @Override
    public Permission permission() {
        return CATALOGUE_EDIT;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(PriceField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of(BASIS, PriceBasis.NET.name());
    }

    @Override
    public void check(ImportSettings settings) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        if (settings.option(SUPPLIER) != null && queries.suppliers().stream().noneMatch(s -> s.id().toString().equals(settings.option(SUPPLIER)))
                || Stream.of(PriceBasis.values()).noneMatch(b -> b.name().equals(settings.option(BASIS)))) {
            throw new Refused("import.settings");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(new Option(SUPPLIER, queries.suppliers().stream().map(s -> new Choice(s.id().toString(), s.name())).toList(), true),
                new Option(BASIS, Stream.of(PriceBasis.values()).map(b -> new Choice(b.name(), Texts.get(locale, b))).toList(), false));
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        String supplier = settings.option(SUPPLIER);
        List<PriceRows.Stored> stored = supplier == null ? List.of() : Ask.of(em, PriceRows.Stored.class, """
                select i.id as id, i.name as name, m.name as model, m.partNo as partNo, i.category as category, i.priceCents as priceCents, i.vatBp as vatBp,
                    i.contract as contract, i.validTo as validTo, i.active as active, i.version as version, i.termMonths as termMonths
                from CatalogueItem i join DeviceModel m on m.id = i.modelId where i.supplierId = :supplier order by i.id""")
                .set("supplier", Long.valueOf(supplier)).list();
        List<PriceRows.Period> periods = supplier == null ? List.of() : Ask.of(em, PriceRows.Period.class, """
                select p.itemId as itemId, p.fromOn as fromOn, p.toOn as toOn, p.priceCents as priceCents from OfferPeriod p join CatalogueItem i on i.id = p.itemId
                where i.supplierId = :supplier order by p.itemId, p.fromOn""").set("supplier", Long.valueOf(supplier)).list();
        return new PriceRows(file, settings, PriceBasis.valueOf(settings.option(BASIS)), stored, periods, clock.today())
                .plan(supplier == null ? List.of(Finding.error(null, null, null, "prices.no_supplier")) : List.of());
    }

    @Override
    public Object stamp() {
        // a price of tomorrow is one of today tomorrow
        return List.of(clock.today(), Ask.of(em, Stamp.class, """
                select count(i) as items, coalesce(sum(i.version), 0) as versions, coalesce(max(i.id), 0) as newest from CatalogueItem i""").one().orElseThrow());
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        int stored = 0;
        Set<Long> changed = new HashSet<>();
        for (ImportPlan.Row row : plan.rows()) {
            if (row.outcome() == Outcome.CHANGED) {
                PriceRows.Change change = (PriceRows.Change) row.what();
                Integer version = change.version();
                if (!changed.add(change.itemId())) {
                    // this file has changed it before
                    em.flush();
                    version = queries.item(change.itemId()).version();
                }
                if (change.later() == null) {
                    catalogue.changeItem(change.itemId(), change.now().apply(version));
                } else {
                    catalogue.offer(change.itemId(), change.later().apply(version));
                }
                progress.accept(++stored);
            }
        }
    }
}
