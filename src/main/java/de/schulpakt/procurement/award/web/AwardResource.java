package de.schulpakt.procurement.award.web;

import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardInvites;
import de.schulpakt.procurement.award.AwardList;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.award.Awards;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Award files: how purchases were awarded. */
@Path("awards")
@Tag(name = "orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AwardResource {
    @Inject
    AwardInvites invites;
    @Inject
    Awards awards;
    @Inject
    AwardQueries queries;
    @Inject
    AwardList list;
    @Inject
    PrintQueries prints;
    @Inject
    Language language;

    @GET
    @Operation(summary = "Award files of the authorities that the token may see, the newest first")
    public Page<AwardList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An award file with the companies that were asked, what the rules say of it, its orders, actions, version and timeline")
    public AwardQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/paper")
    @Produces(PrintQueries.PDF)
    @Operation(summary = "The note of the award, as PDF in the language of Accept-Language")
    public Response paper(@PathParam("id") long id) {
        return Response.ok(prints.print("award-note", id, null, language.getLocale()).bytes()).build();
    }

    @POST
    @Operation(summary = "Open the file of a purchase, before anybody is asked")
    public Response open(Awards.Open cmd) {
        Long id = awards.open(cmd);
        return Response.created(URI.create("awards/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Change what the file says of the purchase")
    public AwardQueries.View change(@PathParam("id") long id, Awards.Change c) {
        awards.change(id, c);
        return queries.view(id);
    }

    @GET
    @Path("{id}/invites")
    @Operation(summary = "The companies of a file, and by which letter each was asked last")
    public List<AwardQueries.Invited> invited(@PathParam("id") long id) {
        return queries.invited(id);
    }

    @POST
    @Path("{id}/invites")
    @Operation(summary = "Ask companies of a file for their offer by mail, all or none; who was asked before only with again")
    public List<AwardQueries.Invited> invite(@PathParam("id") long id, AwardInvites.Invite c) {
        invites.invite(id, c);
        return queries.invited(id);
    }

    @GET
    @Path("{id}/invitation")
    @Operation(summary = "The words by which companies are asked, to be copied; until, answerTo and words fill them in")
    public AwardQueries.InvitationText invitation(@PathParam("id") long id, @QueryParam("until") String until, @QueryParam("answerTo") String answerTo,
            @QueryParam("words") String words) {
        LocalDate day = Params.day(until);
        if (until != null && day == null) {
            throw BadParameter.value("until", until);
        }
        return queries.invitation(id, day, answerTo, words);
    }

    @POST
    @Path("{id}/bids")
    @Operation(summary = "A company is asked for an offer")
    public AwardQueries.View ask(@PathParam("id") long id, Awards.AskFor c) {
        awards.ask(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/bids/{bid}")
    @Operation(summary = "What a company has answered; replaces its answer of before")
    public AwardQueries.View answer(@PathParam("id") long id, @PathParam("bid") long bid, Awards.Answer c) {
        awards.answer(id, bid, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/propose")
    @Operation(summary = "Who is to get the order, and why; asks the rules of the programme")
    public AwardQueries.View propose(@PathParam("id") long id, Awards.Propose c) {
        awards.propose(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/decide")
    @Operation(summary = "Decide as proposed, by another person where a rule asks for two")
    public AwardQueries.View decide(@PathParam("id") long id, Awards.Decide c) {
        awards.decide(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/return")
    @Operation(summary = "Give what was proposed back, with the reason")
    public AwardQueries.View giveBack(@PathParam("id") long id, Awards.Reason c) {
        awards.giveBack(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Nothing is bought by it, with the reason; not while an order names it")
    public AwardQueries.View withdraw(@PathParam("id") long id, Awards.Reason c) {
        awards.withdraw(id, c);
        return queries.view(id);
    }
}
