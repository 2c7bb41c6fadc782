package de.schulpakt.procurement.receipt.web;

import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.receipt.Returns;
import de.schulpakt.procurement.receipt.Stocking;
import de.schulpakt.procurement.receipt.Surpluses;
import de.schulpakt.procurement.refusal.Refusals;
import de.schulpakt.procurement.refusal.RefusedQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Goods that come without their invoice. */
@Path("orders/{id}/receipts")
@Tag(name = "receipts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReceiptResource {
    @Inject
    Receipts receipts;
    @Inject
    Returns returns;
    @Inject
    Stocking stocking;
    @Inject
    Surpluses surpluses;
    @Inject
    Refusals refusals;
    @Inject
    RefusedQueries refused;
    @Inject
    OrderQueries queries;
    @Inject
    ReceiptQueries checks;

    @POST
    @Path("check")
    @Operation(summary = "Those of the scanned serial numbers that cannot be booked, each with its place and why; changes nothing")
    public List<ReceiptQueries.Bad> check(@PathParam("id") long id, List<Receipts.Came> lines) {
        return checks.bad(id, lines);
    }

    @POST
    @Path("back")
    @Operation(summary = "Pieces of a line went back (SENT_BACK), were exchanged (EXCHANGED, with newSerials and deliveryNoteNo), or had never come (NEVER_CAME); moves no money")
    public OrderQueries.View back(@PathParam("id") long id, Returns.Back c) {
        returns.back(id, c);
        return queries.view(id);
    }

    @GET
    @Path("stock")
    @Operation(summary = "Material of the order that has come, what of it lies in which store, and the stores of the authority")
    public ReceiptQueries.Stock stock(@PathParam("id") long id) {
        return checks.stock(id);
    }

    @POST
    @Path("stock")
    @Operation(summary = "Pieces of material go into a store, at the price of their line; moves no money")
    public ReceiptQueries.Stock put(@PathParam("id") long id, Stocking.Put c) {
        stocking.put(id, c);
        return checks.stock(id);
    }

    @POST
    @Path("stock/{lot}/take-back")
    @Operation(summary = "They did not go into the store after all, as long as nothing of them has gone out")
    public ReceiptQueries.Stock takeBack(@PathParam("id") long id, @PathParam("lot") long lot, Stocking.TakeBack c) {
        stocking.takeBack(id, lot, c);
        return checks.stock(id);
    }

    @GET
    @Path("surpluses")
    @Operation(summary = "Pieces that came beyond what was ordered, and what became of them")
    public List<ReceiptQueries.Surplus> surpluses(@PathParam("id") long id) {
        return checks.surpluses(id);
    }

    @POST
    @Path("surpluses")
    @Operation(summary = "Note pieces that came beyond what was ordered; moves no money")
    public List<ReceiptQueries.Surplus> note(@PathParam("id") long id, Surpluses.Note c) {
        surpluses.note(id, c);
        return checks.surpluses(id);
    }

    @POST
    @Path("surpluses/{surplus}/end")
    @Operation(summary = "They are gone, or it was a mistake")
    public List<ReceiptQueries.Surplus> end(@PathParam("id") long id, @PathParam("surplus") long surplus, Surpluses.End c) {
        surpluses.end(id, surplus, c);
        return checks.surpluses(id);
    }

    @GET
    @Path("refused")
    @Operation(summary = "Pieces that were refused or broken at the door, with the delivery note and the reason")
    public List<RefusedQueries.Pieces> refused(@PathParam("id") long id) {
        return refused.of(id);
    }

    @POST
    @Path("{receipt}/refused")
    @Operation(summary = "Note pieces that were refused or broken with a delivery that is booked already; moves no money")
    public List<RefusedQueries.Pieces> refuse(@PathParam("id") long id, @PathParam("receipt") long receipt, Refusals.Note c) {
        refusals.note(id, receipt, c);
        return refused.of(id);
    }

    @POST
    @Path("refused/{refused}/undo")
    @Operation(summary = "It was noted by mistake")
    public List<RefusedQueries.Pieces> undo(@PathParam("id") long id, @PathParam("refused") long pieces, Refusals.Undo c) {
        refusals.undo(id, pieces, c);
        return refused.of(id);
    }

    @PUT
    @Path("{receipt}")
    @Operation(summary = "Put number and day of a delivery note right, with the reason")
    public OrderQueries.View correct(@PathParam("id") long id, @PathParam("receipt") long receipt, Returns.Correct c) {
        returns.correct(id, receipt, c);
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Receive goods with their delivery note alone, and what was refused at the door; their money stays committed. A delivery note that is booked already changes nothing (409)")
    public OrderQueries.View receive(@PathParam("id") long id, Receipts.Receive c) {
        receipts.receive(id, c);
        return queries.view(id);
    }
}
