package de.schulpakt.inventory.device.web;

import static de.schulpakt.inventory.device.DeviceAction.FIND;
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
import de.schulpakt.inventory.device.ManyDevices;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The same step on many devices: those that were ticked, all that a filter holds, or those whose numbers are pasted or scanned. */
@Named
@ViewScoped
public class ManyPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;
    private static final int LEFT_SHOWN = 200;
    private static final List<DeviceAction> ACTIONS = List.of(PLACE, SERVE, REPAIR, RETURN_TO_SERVICE, RETURN_TO_STOCK, REPORT_LOST, FIND, RETIRE);

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
        });
    }

    /** Takes the step and shows what did not go. */
    public void go() {
        act.run(() -> {
            DeviceQueries.Chosen chosen = queries.meant(ids, numbers == null ? List.of() : List.of(numbers.split("[\\r\\n;,\\t]+")));
            List<Line> said = new ArrayList<>();
            chosen.unknown().forEach(u -> said.add(new Line(null, u.number(), u.why().told(language.getLocale()))));
            int done = 0;
            if (!chosen.ids().isEmpty() && action != null) {
                ManyDevices.Result result = ManyDevicesSteps.take(many, action, chosen.ids(), roomId, reason);
                done = result.done();
                result.left().forEach(l -> said.add(new Line(l.id(), l.inventoryNo() == null ? "" : l.inventoryNo(), l.why().told(language.getLocale()))));
            }
            leftInAll = said.size();
            left = new ArrayList<>(said.subList(0, Math.min(said.size(), LEFT_SHOWN)));
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(said.isEmpty() ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                    Texts.get(language.getLocale(), "devices.many.done", done, done + said.size()), null));
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
