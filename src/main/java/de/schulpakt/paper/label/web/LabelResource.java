package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelQueries;
import de.schulpakt.platform.list.web.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Labels over REST. */
@Path("labels")
@Tag(name = "labels")
@ApplicationScoped
public class LabelResource {
    @Inject
    LabelQueries labels;

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Labels as PDF: of=devices or rooms, format (see formats), code=QR or CODE_128, first free place, frame=true, and the "
            + "parameters of the list of devices, or school of rooms; id once or more often for single ones")
    public void labels(@BeanParam Asked asked, @Context HttpServletResponse response) throws IOException {
        LabelServlet.head(response);
        labels.write(asked.view().sent(), true, response.getOutputStream());
        response.flushBuffer();
    }

    @GET
    @Path("formats")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sheets and rolls of labels; sizes in hundredths of a millimetre")
    public List<LabelQueries.Format> formats() {
        return labels.formats();
    }
}
