package de.schulpakt.overview.textblock.web;

import de.schulpakt.overview.textblock.TextBlockQueries;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is recorded of an application, in words. */
@Path("applications/{id}/text-blocks")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TextBlockResource {
    @Inject
    TextBlockQueries queries;
    @Inject
    Language language;

    @GET
    @Operation(summary = "Paragraphs that say what is recorded of an application, in the language of Accept-Language, each with its figures, their pages, and what is not recorded")
    public TextBlockQueries.View blocks(@PathParam("id") long id) {
        return queries.of(id, language.getLocale());
    }
}
