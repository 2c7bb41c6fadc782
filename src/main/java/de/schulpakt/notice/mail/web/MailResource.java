package de.schulpakt.notice.mail.web;

import de.schulpakt.notice.mail.MailAdmin;
import de.schulpakt.notice.mail.MailList;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Letters by mail over REST, for administrators of the whole installation. */
@Path("mails")
@Tag(name = "notice")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MailResource {
    @Inject
    MailList list;
    @Inject
    MailAdmin admin;

    @GET
    @Operation(summary = "Letters of the last 90 days without their words, newest first; sort by created")
    public Page<MailList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Path("{id}/send-again")
    @Operation(summary = "Have a letter tried anew that could not be delivered")
    public Response sendAgain(@PathParam("id") long id) {
        admin.sendAgain(id);
        return Response.accepted().build();
    }

    @POST
    @Path("try")
    @Operation(summary = "Send a letter that says nothing but that mail works")
    public Response tryOut(MailAdmin.Try command) {
        admin.tryOut(command);
        return Response.accepted().build();
    }
}
