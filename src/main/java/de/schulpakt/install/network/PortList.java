package de.schulpakt.install.network;

import static de.schulpakt.identity.Permission.NETWORK_VIEW;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.util.List;

/** The ports of the schools that the asker may see, the newest first; of units that are not taken down. */
@Queries
public class PortList extends ListOf<PortList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "network-ports", "/install/ports")
            .from("NetworkPort p").join("u", "left join NetworkUnit u on u.id = p.unitId").join("s", "join School s on s.id = p.schoolId")
            .join("q", "left join NetworkUnit q on q.id = u.parentId").join("r", "left join Room r on r.id = u.roomId")
            .join("b", "left join Building b on b.id = r.buildingId").join("d", "left join Device d on d.id = u.deviceId")
            .join("v", "left join NetworkVlan v on v.id = p.vlanId")
            .hidden("unitId", "u.id").hidden("schoolId", "s.id").hidden("roomId", "r.id")
            .column("unit", "network.unit", TEXT, "u.name").sorted("unit", "u.name").always().link("unit.xhtml?id={unitId}")
            .column("port", "network.port", TEXT, "p.name")
            .column("kind", "network.kind", NAME, "u.kind").sorted()
            .column("school", "network.school", TEXT, "s.name").sorted()
            .column("distributor", "network.parent", TEXT, "q.name").asked()
            .column("building", "network.building", TEXT, "b.name").asked()
            .column("room", "network.room", TEXT, "r.name").sorted("room", "r.nameKey")
            .column("inventoryNo", "network.device", TEXT, "d.inventoryNo")
            .column("vlan", "network.vlan", NUMBER, "v.number")
            .column("cables", "network.cables", NUMBER, "(select count(e.id) from NetworkEnd e where e.portId = p.id and e.live = true)")
            .column("leadsUp", "network.leads_up", FLAG, "p.leadsUp").asked()
            .column("closed", "network.closed", FLAG, "p.closed").asked()
            .column("note", "network.note", TEXT, "p.note").asked()
            .words("text", Words.in().starts("u.name", "p.name").numbers("u.deviceId", "DeviceIdentifier", "deviceId", "valueKey"))
            .equal("school", Long.class, "p.schoolId").equal("kind", UnitKind.class, "u.kind").equal("room", Long.class, "u.roomId")
            .equal("closed", Boolean.class, "p.closed").equal("distributor", Long.class, "u.parentId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.scope(NETWORK_VIEW).of("s"), Condition.of("u.live = true")));
    }

    /**
     * A port.
     *
     * @param cables how many are in it, at most one in each face
     */
    public record Row(Long id, Long unitId, String unit, String port, UnitKind kind, Long schoolId, String school, String distributor, String building,
            Long roomId, String room, String inventoryNo, Integer vlan, Long cables, Boolean leadsUp, Boolean closed, String note) {
    }
}
