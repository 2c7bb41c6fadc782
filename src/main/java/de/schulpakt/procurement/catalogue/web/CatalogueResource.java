package de.schulpakt.procurement.catalogue.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueList;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.catalogue.CatalogueSets;
import de.schulpakt.procurement.catalogue.ContractQueries;
import de.schulpakt.procurement.catalogue.Contracts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be requested, from whom and at which gross price. */
@Path("catalogue")
@Tag(name = "catalogue")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    @Inject
    Catalogue catalogue;
    @Inject
    Contracts contracts;
    @Inject
    ContractQueries contractQueries;
    @Inject
    CatalogueSets sets;
    @Inject
    CatalogueQueries queries;
    @Inject
    CatalogueList list;

    @GET
    @Operation(summary = "Items; offered=true: only those that can be requested today; sort by name, maker, category, supplier, validTo or price")
    public Page<CatalogueQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One item")
    public CatalogueQueries.Row item(@PathParam("id") long id) {
        return queries.item(id);
    }

    @POST
    @Operation(summary = "Add an item")
    public Response create(Catalogue.CreateItem cmd) {
        Long id = catalogue.createItem(cmd);
        return Response.created(URI.create("catalogue/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Change price, contract, term or availability of an item; lines already written keep their price")
    public CatalogueQueries.Row change(@PathParam("id") long id, Catalogue.ChangeItem c) {
        catalogue.changeItem(id, c);
        return queries.item(id);
    }

    @GET
    @Path("{id}/offers")
    @Operation(summary = "From when to when an item is offered at which gross price, the newest first")
    public List<CatalogueQueries.Offer> offers(@PathParam("id") long id) {
        return queries.offers(id);
    }

    @POST
    @Path("{id}/offers")
    @Operation(summary = "Add an offer that begins on a later day; one without end before it ends the day before")
    public List<CatalogueQueries.Offer> offer(@PathParam("id") long id, Catalogue.Offer c) {
        catalogue.offer(id, c);
        return queries.offers(id);
    }

    @POST
    @Path("{id}/offers/{offer}/withdraw")
    @Operation(summary = "Take an offer back that has not begun, with the reason")
    public List<CatalogueQueries.Offer> withdrawOffer(@PathParam("id") long id, @PathParam("offer") long offer, Catalogue.WithdrawOffer c) {
        catalogue.withdrawOffer(id, offer, c);
        return queries.offers(id);
    }

    @GET
    @Path("sets")
    @Operation(summary = "Sets of articles that can be asked for together")
    public List<CatalogueQueries.Set> sets() {
        return queries.sets(false);
    }

    @GET
    @Path("sets/{id}")
    @Operation(summary = "One set")
    public CatalogueQueries.Set set(@PathParam("id") long id) {
        return queries.set(id);
    }

    @POST
    @Path("sets")
    @Operation(summary = "Add a set of articles of one supplier")
    public Response createSet(CatalogueSets.Create cmd) {
        Long id = sets.create(cmd);
        return Response.created(URI.create("catalogue/sets/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("sets/{id}/change")
    @Operation(summary = "Change a set; lines already written stay as they are")
    public CatalogueQueries.Set changeSet(@PathParam("id") long id, CatalogueSets.Change c) {
        sets.change(id, c);
        return queries.set(id);
    }

    @GET
    @Path("contracts")
    @Operation(summary = "Framework contracts with their volume and what is used of it, net")
    public List<ContractQueries.Row> contracts() {
        return contractQueries.contracts();
    }

    @GET
    @Path("contracts/{id}")
    @Operation(summary = "A framework contract with its items and the orders that called it off")
    public ContractQueries.View contract(@PathParam("id") long id) {
        return contractQueries.contract(id);
    }

    @POST
    @Path("contracts")
    @Operation(summary = "Add a framework contract")
    public Response createContract(Contracts.Create cmd) {
        Long id = contracts.create(cmd);
        return Response.created(URI.create("catalogue/contracts/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("contracts/{id}/change")
    @Operation(summary = "Change volume, term or what happens beyond them")
    public ContractQueries.View changeContract(@PathParam("id") long id, Contracts.Change c) {
        contracts.change(id, c);
        return contractQueries.contract(id);
    }

    @POST
    @Path("suppliers/{id}/change")
    @Operation(summary = "Change how a supplier is named and reached")
    public CatalogueQueries.SupplierOption changeSupplier(@PathParam("id") long id, Catalogue.ChangeSupplier c) {
        catalogue.changeSupplier(id, c);
        return queries.supplier(id);
    }

    @GET
    @Path("suppliers")
    @Operation(summary = "Suppliers")
    public List<CatalogueQueries.SupplierOption> suppliers() {
        return queries.suppliers();
    }

    @POST
    @Path("suppliers")
    @Operation(summary = "Add a supplier")
    public Response createSupplier(Catalogue.CreateSupplier cmd) {
        Long id = catalogue.createSupplier(cmd);
        return Response.created(URI.create("catalogue/suppliers/" + id)).entity(Map.of("id", id)).build();
    }
}
