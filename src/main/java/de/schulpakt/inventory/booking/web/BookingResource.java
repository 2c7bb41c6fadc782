package de.schulpakt.inventory.booking.web;

import de.schulpakt.inventory.booking.BookingList;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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

/** Bookings and the pool of loans over REST. */
@Path("loan-bookings")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BookingResource {
    @Inject
    Bookings bookings;
    @Inject
    Pool pool;
    @Inject
    BookingQueries queries;
    @Inject
    BookingList list;

    @GET
    @Operation(summary = "Bookings of the schools whose loans the token may see; sort by no, from, to or state")
    public Page<BookingList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Keep a number of devices of a model for some days")
    public Response book(@NotNull Bookings.Book cmd) {
        Long id = bookings.book(cmd);
        return Response.created(URI.create("loan-bookings/" + id)).entity(queries.view(id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One booking")
    public BookingQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/hand-out")
    @Operation(summary = "The devices that were kept go out: a loan for each")
    public Map<String, List<Long>> handOut(@PathParam("id") long id, @NotNull Bookings.Take cmd) {
        return Map.of("ids", bookings.handOut(id, cmd));
    }

    @POST
    @Path("{id}/reschedule")
    @Operation(summary = "The booking is for other days")
    public BookingQueries.View reschedule(@PathParam("id") long id, @NotNull Bookings.Reschedule cmd) {
        bookings.reschedule(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "The booking is not wanted any longer")
    public BookingQueries.View cancel(@PathParam("id") long id, @NotNull Bookings.Why cmd) {
        bookings.cancel(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/put-back")
    @Operation(summary = "The devices had gone out by mistake: they are back, and kept again")
    public BookingQueries.View putBack(@PathParam("id") long id, @NotNull Bookings.Why cmd) {
        bookings.putBack(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "The booking is wanted after all")
    public BookingQueries.View reopen(@PathParam("id") long id, @NotNull Bookings.Why cmd) {
        bookings.reopen(id, cmd);
        return queries.view(id);
    }

    @GET
    @Path("pool/{school}")
    @Operation(summary = "The pool of a school by model, with what is free today")
    public List<BookingQueries.Model> models(@PathParam("school") long school) {
        return queries.models(school);
    }

    @GET
    @Path("pool/{school}/lacking")
    @Operation(summary = "The bookings of a school for which fewer devices are there than are booked")
    public List<BookingQueries.Lacking> lacking(@PathParam("school") long school) {
        return queries.lacking(school);
    }

    @GET
    @Path("pool/{school}/devices")
    @Operation(summary = "The devices of a school's pool, with their sets")
    public List<BookingQueries.Member> members(@PathParam("school") long school) {
        return queries.members(school);
    }

    @POST
    @Path("pool/join")
    @Operation(summary = "Devices are for lending from now on, with a set or with none")
    public Map<String, Integer> join(@NotNull Pool.Join cmd) {
        return Map.of("joined", pool.join(cmd));
    }

    @POST
    @Path("pool/leave")
    @Operation(summary = "Devices are not for lending any longer")
    public Map<String, Integer> leave(@NotNull Pool.Leave cmd) {
        return Map.of("left", pool.leave(cmd));
    }

    @POST
    @Path("pool/sets")
    @Operation(summary = "Make a class set")
    public Map<String, Long> makeSet(@NotNull Pool.MakeSet cmd) {
        return Map.of("id", pool.makeSet(cmd));
    }

    @POST
    @Path("pool/sets/{set}/rename")
    @Operation(summary = "Call a class set otherwise")
    public void renameSet(@PathParam("set") long set, @NotNull Pool.RenameSet cmd) {
        pool.renameSet(set, cmd);
    }

    @POST
    @Path("pool/sets/{set}/dissolve")
    @Operation(summary = "A class set is no more; its devices stay for lending, each alone; answers how many belonged to it")
    public Map<String, Integer> dissolveSet(@PathParam("set") long set, @NotNull Pool.DissolveSet cmd) {
        return Map.of("devices", pool.dissolveSet(set, cmd));
    }
}
