package de.schulpakt.funding.pack.web;

import de.schulpakt.funding.pack.PackList;
import de.schulpakt.funding.pack.PackQueries;
import de.schulpakt.funding.pack.Packs;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rule packs: a programme as a file. */
@Path("rule-packs")
@Tag(name = "rule packs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PackResource {
    private static final int MOST = 300 * 1024;
    @Inject
    Packs packs;
    @Inject
    PackQueries queries;
    @Inject
    PackList list;

    @GET
    @Operation(summary = "Rule packs that were checked, the newest first")
    public Page<PackQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("schema")
    @Operation(summary = "The JSON schema that a pack keeps to")
    public String schema() {
        return queries.schema();
    }

    @GET
    @Path("shipped")
    @Operation(summary = "Names of the packs that come with the program")
    public List<String> shipped() {
        return queries.shipped();
    }

    @POST
    @Consumes({"application/yaml", "text/yaml", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Check a pack: the body is the YAML file, at most 256 KB. Its cases are tried, nothing is taken over")
    public Response check(@QueryParam("filename") String name, InputStream body) throws IOException {
        return created(packs.check(new Packs.Check(name == null || name.isBlank() ? "pack.yaml" : name, body.readNBytes(MOST))));
    }

    @POST
    @Path("shipped")
    @Operation(summary = "Check a pack that comes with the program")
    public Response checkShipped(Packs.Shipped cmd) {
        return created(packs.checkShipped(cmd));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A pack: what it changes against the rules that stand today, whom it hits, its cases, what is open")
    public PackQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/file")
    @Produces("application/yaml")
    @Operation(summary = "The file as it came")
    public String file(@PathParam("id") long id) {
        return queries.file(id);
    }

    @POST
    @Path("{id}/import")
    @Operation(summary = "Take the rules over, unverified")
    public PackQueries.View take(@PathParam("id") long id, Packs.Step cmd) {
        packs.take(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirm, as a second person, all that the pack calls confirmed")
    public PackQueries.View confirm(@PathParam("id") long id, Packs.Step cmd) {
        packs.confirm(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/discard")
    @Operation(summary = "Give a pack up that was not taken over")
    public PackQueries.View discard(@PathParam("id") long id, Packs.Step cmd) {
        packs.discard(id, cmd);
        return queries.view(id);
    }

    private static Response created(Long id) {
        return Response.created(URI.create("rule-packs/" + id)).entity(Map.of("id", id)).build();
    }
}
