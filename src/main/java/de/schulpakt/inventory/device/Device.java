package de.schulpakt.inventory.device;

import static de.schulpakt.inventory.device.DeviceFlow.FLOW;

import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** One piece with a serial number, from its delivery to its end. */
@Entity
@Table(name = "device")
class Device implements Stateful<DeviceState, DeviceAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "device_seq")
    @SequenceGenerator(name = "device_seq", sequenceName = "device_seq", allocationSize = 100)
    private Long id;
    @Column(name = "inventory_no")
    private String inventoryNo;
    @Column(name = "serial")
    private String serial;
    @Column(name = "model_id")
    private Long modelId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "target_room_id")
    private Long targetRoomId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DeviceState state;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "order_no")
    private String orderNo;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "funding_label")
    private String fundingLabel;
    @Column(name = "price_cents")
    private Long priceCents;
    @Enumerated(EnumType.STRING)
    @Column(name = "origin")
    private Devices.DeviceOrigin origin = Devices.DeviceOrigin.RECEIPT;
    @Column(name = "delivered_on")
    private LocalDate deliveredOn;
    @Column(name = "in_service_on")
    private LocalDate inServiceOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "binding_start")
    private BindingStart bindingStart;
    @Column(name = "binding_years")
    private Integer bindingYears;
    @Enumerated(EnumType.STRING)
    @Column(name = "binding_mode")
    private BindingMode bindingMode;
    @Column(name = "binding_end_on")
    private LocalDate bindingEndOn;
    @Column(name = "binding_verified")
    private boolean bindingVerified = true;
    @Enumerated(EnumType.STRING)
    @Column(name = "loss")
    private Devices.DeviceLoss loss;
    @Column(name = "lost_on")
    private LocalDate lostOn;
    @Column(name = "police_no")
    private String policeNo;
    @Enumerated(EnumType.STRING)
    @Column(name = "disposal")
    private Devices.DeviceDisposal disposal;
    @Column(name = "erasure")
    private String erasure;
    @Column(name = "proceeds_cents")
    private Long proceedsCents;
    @Column(name = "retired_on")
    private LocalDate retiredOn;
    @Column(name = "consent")
    private String consent;
    @Column(name = "lent")
    private boolean lent;
    /** What its own fields say together; the room of own fields writes it. */
    @Column(name = "own_text", insertable = false, updatable = false)
    private String ownText;
    @Column(name = "end_asked_on")
    private LocalDate endAskedOn;
    /** The device in whose place it came. */
    @Column(name = "replaces_id")
    private Long replacesId;
    /** Day from which it is bound if another device was bound in its place before. */
    @Column(name = "bound_on")
    private LocalDate boundOn;
    /** Who sold it, where no order says so. */
    @Column(name = "supplier")
    private String supplier;
    @Column(name = "warranty_end_on")
    private LocalDate warrantyEndOn;
    /** So many months after its delivery the warranty ends; null if a person said the day, or nobody knows it. */
    @Column(name = "warranty_months")
    private Integer warrantyMonths;
    /** The months stand at the line of its order, not at its model. */
    @Column(name = "warranty_ordered")
    private boolean warrantyOrdered;
    /** Where in its room; it does not outlast the room. */
    @Column(name = "spot")
    private String spot;
    @Enumerated(EnumType.STRING)
    @Column(name = "wear")
    private Devices.DeviceWear wear;
    /** How it was tied to the position of an award without an order; null if it was not. */
    @Enumerated(EnumType.STRING)
    @Column(name = "award_how")
    private AwardHow awardHow;
    @Column(name = "award_points")
    private Integer awardPoints;
    @Version
    @Column(name = "version")
    private int version;

    protected Device() {
    }

    Device(String inventoryNo, Devices.Register cmd) {
        this.inventoryNo = inventoryNo;
        this.serial = cmd.serial().strip();
        this.modelId = cmd.modelId();
        this.schoolId = cmd.schoolId();
        this.targetRoomId = cmd.targetRoomId();
        this.state = DeviceState.IN_STOCK;
        this.orderLineId = cmd.orderLineId();
        this.orderNo = cmd.orderNo();
        this.budgetId = cmd.budgetId();
        this.fundingLabel = cmd.fundingLabel();
        this.priceCents = cmd.priceCents();
        this.deliveredOn = cmd.deliveredOn();
        if (cmd.binding() != null) {
            this.bindingStart = cmd.binding().start();
            this.bindingYears = cmd.binding().years();
            this.bindingMode = cmd.binding().mode();
            this.bindingVerified = cmd.binding().verified();
        }
        startBinding(BindingStart.DELIVERY, deliveredOn);
    }

    /**
     * One that came in the place of another.
     *
     * @param same false: the other one had never come, so that all begins with this one
     */
    Device(String inventoryNo, Device old, String serial, LocalDate day, boolean same) {
        this.inventoryNo = inventoryNo;
        this.serial = serial.strip();
        this.modelId = old.modelId;
        this.schoolId = old.schoolId;
        this.targetRoomId = old.targetRoomId;
        this.state = DeviceState.IN_STOCK;
        this.orderLineId = old.orderLineId;
        this.orderNo = old.orderNo;
        this.budgetId = old.budgetId;
        this.fundingLabel = old.fundingLabel;
        this.priceCents = old.priceCents;
        this.deliveredOn = day;
        this.replacesId = old.id;
        this.origin = old.origin;
        this.supplier = old.supplier;
        this.awardHow = old.awardHow;
        this.awardPoints = old.awardPoints;
        if (same) {
            // the supplier's warranty goes on; it does not begin anew
            this.warrantyEndOn = old.warrantyEndOn;
        } else {
            warrantedFor(old.warrantyMonths, old.warrantyOrdered);
        }
        this.bindingStart = old.bindingStart;
        this.bindingYears = old.bindingYears;
        this.bindingMode = old.bindingMode;
        this.bindingVerified = old.bindingVerified;
        if (same && old.bindingEndOn != null) {
            this.boundOn = old.boundSince();
            this.bindingEndOn = old.bindingEndOn;
        }
        startBinding(BindingStart.DELIVERY, day);
    }

    /** One that was not bought here. */
    Device(String inventoryNo, Devices.Old old, Devices.DeviceOrigin origin) {
        this.inventoryNo = inventoryNo;
        this.serial = old.serial() == null || old.serial().isBlank() ? null : old.serial().strip();
        this.modelId = old.modelId();
        this.schoolId = old.schoolId();
        this.state = DeviceState.IN_STOCK;
        this.priceCents = old.priceCents();
        this.deliveredOn = old.boughtOn();
        this.supplier = old.supplier();
        this.warrantyEndOn = old.warrantyEndOn();
        this.origin = origin;
    }

    /**
     * A position of an award has paid it all; it is bound as that says, from the same event as if it had been ordered.
     *
     * @param points    certainty in percent, null if a person says so
     * @param corrected true: its price or its day was put right, so that the same position is said anew
     * @throws Refused {@code device.award_by_order} if it came with an order; {@code device.award_incomplete} while its price or its day is not known;
     *                 {@code device.award_same}; {@code device.end_waits} while its end within a binding is proposed; {@code device.ended}
     */
    void awarded(Long budget, String label, Binding binding, AwardHow how, Integer points, boolean corrected) {
        mustNotBeOrdered();
        if (priceCents == null || deliveredOn == null) {
            throw new Refused("device.award_incomplete", inventoryNo);
        }
        if (budget.equals(budgetId) && !corrected) {
            throw new Refused("device.award_same", label);
        }
        paidUnder(budget, label, binding);
        awardHow = how;
        awardPoints = points;
    }

    /**
     * No award has paid it after all, and nothing binds it.
     *
     * @throws Refused {@code device.award_by_order}, {@code device.end_waits}, {@code device.ended}; {@code device.award_none} if it is tied to none
     */
    void awardless() {
        mustNotBeOrdered();
        if (awardHow == null) {
            throw new Refused("device.award_none", inventoryNo);
        }
        paidUnder(null, null, null);
        boundOn = null;
        awardHow = null;
        awardPoints = null;
    }

    private void mustNotBeOrdered() {
        if (orderNo != null || orderLineId != null || origin == Devices.DeviceOrigin.RECEIPT) {
            throw new Refused("device.award_by_order", inventoryNo);
        }
        if (endAskedOn != null) {
            throw new Refused("device.end_waits", inventoryNo);
        }
        if (state == DeviceState.RETIRED) {
            throw new Refused("device.ended", inventoryNo);
        }
    }

    /**
     * What no order says was mistyped: the price and the day are these, null for as it was. A device that is in service since the day on which it was bought
     * is so from the other day.
     *
     * @return true if either is another one than before
     * @throws Refused {@code device.award_by_order}, {@code device.end_waits}, {@code device.ended}
     */
    boolean correct(Long price, LocalDate boughtOn) {
        mustNotBeOrdered();
        boolean other = price != null && !price.equals(priceCents) || boughtOn != null && !boughtOn.equals(deliveredOn);
        priceCents = price == null ? priceCents : price;
        if (boughtOn != null) {
            inServiceOn = inServiceOn != null && inServiceOn.equals(deliveredOn) ? boughtOn : inServiceOn;
            deliveredOn = boughtOn;
            warrantyFollows();
        }
        return other;
    }

    /** True if that position of an award has paid it without an order. */
    boolean tiedTo(Long budget) {
        return awardHow != null && budget.equals(budgetId);
    }

    String fundingLabel() {
        return fundingLabel;
    }

    /**
     * What was known was wrong, as somebody has decided who compared it with a file.
     *
     * @throws Refused as {@link #correct} for a price or a day of an ordered device; {@code device.award_kept} for one that an award has paid: that is put right
     *                 there, because its proof and binding follow from it
     */
    void insteadOf(Devices.Instead other) {
        if (other.priceCents() != null || other.boughtOn() != null) {
            if (budgetId != null) {
                throw new Refused("device.award_kept", inventoryNo);
            }
            correct(other.priceCents(), other.boughtOn());
        }
        warrantyEndOn = other.warrantyEndOn() == null ? warrantyEndOn : other.warrantyEndOn();
        supplier = other.supplier() == null ? supplier : other.supplier();
    }

    /** What was not known is known from now on; what was, stays. */
    void learn(Long price, LocalDate boughtOn, String seller) {
        supplier = supplier == null ? seller : supplier;
        priceCents = priceCents == null ? price : priceCents;
        deliveredOn = deliveredOn == null ? boughtOn : deliveredOn;
    }

    Long id() {
        return id;
    }

    @Override
    public Ref ref() {
        return new Ref("Device", id, inventoryNo).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    Long modelId() {
        return modelId;
    }

    Long roomId() {
        return roomId;
    }

    boolean hasSerial() {
        return serial != null;
    }

    /** It stands under the rules of another budget, and is bound by them from the same day as before. */
    void paidUnder(Long budget, String label, Binding binding) {
        this.budgetId = budget;
        this.fundingLabel = label;
        this.bindingStart = binding == null ? null : binding.start();
        this.bindingYears = binding == null ? null : binding.years();
        this.bindingMode = binding == null ? null : binding.mode();
        this.bindingVerified = binding == null || binding.verified();
        this.bindingEndOn = null;
        LocalDate event = bindingStart == null ? null : boundSince();
        if (event != null) {
            bindingEndOn = binding.endFrom(event);
        }
    }

    Money price() {
        return Money.of(priceCents);
    }

    /** It is back at the supplier or had never come; what comes in its place is meant for the room in which it stood. */
    void sentBack(LocalDate day, boolean came) {
        targetRoomId = roomId == null ? targetRoomId : roomId;
        disposal = came ? Devices.DeviceDisposal.RETURNED : Devices.DeviceDisposal.NEVER_CAME;
        serial = came ? serial : null;
        gone(day);
    }

    /** Delivered on another day; a binding that began with the delivery follows. */
    void deliveredOn(LocalDate day) {
        deliveredOn = day;
        warrantyFollows();
        startBinding(BindingStart.DELIVERY, day);
    }

    LocalDate deliveredOn() {
        return deliveredOn;
    }

    Long targetRoomId() {
        return targetRoomId;
    }

    String serial() {
        return serial;
    }

    Long replacesId() {
        return replacesId;
    }

    /**
     * Bound from the day of the one in whose place it came, if that is the day of a delivery.
     *
     * @return true if it was bound from another day before
     */
    boolean boundAs(Device old) {
        if (boundOn == null || bindingStart != BindingStart.DELIVERY || boundOn.equals(old.boundSince())) {
            return false;
        }
        boundOn = old.boundSince();
        bindingEndOn = new Binding(bindingStart, bindingYears, bindingMode).endFrom(boundOn);
        return true;
    }

    /** Day from which it is bound, null before. */
    LocalDate boundSince() {
        return boundOn != null ? boundOn : bindingStart == BindingStart.DELIVERY ? deliveredOn : inServiceOn;
    }

    /** The serial number that lists show. */
    void knownAs(String shown) {
        serial = shown;
    }

    boolean wasInService() {
        return inServiceOn != null;
    }

    @Override
    public DeviceState state() {
        return state;
    }

    @Override
    public Transitions<DeviceState, DeviceAction> flow() {
        return FLOW;
    }

    @Override
    public Change<DeviceState> apply(DeviceAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return apply(action);
    }

    /** Takes a step as part of another subject's step, whose version was checked. The only place that writes the state. */
    Change<DeviceState> apply(DeviceAction action) {
        Change<DeviceState> change = FLOW.step(state, action);
        state = change.to();
        return change;
    }

    /** Stands in that room from now on; null for in none. The placement is written by the caller. */
    void moveTo(Long room) {
        if (room == null || !room.equals(roomId)) {
            spot = null;
        }
        roomId = room;
    }

    /**
     * Where in its room it stands; null or blank for no special place.
     *
     * @return true if it stood elsewhere
     * @throws Refused {@code device.not_placed} if it stands in no room
     */
    boolean standsAt(String where) {
        String now = where == null || where.isBlank() ? null : where.strip();
        if (now != null) {
            mustBePlaced();
        }
        boolean other = !Objects.equals(now, spot);
        spot = now;
        return other;
    }

    String spot() {
        return spot;
    }

    /** Last day of its warranty, as a person says it; null for not known. */
    void warrantedUntil(LocalDate day) {
        warrantyEndOn = day;
        warrantyMonths = null;
        warrantyOrdered = false;
    }

    /**
     * Under warranty for so many months from its delivery, unless another day is known.
     *
     * @param ordered true if the line of its order says so; false if its model does
     */
    final void warrantedFor(Integer months, boolean ordered) {
        if (months != null && warrantyEndOn == null && deliveredOn != null) {
            warrantyMonths = months;
            warrantyOrdered = ordered;
            warrantyEndOn = deliveredOn.plusMonths(months);
        }
    }

    /**
     * The same said anew; what a person has said stays.
     *
     * @param months null: nobody knows
     * @return true if it ends on another day than before
     */
    boolean warrantedAnew(Integer months, boolean ordered) {
        LocalDate before = warrantyEndOn;
        if (warrantyMonths != null || warrantyEndOn == null) {
            warrantyEndOn = null;
            warrantyMonths = null;
            warrantyOrdered = false;
            warrantedFor(months, ordered);
        }
        return !Objects.equals(before, warrantyEndOn);
    }

    /** It was delivered on another day: a warranty of so many months moves with it. */
    private void warrantyFollows() {
        if (warrantyMonths != null && deliveredOn != null) {
            warrantyEndOn = deliveredOn.plusMonths(warrantyMonths);
        }
    }

    LocalDate warrantyEndOn() {
        return warrantyEndOn;
    }

    Devices.DeviceWear wear() {
        return wear;
    }

    void worn(Devices.DeviceWear now) {
        wear = now;
    }

    /** Is that school's from now on. It stands in no room, nor is one named for it. */
    void belongsTo(Long school) {
        schoolId = school;
        targetRoomId = null;
    }

    /** What its invoice asks for it, gross. */
    void priced(long cents) {
        priceCents = cents;
    }

    /** Refuses while it stands in no room. */
    void mustBePlaced() {
        if (roomId == null) {
            throw new Refused("device.not_placed", inventoryNo);
        }
    }

    /** Refuses who has seen another version. */
    void seen(Integer by) {
        Conflict.unlessSame(ref(), by, version);
    }

    /** It has come in nobody's place. */
    void inNoPlace() {
        replacesId = null;
    }

    /** It was in service by mistake only: a binding that began with that has not begun. */
    void neverServed() {
        inServiceOn = null;
        if (bindingStart == BindingStart.COMMISSIONING && boundOn == null) {
            bindingEndOn = null;
        }
    }

    /** It had been given up and is there again. */
    void revive() {
        if (disposal == Devices.DeviceDisposal.NEVER_CAME || disposal == Devices.DeviceDisposal.RETURNED && orderNo != null) {
            throw new Refused("device.sent_back", inventoryNo);
        }
        backAgain();
    }

    /** It is there again, however it went. */
    void backAgain() {
        end(Devices.End.UNKNOWN);
        retiredOn = null;
    }

    /** In service from that day; only the first time counts, for the date and for the binding. */
    void inService(LocalDate day) {
        mustBePlaced();
        if (inServiceOn == null) {
            inServiceOn = day;
            startBinding(BindingStart.COMMISSIONING, day);
        }
    }

    /**
     * Refuses while the device is bound, on its last day too, and while a binding waits for the device to be used.
     *
     * @return what a binding by a rule that nobody has verified would have refused
     */
    List<Sentence> mayRetire(LocalDate day) {
        mustBeBack();
        if (bindingStart != null && bindingEndOn == null) {
            return bound("device.binding_not_started", inventoryNo);
        }
        return bindingEndOn != null && !day.isAfter(bindingEndOn) ? bound("device.bound_until", bindingEndOn) : List.of();
    }

    /** Refuses while a borrower has it. */
    void mustBeBack() {
        if (lent) {
            throw new Refused("device.lent", inventoryNo);
        }
    }

    /** A borrower has it from now on, or no longer. */
    void lent(boolean away) {
        lent = away;
    }

    /** True while a binding holds that a verified rule gave. */
    boolean bound(LocalDate day) {
        return bindingVerified && bindingStart != null && (bindingEndOn == null || !day.isAfter(bindingEndOn));
    }

    /** True if a verified binding held it that day, to that last day or to none yet, and holds it now no longer or to an earlier day. */
    boolean looserThan(boolean wasBound, LocalDate end, LocalDate day) {
        return wasBound && (!bound(day) || bindingEndOn != null && end != null && bindingEndOn.isBefore(end));
    }

    LocalDate bindingEndOn() {
        return bindingEndOn;
    }

    Long priceCents() {
        return priceCents;
    }

    /** How it got lost. */
    void lose(Devices.DeviceLoss how, LocalDate day, String police) {
        loss = how;
        lostOn = day;
        policeNo = police == null || police.isBlank() ? null : police.strip();
    }

    /** It is no longer lost. */
    void regain() {
        loss = null;
        lostOn = null;
        policeNo = null;
    }

    /** What is known of its end. */
    void end(Devices.End end) {
        disposal = end.disposal();
        erasure = end.erasure() == null || end.erasure().isBlank() ? null : end.erasure().strip();
        proceedsCents = end.proceedsCents();
        consent = end.consent() == null || end.consent().isBlank() ? null : end.consent().strip();
    }

    /** Its end waits for a second person. */
    void askEnd(LocalDate day) {
        endAskedOn = day;
    }

    boolean endAsked() {
        return endAskedOn != null;
    }

    /** It stays. */
    void keep() {
        endAskedOn = null;
        end(Devices.End.UNKNOWN);
    }

    /** Given up on that day. */
    void gone(LocalDate day) {
        retiredOn = day;
        endAskedOn = null;
        loss = null;
    }

    /** What may be claimed back of its price if it is given up on that day; see {@link Binding#atStake}. Null if that cannot be said. */
    Money atStake(LocalDate day) {
        if (bindingStart == null || priceCents == null || bindingEndOn != null && day.isAfter(bindingEndOn)) {
            return null;
        }
        return Binding.atStake(Money.of(priceCents), boundSince(), bindingEndOn, day);
    }

    private List<Sentence> bound(String code, Object value) {
        if (bindingVerified) {
            throw new Refused(code, value);
        }
        return List.of(Sentence.of(code, value), Sentence.of("device.binding.unverified"));
    }

    private void startBinding(BindingStart event, LocalDate day) {
        if (bindingStart == event && boundOn == null) {
            bindingEndOn = new Binding(bindingStart, bindingYears, bindingMode).endFrom(day);
        }
    }
}
