package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.CreateUser;
import de.schulpakt.identity.account.PasswordLinks;
import de.schulpakt.identity.account.SecurityList;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.account.UserList;
import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.rest.Secret;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who one is, one's access tokens, and the users of the installation. */
@Path("")
@Tag(name = "identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IdentityResource {
    /** Who asks, and with which roles; rights are those that the token was given, null for all. */
    public record Me(Long id, String login, String name, List<Grant> grants, Set<Permission> rights) {
    }

    /** A user just made; {@code link} is null where it went by mail. */
    public record NewUser(Long id, String sentTo, String link, Instant expiresAt) {
        static NewUser of(PasswordLinks.Made made) {
            return new NewUser(made.userId(), made.sentTo(), made.link(), made.expiresAt());
        }
    }

    @Inject
    CurrentUser current;
    @Inject
    Users users;
    @Inject
    Accounts accounts;
    @Inject
    SignIns signIns;
    @Inject
    PasswordLinks links;
    @Inject
    UserQueries queries;
    @Inject
    UserList userList;
    @Inject
    SecurityList securityList;

    @GET
    @Path("me")
    @Operation(summary = "Who the token belongs to and what roles that user has")
    public Me me() {
        return new Me(current.id(), current.login(), current.name(), current.grants(), current.rights());
    }

    @GET
    @Path("tokens")
    @Operation(summary = "One's own access tokens, without their secrets")
    public List<UserQueries.Token> tokens() {
        return queries.tokens();
    }

    @POST
    @Path("tokens")
    @Operation(summary = "Make an access token; its secret is answered this once. As that for the password it also takes HTTP Basic")
    @Secret
    public Response createToken(Accounts.CreateToken command) {
        var made = accounts.createToken(command);
        return Response.created(URI.create("tokens/" + made.id())).entity(made).build();
    }

    @DELETE
    @Path("tokens/{id}")
    @Operation(summary = "Revoke one of one's own tokens at once")
    public void revoke(@PathParam("id") long id) {
        accounts.revokeToken(id);
    }

    @GET
    @Path("users")
    @Operation(summary = "Users, each once with its roles and where they hold")
    public Page<UserList.Row> users(@BeanParam Asked asked) {
        return userList.page(asked.view());
    }

    @POST
    @Path("users")
    @Operation(summary = "Create a user with one or more roles. A link to set the password goes by mail; where no letter can be sent it is answered this once")
    @Secret
    public Response create(CreateUser command) {
        PasswordLinks.Made made = users.create(command);
        return Response.created(URI.create("users/" + made.userId())).entity(NewUser.of(made)).build();
    }

    @POST
    @Path("users/{id}/grant")
    @Operation(summary = "Give a user one more role")
    public void grant(@PathParam("id") long id, Grant grant) {
        users.grant(id, grant);
    }

    @GET
    @Path("pending-roles")
    @Operation(summary = "The roles that wait for a second person")
    public List<UserQueries.Pending> pendingRoles() {
        return queries.pending();
    }

    @POST
    @Path("pending-roles/{id}/confirm")
    @Operation(summary = "Confirm as a second person that a user gets a role")
    public void confirmRole(@PathParam("id") long id) {
        users.confirmRole(id);
    }

    @POST
    @Path("pending-roles/{id}/decline")
    @Operation(summary = "Say that a role that waits for a second person is not to hold")
    public void declineRole(@PathParam("id") long id) {
        users.declineRole(id);
    }

    @POST
    @Path("users/{id}/activate")
    @Operation(summary = "Let a user sign in again")
    public void activate(@PathParam("id") long id) {
        users.activate(id, true);
    }

    @POST
    @Path("users/{id}/deactivate")
    @Operation(summary = "Let a user no longer sign in; sessions and tokens end at once")
    public void deactivate(@PathParam("id") long id) {
        users.activate(id, false);
    }

    @POST
    @Path("me/password")
    @Operation(summary = "Change one's own password; takes HTTP Basic only. All sessions and tokens end")
    public void changePassword(SignIns.ChangePassword command) {
        signIns.changePassword(command);
    }

    @GET
    @Path("users/{id}")
    @Operation(summary = "A user with roles, sessions and tokens")
    public UserQueries.View user(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("users/{id}/take-role")
    @Operation(summary = "Take a role back; sessions and tokens of the user end")
    public void takeRole(@PathParam("id") long id, Grant grant) {
        users.takeRole(id, grant);
    }

    @POST
    @Path("users/{id}/limit-role")
    @Operation(summary = "Give a role a last day, or take it off")
    public void limitRole(@PathParam("id") long id, Users.Limit command) {
        users.limit(id, command);
    }

    @POST
    @Path("users/{id}/password-link")
    @Operation(summary = "Send a user a link to set a password; where no letter can be sent it is answered this once")
    @Secret
    public NewUser sendLink(@PathParam("id") long id, PasswordLinks.Send command) {
        return NewUser.of(links.send(id, command));
    }

    @POST
    @Path("password-links")
    @Operation(summary = "Say that a password is forgotten, without a token; the answer is the same whether there is such an account or not")
    public Response forgot(PasswordLinks.Forgot command) {
        links.forgot(command);
        return Response.accepted().build();
    }

    @POST
    @Path("password-links/use")
    @Operation(summary = "Set the password over a link that was sent, without a token; the link is what stands behind link= in it")
    public void setPassword(SignIns.SetPassword command) {
        signIns.setPassword(command);
    }

    @POST
    @Path("users/{id}/correct")
    @Operation(summary = "Put name and user name of somebody else right")
    public void correct(@PathParam("id") long id, Users.Correct command) {
        users.correct(id, command);
    }

    @POST
    @Path("users/{id}/unlock")
    @Operation(summary = "Let an account be tried again at once after too many failures")
    public void unlock(@PathParam("id") long id) {
        users.unlock(id);
    }

    @POST
    @Path("users/{id}/end-all")
    @Operation(summary = "End all sessions and tokens of a user")
    public void endAll(@PathParam("id") long id) {
        users.endAll(id);
    }

    @DELETE
    @Path("users/{id}/tokens/{token}")
    @Operation(summary = "Revoke a token of a user")
    public void revokeToken(@PathParam("id") long id, @PathParam("token") long token) {
        users.revokeToken(id, token);
    }

    @GET
    @Path("security-events")
    @Operation(summary = "The security log, newest first")
    public Page<SecurityList.Row> events(@BeanParam Asked asked) {
        return securityList.page(asked.view());
    }
}
