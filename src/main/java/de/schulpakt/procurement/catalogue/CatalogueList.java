package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/** The items of the catalogue, by category and name. It is the same for all schools. */
@Queries
public class CatalogueList extends ListOf<CatalogueQueries.Row> {
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    private final Listing<CatalogueQueries.Row> listing = Listing.of(CatalogueQueries.Row.class, "catalogue", "/procurement/catalogue")
            .from("CatalogueItem i").join("m", "join DeviceModel m on m.id = i.modelId").join("s", "join Supplier s on s.id = i.supplierId")
            .hidden("modelId", "m.id").hidden("supplierId", "s.id").hidden("version", "i.version")
            .hidden("needsNetwork", "m.needsNetwork").hidden("vatBp", "i.vatBp").hidden("termMonths", "i.termMonths")
            .column("name", "request.article", TEXT, "i.name").sorted().always().link("catalogue.xhtml?item={id}")
            .column("maker", "catalogue.maker", TEXT, "m.maker").sorted()
            .column("model", "catalogue.model", TEXT, "m.name").asked()
            .column("partNo", "catalogue.part_no", TEXT, "m.partNo").asked()
            .column("kind", "catalogue.kind", NAME, "m.kind").asked()
            .column("category", "requests.category", NAME, "i.category").sorted()
            .column("supplier", "orders.supplier", TEXT, "s.name").sorted()
            .column("contract", "catalogue.contract", TEXT, "i.contract").asked()
            .column("validTo", "catalogue.valid_to", DAY, "i.validTo").sorted()
            .column("active", "catalogue.active", FLAG, "i.active").asked()
            .column("priceCents", "catalogue.price", MONEY, "i.priceCents").sorted("price")
            .words("q", Words.in().parts("i.name", "i.contract").among("i.modelId", "DeviceModel", "m", "maker", "name", "partNo"))
            .equal("category", Category.class, "i.category").equal("supplier", Long.class, "i.supplierId")
            .among("kind", ModelKind.class, "m.kind", "i.modelId", "DeviceModel", "kind").own("offered", Boolean.class, this::offered)
            .own("ending", Boolean.class, this::ending)
            .usually("i.category", "i.name")
            .build();

    private Condition offered(Boolean offered) {
        return offered ? Condition.of("i.active = true and (i.validTo is null or i.validTo >= :today)", "today", clock.today()) : Condition.ALL;
    }

    private Condition ending(Boolean ending) {
        LocalDate today = clock.today();
        return ending ? new Condition("i.active = true and i.validTo between :today and :soon and not exists (select p.id from OfferPeriod p where p.itemId = i.id"
                + " and p.fromOn > :today)", Map.of("today", today, "soon", today.plusDays(OfferTurns.WARN_DAYS))) : Condition.ALL;
    }

    @Override
    protected Listing<CatalogueQueries.Row> declared() {
        return listing;
    }

    @Override
    protected Condition scope() {
        guard.require(CATALOGUE_VIEW);
        return Condition.ALL;
    }
}
