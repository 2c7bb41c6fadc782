package de.schulpakt.install.floor;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.event.Observes;
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
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Floor plans and what is drawn on them. */
@UseCases
public class FloorPlans {
    /** Kind of the papers that are pictures of floors. */
    static final String PLAN = "PLAN";
    private static final String PDF = "application/pdf";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    FloorPicture pictures;
    @Inject
    PaperQueries paperQueries;
    @Inject
    Papers papers;
    @Inject
    Intake intake;

    /**
     * What is to be drawn.
     *
     * @param live null if it was taken down
     */
    record Thing(String name, Long schoolId, Long buildingId, Boolean live) {
    }

    /**
     * A floor of a building has a plan from now on; {@code floor_plan_once} by the database.
     *
     * @return its id
     * @throws NotFound if there is no such building, or the asker may not see its school
     */
    public Long create(@Valid Create cmd) {
        Long school = Ask.of(em, Long.class, "select b.schoolId from Building b where b.id = :id").set("id", cmd.buildingId()).one()
                .orElseThrow(() -> new NotFound("Building", cmd.buildingId()));
        guard.require(NETWORK_EDIT, school);
        FloorPlan plan = new FloorPlan(school, cmd.buildingId(), cmd.floor());
        em.persist(plan);
        em.flush();
        history.record(plan.ref(), FloorAction.ADD_FLOOR);
        return plan.id();
    }

    /** There is no such floor: what was drawn on it goes, and its papers. */
    public void remove(long id, @Valid Remove cmd) {
        FloorPlan plan = edited(id);
        plan.seen(cmd.version());
        em.createQuery("delete from FloorMark m where m.planId = :plan").setParameter("plan", id).executeUpdate();
        papers.removeAll(plan.ref(), cmd.reason());
        history.record(plan.ref(), FloorAction.REMOVE_FLOOR, Said.words(cmd.reason()));
        em.remove(plan);
    }

    /**
     * Takes a page of a PDF that is among the papers of the plan as its picture.
     *
     * @return id of the paper that is the picture
     * @throws Refused {@code floor.no_pdf}; {@code floor.pdf_page} for a page that it has not; {@code floor.pdf_broken} for one that cannot be read
     */
    public Long page(long id, @Valid Page cmd) {
        FloorPlan plan = edited(id);
        PaperQueries.Row paper = paperQueries.all("FloorPlan", id).stream().filter(row -> row.id().equals(cmd.paperId())).findFirst()
                .orElseThrow(() -> new Refused("floor.no_pdf"));
        if (paper.removedAt() != null || !PDF.equals(paper.mediaType())) {
            throw new Refused("floor.no_pdf");
        }
        byte[] picture = FloorPicture.page(pictures.bytes(paper.id()), cmd.page());
        try (Received file = intake.take(new ByteArrayInputStream(picture), paper.name().replaceFirst("[.][^.]*$", "") + "-" + cmd.page() + ".png")) {
            return papers.attached(plan.ref(), new Papers.Attach(PLAN, null, null), file);
        }
    }

    /**
     * Draws a thing. What is on the plan already is moved there.
     *
     * @return id of its mark
     * @throws Refused {@code floor.one} unless it is one thing; {@code floor.no_picture}; {@code floor.other_school}; {@code floor.other_building};
     *                 {@code floor.gone} for what was taken down; {@code floor.elsewhere} for what is drawn on another plan of its building;
     *                 {@code floor_mark_unit_once}, {@code floor_mark_port_once} or {@code floor_mark_device_once} by the database
     */
    public Long place(long id, @Valid Place cmd) {
        FloorPlan plan = edited(id);
        if (Stream.of(cmd.unitId(), cmd.portId(), cmd.deviceId()).filter(Objects::nonNull).count() != 1) {
            throw new Refused("floor.one");
        }
        if (cmd.deviceId() != null) {
            // who gives the device away, or swaps it, at the same moment waits, or is waited for
            em.createNativeQuery("select id from device where id = ? for update").setParameter(1, cmd.deviceId()).getResultList();
        }
        Thing thing = thing(cmd);
        if (thing == null || !thing.schoolId().equals(plan.schoolId())) {
            throw new Refused("floor.other_school");
        }
        if (!Boolean.TRUE.equals(thing.live())) {
            throw new Refused("floor.gone", thing.name());
        }
        if (thing.buildingId() != null && !thing.buildingId().equals(plan.buildingId())) {
            throw new Refused("floor.other_building", thing.name());
        }
        if (pictures.of(id).isEmpty()) {
            throw new Refused("floor.no_picture");
        }
        FloorMark there = existing(cmd);
        if (there != null && !there.planId().equals(id)) {
            FloorPlan old = em.find(FloorPlan.class, there.planId());
            if (thing.buildingId() == null || old.buildingId().equals(thing.buildingId())) {
                throw new Refused("floor.elsewhere", thing.name(), old.ref().no());
            }
            // it has moved to this building: on the plan of the other one it is not any more
            history.record(old.ref(), FloorAction.TAKE_OFF, Said.that("floor.said_off", thing.name()));
            em.remove(there);
            em.flush();
            there = null;
        }
        if (there != null) {
            moved(plan, there, thing.name(), cmd.x(), cmd.y());
            return there.id();
        }
        FloorMark mark = new FloorMark(id, cmd);
        em.persist(mark);
        em.flush();
        history.record(plan.ref(), FloorAction.PLACE, Said.that("floor.said", thing.name(), cmd.x(), cmd.y()));
        return mark.id();
    }

    /** Draws a thing elsewhere on the same plan; the same place again is no step. */
    public void move(long markId, @Valid Move cmd) {
        FloorMark mark = Find.one(em, FloorMark.class, markId);
        FloorPlan plan = edited(mark.planId(), markId);
        em.lock(mark, LockModeType.PESSIMISTIC_WRITE);
        mark.seen(cmd.version(), plan);
        moved(plan, mark, name(mark), cmd.x(), cmd.y());
    }

