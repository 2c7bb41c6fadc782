package de.schulpakt.inventory.device.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.DeviceMoney;
import de.schulpakt.inventory.device.DeviceNumbers;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One device: what it is, where it comes from, where it stood, and what may be done with it now. */
@Named
@ViewScoped
public class DevicePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Devices devices;
    @Inject
    transient DeviceNumbers numbers;
    @Inject
    transient DeviceMoney money;
    @Inject
    transient Language language;
    @Inject
    transient DeviceQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private Long id;
    private DeviceQueries.View view;
    private transient List<DeviceQueries.Payer> payers;
    private Long roomId;
    private String reason;
    private String note;
    private IdentifierKind kind = IdentifierKind.MAC;
    private String value;
    private Long numberId;
    private Devices.DeviceLoss loss = Devices.DeviceLoss.MISSING;
    private LocalDate lostOn;
    private String policeNo;
    private Devices.DeviceDisposal disposal = Devices.DeviceDisposal.RECYCLED;
    private String erasure;
    private String proceeds;
    private String consent;
    private transient List<DeviceQueries.AwardOption> awards;
    private Long budgetId;
    private String price;
    private String spot;
    private String placeSpot;
    private LocalDate warrantyEndOn;
    private Devices.DeviceWear wear;
    private LocalDate boughtOn;
    private boolean beyond;

    /** Reads the device. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            spot = spot == null ? view.spot() : spot;
            warrantyEndOn = warrantyEndOn == null ? view.warrantyEndOn() : warrantyEndOn;
            wear = wear == null ? view.wear() : wear;
            if (view.actions().contains(DeviceAction.PLACE)) {
                roomId = roomId != null ? roomId : view.roomId() != null ? view.roomId() : view.targetRoomId();
            }
        });
    }

    /** Gives it one more number. */
    public String addNumber() {
        return run(() -> numbers.add(id, new DeviceNumbers.Add(kind, value)), "device.done.number");
    }

    /** Its serial number was misread. */
    public String correctSerial() {
        return run(() -> numbers.correct(id, new DeviceNumbers.Correct(value, reason)), "device.done.serial");
    }

    /** One of its numbers ends. */
    public String endNumber() {
        return run(() -> numbers.end(id, numberId == null ? -1 : numberId, new DeviceNumbers.End(reason)), "device.done.number_ended");
    }

    /** The position of an award has paid it, or another one than was thought. */
    public String tieAward() {
        return run(() -> money.tie(id, new DeviceMoney.Tie(view.version(), budgetId, price == null || price.isBlank() ? null : Amounts.cents(price), boughtOn, beyond, reason)),
                "device.done.award");
    }

    /** No award has paid it after all. */
    public String untieAward() {
        return run(() -> money.untie(id, new DeviceMoney.Untie(view.version(), reason)), "device.done.award_ended");
    }

    /** True if the asker may say which award has paid a device that was not ordered here. */
    public boolean isAwarding() {
        return view.origin() != Devices.DeviceOrigin.RECEIPT && view.state() != DeviceState.RETIRED && guard.may(Permission.DELIVERY_RECEIVE, view.schoolId());
    }

    /** The positions that may have paid it, the likeliest first; before them the one that it is tied to, at which price and day are put right. */
    public List<DeviceQueries.AwardOption> getAwards() {
        if (awards == null) {
            awards = new ArrayList<>(queries.awards(view.id()));
            if (view.awardHow() != null) {
                awards.add(0, new DeviceQueries.AwardOption(view.budgetId(), view.fundingLabel(), null, null, List.of()));
            }
        }
        return awards;
    }

    /** A position with what is left of it, its certainty and what speaks for it. */
    public String awardText(DeviceQueries.AwardOption one) {
        String label = one.leftCents() == null ? one.label()
                : one.label() + " · " + Texts.get(language.getLocale(), "device.award.left", Money.of(one.leftCents()));
        return one.points() == null ? label : label + " (" + Texts.get(language.getLocale(), "device.award.points", one.points()) + ": "
                + one.reasons().stream().map(r -> r.told(language.getLocale())).collect(Collectors.joining(", ")) + ")";
    }

    /** The numbers that may end. */
    public List<DeviceQueries.Identifier> getOpenNumbers() {
        return view.identifiers().stream().filter(n -> n.endedAt() == null && !n.value().equals(view.inventoryNo())).toList();
    }

    public IdentifierKind[] getKinds() {
        return IdentifierKind.values();
    }

    /** Puts it into the chosen room; the spot of the room before does not go along. */
    public String place() {
        return run(() -> devices.place(id, new Devices.Place(view.version(), roomId, placeSpot == null || placeSpot.isBlank() ? null : placeSpot)), "device.done.place");
    }

    /** Spot, warranty and condition. */
    public String describe() {
        return run(() -> devices.describe(id, new Devices.Describe(view.version(), spot, warrantyEndOn, wear, note)), "device.done.describe");
    }

    public Devices.DeviceWear[] getWears() {
        return Devices.DeviceWear.values();
    }

    /** Puts it into service. */
    public String serve() {
        return run(() -> devices.serve(id, new Devices.Serve(view.version(), note)), "device.done.serve");
    }

    /** Gives it to repair. */
    public String repair() {
        return run(() -> devices.repair(id, new Devices.Repair(view.version(), reason)), "device.done.repair");
    }

    /** Back from repair, in service. */
    public String returnToService() {
        return run(() -> devices.returnToService(id, new Devices.Return(view.version(), note)), "device.done.return");
    }

    /** Back from repair, not in service. */
    public String returnToStock() {
        return run(() -> devices.returnToStock(id, new Devices.Return(view.version(), note)), "device.done.return");
    }

    /** Reports it lost. */
    public String reportLost() {
        return run(() -> devices.reportLost(id, new Devices.ReportLost(view.version(), reason, loss, lostOn, policeNo)), "device.done.lost");
    }

    /** It is there again. */
    public String found() {
        return run(() -> devices.found(id, new Devices.Return(view.version(), note)), "device.done.found");
    }

    /** Retires it. */
    public String retire() {
        return run(() -> devices.retire(id, end()), "device.done.retire");
    }

    /** Proposes to give it up while its binding lasts. */
    public String askRetire() {
        return run(() -> devices.askRetire(id, end()), "device.done.ask_retire");
    }

    /** Gives it up as somebody else has proposed. */
    public String confirmRetire() {
        return run(() -> devices.confirmRetire(id, new Devices.Return(view.version(), note)), "device.done.retire");
    }

    /** It is there again though it had been given up. */
    public String revive() {
        return run(() -> devices.revive(id, new Devices.Revive(view.version(), reason)), "device.done.revive");
    }

    /** It stays. */
    public String keep() {
        return run(() -> devices.keep(id, new Devices.Return(view.version(), note)), "device.done.keep");
    }

    private Devices.Retire end() {
        return new Devices.Retire(view.version(), reason, disposal, erasure, proceeds == null || proceeds.isBlank() ? null : Amounts.cents(proceeds), consent);
    }

    public Devices.DeviceLoss[] getLosses() {
        return Devices.DeviceLoss.values();
    }

    /** What a person may say of its end; that it had never come is said at its order. */
    public Set<Devices.DeviceDisposal> getDisposals() {
        return EnumSet.complementOf(EnumSet.of(Devices.DeviceDisposal.NEVER_CAME));
    }

    /** After a refusal the page shows the device as it now is; what was typed stays. */
    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "device?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** True if the asker may add numbers and end them. */
    public boolean isNumbering() {
        return guard.may(Permission.DEVICE_PLACE, view.schoolId());
    }

    /** Who paid it; asked for who sees the money of the school. */
    public List<DeviceQueries.Payer> getPayers() {
        if (payers == null) {
            payers = queries.payers(view.id());
        }
        return payers;
    }

    /** True for a position whose page the asker can open: that of a school whose money the asker sees; own money is the authority's. */
    public boolean mayOpen(DeviceQueries.Payer payer) {
        return payer.schoolId() != null && payer.budgetId().equals(view.budgetId()) && guard.may(Permission.BUDGET_VIEW, payer.schoolId());
    }

    /** True if the asker may let another device come in its place, or see how it came. */
    public boolean isSwapping() {
        return guard.may(Permission.DEVICE_PLACE, view.schoolId()) || guard.may(Permission.DEVICE_ADD, view.schoolId());
    }

    /** True if the asker may give it to another school, by an offer or as the authority. */
    public boolean isPassing() {
        return guard.may(Permission.DEVICE_SERVE, view.schoolId()) || guard.may(Permission.DEVICE_RETIRE, view.schoolId());
    }

    /** True if the asker sees the devices of the school, and not this one alone because an award that the asker may look into has paid it. */
    public boolean isWhole() {
        return guard.may(Permission.DEVICE_VIEW, view.schoolId());
    }

    /** True if the asker may follow the funding label to the budget. */
    public boolean isBudgetVisible() {
        return view.budgetId() != null && guard.may(Permission.BUDGET_VIEW, view.schoolId());
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public DeviceQueries.View getView() {
        return view;
    }

    public String getSpot() {
        return spot;
    }

    public void setSpot(String spot) {
        this.spot = spot == null ? "" : spot;
    }

    public String getPlaceSpot() {
        return placeSpot;
    }

    public void setPlaceSpot(String placeSpot) {
        this.placeSpot = placeSpot;
    }

    public LocalDate getWarrantyEndOn() {
        return warrantyEndOn;
    }

    public void setWarrantyEndOn(LocalDate warrantyEndOn) {
        this.warrantyEndOn = warrantyEndOn;
    }

    public Devices.DeviceWear getWear() {
        return wear;
    }

    public void setWear(Devices.DeviceWear wear) {
        this.wear = wear;
    }

    public Long getBudgetId() {
        return budgetId;
    }

    public void setBudgetId(Long budgetId) {
        this.budgetId = budgetId;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public LocalDate getBoughtOn() {
        return boughtOn;
    }

    public void setBoughtOn(LocalDate boughtOn) {
        this.boughtOn = boughtOn;
    }

    public boolean isBeyond() {
        return beyond;
    }

    public void setBeyond(boolean beyond) {
        this.beyond = beyond;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public IdentifierKind getKind() {
        return kind;
    }

    public void setKind(IdentifierKind kind) {
        this.kind = kind;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public Devices.DeviceLoss getLoss() {
        return loss;
    }

    public void setLoss(Devices.DeviceLoss loss) {
        this.loss = loss;
    }

    public LocalDate getLostOn() {
        return lostOn;
    }

    public void setLostOn(LocalDate lostOn) {
        this.lostOn = lostOn;
    }

    public String getPoliceNo() {
        return policeNo;
    }

    public void setPoliceNo(String policeNo) {
        this.policeNo = policeNo;
    }

    public Devices.DeviceDisposal getDisposal() {
        return disposal;
    }

    public void setDisposal(Devices.DeviceDisposal disposal) {
        this.disposal = disposal;
    }

    public String getErasure() {
        return erasure;
    }

    public void setErasure(String erasure) {
        this.erasure = erasure;
    }

    public String getProceeds() {
        return proceeds;
    }

    public void setProceeds(String proceeds) {
        this.proceeds = proceeds;
    }

    public String getConsent() {
        return consent;
    }

    public void setConsent(String consent) {
        this.consent = consent;
    }

    public Long getNumberId() {
        return numberId;
    }

    public void setNumberId(Long numberId) {
        this.numberId = numberId;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
