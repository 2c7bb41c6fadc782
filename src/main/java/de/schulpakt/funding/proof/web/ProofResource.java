package de.schulpakt.funding.proof.web;

import de.schulpakt.funding.proof.ProofList;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.funding.proof.ProofTable;
import de.schulpakt.funding.proof.Proofs;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Disposition;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs of use. */
@Path("proofs")
@Tag(name = "proofs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProofResource {
    @Inject
    Proofs proofs;
    @Inject
    ProofQueries queries;
    @Inject
    ProofList list;
    @Inject
    ProofTable table;
    @Inject
    Language language;

    @GET
    @Operation(summary = "Proofs of use, the newest first")
    public Page<ProofQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Prepare a proof of an application")
    public Response prepare(Proofs.Prepare cmd) {
        return created(proofs.prepare(cmd));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A proof: gaps, figures, receipts, devices, report; once it was handed in as it was then, with the differences of today")
    public ProofQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/table")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(summary = "The proof as XLSX: positions, financing, receipts, devices, transfers")
    public Response table(@PathParam("id") long id) {
        Locale locale = language.getLocale();
        ProofTable.Book book = table.book(id, locale);
        StreamingOutput out = stream -> table.write(book, locale, stream);
        return Response.ok(out).header("Content-Disposition", Disposition.of("attachment", book.name())).build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Write the words beside the figures, and the last day of an interim proof")
    public ProofQueries.View write(@PathParam("id") long id, Proofs.Write cmd) {
        proofs.write(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/tell")
    @Operation(summary = "Tell who can close a gap")
    public ProofQueries.View tell(@PathParam("id") long id, Proofs.Tell cmd) {
        proofs.tell(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Hand it in: its content is frozen with a checksum")
    public ProofQueries.View submit(@PathParam("id") long id, Proofs.Submit cmd) {
        proofs.submit(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/discard")
    @Operation(summary = "Give it up before it is handed in, with a reason")
    public ProofQueries.View discard(@PathParam("id") long id, Proofs.Reason cmd) {
        proofs.discard(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/query")
    @Operation(summary = "Record what the granting body asks")
    public ProofQueries.View query(@PathParam("id") long id, Proofs.Query cmd) {
        proofs.query(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/answer")
    @Operation(summary = "Record that the question was answered without another version")
    public ProofQueries.View answer(@PathParam("id") long id, Proofs.Reason cmd) {
        proofs.answer(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/correct")
    @Operation(summary = "Begin a corrected version")
    public Response correct(@PathParam("id") long id, Proofs.Reason cmd) {
        return created(proofs.correct(id, cmd));
    }

    @POST
    @Path("{id}/accept")
    @Operation(summary = "Record that the granting body has checked it, and how much it recognises")
    public ProofQueries.View accept(@PathParam("id") long id, Proofs.Accept cmd) {
        proofs.accept(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "It was not accepted after all, with a reason")
    public ProofQueries.View reopen(@PathParam("id") long id, Proofs.Reason cmd) {
        proofs.reopen(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/recoveries")
    @Operation(summary = "Record that grant money is claimed back")
    public ProofQueries.View reclaim(@PathParam("id") long id, Proofs.Reclaim cmd) {
        proofs.reclaim(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/pay-back")
    @Operation(summary = "Record that what was claimed back was paid")
    public ProofQueries.View payBack(@PathParam("id") long id, Proofs.PayBack cmd) {
        proofs.payBack(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "Put a recovery right: take its payment back, or drop it, with a reason")
    public ProofQueries.View drop(@PathParam("id") long id, Proofs.Drop cmd) {
        proofs.drop(id, cmd);
        return queries.view(id);
    }

    private static Response created(Long id) {
        return Response.created(URI.create("proofs/" + id)).entity(Map.of("id", id)).build();
    }
}