    private void moved(FloorPlan plan, FloorMark mark, String name, int x, int y) {
        if (mark.moved(x, y)) {
            history.record(plan.ref(), FloorAction.MOVE_MARK, Said.that("floor.said", name, x, y));
        }
    }

    /** Takes a thing off the plan; it can be drawn anew. */
    public void take(long markId, @Valid Take cmd) {
        FloorMark mark = Find.one(em, FloorMark.class, markId);
        FloorPlan plan = edited(mark.planId(), markId);
        em.lock(mark, LockModeType.PESSIMISTIC_WRITE);
        mark.seen(cmd.version(), plan);
        history.record(plan.ref(), FloorAction.TAKE_OFF, Said.that("floor.said_off", name(mark)).andWords(cmd.reason()));
        em.remove(mark);
    }

    /** Devices that go to another school are drawn nowhere any more. */
    void devicesLeave(@Observes Devices.Leaving news) {
        List<FloorMark> marks = em.createQuery("select m from FloorMark m where m.deviceId in :ids order by m.id", FloorMark.class)
                .setParameter("ids", news.deviceIds()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        for (FloorMark mark : marks) {
            history.record(em.find(FloorPlan.class, mark.planId()).ref(), FloorAction.TAKE_OFF, Said.that("floor.said_off", name(mark)));
            em.remove(mark);
        }
    }

    /** What comes in the place of a device is drawn where that was; if it was drawn itself, it goes from there. */
    void deviceStepsIn(@Observes Replacements.Stepping news) {
        List<FloorMark> marks = em.createQuery("select m from FloorMark m where m.deviceId in :ids order by m.id", FloorMark.class)
                .setParameter("ids", List.of(news.goesId(), news.comesId())).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        FloorMark left = marks.stream().filter(mark -> mark.deviceId().equals(news.goesId())).findFirst().orElse(null);
        if (left == null) {
            return;
        }
        marks.stream().filter(mark -> mark != left).forEach(mark -> {
            history.record(em.find(FloorPlan.class, mark.planId()).ref(), FloorAction.TAKE_OFF, Said.that("floor.said_off", name(mark)));
            em.remove(mark);
        });
        em.flush();
        left.shows(news.comesId());
        em.flush();
        history.record(em.find(FloorPlan.class, left.planId()).ref(), FloorAction.PLACE, Said.that("floor.said", name(left), left.x(), left.y()));
    }

    private FloorPlan edited(long id) {
        FloorPlan plan = Find.locked(em, FloorPlan.class, id);
        guard.require(NETWORK_EDIT, plan.schoolId());
        return plan;
    }

    /** The plan of a mark; who may not see it learns nothing of the mark. */
    private FloorPlan edited(Long plan, long markId) {
        try {
            return edited(plan);
        } catch (NotFound hidden) {
            throw new NotFound("FloorMark", markId);
        }
    }

    private FloorMark existing(Place cmd) {
        String column = cmd.unitId() != null ? "unitId" : cmd.portId() != null ? "portId" : "deviceId";
        return em.createQuery("select m from FloorMark m where m." + column + " = :id", FloorMark.class)
                .setParameter("id", cmd.unitId() != null ? cmd.unitId() : cmd.portId() != null ? cmd.portId() : cmd.deviceId())
                .getResultStream().findFirst().orElse(null);
    }

    private String name(FloorMark mark) {
        Thing thing = thing(new Place(mark.unitId(), mark.portId(), mark.deviceId(), 0, 0));
        return thing == null ? "-" : thing.name();
    }

    private Thing thing(Place what) {
        if (what.unitId() != null) {
            return Ask.of(em, Thing.class, """
                    select u.name as name, u.schoolId as schoolId, r.buildingId as buildingId, u.live as live
                    from NetworkUnit u left join Room r on r.id = u.roomId where u.id = :id""").set("id", what.unitId()).one().orElse(null);
        }
        if (what.portId() != null) {
            return Ask.of(em, Thing.class, """
                    select concat(u.name, concat(' / ', p.name)) as name, u.schoolId as schoolId, r.buildingId as buildingId, u.live as live
                    from NetworkPort p left join NetworkUnit u on u.id = p.unitId left join Room r on r.id = u.roomId where p.id = :id""")
                    .set("id", what.portId()).one().orElse(null);
        }
        return Ask.of(em, Thing.class, """
                select d.inventoryNo as name, d.schoolId as schoolId, r.buildingId as buildingId, true as live
                from Device d left join Room r on r.id = d.roomId where d.id = :id""").set("id", what.deviceId()).one().orElse(null);
    }

    /** A floor of a building, as people call it. */
    public record Create(@NotNull Long buildingId, @NotBlank @Size(max = 20) String floor) {
    }

    /** There is no such floor, and why. */
    public record Remove(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /** A page of a PDF. */
    public record Page(@NotNull Long paperId, @NotNull @Min(1) @Max(500) Integer page) {
    }

    /**
     * One thing, and where it is.
     *
     * @param x per mille of the width of the picture, from the left
     * @param y per mille of its height, from the top
     */
    public record Place(Long unitId, Long portId, Long deviceId, @NotNull @Min(0) @Max(1000) Integer x, @NotNull @Min(0) @Max(1000) Integer y) {
    }

    /** Where it is from now on. */
    public record Move(@NotNull Integer version, @NotNull @Min(0) @Max(1000) Integer x, @NotNull @Min(0) @Max(1000) Integer y) {
    }

    /** Off the plan; why may be null. */
    public record Take(@NotNull Integer version, @Size(max = 1000) String reason) {
    }
}
