package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.DEVICE_RETIRE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.inventory.device.DeviceAction.ASK_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.CONFIRM_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.KEEP;
import static de.schulpakt.inventory.device.DeviceAction.RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_SERVICE;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;

import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.award.AwardGuess;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Questions about devices. */
@Queries
public class DeviceQueries {
    /** The device once for each time that it spent in a room, the newest first, and once if it has stood in none. */
    private static final String VIEW = """
            select d.id as view_id, d.version as view_version, d.inventoryNo as view_inventoryNo, d.serial as view_serial, d.state as view_state,
                m.id as view_modelId, m.maker as view_maker, m.name as view_model, m.partNo as view_partNo, m.kind as view_kind,
                m.needsNetwork as view_needsNetwork, s.id as view_schoolId, s.name as view_school, r.id as view_roomId, r.name as view_room,
                b.name as view_building, x.id as view_targetRoomId, x.name as view_targetRoom, d.orderLineId as view_orderLineId,
                d.orderNo as view_orderNo, d.budgetId as view_budgetId, d.fundingLabel as view_fundingLabel, d.priceCents as view_priceCents,
                d.deliveredOn as view_deliveredOn, d.inServiceOn as view_inServiceOn, d.bindingStart as view_bindingStart, d.boundOn as view_boundOn,
                d.bindingYears as view_bindingYears, d.bindingMode as view_bindingMode, d.bindingEndOn as view_bindingEndOn,
                d.bindingVerified as view_bindingVerified, d.origin as view_origin, d.loss as view_loss, d.lostOn as view_lostOn, d.policeNo as view_policeNo, d.disposal as view_disposal,
                d.erasure as view_erasure, d.proceedsCents as view_proceedsCents, d.retiredOn as view_retiredOn, d.consent as view_consent,
                d.endAskedOn as view_endAskedOn, d.supplier as view_supplier, d.spot as view_spot, d.warrantyEndOn as view_warrantyEndOn, d.wear as view_wear, d.awardHow as view_awardHow, d.awardPoints as view_awardPoints, d.lent as view_lent, d.replacesId as view_replacesId, o.inventoryNo as view_replacesNo,
                n.id as view_replacedById, n.inventoryNo as view_replacedByNo, nullif(d.priceCents, d.priceCents) as view_atStakeCents, s.authorityId as authorityId, q.id as stay_roomId, q.name as stay_room,
                v.name as stay_building, p.fromAt as stay_fromAt, p.toAt as stay_toAt, p.actor as stay_actor
            from Device d join School s on s.id = d.schoolId join DeviceModel m on m.id = d.modelId left join Room r on r.id = d.roomId
                left join Building b on b.id = r.buildingId left join Room x on x.id = d.targetRoomId left join Placement p on p.deviceId = d.id
                left join Device o on o.id = d.replacesId left join Device n on n.replacesId = d.id
                left join Room q on q.id = p.roomId left join Building v on v.id = q.buildingId
            where d.id = :id order by p.id desc""";
    private static final int MOST_STAYS = 200;
    private static final int MOST_KNOWN = 50;
    private static final int MOST_AWARDS = 200;
    private static final int AT_ONCE = 500;

    /** A row of {@link #VIEW}. */
    record Found(View view, Long authorityId, Stay stay) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Duties duties;
    @Inject
    Clock clock;
    @Inject
    Awards awards;

    /**
     * One device with its placements, its history and what the asker may do now.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public View view(long id) {
        List<Found> found = Ask.of(em, Found.class, VIEW).set("id", id).list(MOST_STAYS);
        if (found.isEmpty()) {
            throw new NotFound("Device", id);
        }
        View device = found.get(0).view();
        if (!guard.limited() || !guard.mayAwards(DEVICE_VIEW, found.get(0).authorityId(), paidBy(id))) {
            guard.require(DEVICE_VIEW, device.schoolId(), found.get(0).authorityId());
        }
        List<Stay> stays = found.stream().map(Found::stay).filter(Objects::nonNull).toList();
        Set<DeviceAction> actions = actions(device);
        Map<DeviceAction, DeviceAction> withheld = device.endAskedOn() == null && (device.origin() == Devices.DeviceOrigin.RECEIPT || !actions.contains(RETIRE)) ? Map.of()
                : duties.withhold(new Ref("Device", id, device.inventoryNo()), DeviceFlow.FLOW, actions);
        return device.with(device.atStake(clock.today()), withheld, actions, stays, identifiers(id), history.of("Device", id));
    }

    /** The applications whose budgets have paid a device, be it in part. */
    private List<Long> paidBy(long id) {
        return Ask.of(em, Long.class, "select distinct b.applicationId from DevicePayer p join Budget b on b.id = p.budgetId where p.deviceId = :id and b.applicationId is not null")
                .set("id", id).list();
    }

