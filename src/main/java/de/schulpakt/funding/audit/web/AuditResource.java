package de.schulpakt.funding.audit.web;

import de.schulpakt.funding.audit.AuditBundles;
import de.schulpakt.funding.audit.BundleWriter;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an auditor asks of a grant. */
@Path("audit-bundles")
@Tag(name = "audit-bundles")
@ApplicationScoped
public class AuditResource {
    @Inject
    AuditBundles bundles;
    @Inject
    BundleWriter writer;
    @Inject
    Language language;

    @GET
    @Path("{application}")
    @Produces("application/zip")
    @Operation(summary = "All papers, proofs and tables of an application as ZIP, with index and SHA-256 sums")
    public Response bundle(@PathParam("application") long application) {
        Locale locale = language.getLocale();
        String name = bundles.fetch(application);
        StreamingOutput out = stream -> writer.write(application, locale, stream);
        return Response.ok(out).header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }
}
