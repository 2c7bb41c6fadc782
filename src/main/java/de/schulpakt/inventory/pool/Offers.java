package de.schulpakt.inventory.pool;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_RETIRE;
import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.inventory.pool.OfferAction.ASK;
import static de.schulpakt.inventory.pool.OfferAction.GIVE;
import static de.schulpakt.inventory.pool.OfferAction.OFFER;
import static de.schulpakt.inventory.pool.OfferAction.SEND;
import static de.schulpakt.inventory.pool.OfferAction.TAKE_BACK;
import static de.schulpakt.inventory.pool.OfferAction.WITHDRAW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Use cases of devices that go from one school to another. */
@UseCases
public class Offers {
    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Devices devices;

    /**
     * A school offers devices that it does not need to the schools of the same fund.
     *
     * @return id of the offer
     * @throws NotFound if the asker may not see one of the devices
     * @throws Refused  {@code offer.several_schools}, {@code offer.several_funds} if they do not belong together; {@code offer.not_free} for
     *                  one that is lent, lost, in repair or given up; {@code offer.no_authority}; {@code device_offered_once} for one that is
     *                  offered already
     */
    public Long offer(@Valid Open cmd) {
        List<Owned> owned = owned(cmd.deviceIds());
        owned.forEach(d -> guard.require(DEVICE_SERVE, d.schoolId()));
        ofOneSchool(owned);
        owned.stream().filter(d -> !d.free()).findFirst().ifPresent(d -> {
            throw new Refused("offer.not_free", d.inventoryNo());
        });
        if (owned.stream().map(Owned::programmeId).distinct().count() > 1) {
            throw new Refused("offer.several_funds");
        }
        DeviceOffer offer = made(owned, null, cmd.reason());
        history.record(offer.ref(), OFFER, bound(owned, Said.that("said.devices", owned.size())).andWords(cmd.reason()));
        return offer.id();
    }

    /**
     * The authority sends devices of one school to another of its schools. Binding, price and fund stay with them; they stand in no room and
     * wait to be put into service there. Both schools are told.
     *
     * @return id of the record of it
     * @throws Refused {@code offer.other_authority}, {@code offer.same_school}; as {@link #offer}; {@code offer.not_free} for one that is
     *                 offered; {@code device.lent},
     *                 {@code device.end_waits}, {@code device.ticket_open}, {@code state.not_allowed} for a device that cannot go;
     *                 {@code place.ended} for a place that is not looked after any more, {@code place.no_school} for a device that a fund has paid or
     *                 that is bound
     */
    public Long send(@Valid Send cmd) {
        guard.require(DEVICE_ADD, cmd.schoolId());
        List<Owned> owned = owned(cmd.deviceIds());
        owned.forEach(d -> guard.require(DEVICE_RETIRE, d.schoolId()));
        ofOneSchool(owned);
        Owned first = owned.get(0);
        Placed to = to(first.schoolId(), first.authorityId(), cmd.schoolId());
        if (owned.stream().anyMatch(d -> d.programmeId() != null || d.bindingEndOn() != null && !d.bindingEndOn().isBefore(clock.today()))) {
            to.mustBeSchool();
        }
        Ask.of(em, String.class, "select d.inventoryNo from OfferItem i join Device d on d.id = i.deviceId where i.deviceId in :ids and i.open = true"
                + " order by d.id").set("ids", new TreeSet<>(cmd.deviceIds())).first().ifPresent(no -> {
            throw new Refused("offer.not_free", no);
        });
        DeviceOffer offer = made(owned, cmd.schoolId(), cmd.reason());
        boolean foreign = owned.stream().map(Owned::programmeId).filter(Objects::nonNull).distinct().anyMatch(p -> !takesPart(cmd.schoolId(), p));
        Said said = bound(owned, Said.that("said.devices_to", owned.size(), to.name()));
        history.record(offer.ref(), SEND, (foreign ? said.and("offer.fund_doubt") : said).andWords(cmd.reason()));
        go(offer, to);
        news.tell(first.schoolId(), "message.offer_left", offer.ref());
        return offer.id();
    }