    private List<Identifier> identifiers(long id) {
        return Ask.of(em, Identifier.class, """
                select i.id as id, i.kind as kind, i.value as value_, i.addedAt as addedAt, i.addedBy as addedBy, i.endedAt as endedAt,
                    i.endedBy as endedBy, i.endedWhy as endedWhy from DeviceIdentifier i where i.deviceId = :device order by i.kind, i.id""")
                .set("device", id).list(MOST_STAYS);
    }

    /**
     * The devices that have this number or had it, in whatever notation, at most 50; those that have it now first. One statement.
     *
     * @param number serial number, inventory number, MAC address, IMEI or tag
     */
    public List<Known> known(String number) {
        Scope scope = guard.scope(DEVICE_VIEW);
        String key = Fold.number(number);
        return key == null ? List.of() : scope.bind(Ask.of(em, Known.class, """
                select d.id as deviceId, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, s.name as school, d.state as state,
                    i.id as id, i.kind as kind, i.value as value_, i.endedAt as endedAt
                from DeviceIdentifier i join Device d on d.id = i.deviceId join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId
                where i.valueKey = :key and\s""" + scope.school("s") + " order by case when i.endedAt is null then 0 else 1 end, i.id"))
                .set("key", key).list(MOST_KNOWN);
    }

