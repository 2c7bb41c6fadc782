package de.schulpakt.install.wave.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.wave.WaveAction;
import de.schulpakt.install.wave.WaveQueries;
import de.schulpakt.install.wave.Waves;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Language;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One wave: how far it is, when it will be done, and what is moved. */
@Named
@ViewScoped
public class WavePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Waves waves;
    @Inject
    transient WaveQueries queries;
    @Inject
    transient TicketList tickets;
    @Inject
    transient Guard guard;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private Long id;
    private WaveQueries.View view;
    private WaveQueries.Making making;
    private final Form form = new Form();
    private List<WaveQueries.Planned> kept = List.of();

    /** Reads the wave. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? -1 : id));
        making = view == null ? null : view.making();
    }

    /** How far the making of the tickets is; at its end the whole page comes. */
    public void poll() throws IOException {
        act.show(() -> making = queries.making(id));
        if (making == null) {
            var answer = FacesContext.getCurrentInstance().getExternalContext();
            answer.redirect(answer.getRequestContextPath() + "/install/wave.xhtml?id=" + id);
        }
    }

    /** A ticket, and what hangs on it, on another day. */
    public String move() {
        return moved(() -> waves.move(id, new Waves.Move(view.version(), ticket(), form.day("toOn"), form.text("moveReason"))));
    }

    /** All that has not begun. */
    public String shift() {
        return moved(() -> waves.shift(id, new Waves.Shift(view.version(), form.whole("workingDays"), form.text("shiftReason"))));
    }

    /** Devices may come before the network. */
    public String waive() {
        return run(() -> waves.waive(id, new Waves.Waive(ticket(), form.text("waiver"))), "wave.done.waive");
    }

    /** Devices may not come before the network after all. */
    public String unwaive() {
        return run(() -> waves.unwaive(id, new Waves.Waive(ticket(), form.text("unwaiver"))), "wave.done.unwaive");
    }

    /** Not to be done any more. */
    public String cancel() {
        return run(() -> waves.cancel(id, new Waves.Cancel(view.version(), form.text("reason"))), "wave.done.cancel");
    }

    /** What stays is to be read at once, so the page stays if there is something. */
    private String moved(java.util.function.Supplier<Waves.Moved> step) {
        List<WaveQueries.Planned> stays = new ArrayList<>();
        String outcome = run(() -> stays.addAll(step.get().kept()), "wave.done.move");
        kept = List.copyOf(stays);
        if (kept.isEmpty()) {
            return outcome;
        }
        load();
        return null;
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "wave?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    private Long ticket() {
        String no = form.text("ticketNo");
        return tickets.page(ListView.all().with("text", no == null ? "-" : no.strip()).with("size", 1)).rows().stream()
                .filter(row -> row.no().equalsIgnoreCase(no == null ? "" : no.strip())).map(TicketQueries.Row::id).findFirst()
                .orElseThrow(() -> new Refused("ticket.other_unknown", no == null ? "-" : no.strip()));
    }

    /** True if the asker may let devices come before the network. */
    public boolean isWaiving() {
        return guard.mayAuthority(Permission.REQUEST_DECIDE, view.authorityId());
    }

    /** True if the asker may move the wave, or cancel it while it is prepared. */
    public boolean isMoving() {
        return view.actions().contains(WaveAction.CANCEL);
    }

    /** The name of a trade. */
    public String name(WaveQueries.TradeRow trade) {
        return trade.name(language.getLocale().getLanguage());
    }

    public List<WaveQueries.Planned> getKept() {
        return kept;
    }

    public WaveQueries.Making getMaking() {
        return making;
    }

    public WaveQueries.View getView() {
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Form getForm() {
        return form;
    }
}