    /**
     * A school asks for what is offered.
     *
     * @throws NotFound if there is no such offer, or it is not for the school
     * @throws Refused  {@code offer.ended}; {@code device_offer_asked_once} for one that asks already; {@code place.no_school}, {@code place.ended}
     */
    public void ask(long id, @Valid Wish cmd) {
        guard.require(DEVICE_ADD, cmd.schoolId());
        DeviceOffer offer = Find.locked(em, DeviceOffer.class, id);
        Placed school = mayAsk(offer, cmd.schoolId());
        mustBeOpen(offer);
        em.persist(new OfferWish(id, cmd.schoolId(), cmd.words(), clock.now(), actor.name()));
        em.flush();
        history.record(offer.ref(), ASK, Said.that("said.offer_school", school.name()).andWords(cmd.words()));
        news.tell(offer.schoolId(), "message.offer_asked", offer.ref());
    }

    /** A school does not ask any longer. Refused {@code offer.ended}, {@code offer.not_asked}. */
    public void takeBack(long id, @Valid Asking cmd) {
        guard.require(DEVICE_ADD, cmd.schoolId());
        DeviceOffer offer = Find.locked(em, DeviceOffer.class, id);
        Placed school = mayAsk(offer, cmd.schoolId());
        mustBeOpen(offer);
        wish(offer, cmd.schoolId()).takeBack(clock.now());
        history.record(offer.ref(), TAKE_BACK, Said.that("said.offer_school", school.name()));
        news.goneOn(offer.ref());
    }

    /**
     * The devices go to a school that has asked. Refused {@code offer.not_asked} for another; {@code offer.not_free} if one of them is no longer
     * of the school that gives; {@code device.lent}, {@code device.end_waits}, {@code device.ticket_open}, {@code state.not_allowed} for a
     * device that cannot go.
     */
    public void give(long id, @Valid Give cmd) {
        var step = steps.begin(DeviceOffer.class, id, GIVE, cmd.version());
        DeviceOffer offer = step.subject();
        offer.given(cmd.schoolId(), clock.now(), actor.name());
        wish(offer, cmd.schoolId());
        Placed to = placed(cmd.schoolId());
        step.record(Said.that("said.offer_school", to.name()).andWords(cmd.note()));
        news.goneOn(offer.ref());
        go(offer, to);
        news.tell(offer.schoolId(), "message.offer_given", offer.ref());
    }

    /** The devices stay where they are. */
    public void withdraw(long id, @Valid Step cmd) {
        DeviceOffer offer = steps.take(DeviceOffer.class, id, WITHDRAW, cmd.version(), cmd.note());
        offer.ended(clock.now(), actor.name());
        items(offer).forEach(OfferItem::close);
        news.goneOn(offer.ref());
    }

    private DeviceOffer made(List<Owned> owned, Long to, String reason) {
        Owned first = owned.get(0);
        if (first.authorityId() == null) {
            throw new Refused("offer.no_authority");
        }
        Long programme = owned.stream().map(Owned::programmeId).filter(Objects::nonNull).findFirst().orElse(null);
        DeviceOffer offer = new DeviceOffer(numbers.next("W"), first.authorityId(), programme, first.schoolId(), to, reason, clock.now(), actor.name());
        em.persist(offer);
        em.flush();
        owned.forEach(d -> em.persist(new OfferItem(offer.id(), d.id(), to == null)));
        em.flush();
        return offer;
    }

    /** The devices are the other school's. */
    private void go(DeviceOffer offer, Placed to) {
        List<OfferItem> items = items(offer);
        items.forEach(OfferItem::close);
        devices.changeSchool(items.stream().map(OfferItem::deviceId).toList(), offer.schoolId(), to.id(), to.name(), offer.no());
        news.tell(to.id(), "message.offer_come", offer.ref());
    }

    private List<OfferItem> items(DeviceOffer offer) {
        return em.createQuery("select i from OfferItem i where i.offerId = :offer order by i.deviceId", OfferItem.class)
                .setParameter("offer", offer.id()).getResultList();
    }

    private OfferWish wish(DeviceOffer offer, Long school) {
        return em.createQuery("select w from OfferWish w where w.offerId = :offer and w.schoolId = :school and w.takenBackAt is null", OfferWish.class)
                .setParameter("offer", offer.id()).setParameter("school", school).getResultList().stream().findFirst()
                .orElseThrow(() -> new Refused("offer.not_asked", offer.no()));
    }

