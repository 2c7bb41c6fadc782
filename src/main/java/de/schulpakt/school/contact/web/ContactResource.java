package de.schulpakt.school.contact.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.school.contact.ContactList;
import de.schulpakt.school.contact.ContactQueries;
import de.schulpakt.school.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom to ask at schools. */
@Path("school-contacts")
@Tag(name = "school-contacts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContactResource {
    @Inject
    Contacts contacts;
    @Inject
    ContactQueries queries;
    @Inject
    ContactList list;

    /** A contact, and of which school. */
    public record New(@NotNull Long schoolId, @NotNull @Valid Contacts.Details details) {
    }

    @GET
    @Operation(summary = "Whom to ask at schools")
    public Page<ContactList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Record a contact")
    public Response add(@Valid New cmd) {
        Long id = contacts.record(cmd.schoolId(), cmd.details());
        return Response.created(URI.create("school-contacts/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One contact")
    public ContactQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change it")
    public ContactQueries.View change(@PathParam("id") long id, Contacts.Change cmd) {
        contacts.change(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "It is no longer so after a day; deleted a year after the end of that school year")
    public ContactQueries.View end(@PathParam("id") long id, Contacts.End cmd) {
        contacts.end(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Take the end back")
    public ContactQueries.View resume(@PathParam("id") long id, Contacts.Resume cmd) {
        contacts.resume(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/remove")
    @Operation(summary = "Remove it before its time, with a reason that names nobody")
    public void remove(@PathParam("id") long id, Contacts.Remove cmd) {
        contacts.remove(id, cmd);
    }
}
