package de.schulpakt.install.floor;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Like;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Questions about floor plans. */
@Queries
public class FloorQueries {
    private static final int MOST = 2000;
    private static final int OFFERED = 102;
    private static final String PLANS = """
            select f.id as id, f.version as version, f.schoolId as schoolId, s.name as school, s.authorityId as authorityId, f.buildingId as buildingId,
                b.name as building, f.floor as floor_, (select count(m) from FloorMark m where m.planId = f.id
                    and not exists (select x.id from NetworkUnit x where x.id = m.unitId and x.live is null)
                    and not exists (select p.id from NetworkPort p join NetworkUnit y on y.id = p.unitId where p.id = m.portId and y.live is null)
                    and not exists (select d.id from Device d where d.id = m.deviceId and d.schoolId <> f.schoolId)) as marks
            from FloorPlan f join School s on s.id = f.schoolId join Building b on b.id = f.buildingId where\s""";
    private static final String MARKS = """
            select m.id as id, m.version as version, m.planId as planId, m.x as x, m.y as y, m.unitId as unitId, m.portId as portId, m.deviceId as deviceId,
                u.kind as unitKind, u.name as unit, pu.id as portUnitId, pu.name as portUnit, p.name as port, p.closed as closed,
                d.inventoryNo as inventoryNo, d.state as deviceState, concat(dm.maker, concat(' ', dm.name)) as model,
                ud.id as playerId, ud.inventoryNo as player, ud.state as playerState,
                ur.name as unitRoom, pr.name as portRoom, dr.name as deviceRoom, f.floor as floor_, b.name as building,
                (select count(x) from NetworkPort x where x.unitId = m.unitId) as ports,
                (select count(e) from NetworkEnd e join NetworkPort y on y.id = e.portId where e.live = true and (y.unitId = m.unitId or y.id = m.portId)) as plugged
            from FloorMark m join FloorPlan f on f.id = m.planId join Building b on b.id = f.buildingId
                left join NetworkUnit u on u.id = m.unitId left join Device ud on ud.id = u.deviceId left join Room ur on ur.id = u.roomId
                left join NetworkPort p on p.id = m.portId left join NetworkUnit pu on pu.id = p.unitId left join Room pr on pr.id = pu.roomId
                left join Device d on d.id = m.deviceId left join DeviceModel dm on dm.id = d.modelId left join Room dr on dr.id = d.roomId
            where (u.id is null or u.live = true) and (pu.id is null or pu.live = true) and (d.id is null or d.schoolId = f.schoolId) and\s""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    PaperQueries papers;

    /**
     * The floor plans of a school, and where what is called so is drawn.
     *
     * @param text part of a name or number; null or blank finds nothing
     * @throws NotFound if the asker may not see the school's network
     */
    public Overview school(long schoolId, String text) {
        guard.require(NETWORK_VIEW, schoolId);
        List<Plan> plans = Ask.of(em, Plan.class, PLANS + "f.schoolId = :school order by b.name, f.floor, f.id").set("school", schoolId).list(MOST);
        if (plans.isEmpty()) {
            schools.mustBeThere(schoolId);
        }
        List<Mark> found = text == null || text.isBlank() ? List.of() : Ask.of(em, Mark.class, MARKS + """
                f.schoolId = :school and (u.name like :text escape '!' or concat(pu.name, concat(' / ', p.name)) like :text escape '!'
                    or d.inventoryNo like :text escape '!' or d.serial like :text escape '!' or ud.inventoryNo like :text escape '!'
                    or ud.serial like :text escape '!') order by m.id""").set("school", schoolId).set("text", Like.anywhere(text.strip())).list(OFFERED);
        return new Overview(schoolId, guard.may(NETWORK_EDIT, schoolId), plans, found, history.ofSchool("FloorPlan", schoolId));
    }

    /**
     * A floor plan with what is drawn on it, in the order in which it was drawn.
     *
     * @throws NotFound if there is none, or the asker may not see it
     */
    public View plan(long id) {
        Plan plan = seen(id);
        List<PaperQueries.Row> files = papers.all("FloorPlan", id);
        return new View(plan, guard.may(NETWORK_EDIT, plan.schoolId()), FloorPicture.of(files).map(PaperQueries.Row::id).orElse(null),
                files.stream().filter(row -> row.removedAt() == null && "application/pdf".equals(row.mediaType())).map(row -> new File(row.id(), row.name()))
                        .toList(),
                Ask.of(em, Mark.class, MARKS + "m.planId = :plan order by m.y, m.x, m.id").set("plan", id).list(MOST), history.of("FloorPlan", id));
    }

    private Plan seen(long id) {
        Plan plan = Ask.of(em, Plan.class, PLANS + "f.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("FloorPlan", id));
        try {
            guard.require(NETWORK_VIEW, plan.schoolId(), plan.authorityId());
        } catch (NotFound hidden) {
            throw new NotFound("FloorPlan", id);
        }
        return plan;
    }

    /**
     * Where a unit of the network is drawn; empty if nowhere.
     *
     * @throws NotFound if there is no such unit, or the asker may not see it
     */
    public Optional<Mark> ofUnit(long unitId) {
        Long school = Ask.of(em, Long.class, "select u.schoolId from NetworkUnit u where u.id = :id").set("id", unitId).one()
                .orElseThrow(() -> new NotFound("NetworkUnit", unitId));
        guard.require(NETWORK_VIEW, school);
        return Ask.of(em, Mark.class, MARKS + "m.unitId = :unit").set("unit", unitId).one();
    }

    /**
     * Where a device is drawn, itself or as the unit of the network that it plays; empty if nowhere.
     *
     * @throws NotFound if there is no such device, or the asker may not see the network of its school
     */
    public Optional<Mark> ofDevice(long deviceId) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", deviceId).one()
                .orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(NETWORK_VIEW, school);
        return Ask.of(em, Mark.class, MARKS + "(m.deviceId = :device or u.deviceId = :device) and f.schoolId = :school order by m.id").set("device", deviceId)
                .set("school", school).first();
    }

    /** Units of the school of a plan that are drawn nowhere yet, at most 102: to choose from. */
    public List<Offer> units(long planId, String text) {
        return Ask.of(em, Offer.class, """
                select u.id as id, u.name as label, r.name as room from NetworkUnit u left join Room r on r.id = u.roomId
                where u.schoolId = :school and u.live = true and (u.name like :text escape '!' or r.name like :text escape '!')
                    and (r.id is null or r.buildingId = :building) and not exists (select m.id from FloorMark m where m.unitId = u.id)
                order by u.name, u.id""").set("school", seen(planId).schoolId()).set("building", seen(planId).buildingId())
                .set("text", Like.anywhere(text == null ? "" : text)).list(OFFERED);
    }

    /** Devices of the school of a plan that are drawn nowhere yet and play no part of its network, at most 102: to choose from. */
    public List<Offer> devices(long planId, String text) {
        return Ask.of(em, Offer.class, """
                select d.id as id, concat(d.inventoryNo, concat(' · ', m.name)) as label, r.name as room
                from Device d join DeviceModel m on m.id = d.modelId left join Room r on r.id = d.roomId
                where d.schoolId = :school and d.state in :states and (d.inventoryNo like :text escape '!' or d.serial like :text escape '!'
                    or m.name like :text escape '!' or r.name like :text escape '!') and (r.id is null or r.buildingId = :building)
                    and not exists (select k.id from FloorMark k where k.deviceId = d.id)
                    and not exists (select u.id from NetworkUnit u where u.deviceId = d.id and u.live = true)
                order by d.inventoryNo, d.id""").set("school", seen(planId).schoolId()).set("building", seen(planId).buildingId())
                .set("states", List.of(DeviceState.IN_STOCK, DeviceState.IN_SERVICE)).set("text", Like.anywhere(text == null ? "" : text)).list(OFFERED);
    }

    /** Something to choose. */
    public record Offer(Long id, String label, String room) {
        /** With its room, if it has one. */
        public String words() {
            return room == null ? label : label + " (" + room + ")";
        }
    }

    /**
     * A floor of a building.
     *
     * @param marks how many things are drawn on it
     */
    public record Plan(Long id, Integer version, Long schoolId, String school, Long authorityId, Long buildingId, String building, String floor, Long marks) {
    }

    /** The floor plans of a school. */
    public record Overview(Long schoolId, Boolean editable, List<Plan> plans, List<Mark> found, List<HistoryEntry> timeline) {
    }

    /** A file. */
    public record File(Long id, String name) {
    }

    /**
     * A floor plan.
     *
     * @param pictureId paper that is its picture, null for none yet
     * @param pdfs      its papers of which a page can be the picture
     */
    public record View(Plan plan, Boolean editable, Long pictureId, List<File> pdfs, List<Mark> marks, List<HistoryEntry> timeline) {
    }

    /** How a thing is. */
    public enum MarkState {
        /** Nothing is plugged. */
        FREE,
        /** Something is plugged, or the device works. */
        USED,
        /** A port that is closed, or a device that is not in service. */
        OFF
    }

    /**
     * A thing on a plan, x and y in per mille: a unit of the network, a port of one or a device.
     *
     * @param playerId device that plays the part of the unit, null for none
     * @param ports    how many the unit has
     * @param plugged  how many ends of cables are in them
     */
    public record Mark(Long id, Integer version, Long planId, Integer x, Integer y, Long unitId, Long portId, Long deviceId, UnitKind unitKind, String unit,
            Long portUnitId, String portUnit, String port, Boolean closed, String inventoryNo, DeviceState deviceState, String model, Long playerId,
            String player, DeviceState playerState, String unitRoom, String portRoom, String deviceRoom, String floor, String building, Long ports, Long plugged) {
        /** As it is called. */
        public String name() {
            return unitId != null ? unit : portId != null ? portUnit + " / " + port : inventoryNo;
        }

        /** The room in which the record says that it is, null for none. */
        public String room() {
            return unitId != null ? unitRoom : portId != null ? portRoom : deviceRoom;
        }

        /** The state of its device, null if it has none. */
        public DeviceState device() {
            return deviceId != null ? deviceState : playerState;
        }

        /** How it is. */
        public MarkState state() {
            if (device() != null && device() != DeviceState.IN_SERVICE || Boolean.TRUE.equals(closed)) {
                return MarkState.OFF;
            }
            return device() != null || plugged > 0 ? MarkState.USED : MarkState.FREE;
        }
    }
}
