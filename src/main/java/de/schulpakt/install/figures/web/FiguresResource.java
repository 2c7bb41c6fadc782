package de.schulpakt.install.figures.web;

import de.schulpakt.install.figures.FiguresQueries;
import de.schulpakt.install.figures.TicketFigureList;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures of the technicians' work over REST. */
@Path("ticket-figures")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FiguresResource {
    @Inject
    FiguresQueries queries;
    @Inject
    TicketFigureList list;

    @GET
    @Operation(summary = "The tickets behind the figures; sort by no")
    public Page<TicketFigureList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("weeks")
    @Operation(summary = "Thirteen weeks up to the one of day, by team: opened, done, age, promises broken, time, material, ratings; cost by model and fund")
    public FiguresQueries.Figures weeks(@QueryParam("day") String day, @QueryParam("authority") Long authority, @QueryParam("kind") String kind) {
        LocalDate asked = Params.day(day);
        if (day != null && asked == null) {
            throw BadParameter.value("day", day);
        }
        return queries.figures(asked, authority, kind);
    }
}
