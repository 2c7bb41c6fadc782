package de.schulpakt.inventory.device.web;

import static de.schulpakt.inventory.device.DeviceAction.ASK_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.CONFIRM_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.FIND;
import static de.schulpakt.inventory.device.DeviceAction.KEEP;
import static de.schulpakt.inventory.device.DeviceAction.PLACE;
import static de.schulpakt.inventory.device.DeviceAction.REPAIR;
import static de.schulpakt.inventory.device.DeviceAction.REPORT_LOST;
import static de.schulpakt.inventory.device.DeviceAction.RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_SERVICE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_STOCK;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.DeviceFlow;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ManyDevices;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The same step on many devices: those that were ticked, all that a filter holds, or those whose numbers are pasted or scanned. */
@Named
@ViewScoped
public class ManyPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;
    private static final int LEFT_SHOWN = 200;
    private static final List<DeviceAction> ACTIONS = List.of(PLACE, SERVE, REPAIR, RETURN_TO_SERVICE, RETURN_TO_STOCK, REPORT_LOST, FIND, RETIRE, ASK_RETIRE, CONFIRM_RETIRE, KEEP);
    /** Those of which the page says beforehand what they would mean. */
    private static final Set<DeviceAction> ENDS = EnumSet.of(RETIRE, ASK_RETIRE, CONFIRM_RETIRE, KEEP);

    @Inject
    transient ManyDevices many;
    @Inject
    transient DeviceQueries queries;
    @Inject
    transient DeviceList list;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    @Inject
    transient Language language;
    @Inject
    transient HttpServletRequest request;
    private ArrayList<Long> ids = new ArrayList<>();
    private Long schoolId;
    private String school;
    private DeviceAction action;
    private Long roomId;
    private String numbers;
    private String reason;
    private ArrayList<Line> left;
    private int leftInAll;
    private boolean proposeBound = true;
    private Devices.DeviceDisposal disposal = Devices.DeviceDisposal.RECYCLED;
    private String erasure;
    private String proceeds;
    private String consent;
    private ArrayList<Line> unknown;
    private transient List<DeviceQueries.Ending> endings;
    private transient List<DeviceQueries.Row> rows;

    /** A device or number that did not go, and why, in words. */
    public record Line(Long id, String name, String why) implements Serializable {
    }

    /** Reads which devices the address means. */
    public void load() {
        act.show(() -> {
            String[] ticked = request.getParameterValues("id");
            if (ticked != null) {
                Arrays.stream(ticked).map(Params::number).filter(Objects::nonNull).distinct().limit(ManyDevices.MOST + 1L).forEach(ids::add);
            } else {
                Map<String, List<String>> sent = new LinkedHashMap<>();
                request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
                sent.keySet().retainAll(list.listing().filters().stream().map(f -> f.name()).toList());
                ListView view = new ListView(sent, false);
                if (list.listing().narrowed(view)) {
                    ids.addAll(list.ids(view, ManyDevices.MOST + 1));
                } else {
                    list.ids(view, 1);
                }
            }
            DeviceQueries.Common common = queries.common(ids.subList(0, Math.min(ids.size(), ManyDevices.MOST)));
            schoolId = common.schoolId();
            school = common.school();
            roomId = common.targetRoomId();
            action = Params.constant(DeviceAction.class, request.getParameter("action"));
            if (!getActions().contains(action)) {
                action = getActions().stream().findFirst().orElse(null);
            }
            if (ENDS.contains(action) && !ids.isEmpty()) {
                look(ids);
            }
        });
    }

    /** Shows what an end of these devices would mean, and does nothing. */
    public void look() {
        act.run(() -> {
            DeviceQueries.Chosen chosen = chosen();
            unknown = new ArrayList<>();
            chosen.unknown().forEach(u -> unknown.add(new Line(null, u.number(), u.why().told(language.getLocale()))));
            look(chosen.ids());
            return null;
        }, null);
    }

    private void look(List<Long> chosen) {
        endings = queries.ends(chosen);
    }

    private DeviceQueries.Chosen chosen() {
        return queries.meant(ids, numbers == null ? List.of() : List.of(numbers.split("[\\r\\n;,\\t]+")));
    }

    /** Takes the step and shows what did not go. */
    public void go() {
        act.run(() -> {
            DeviceQueries.Chosen chosen = chosen();
            List<Line> said = new ArrayList<>();
            chosen.unknown().forEach(u -> said.add(new Line(null, u.number(), u.why().told(language.getLocale()))));
            int done = 0;
            int proposed = 0;
            if (!chosen.ids().isEmpty() && action != null) {
                ManyDevices.Result result = ManyDevicesSteps.take(many, action, roomId, new ManyDevices.Retire(chosen.ids(), reason, proposeBound, disposal, erasure,
                        proceeds == null || proceeds.isBlank() ? null : Amounts.cents(proceeds), consent));
                done = result.done();
                proposed = result.proposed();
                result.left().forEach(l -> said.add(new Line(l.id(), l.inventoryNo() == null ? "" : l.inventoryNo(), l.why().told(language.getLocale()))));
            }
            leftInAll = said.size();
            left = new ArrayList<>(said.subList(0, Math.min(said.size(), LEFT_SHOWN)));
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(said.isEmpty() ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                    Texts.get(language.getLocale(), proposed == 0 ? "devices.many.done" : "devices.many.done_proposed", done, done + proposed + said.size(), proposed), null));
            unknown = null;
            if (ENDS.contains(action)) {
                look(chosen.ids());
            }
            return null;
        }, null);
    }

    /** What the asker may do with devices somewhere. */
    public List<DeviceAction> getActions() {
        return ACTIONS.stream().filter(a -> DeviceFlow.FLOW.rows().stream().anyMatch(r -> r.action() == a && r.asked() && guard.may((Permission) r.permission())))
                .toList();
    }

    /** The first devices. */
    public List<DeviceQueries.Row> getRows() {
        if (rows == null) {
            rows = list.seen(ids.subList(0, Math.min(ids.size(), SHOWN)));
        }
        return rows;
    }

    /** What the end of the first of them would mean; null while nobody has asked. */
    public List<DeviceQueries.Ending> getEndings() {
        return endings == null ? null : endings.subList(0, Math.min(endings.size(), LEFT_SHOWN));
    }

    /** Of how many it was asked what their end would mean. */
    public int getEndingCount() {
        return endings == null ? 0 : endings.size();
    }

    /** What may be claimed back for all of them together, in cents. */
    public long getAtStake() {
        return endings == null ? 0 : endings.stream().map(DeviceQueries.Ending::atStakeCents).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    }

    /** How many of them are held by a verified binding, or wait for a second person already. */
    public long getHeld() {
        return endings == null ? 0 : endings.stream().filter(e -> e.way() == DeviceQueries.DeviceEnding.SECOND_PERSON || e.way() == DeviceQueries.DeviceEnding.WAITS).count();
    }

    /** What of the numbers that were looked at means no device. */
    public List<Line> getUnknown() {
        return unknown;
    }

    /** True if the asker may give devices up somewhere. */
    public boolean isEnding() {
        return getActions().contains(RETIRE);
    }

    /** What a person may say of an end; that a device had never come is said at its order. */
    public Set<Devices.DeviceDisposal> getDisposals() {
        return EnumSet.complementOf(EnumSet.of(Devices.DeviceDisposal.NEVER_CAME));
    }

    public boolean isProposeBound() {
        return proposeBound;
    }

    public void setProposeBound(boolean proposeBound) {
        this.proposeBound = proposeBound;
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

    /** How many devices are not shown. */
    public int getMore() {
        return ids.size() - Math.min(ids.size(), SHOWN);
    }

    public int getCount() {
        return ids.size();
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public String getSchool() {
        return school;
    }

    public List<Line> getLeft() {
        return left;
    }

    public int getLeftInAll() {
        return leftInAll;
    }

    public DeviceAction getAction() {
        return action;
    }

    public void setAction(DeviceAction action) {
        this.action = action;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