    /**
     * The devices that have these numbers now, each number in whatever notation. What finds none, or several, is told. A statement for 500
     * numbers.
     */
    public Chosen chosen(List<String> numbers) {
        Scope scope = guard.scope(DEVICE_VIEW);
        Map<String, String> typed = new LinkedHashMap<>();
        List<Unknown> unknown = new ArrayList<>();
        numbers.forEach(n -> typed.putIfAbsent(key(n), n));
        Map<String, Set<Long>> found = new HashMap<>();
        List<String> keys = List.copyOf(typed.keySet());
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            scope.bind(Ask.of(em, Numbered.class, "select i.deviceId as deviceId, i.valueKey as number_ from DeviceIdentifier i join Device d on d.id = i.deviceId"
                    + " join School s on s.id = d.schoolId where i.valueKey in :keys and i.endedAt is null and " + scope.school("s")))
                    .set("keys", keys.subList(from, Math.min(from + AT_ONCE, keys.size()))).list()
                    .forEach(n -> found.computeIfAbsent(key(n.number()), k -> new TreeSet<>()).add(n.deviceId()));
        }
        Set<Long> ids = new LinkedHashSet<>();
        typed.forEach((key, number) -> {
            Set<Long> of = found.getOrDefault(key, Set.of());
            if (of.size() == 1) {
                ids.addAll(of);
            } else {
                unknown.add(new Unknown(number, Sentence.of(of.isEmpty() ? "devices.number_unknown" : "devices.number_of_several", number)));
            }
        });
        return new Chosen(List.copyOf(ids), unknown);
    }

    /**
     * Those of the numbers, or else these.
     *
     * @throws Refused {@code devices.none_chosen} if there is neither; {@code devices.too_many} if there are more than can be taken in one go
     */
    public Chosen meant(List<Long> ids, List<String> numbers) {
        List<String> typed = numbers == null ? List.of() : numbers.stream().filter(n -> n != null && !n.isBlank()).map(String::strip).toList();
        List<Long> named = ids == null ? List.of() : ids;
        if (typed.isEmpty() && named.isEmpty()) {
            throw new Refused("devices.none_chosen");
        }
        if ((typed.isEmpty() ? named.size() : typed.size()) > ManyDevices.MOST) {
            throw new Refused("devices.too_many", ManyDevices.MOST);
        }
        return typed.isEmpty() ? new Chosen(named, List.of()) : chosen(typed);
    }

    /**
     * The devices of numbers that were typed with line ends, commas, semicolons or tabs between them.
     *
     * @throws Refused as {@link #meant}; with its reason for the first number that means no device
     */
    public List<Long> named(String typed) {
        Chosen chosen = meant(List.of(), List.of((typed == null ? "" : typed).split("[\\r\\n;,\\t]+")));
        chosen.unknown().stream().findFirst().ifPresent(unknown -> {
            throw new Refused(unknown.why().key(), unknown.number());
        });
        return chosen.ids();
    }

    private static String key(String number) {
        String key = Fold.number(number);
        return key == null ? "" : key.toLowerCase(Locale.ROOT);
    }

    /** What stands for the room and the school of devices: null where they differ. */
    public Common common(List<Long> ids) {
        Scope scope = guard.scope(DEVICE_VIEW);
        List<Common> all = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            all.addAll(scope.bind(Ask.of(em, Common.class, "select d.schoolId as schoolId, s.name as school, d.targetRoomId as targetRoomId, count(d.id) as devices"
                    + " from Device d join School s on s.id = d.schoolId where d.id in :ids and " + scope.school("s")
                    + " group by d.schoolId, s.name, d.targetRoomId")).set("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).list());
        }
        Common first = all.isEmpty() ? new Common(null, null, null, 0L) : all.get(0);
        boolean school = all.stream().allMatch(c -> c.schoolId().equals(first.schoolId()));
        boolean room = all.stream().allMatch(c -> Objects.equals(c.targetRoomId(), first.targetRoomId()));
        return new Common(school ? first.schoolId() : null, school ? first.school() : null, school && room ? first.targetRoomId() : null,
                all.stream().mapToLong(Common::devices).sum());
    }

    /**
     * What giving these devices up today would mean, in the order of their numbers; what the asker may not see is left out. A statement for 500 devices.
     *
     * @param ids which devices, at most {@link ManyDevices#MOST} of them are looked at
     */
    public List<Ending> ends(List<Long> ids) {
        Scope scope = guard.scope(DEVICE_VIEW);
        LocalDate today = clock.today();
        List<Ending> all = new ArrayList<>();
        List<Long> some = ids.subList(0, Math.min(ids.size(), ManyDevices.MOST));
        for (int from = 0; from < some.size(); from += AT_ONCE) {
            scope.bind(Ask.of(em, Bound.class, """
                    select d.id as id, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, d.serial as serial, s.name as school, d.state as state, d.lent as lent,
                        d.priceCents as priceCents, d.bindingStart as bindingStart, d.boundOn as boundOn, d.deliveredOn as deliveredOn, d.inServiceOn as inServiceOn,
                        d.bindingEndOn as bindingEndOn, d.bindingVerified as bindingVerified, d.endAskedOn as endAskedOn, d.disposal as disposal
                    from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId where d.id in :ids and\s""" + scope.school("s")))
                    .set("ids", some.subList(from, Math.min(from + AT_ONCE, some.size()))).list().forEach(b -> all.add(b.ending(today)));
        }
        all.sort(Comparator.comparing(Ending::inventoryNo));
        return all;
    }

    /** How many devices wait for a second person to confirm their end within a binding; 0 for who may not. One statement. */
    public long endsAsked() {
        if (!guard.may(DEVICE_RETIRE)) {
            return 0;
        }
        Scope scope = guard.scope(DEVICE_RETIRE);
        return scope.bind(Ask.of(em, Long.class, "select count(d.id) from Device d join School s on s.id = d.schoolId where d.endAskedOn is not null and "
                + scope.school("s"))).one().orElse(0L);
    }

    /** How a device would go if it were given up today. */
    public enum DeviceEnding {
        /** At once. */
        AT_ONCE,
        /** At once; a binding by a rule that nobody has verified warns. */
        WARNS,
        /** A verified binding holds it: one person proposes it and another confirms it. */
        SECOND_PERSON,
        /** It is proposed, and waits for another person. */
        WAITS,
        /** Not while a borrower has it. */
        LENT,
        /** It is given up already. */
        ENDED
    }

    /**
     * What giving a device up today would mean.
     *
     * @param bindingEndOn    last day of its binding, null if there is none or it has not begun
     * @param bindingVerified false: by a rule that nobody has verified
     * @param atStakeCents    what may be claimed back, reckoned by days and verified by nobody, in cents; null if nothing
     * @param disposal        what is proposed to become of it, or became of it
     */
    public record Ending(Long id, String inventoryNo, String model, String serial, String school, DeviceState state, DeviceEnding way, LocalDate bindingEndOn, Boolean bindingVerified,
            Long atStakeCents, Devices.DeviceDisposal disposal) {
    }

    /** A row of {@link #ends}. */
    record Bound(Long id, String inventoryNo, String model, String serial, String school, DeviceState state, Boolean lent, Long priceCents, BindingStart bindingStart, LocalDate boundOn,
            LocalDate deliveredOn, LocalDate inServiceOn, LocalDate bindingEndOn, Boolean bindingVerified, LocalDate endAskedOn, Devices.DeviceDisposal disposal) {
        Ending ending(LocalDate today) {
            boolean holds = bindingStart != null && (bindingEndOn == null || !today.isAfter(bindingEndOn)) && state != DeviceState.RETIRED;
            LocalDate began = boundOn != null ? boundOn : bindingStart == BindingStart.DELIVERY ? deliveredOn : inServiceOn;
            Long stake = holds && priceCents != null ? Binding.atStake(Money.of(priceCents), began, bindingEndOn, today).cents() : null;
            DeviceEnding way = state == DeviceState.RETIRED ? DeviceEnding.ENDED : Boolean.TRUE.equals(lent) ? DeviceEnding.LENT : !holds ? DeviceEnding.AT_ONCE
                    : !Boolean.TRUE.equals(bindingVerified) ? DeviceEnding.WARNS : endAskedOn != null ? DeviceEnding.WAITS : DeviceEnding.SECOND_PERSON;
            return new Ending(id, inventoryNo, model, serial, school, state, way, bindingEndOn, bindingVerified, stake, disposal);
        }
    }

    /**
     * Who paid a device, the largest part first; empty if the device came without money that is known.
     *
     * @throws NotFound if there is none, or the asker may not see it or its school's money
     */
    public List<Payer> payers(long id) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Device", id));
        guard.require(DEVICE_VIEW, school);
        guard.require(BUDGET_VIEW, school);
        return Ask.of(em, Payer.class, """
                select p.budgetId as budgetId, p.label as label, p.amountCents as cents, b.schoolId as schoolId from DevicePayer p
                left join Budget b on b.id = p.budgetId where p.deviceId = :id
                order by p.amountCents desc, p.budgetId""").set("id", id).list();
    }

    /**
     * Who paid a part of a device.
     *
     * @param label programme, application and position, or own money, in the words of the day of delivery
     * @param cents gross part of the price
     * @param schoolId school to which the money was allotted; null for own money of the authority
     */
    public record Payer(Long budgetId, String label, Long cents, Long schoolId) {
    }

    /**
     * The positions of awards of its authority that may have paid a device that was not ordered here: the likeliest first, with certainty and reasons, then
     * those for which nothing speaks. Empty for one that was ordered or is given up, and for who may not say who paid.
     *
     * @throws NotFound if there is none, or the asker may not see it
     */
    public List<AwardOption> awards(long id) {
        Asked device = Ask.of(em, Asked.class, """
                select d.schoolId as schoolId, s.authorityId as authorityId, m.kind as kind, d.deliveredOn as boughtOn, d.priceCents as price, d.supplier as supplier,
                    d.budgetId as budgetId, d.origin as origin, d.state as state from Device d join School s on s.id = d.schoolId join DeviceModel m on m.id = d.modelId where d.id = :id""")
                .set("id", id).one().orElseThrow(() -> new NotFound("Device", id));
        guard.require(DEVICE_VIEW, device.schoolId());
        if (device.origin() == Devices.DeviceOrigin.RECEIPT || device.state() == DeviceState.RETIRED || !guard.may(DELIVERY_RECEIVE, device.schoolId())) {
            return List.of();
        }
        List<Awards.Award> all = awards.of(Ask.of(em, Long.class, "select s.id from School s where s.authorityId = :authority order by s.id")
                .set("authority", device.authorityId()).list()).stream().filter(a -> !a.budgetId().equals(device.budgetId())).toList();
        List<AwardGuess> guesses = AwardGuess.of(new AwardGuess.Thing(device.kind().name(), device.boughtOn(), device.price(), device.supplier()),
                all.stream().filter(a -> a.schoolId().equals(device.schoolId())).toList());
        Set<Long> guessed = new TreeSet<>(guesses.stream().map(g -> g.award().budgetId()).toList());
        return Stream.concat(guesses.stream().map(g -> new AwardOption(g.award().budgetId(), g.award().label(), g.award().leftCents(), g.points(), g.reasons())),
                all.stream().filter(a -> !guessed.contains(a.budgetId())).sorted(Comparator.comparing((Awards.Award a) -> !a.schoolId().equals(device.schoolId())))
                        .map(a -> new AwardOption(a.budgetId(), a.label(), a.leftCents(), null, List.of()))).limit(MOST_AWARDS).toList();
    }

    /** What is known of a device whose award is looked for. */
    record Asked(Long schoolId, Long authorityId, ModelKind kind, LocalDate boughtOn, Long price, String supplier, Long budgetId, Devices.DeviceOrigin origin, DeviceState state) {
    }

    /**
     * A position of an award that may have paid a device.
     *
     * @param leftCents what is left of it after what was spent, is committed or was tied to it, in cents; below zero if it is overdrawn
     * @param points    certainty in percent, null where nothing speaks for it
     * @param reasons   what speaks for it
     */
    public record AwardOption(Long budgetId, String label, Long leftCents, Integer points, List<Sentence> reasons) {
    }

    /** How many devices of each kind and state stand in each room of a school; one statement. */
    public List<RoomDevices> byRoom(long schoolId) {
        guard.require(DEVICE_VIEW, schoolId);
        return em.createQuery("select new de.schulpakt.inventory.device.DeviceQueries$RoomDevices(d.roomId, m.kind, d.state, count(d)) from Device d"
                        + " join DeviceModel m on m.id = d.modelId where d.schoolId = :school"
                        + " group by d.roomId, m.kind, d.state", RoomDevices.class)
                .setParameter("school", schoolId).getResultList();
    }

    /** What the table allows, the guard allows and the device's past allows. */
    private Set<DeviceAction> actions(View device) {
        Set<DeviceAction> actions = guard.actions(DeviceFlow.FLOW, device.state(), device.schoolId());
        if (device.inServiceOn() == null) {
            actions.remove(RETURN_TO_SERVICE);
            if (device.needsNetwork()) {
                actions.remove(SERVE);
            }
        }
        boolean bound = Boolean.TRUE.equals(device.bindingVerified()) && device.bindingStart() != null
                && (device.bindingEndOn() == null || !clock.today().isAfter(device.bindingEndOn()));
        actions.removeAll(!bound ? Set.of(ASK_RETIRE, CONFIRM_RETIRE, KEEP) : device.endAskedOn() == null ? Set.of(RETIRE, CONFIRM_RETIRE, KEEP)
                : Set.of(RETIRE, ASK_RETIRE));
        return actions;
    }

    /**
     * A device in a list.
     *
     * @param model        maker and model
     * @param serial       null if it has none that can be read
     * @param room         where it stands, null if in no room
     * @param ownText      what its own fields say, null if nothing
     * @param priceCents   gross price paid, in cents; null if it is not known
     * @param bindingEndOn last day of the binding, null if there is none or it has not begun
     */
    public record Row(Long id, String inventoryNo, String serial, String model, ModelKind kind, DeviceState state,
            Long schoolId, String school, Long roomId, String room, String building, Boolean lent, Devices.DeviceLoss loss, Devices.DeviceOrigin origin, String ownText, String orderNo, String fundingLabel,
            String spot, LocalDate warrantyEndOn, Devices.DeviceWear wear, String supplier, AwardHow awardHow, Long priceCents, LocalDate deliveredOn, LocalDate inServiceOn, LocalDate bindingEndOn) {
    }

    /**
     * One device with all that its page shows.
     *
     * @param targetRoomId room it was requested for, null if none was named
     * @param orderNo      order it came with; null if it came without one
     * @param fundingLabel programme, application and position that paid it, in the words of the day of delivery
     * @param priceCents   gross price paid, in cents
     * @param bindingEndOn last day of the binding, null if there is none or it has not begun
     * @param bindingVerified false: by a rule that nobody has verified, so it warns and does not refuse
     * @param boundOn      first day of the binding that it has taken over from the one in whose place it came, else null
     * @param origin       how it came into the inventory
     * @param loss         missing or stolen while it is lost; lostOn and policeNo belong to it
     * @param disposal     what became of it, or is proposed; erasure, proceedsCents (in cents) and consent belong to it
     * @param endAskedOn   day on which its end within the binding was proposed, null if that waits for nobody
     * @param lent         true while a borrower has it
     * @param supplier     who sold it, where no order says so
     * @param spot         where in its room it stands, null for nowhere special
     * @param warrantyEndOn last day of its warranty, null if not known
     * @param wear         its condition, null if nobody has said it
     * @param awardHow     how it was tied to the position of an award without an order, null if it was not; awardPoints is the certainty in percent
     * @param replacesId   device in whose place it came; replacedById the one that came in its place; null for none
     * @param atStakeCents what may be claimed back if it were given up today, reckoned by days, in cents; null if nothing
     * @param apart        what the asker may not do because of what the asker did
     * @param actions      what the asker may do now
     * @param placements   where it stood, newest first
     * @param identifiers  by which numbers it is known, and was
     * @param timeline     who did what, newest first
     */
    public record View(Long id, Integer version, String inventoryNo, String serial, DeviceState state, Long modelId, String maker,
            String model, String partNo, ModelKind kind, Boolean needsNetwork, Long schoolId, String school, Long roomId,
            String room, String building, Long targetRoomId, String targetRoom, Long orderLineId, String orderNo,
            Long budgetId, String fundingLabel, Long priceCents, LocalDate deliveredOn, LocalDate inServiceOn,
            BindingStart bindingStart, LocalDate boundOn, Integer bindingYears, BindingMode bindingMode, LocalDate bindingEndOn,
            Boolean bindingVerified, Devices.DeviceOrigin origin, Devices.DeviceLoss loss, LocalDate lostOn, String policeNo,
            Devices.DeviceDisposal disposal, String erasure, Long proceedsCents, LocalDate retiredOn, String consent, LocalDate endAskedOn,
            Boolean lent, String supplier, String spot, LocalDate warrantyEndOn, Devices.DeviceWear wear, AwardHow awardHow, Integer awardPoints, Long replacesId, String replacesNo, Long replacedById, String replacedByNo, Long atStakeCents, Map<DeviceAction, DeviceAction> apart, Set<DeviceAction> actions, List<Stay> placements, List<Identifier> identifiers,
            List<HistoryEntry> timeline) {
        View with(Long stake, Map<DeviceAction, DeviceAction> withheld, Set<DeviceAction> may, List<Stay> stood, List<Identifier> numbers, List<HistoryEntry> history) {
            return new View(id, version, inventoryNo, serial, state, modelId, maker, model, partNo, kind, needsNetwork, schoolId,
                    school, roomId, room, building, targetRoomId, targetRoom, orderLineId, orderNo, budgetId, fundingLabel,
                    priceCents, deliveredOn, inServiceOn, bindingStart, boundOn, bindingYears, bindingMode, bindingEndOn,
                    bindingVerified, origin, loss, lostOn, policeNo, disposal, erasure, proceedsCents, retiredOn, consent, endAskedOn, lent, supplier, spot, warrantyEndOn, wear, awardHow, awardPoints, replacesId, replacesNo, replacedById, replacedByNo, stake,
                    withheld, may, stood, numbers, history);
        }

        /** What may be claimed back if it were given up on that day, in cents; null if nothing, or if it cannot be said. */
        Long atStake(LocalDate day) {
            return bindingStart == null || priceCents == null || state == DeviceState.RETIRED || bindingEndOn != null && day.isAfter(bindingEndOn) ? null
                    : Binding.atStake(Money.of(priceCents), bindingStartedOn(), bindingEndOn, day).cents();
        }

        /** The day of the event that starts the binding, null if there is none or it has not happened. */
        public LocalDate bindingStartedOn() {
            return bindingStart == null ? null : boundOn != null ? boundOn : bindingStart == BindingStart.DELIVERY ? deliveredOn : inServiceOn;
        }
    }

    /**
     * How many devices of a kind and state stand in a room of a school.
     *
     * @param roomId null for those that stand in no room
     */
    public record RoomDevices(Long roomId, ModelKind kind, DeviceState state, Long devices) {
    }

    /** A number of a device; endedAt is null while it is known by it. */
    public record Identifier(Long id, IdentifierKind kind, String value, Instant addedAt, String addedBy, Instant endedAt, String endedBy,
            String endedWhy) {
    }

    /** A device that is known by a number that was asked for; endedAt is null while it is. */
    public record Known(Long deviceId, String inventoryNo, String model, String school, DeviceState state, Long id, IdentifierKind kind, String value,
            Instant endedAt) {
    }

    /**
     * The devices of a list of numbers.
     *
     * @param ids     each once, in the order of the numbers
     * @param unknown what is no device's number, or that of several
     */
    public record Chosen(List<Long> ids, List<Unknown> unknown) {
    }

    /** A number that was typed and means no device, and why. */
    public record Unknown(String number, Sentence why) {
    }

    /** A row of {@link #chosen}. */
    record Numbered(Long deviceId, String number) {
    }

    /**
     * What several devices have in common.
     *
     * @param schoolId     null if they belong to several schools
     * @param targetRoomId the room that all were requested for, null if there is none
     */
    public record Common(Long schoolId, String school, Long targetRoomId, Long devices) {
    }

    /** A time that a device spent in a room; toAt is null while it stands there. */
    public record Stay(Long roomId, String room, String building, Instant fromAt, Instant toAt, String actor) {
    }
}
