package de.schulpakt.install.network.web;

import de.schulpakt.install.network.NetworkPlans;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.PortList;
import de.schulpakt.install.network.WayQueries;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The network record over REST. */
@Path("network")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NetworkResource {
    @Inject
    Networks networks;
    @Inject
    NetworkPlans plans;
    @Inject
    NetworkQueries queries;
    @Inject
    WayQueries traces;
    @Inject
    PortList list;

    @GET
    @Path("ports")
    @Operation(summary = "Ports of the schools that the token may see, by socket, switch, port or any number of a device, its MAC among them;"
            + " sort by unit, kind, school or room")
    public Page<PortList.Row> ports(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("schools/{school}")
    @Operation(summary = "Distributors of a school with what stands in them, uplinks of its buildings, its VLANs")
    public NetworkQueries.Overview school(@PathParam("school") long school) {
        return queries.overview(school);
    }

    @POST
    @Path("units")
    @Operation(summary = "Write a unit down with its ports: named, or those of the model of its device")
    public Response add(@NotNull Networks.Add cmd) {
        Long id = networks.add(cmd);
        return Response.created(URI.create("network/units/" + id)).entity(queries.unit(id)).build();
    }

    @GET
    @Path("units/{id}")
    @Operation(summary = "One unit with its ports and what is plugged in them")
    public NetworkQueries.View unit(@PathParam("id") long id) {
        return queries.unit(id);
    }

    @POST
    @Path("units/{id}/change")
    @Operation(summary = "Another name, place or note, with a reason")
    public NetworkQueries.View change(@PathParam("id") long id, @NotNull Networks.Change cmd) {
        networks.change(id, cmd);
        return queries.unit(id);
    }

    @POST
    @Path("units/{id}/ports")
    @Operation(summary = "More ports")
    public NetworkQueries.View addPorts(@PathParam("id") long id, @NotNull Networks.AddPorts cmd) {
        networks.addPorts(id, cmd);
        return queries.unit(id);
    }

    @POST
    @Path("units/{id}/swap")
    @Operation(summary = "Another device plays its part, or none; name, ports and cables stay")
    public NetworkQueries.View swap(@PathParam("id") long id, @NotNull Networks.Swap cmd) {
        networks.swap(id, cmd);
        return queries.unit(id);
    }

    @POST
    @Path("units/{id}/remove")
    @Operation(summary = "It was taken down; refused while something is plugged")
    public NetworkQueries.View remove(@PathParam("id") long id, @NotNull Networks.Remove cmd) {
        networks.remove(id, cmd);
        return queries.unit(id);
    }

    @POST
    @Path("ports/{id}")
    @Operation(summary = "Name, VLAN, direction and state of a port")
    public void setPort(@PathParam("id") long id, @NotNull Networks.SetPort cmd) {
        networks.setPort(id, cmd);
    }

    @POST
    @Path("ports/{id}/remove")
    @Operation(summary = "A port was written down by mistake; refused while something is plugged")
    public void removePort(@PathParam("id") long id, @NotNull Networks.Remove cmd) {
        networks.removePort(id, cmd);
    }

    @GET
    @Path("ports/{id}/way")
    @Operation(summary = "The way of a port to the uplink")
    public WayQueries.Way wayOfPort(@PathParam("id") long id) {
        return traces.ofPort(id);
    }

    @GET
    @Path("devices/{id}/way")
    @Operation(summary = "The way of a device to the uplink")
    public WayQueries.Way wayOfDevice(@PathParam("id") long id) {
        return traces.ofDevice(id);
    }

    @POST
    @Path("cables")
    @Operation(summary = "Plug a cable between two ports of a school")
    public Plugged plug(@NotNull Networks.Plug cmd) {
        return new Plugged(networks.plug(cmd));
    }

    @POST
    @Path("cables/{id}/unplug")
    @Operation(summary = "Unplug it at both ends")
    public void unplug(@PathParam("id") long id, @NotNull Networks.Remove cmd) {
        networks.unplug(id, cmd);
    }

    @PUT
    @Path("uplinks")
    @Operation(summary = "Say how a building reaches the Internet")
    public void setUplink(@NotNull NetworkPlans.SetUplink cmd) {
        plans.setUplink(cmd);
    }

    @POST
    @Path("vlans")
    @Operation(summary = "Write a VLAN down")
    public Plugged addVlan(@NotNull NetworkPlans.AddVlan cmd) {
        return new Plugged(plans.addVlan(cmd));
    }

    @POST
    @Path("vlans/{id}")
    @Operation(summary = "Another name or range of a VLAN")
    public void changeVlan(@PathParam("id") long id, @NotNull NetworkPlans.ChangeVlan cmd) {
        plans.changeVlan(id, cmd);
    }

    @POST
    @Path("vlans/{id}/remove")
    @Operation(summary = "A VLAN is no more; refused while a port is in it")
    public void removeVlan(@PathParam("id") long id, @NotNull Networks.Remove cmd) {
        plans.removeVlan(id, cmd);
    }

    @GET
    @Path("models/{id}")
    @Operation(summary = "The ports that devices of a model have")
    public NetworkQueries.ModelPorts modelPorts(@PathParam("id") long id) {
        return queries.modelPorts(id);
    }

    @PUT
    @Path("models/{id}")
    @Operation(summary = "Say which ports they have: names, ranges, or a device type as YAML in the field")
    public NetworkQueries.ModelPorts setModelPorts(@PathParam("id") long id, @NotNull NetworkPlans.ModelPorts cmd) {
        plans.setModelPorts(id, cmd);
        return queries.modelPorts(id);
    }

    /** What was made. */
    public record Plugged(Long id) {
    }
}
