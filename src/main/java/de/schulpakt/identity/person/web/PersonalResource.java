package de.schulpakt.identity.person.web;

import de.schulpakt.identity.person.Leavers;
import de.schulpakt.identity.person.PersonalFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is kept of people. */
@Path("")
@Tag(name = "identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonalResource {
    private static final int MOST = 10_000;
    @Inject
    PersonalFiles files;
    @Inject
    Leavers leavers;

    @GET
    @Path("me/personal-data")
    @Operation(summary = "All that is kept of the owner of the token, by table; the newest 10,000 rows of each, and how many there are")
    public PersonalFiles.File mine() {
        return files.mine(MOST);
    }

    @GET
    @Path("leavers")
    @Operation(summary = "Deactivated accounts whose name still stands, and which of them the rule forgets with the next run")
    public List<Leavers.Leaver> leavers() {
        return leavers.left();
    }

    @GET
    @Path("leavers/{id}")
    @Operation(summary = "What would be done with the data of somebody who has left")
    public Leavers.Plan plan(@PathParam("id") long id) {
        return leavers.plan(id);
    }

    @POST
    @Path("leavers/{id}/forget")
    @Operation(summary = "Replace the name of somebody who has left by a number, for good")
    public void forget(@PathParam("id") long id) {
        leavers.forget(id);
    }
}
