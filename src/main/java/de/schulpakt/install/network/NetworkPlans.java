package de.schulpakt.install.network;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for a whole building, school or model: uplinks, VLANs with their address ranges, the ports of a model. */
@UseCases
public class NetworkPlans {
    private static final Pattern RANGE = Pattern.compile("([0-9.]{7,15}|[0-9A-Fa-f:]{2,39})/(\\d{1,3})");
    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final int BYTE = 256;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /** A building. */
    record Place(Long schoolId, String name) {
    }

    /**
     * Says how a building reaches the Internet.
     *
     * @throws Refused {@code network.port_of_other_school}, {@code network.taken_down}; {@code network_uplink_port_once} by the database
     */
    public void setUplink(@Valid SetUplink cmd) {
        Place building = Ask.of(em, Place.class, "select b.schoolId as schoolId, b.name as name from Building b where b.id = :id")
                .set("id", cmd.buildingId()).one().orElseThrow(() -> new NotFound("Building", cmd.buildingId()));
        guard.require(NETWORK_EDIT, building.schoolId());
        if (cmd.portId() != null) {
            NetworkPort port = em.find(NetworkPort.class, cmd.portId());
            if (port == null || !port.schoolId().equals(building.schoolId())) {
                throw new Refused("network.port_of_other_school");
            }
            NetworkUnit unit = Find.locked(em, NetworkUnit.class, port.unitId());
            if (!unit.live()) {
                throw new Refused("network.taken_down", unit.name());
            }
        }
        NetworkUplink uplink = em.createQuery("select l from NetworkUplink l where l.buildingId = :building", NetworkUplink.class)
                .setParameter("building", cmd.buildingId()).getResultStream().findFirst().orElse(null);
        if (uplink == null) {
            uplink = new NetworkUplink(building.schoolId(), cmd.buildingId());
            uplink.is(cmd);
            em.persist(uplink);
        } else {
            uplink.seen(cmd.version(), building.name());
            uplink.is(cmd);
        }
        em.flush();
        history.record(uplink.ref(building.name()), NetworkAction.SET_UPLINK, Said.that("network.said_uplink", building.name(), cmd.technology())
                .andWords(cmd.reason()));
    }

    /**
     * Writes a VLAN down; {@code network_vlan_once} by the database.
     *
     * @return its id
     * @throws Refused {@code network.range} if the addresses are no range such as 10.20.0.0/16
     */
    public Long addVlan(@Valid AddVlan cmd) {
        guard.require(NETWORK_EDIT, cmd.schoolId());
        NetworkVlan vlan = new NetworkVlan(cmd.schoolId(), cmd.number());
        vlan.is(cmd.name(), range(cmd.addresses()));
        em.persist(vlan);
        em.flush();
        history.record(vlan.ref(), NetworkAction.SET_VLAN, Said.that("network.said_vlan", cmd.number(), vlan.name()));
        return vlan.id();
    }

    /** A VLAN has another name or range; refused as {@link #addVlan}. */
    public void changeVlan(long vlanId, @Valid ChangeVlan cmd) {
        NetworkVlan vlan = Find.locked(em, NetworkVlan.class, vlanId);
        guard.require(NETWORK_EDIT, vlan.schoolId());
        vlan.seen(cmd.version());
        vlan.is(cmd.name(), range(cmd.addresses()));
        history.record(vlan.ref(), NetworkAction.SET_VLAN, Said.that("network.said_vlan", vlan.ref().no(), vlan.name()).andWords(cmd.reason()));
    }

    /**
     * A VLAN is no more.
     *
     * @throws Refused {@code network.vlan_used} while a port is in it
     */
    public void removeVlan(long vlanId, @Valid Networks.Remove cmd) {
        NetworkVlan vlan = Find.locked(em, NetworkVlan.class, vlanId);
        guard.require(NETWORK_EDIT, vlan.schoolId());
        vlan.seen(cmd.version());
        long ports = Ask.of(em, Long.class, "select count(p) from NetworkPort p where p.vlanId = :vlan").set("vlan", vlanId).one().orElse(0L);
        if (ports > 0) {
            throw new Refused("network.vlan_used", vlan.ref().no(), ports);
        }
        history.record(vlan.ref(), NetworkAction.REMOVE_VLAN, Said.that("network.said_vlan", vlan.ref().no(), vlan.name()).andWords(cmd.reason()));
        em.remove(vlan);
    }

