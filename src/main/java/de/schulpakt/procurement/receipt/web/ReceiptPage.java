package de.schulpakt.procurement.receipt.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.receipt.Returns;
import de.schulpakt.procurement.refusal.Refusals;
import de.schulpakt.procurement.refusal.RefusedKind;
import de.schulpakt.procurement.refusal.RefusedQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A delivery: its paper, which can be put right, what came and what was refused with it. */
@Named
@ViewScoped
public class ReceiptPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Returns returns;
    @Inject
    transient Refusals refusals;
    @Inject
    transient RefusedQueries refusedOf;
    @Inject
    transient ReceiptQueries receipts;
    @Inject
    transient Act act;
    private Long id;
    private Long receipt;
    private Integer version;
    private final Form form = new Form();
    private transient OrderQueries.View view;
    private transient List<RefusedQueries.Pieces> refused;

    /** Reads the delivery. */
    public void load() {
        act.show(() -> {
            if (id == null) {
                // a link to the delivery alone, as its files lead back to it
                id = receipts.orderOf(receipt == null ? 0L : receipt);
            }
            version = getView().version();
            OrderQueries.View.Arrived come = getArrived();
            form.put("deliveryNoteNo", come.deliveryNoteNo());
            form.put("receivedOn", come.receivedOn());
        });
    }

    /** Keeps what is right. */
    public String correct() {
        String outcome = act.run(() -> returns.correct(id, receipt, new Returns.Correct(version, form.text("deliveryNoteNo"), form.day("receivedOn"),
                form.text("reason"))), "back.corrected", "order?faces-redirect=true&id=" + id);
        if (outcome == null) {
            view = null;
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** Notes pieces that were refused with it. */
    public String refuse() {
        return run(() -> refusals.note(id, receipt, new Refusals.Note(version, List.of(new Refusals.Piece(form.number("line"),
                "REFUSED".equals(form.text("kind")) ? RefusedKind.REFUSED : RefusedKind.BROKEN, form.whole("pieces"), form.text("refusedWhy"))))), "refused.done.note");
    }

    /** They were noted by mistake. */
    public String undo() {
        return run(() -> refusals.undo(id, form.number("refused"), new Refusals.Undo(version, form.text("undoWhy"))), "refused.done.undo");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "receipt?faces-redirect=true&id=" + id + "&delivery=" + receipt);
        if (outcome == null) {
            // after a conflict the next press answers what is there now
            view = null;
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** What of it was refused or broken at the door. */
    public List<RefusedQueries.Pieces> getRefused() {
        if (refused == null) {
            refused = refusedOf.of(id).stream().filter(r -> r.deliveryId().equals(receipt)).toList();
        }
        return refused;
    }

    /** Of these, what counts. */
    public List<RefusedQueries.Pieces> getCounting() {
        return getRefused().stream().filter(r -> r.undoneOn() == null).toList();
    }

    /** The lines of which pieces are awaited. */
    public List<OrderQueries.View.Line> getLines() {
        return getView().lines().stream().filter(l -> l.awaited() > 0).toList();
    }

    /** The delivery itself. */
    public OrderQueries.View.Arrived getArrived() {
        return getView().deliveries().stream().filter(d -> d.id().equals(receipt)).findFirst().orElseThrow(() -> new NotFound("Delivery", receipt));
    }

    /** The devices that came with it. */
    public List<OrderQueries.View.Piece> getDevices() {
        return getView().devices().stream().filter(d -> d.deliveryId().equals(receipt)).toList();
    }

    public RefusedKind[] getKinds() {
        return RefusedKind.values();
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getReceipt() {
        return receipt;
    }

    public void setReceipt(Long receipt) {
        this.receipt = receipt;
    }

    public Form getForm() {
        return form;
    }
}
