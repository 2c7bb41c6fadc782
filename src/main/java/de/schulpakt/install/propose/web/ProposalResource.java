package de.schulpakt.install.propose.web;

import de.schulpakt.install.propose.SlotProposals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dates that suit a ticket, over REST. */
@Path("tickets/{id}/proposed-slots")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProposalResource {
    @Inject
    SlotProposals proposals;

    @GET
    @Operation(summary = "Dates that suit the asker, the school and the work; of noisy work those without lessons first")
    public SlotProposals.View proposed(@PathParam("id") long id) {
        return proposals.propose(id);
    }
}