    /**
     * Says which ports the devices of a model have, perhaps none; units that are there keep theirs. For technicians of all schools.
     *
     * @throws Refused of the ports as {@link PortNames#read}
     */
    public void setModelPorts(long modelId, @Valid ModelPorts cmd) {
        guard.requireEverywhere(NETWORK_EDIT);
        String model = Ask.of(em, String.class, "select concat(m.maker, concat(' ', m.name)) from DeviceModel m where m.id = :id").set("id", modelId).one()
                .orElseThrow(() -> new NotFound("DeviceModel", modelId));
        List<String> before = em.createQuery("select m from ModelPort m where m.modelId = :model order by m.place", ModelPort.class)
                .setParameter("model", modelId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().map(ModelPort::shown).toList();
        if (!before.equals(cmd.seen())) {
            throw new Conflict(new Ref("DeviceModel", modelId, model));
        }
        Map<String, Boolean> names = PortNames.read(cmd.ports());
        em.createQuery("delete from ModelPort m where m.modelId = :model").setParameter("model", modelId).executeUpdate();
        int place = 0;
        for (Map.Entry<String, Boolean> port : names.entrySet()) {
            em.persist(new ModelPort(modelId, ++place, port.getKey(), port.getValue()));
        }
        history.record(new Ref("DeviceModel", modelId, model), NetworkAction.ADD_PORTS, Said.that("network.said_ports", names.size()));
    }

    /** The range as it is kept; refuses one whose addresses or length there cannot be, and one that begins within itself. */
    private static String range(String typed) {
        String text = Fold.code(typed);
        if (text == null) {
            return null;
        }
        Matcher parts = RANGE.matcher(text);
        byte[] address = parts.matches() ? bytes(parts.group(1)) : null;
        if (address == null || Integer.parseInt(parts.group(2)) > address.length * Byte.SIZE) {
            throw new Refused("network.range", text.substring(0, Math.min(60, text.length())));
        }
        int rest = address.length * Byte.SIZE - Integer.parseInt(parts.group(2));
        BigInteger number = new BigInteger(1, address);
        if (!number.shiftRight(rest).shiftLeft(rest).equals(number)) {
            throw new Refused("network.range", text);
        }
        return text;
    }

    private static byte[] bytes(String address) {
        Matcher four = FOUR.matcher(address);
        if (four.matches()) {
            byte[] bytes = new byte[4];
            for (int i = 0; i < bytes.length; i++) {
                int one = Integer.parseInt(four.group(i + 1));
                if (one >= BYTE) {
                    return null;
                }
                bytes[i] = (byte) one;
            }
            return bytes;
        }
        try {
            // with a colon in it, it is an address and never asked of a name server
            return address.contains(":") ? InetAddress.getByName(address).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /**
     * How a building reaches the Internet.
     *
     * @param version null if nothing was said of it before
     * @param fibreOn day on which fibre is planned, null for none
     * @param note    conduits, road works; may be null
     * @param portId  port at which it is handed over, may be null
     */
    public record SetUplink(@NotNull Long buildingId, Integer version, @NotNull UplinkTechnology technology, @Min(1) @Max(1000000) Integer downMbit,
            @Min(1) @Max(1000000) Integer upMbit, @Size(max = 120) String provider, LocalDate fibreOn, @Size(max = 500) String note, Long portId,
            @Size(max = 2000) String reason) {
    }

    /**
     * A VLAN.
     *
     * @param addresses its range in CIDR notation, may be null
     */
    public record AddVlan(@NotNull Long schoolId, @NotNull @Min(1) @Max(4094) Integer number, @NotBlank @Size(max = 60) String name,
            @Size(max = 60) String addresses) {
    }

    /** A VLAN as it is from now on, and why. */
    public record ChangeVlan(@NotNull Integer version, @NotBlank @Size(max = 60) String name, @Size(max = 60) String addresses,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * The ports of a model.
     *
     * @param seen  those that the asker saw, one that leads up with {@code ^} before it
     * @param ports as {@link Networks.Add}; null or blank for none
     */
    public record ModelPorts(@NotNull @Size(max = 200) List<@NotNull @Size(max = 61) String> seen, @Size(max = 20000) String ports) {
    }
}
