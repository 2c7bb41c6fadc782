package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Use cases of the devices that are for lending, and of class sets. */
@UseCases
public class Pool {
    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Event<Left> left;
    @Inject
    Free free;
    @Inject
    SchoolQueries schools;

    /**
     * Makes a class set, which is empty yet.
     *
     * @return its id
     * @throws Refused {@code loan_set_once} if the school has one of that name
     */
    public Long makeSet(@Valid MakeSet cmd) {
        guard.require(LOAN_EDIT, cmd.schoolId());
        schools.mustBeSchool(cmd.schoolId());
        LoanSet set = new LoanSet(cmd.schoolId(), cmd.name(), clock.now(), actor.name());
        em.persist(set);
        em.flush();
        history.record(set.ref(), BookingAction.MAKE_SET);
        return set.id();
    }

    /** Calls a class set otherwise. Refused {@code loan_set_once} if the school has one of that name, {@code pool.set_dissolved}. */
    public void renameSet(long id, @Valid RenameSet cmd) {
        LoanSet set = set(id);
        String before = set.rename(cmd.name());
        em.flush();
        history.record(set.ref(), BookingAction.RENAME_SET, Said.that("said.renamed", before, set.name()));
    }

    /**
     * A class set is no more: its devices stay for lending, each alone.
     *
     * @return how many belonged to it
     * @throws Refused {@code pool.set_dissolved}
     */
    public int dissolveSet(long id, @Valid DissolveSet cmd) {
        LoanSet set = set(id);
        List<PoolDevice> members = em.createQuery("select p from PoolDevice p where p.setId = :set and p.leftAt is null order by p.id", PoolDevice.class).setParameter("set", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        members.forEach(device -> device.of(null));
        set.dissolve(clock.now());
        em.flush();
        history.record(set.ref(), BookingAction.DISSOLVE_SET, Said.that("said.pool_devices", members.size()).andWords(cmd.reason()));
        return members.size();
    }

    private LoanSet set(long id) {
        LoanSet set = Find.locked(em, LoanSet.class, id);
        guard.require(LOAN_EDIT, set.schoolId());
        set.mustStand();
        return set;
    }

    /**
     * Devices of one school are for lending from now on, alone or with a set; those that are already go to that set, or out of theirs.
     *
     * @return how many joined
     * @throws NotFound if the asker may not see one of them, or there is no such set at their school
     * @throws Refused  {@code loan.several_schools}
     */
    public int join(@Valid Join cmd) {
        Long school = school(cmd.deviceIds());
        schools.mustBeSchool(school);
        LoanSet set = cmd.setId() == null ? null : Find.locked(em, LoanSet.class, cmd.setId());
        if (set != null && !set.schoolId().equals(school)) {
            throw new NotFound("LoanSet", cmd.setId());
        }
        if (set != null) {
            set.mustStand();
        }
        TreeSet<Long> wanted = new TreeSet<>(cmd.deviceIds());
        Map<Long, PoolDevice> there = open(wanted).stream().collect(Collectors.toMap(PoolDevice::deviceId, Function.identity()));
        for (Long id : wanted) {
            PoolDevice device = there.get(id);
            if (device == null) {
                em.persist(new PoolDevice(school, id, cmd.setId(), clock.now(), actor.name()));
            } else {
                device.of(cmd.setId());
            }
        }
        em.flush();
        history.record(set == null ? pool(school) : set.ref(), BookingAction.JOIN, Said.that("said.pool_devices", wanted.size()));
        return wanted.size() - there.size();
    }

    /**
     * Devices are not for lending any longer, and belong to no set.
     *
     * @return how many left
     * @throws NotFound if the asker may not see one of them
     * @throws Refused  {@code loan.several_schools}; {@code booking.clash} if fewer would be left on some day than are booked
     */
    public int leave(@Valid Leave cmd) {
        Long school = school(cmd.deviceIds());
        hold(cmd.deviceIds());
        List<PoolDevice> open = open(cmd.deviceIds());
        leave(open, school);
        history.record(pool(school), BookingAction.LEAVE, Said.that("said.pool_devices", open.size()).andWords(cmd.reason()));
        return open.size();
    }

    /** What goes to another school is not for lending here any longer; refused {@code booking.clash} while it is booked. */
    void devicesLeave(@Observes Devices.Leaving news) {
        hold(news.deviceIds());
        open(news.deviceIds()).stream().collect(Collectors.groupingBy(PoolDevice::schoolId, TreeMap::new, Collectors.toList()))
                .forEach((school, devices) -> leave(devices, school));
    }

    /** The rows of the pool are locked before devices, here as by who lends. */
    void devicesMove(@Observes Devices.Moving news) {
        hold(news.deviceIds());
    }

    /**
     * What comes in the place of a device is for lending in its place, and in its set; of two that are both for lending, each gets the set of the
     * other. Refused {@code booking.clash} if one that is there goes for another model and fewer would be left on some day than are booked.
     */
    void stepsIn(@Observes Replacements.Stepping news) {
        Map<Long, PoolDevice> both = open(List.of(news.goesId(), news.comesId())).stream().collect(Collectors.toMap(PoolDevice::deviceId, Function.identity()));
        PoolDevice goes = both.get(news.goesId());
        PoolDevice comes = both.get(news.comesId());
        if (goes == null) {
            return;
        }
        if (comes == null) {
            goes.leave(clock.now(), actor.name());
            em.persist(new PoolDevice(news.schoolId(), news.comesId(), goes.inSet(), clock.now(), actor.name()));
            em.flush();
            if (models(news.goesId(), news.comesId()) > 1) {
                left.fire(new Left(goes.schoolId(), Set.of(news.goesId())));
            }
        } else {
            Long set = goes.inSet();
            goes.of(comes.inSet());
            comes.of(set);
        }
        em.flush();
    }

    private void leave(List<PoolDevice> devices, Long school) {
        devices.forEach(d -> d.leave(clock.now(), actor.name()));
        em.flush();
        if (!devices.isEmpty()) {
            left.fire(new Left(school, devices.stream().map(PoolDevice::deviceId).collect(Collectors.toSet())));
        }
    }

    private long models(Long one, Long other) {
        return Ask.of(em, Long.class, "select count(distinct d.modelId) from Device d where d.id in :ids").set("ids", List.of(one, other)).one().orElse(0L);
    }

    /** All rows of the pool of these models, from the lowest on, as who books locks them. */
    private void hold(Collection<Long> ids) {
        Ask.of(em, Kept.class, """
                select distinct p.schoolId as schoolId, d.modelId as modelId from PoolDevice p join Device d on d.id = p.deviceId
                where p.deviceId in :ids and p.leftAt is null order by p.schoolId, d.modelId""").set("ids", ids).list()
                .forEach(kept -> free.hold(kept.schoolId(), kept.modelId()));
    }

    private List<PoolDevice> open(Collection<Long> ids) {
        return em.createQuery("select p from PoolDevice p where p.deviceId in :ids and p.leftAt is null order by p.id", PoolDevice.class).setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private static Ref pool(Long school) {
        return new Ref("LoanPool", school, String.valueOf(school)).ofSchool(school);
    }

    private Long school(List<Long> ids) {
        TreeSet<Long> wanted = new TreeSet<>(ids);
        List<Owned> owned = Ask.of(em, Owned.class, "select d.id as id, d.schoolId as schoolId from Device d where d.id in :ids").set("ids", wanted).list();
        if (owned.size() < wanted.size()) {
            throw new NotFound("Device", wanted.first());
        }
        List<Long> schools = owned.stream().map(Owned::schoolId).distinct().toList();
        schools.forEach(school -> guard.require(LOAN_EDIT, school));
        if (schools.size() > 1) {
            throw new Refused("loan.several_schools");
        }
        return schools.get(0);
    }

    /** News, told inside the transaction in which devices have left the pool: who observes it and refuses keeps them. */
    record Left(Long schoolId, Set<Long> deviceIds) {
    }

    /** A model that a school lends. */
    record Kept(Long schoolId, Long modelId) {
    }

    /** A device and its school. */
    record Owned(Long id, Long schoolId) {
    }

    /** A set of a school. */
    public record MakeSet(@NotNull Long schoolId, @NotBlank @Size(max = 80) String name) {
    }

    /** Another name of a set. */
    public record RenameSet(@NotBlank @Size(max = 80) String name) {
    }

    /** Why a set is no more. */
    public record DissolveSet(@NotBlank @Size(max = 2000) String reason) {
    }

    /** Devices for lending; with a set, or null for none. */
    public record Join(@NotEmpty @Size(max = MOST) List<@NotNull Long> deviceIds, Long setId) {
    }

    /** Devices that are not for lending any longer; the reason may be null. */
    public record Leave(@NotEmpty @Size(max = MOST) List<@NotNull Long> deviceIds, @Size(max = 2000) String reason) {
    }
}
