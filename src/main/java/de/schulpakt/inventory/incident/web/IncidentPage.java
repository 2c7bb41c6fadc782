package de.schulpakt.inventory.incident.web;

import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.incident.IncidentKind;
import de.schulpakt.inventory.incident.IncidentPayer;
import de.schulpakt.inventory.incident.IncidentQueries;
import de.schulpakt.inventory.incident.IncidentState;
import de.schulpakt.inventory.incident.Incidents;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One case, or the form for a new one of a device. */
@Named
@ViewScoped
public class IncidentPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Incidents incidents;
    @Inject
    transient IncidentQueries queries;
    @Inject
    transient Clock clock;
    @Inject
    transient Language language;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    @Inject
    transient DeviceQueries deviceQueries;
    @Inject
    transient Devices devices;
    private transient DeviceQueries.View device;
    private Long id;
    private IncidentQueries.View view;
    private IncidentQueries.About about;
    private final Form form = new Form();

    /** Reads the case that the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            view = queries.view(id == null ? -1 : id);
            form.putIfAbsent("kind", view.kind());
            form.putIfAbsent("happenedOn", view.happenedOn());
            form.putIfAbsent("words", view.words());
            form.putIfAbsent("policeNo", view.policeNo());
            form.putIfAbsent("insurer", view.insurer());
            form.putIfAbsent("claimNo", view.claimNo());
            form.putIfAbsent("payer", view.payer());
            device = device();
            form.putIfAbsent("lostReason", view.words());
            form.putIfAbsent("lostPoliceNo", view.policeNo());
            form.putIfAbsent("cost", view.costCents() == null ? null : Money.of(view.costCents()).amount(language.getLocale()));
        });
    }

    /** Reads the device of a new case, and what its record says. */
    public void begin() {
        act.show(() -> {
            Long device = about == null ? Params.number(here.param("device")) : about.id();
            about = queries.about(device == null ? -1 : device);
            form.putIfAbsent("kind", about.loss() == null ? IncidentKind.DAMAGE : about.loss() == Devices.DeviceLoss.STOLEN ? IncidentKind.THEFT : IncidentKind.LOSS);
            form.putIfAbsent("happenedOn", about.lostOn() == null ? clock.today() : about.lostOn());
            form.putIfAbsent("policeNo", about.policeNo());
        });
    }

    /** Writes it down. */
    public String record() {
        return act.run(() -> "incident?faces-redirect=true&id=" + incidents.record(new Incidents.Record(about.id(), facts())), "incident.done.record");
    }

    /** What is known now. */
    public String change() {
        return run(() -> incidents.change(id, new Incidents.Change(view.version(), facts())), "incident.done.change");
    }

    /** Nothing more is expected. */
    public String close() {
        return run(() -> incidents.close(id, new Incidents.Close(view.version(), form.cents("paid"), form.text("note"))), "incident.done.close");
    }

    /** It goes on. */
    public String reopen() {
        return run(() -> incidents.reopen(id, new Incidents.Why(view.version(), form.text("reason"))), "incident.done.reopen");
    }

    /** The device of an open case of loss or theft, as far as the asker sees it; null for another one, and for one that has gone to another school. */
    private DeviceQueries.View device() {
        if (view.kind() == IncidentKind.DAMAGE || view.state() != IncidentState.OPEN) {
            return null;
        }
        try {
            return deviceQueries.view(view.deviceId());
        } catch (NotFound | Forbidden elsewhere) {
            return null;
        }
    }

    /** True if the device is not said to be lost, or only to be missing where it was stolen, and the asker may say so. */
    public boolean isLosable() {
        return device != null && device.actions().contains(DeviceAction.REPORT_LOST)
                && (device.state() != DeviceState.LOST || view.kind() == IncidentKind.THEFT && device.loss() == Devices.DeviceLoss.MISSING);
    }

    /** The device is lost or stolen since that day, with the words and the number of the case. */
    public String lose() {
        return run(() -> devices.reportLost(view.deviceId(), new Devices.ReportLost(device.version(), form.text("lostReason"),
                view.kind() == IncidentKind.THEFT ? Devices.DeviceLoss.STOLEN : Devices.DeviceLoss.MISSING, view.happenedOn(), form.text("lostPoliceNo"))), "incident.done.lose");
    }

    public DeviceQueries.View getDevice() {
        return device;
    }

    private Incidents.Facts facts() {
        return new Incidents.Facts(form.choice(IncidentKind.class, "kind"), form.day("happenedOn"), form.text("words"), form.text("policeNo"), form.text("insurer"),
                form.text("claimNo"), form.choice(IncidentPayer.class, "payer"), form.cents("cost"));
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "incident?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    public IncidentQueries.View getView() {
        return view;
    }

    public IncidentQueries.About getAbout() {
        return about;
    }

    public IncidentKind[] getKinds() {
        return IncidentKind.values();
    }

    public IncidentPayer[] getPayers() {
        return IncidentPayer.values();
    }

    public Form getForm() {
        return form;
    }
}
