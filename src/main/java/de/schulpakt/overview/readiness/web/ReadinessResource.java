package de.schulpakt.overview.readiness.web;

import de.schulpakt.overview.readiness.ReadinessMap;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.overview.readiness.RoomList;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How ready the rooms are, over REST. */
@Path("readiness")
@Tag(name = "overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReadinessResource {
    @Inject
    RoomList list;
    @Inject
    ReadinessMap map;
    @Inject
    ReadinessQueries queries;

    @GET
    @Operation(summary = "Rooms with what each has of what it needs; missing: SURVEY, CABLE, PORT, ACCESS_POINT, DISPLAY or DEVICES that it lacks first;"
            + " sort by room or school")
    public Page<RoomList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("map")
    @Operation(summary = "The schools with where they are drawn and how ready their rooms are; of one authority or all")
    public ReadinessMap.View map(@QueryParam("authority") Long authority) {
        return map.map(authority);
    }

    @GET
    @Path("schools/{school}")
    @Operation(summary = "The rooms of a school with what has to happen next, and whose turn it is")
    public List<ReadinessQueries.Readiness> school(@PathParam("school") long school) {
        return queries.rooms(school);
    }
}