    private List<Owned> owned(List<Long> ids) {
        TreeSet<Long> wanted = new TreeSet<>(ids);
        List<Owned> owned = Ask.of(em, Owned.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.schoolId as schoolId, s.authorityId as authorityId, b.programmeId as programmeId,
                    d.state as state, d.lent as lent, d.endAskedOn as endAskedOn, d.bindingEndOn as bindingEndOn
                from Device d join School s on s.id = d.schoolId left join Budget b on b.id = d.budgetId where d.id in :ids order by d.id""")
                .set("ids", wanted).list();
        if (owned.size() < wanted.size()) {
            throw new NotFound("Device", wanted.first());
        }
        return owned;
    }

    private static void ofOneSchool(List<Owned> owned) {
        if (owned.stream().map(Owned::schoolId).distinct().count() > 1) {
            throw new Refused("offer.several_schools");
        }
    }

    private Placed to(Long from, Long authority, Long to) {
        if (from.equals(to)) {
            throw new Refused("offer.same_school");
        }
        Placed school = placed(to);
        if (authority == null || !authority.equals(school.authorityId())) {
            throw new Refused("offer.other_authority");
        }
        return school;
    }

    private static void mustBeOpen(DeviceOffer offer) {
        if (offer.state() != OfferState.OFFERED) {
            throw new Refused("offer.ended", offer.no());
        }
    }

    /** Only schools of the authority that take part in the programme, and not the one that gives. */
    private Placed mayAsk(DeviceOffer offer, Long schoolId) {
        if (schoolId.equals(offer.schoolId())) {
            throw new Refused("offer.same_school");
        }
        Placed school = placed(schoolId).mustBeSchool();
        if (!offer.authority().equals(school.authorityId()) || offer.programmeId() != null && !takesPart(schoolId, offer.programmeId())) {
            throw new NotFound("DeviceOffer", offer.id());
        }
        return school;
    }

    private boolean takesPart(Long school, Long programme) {
        return Ask.of(em, Long.class, "select count(b) from Budget b where b.schoolId = :school and b.programmeId = :programme").set("school", school)
                .set("programme", programme).one().orElse(0L) > 0;
    }

    private Placed placed(Long school) {
        return Ask.of(em, Placed.class, "select s.id as id, s.authorityId as authorityId, s.name as name, s.isSchool as school, s.endedOn as endedOn from School s where s.id = :id")
                .set("id", school).one().orElseThrow(() -> new NotFound("School", school)).lookedAfter();
    }

    /** With the latest day until which one of the devices is bound. */
    private Said bound(List<Owned> owned, Said said) {
        return owned.stream().map(Owned::bindingEndOn).filter(day -> day != null && !day.isBefore(clock.today())).max(LocalDate::compareTo)
                .map(day -> said.and("said.binding_goes_on", day)).orElse(said);
    }

    /** A device with what decides whether it may go. */
    record Owned(Long id, String inventoryNo, Long schoolId, Long authorityId, Long programmeId, DeviceState state, Boolean lent, LocalDate endAskedOn,
            LocalDate bindingEndOn) {
        boolean free() {
            return (state == DeviceState.IN_STOCK || state == DeviceState.IN_SERVICE) && !Boolean.TRUE.equals(lent) && endAskedOn == null;
        }
    }

    /** A school and who runs it. */
    record Placed(Long id, Long authorityId, String name, Boolean school, LocalDate endedOn) {
        Placed lookedAfter() {
            if (endedOn != null) {
                throw new Refused("place.ended", name);
            }
            return this;
        }

        /** What a fund has paid or a binding holds stays with schools. */
        Placed mustBeSchool() {
            if (!school) {
                throw new Refused("place.no_school", name);
            }
            return this;
        }
    }

    /**
     * Offer devices.
     *
     * @param reason why the school does not need them, and in which condition they are
     */
    public record Open(@NotEmpty @Size(max = MOST) List<@NotNull Long> deviceIds, @NotBlank @Size(max = 2000) String reason) {
    }

    /** Send devices to another school. */
    public record Send(@NotEmpty @Size(max = MOST) List<@NotNull Long> deviceIds, @NotNull Long schoolId, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * Ask for what is offered.
     *
     * @param schoolId the school that asks
     * @param words    what for, may be null
     */
    public record Wish(@NotNull Long schoolId, @Size(max = 2000) String words) {
    }

    /** A school that asks. */
    public record Asking(@NotNull Long schoolId) {
    }

    /** Give the devices to a school that has asked; the note may be null. */
    public record Give(@NotNull Integer version, @NotNull Long schoolId, @Size(max = 2000) String note) {
    }

    /** A step of an offer; the note may be null. */
    public record Step(@NotNull Integer version, @Size(max = 2000) String note) {
    }
}
