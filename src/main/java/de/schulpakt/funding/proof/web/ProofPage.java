package de.schulpakt.funding.proof.web;

import de.schulpakt.funding.proof.ProofContent;
import de.schulpakt.funding.proof.ProofGap;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.funding.proof.ProofWords;
import de.schulpakt.funding.proof.Proofs;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** One proof of use: its gaps, figures, receipts, devices, and the steps it takes. */
@Named
@ViewScoped
public class ProofPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 25;
    @Inject
    transient Proofs proofs;
    @Inject
    transient ProofQueries queries;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private ProofQueries.View view;

    /** Reads the proof that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            form.put("toOn", view.toOn());
            form.put("report", view.content() == null ? null : view.content().report());
            form.put("acceptedOn", fmt.today());
            form.put("demandedOn", fmt.today());
            form.put("paidOn", fmt.today());
            if (view.content() != null) {
                form.put("recognisedCents", fmt.amount(view.content().financing().eligibleCents()));
            }
            form.put("interestCents", fmt.amount(0L));
        });
    }

    /** Writes the words beside the figures. */
    public String write() {
        return run("proof.written", () -> proofs.write(id, new Proofs.Write(version(), form.day("toOn"), form.text("report"))));
    }

    /** Tells who can close the chosen gap. */
    public String tell() {
        String[] gap = String.valueOf(form.text("gap")).split(":", -1);
        ProofGap kind = gap.length == 2 ? ProofGap.valueOf(gap[0]) : null;
        Long school = gap.length == 2 && !gap[1].isEmpty() ? Long.valueOf(gap[1]) : null;
        return run("proof.told", () -> proofs.tell(id, new Proofs.Tell(version(), kind, school)));
    }

    /** Hands it in. */
    public String submit() {
        return run("proof.handed_over", () -> proofs.submit(id, new Proofs.Submit(version(), form.text("note"))));
    }

    /** Gives it up. */
    public String discard() {
        return run("proof.discarded", () -> proofs.discard(id, reason("discardReason")));
    }

    /** Records a question. */
    public String query() {
        return run("proof.asked", () -> proofs.query(id, new Proofs.Query(version(), form.text("question"), form.day("answerByOn"))));
    }

    /** Records the answer. */
    public String answer() {
        return run("proof.answered", () -> proofs.answer(id, reason("answer")));
    }

    /** Begins a corrected version. */
    public String correct() {
        return act.run(() -> "proof?faces-redirect=true&id=" + proofs.correct(id, reason("correctReason")), "proof.prepared");
    }

    /** Records that it was accepted. */
    public String accept() {
        return run("proof.was_accepted", () -> proofs.accept(id, new Proofs.Accept(version(), form.day("acceptedOn"), form.cents("recognisedCents"),
                form.text("reference"))));
    }

    /** It was not accepted after all. */
    public String reopen() {
        return run("proof.reopened", () -> proofs.reopen(id, reason("reopenReason")));
    }

    /** Records a claim. */
    public String reclaim() {
        return run("proof.reclaimed", () -> proofs.reclaim(id, new Proofs.Reclaim(version(), form.cents("grantCents"), form.cents("interestCents"),
                form.day("interestFromOn"), form.day("demandedOn"), form.day("dueOn"), form.text("claimReference"), form.text("claimReason"))));
    }

    /** Records its payment. */
    public String payBack() {
        return run("proof.paid_back", () -> proofs.payBack(id, new Proofs.PayBack(version(), form.number("recoveryId"), form.day("paidOn"))));
    }

    /** Puts a claim or its payment right. */
    public String drop() {
        return run("proof.dropped", () -> proofs.drop(id, new Proofs.Drop(version(), form.number("droppedId"), form.text("dropReason"))));
    }

    private Proofs.Reason reason(String field) {
        return new Proofs.Reason(version(), form.text(field));
    }

    private Integer version() {
        return view.version();
    }

    private String run(String message, Runnable step) {
        String outcome = act.run(step, message, "proof?faces-redirect=true&id=" + id);
        if (outcome == null) {
            // after a conflict the next press sends what is there now
            act.show(() -> view = queries.view(id));
        }
        return outcome;
    }

    /** A gap as a sentence. */
    public Sentence gap(ProofContent.Gap gap) {
        return ProofWords.of(gap);
    }

    /** A fact as a sentence. */
    public Sentence fact(ProofContent.Fact fact) {
        return ProofWords.of(fact);
    }

    /** Where the rows of a fact stand on this page. */
    public String place(ProofContent.Fact fact) {
        return switch (fact.kind()) {
            case SCHOOLS, ORDERS, INVOICES, RECEIVED -> "#receipts";
            case DEVICES, ROOMS, ACCEPTED, BOUND -> "#devices";
        };
    }

    /** Where a gap is closed. */
    public String link(ProofContent.Gap gap) {
        return switch (gap.kind()) {
            case NO_SERIAL, NO_BINDING -> "../inventory/devices.xhtml?school=" + gap.schoolId();
            case NO_PLACE, NO_ACCEPTANCE, LOST -> "../inventory/devices.xhtml?school=" + gap.schoolId() + only(gap);
            // a proof that was frozen before gaps named their stock-taking knows the school only
            case NOT_COUNTED -> gap.stocktakeId() == null ? "../inventory/stocktakes.xhtml?school=" + gap.schoolId()
                    : "../inventory/stocktake.xhtml?id=" + gap.stocktakeId() + "&outcome=MISSING";
            case INVOICE_WAITS -> invoices() + "&open=true&booked=false";
            case NOT_PAID -> invoices() + "&booked=true&paid=false";
            case NO_FILE -> invoices() + "&booked=true&file=false";
            case NOT_DRAWN -> "drawdown-new.xhtml?application=" + view.content().head().applicationId();
            case OVERDRAWN -> "drawdowns.xhtml?application=" + view.content().head().applicationId();
            case MONEY_OPEN, TOLERANCE -> "#positions";
            case NO_INVOICE, AFTER_PERIOD -> "#receipts";
            case NO_CONCEPT, NO_DOCUMENT, NO_PUBLICITY, PERIOD_RUNS, PROOF_LATE -> "application.xhtml?id=" + view.content().head().applicationId();
        };
    }

    /** The invoices for which the application pays something, as far as a gap speaks of them: of an interim proof those until its day. */
    private String invoices() {
        ProofContent.Head head = view.content().head();
        return "../procurement/invoices.xhtml?application=" + head.applicationId() + (head.invoicesTo() == null ? "" : "&invoicedOnTo=" + head.invoicesTo());
    }

    /** The state of the devices that a gap is of, if they have one in common now: a filter that left one out would lead nowhere. */
    private String only(ProofContent.Gap gap) {
        Set<String> states = view.frozen() ? Set.of() : view.content().states(gap);
        return states.size() == 1 ? "&state=" + states.iterator().next() : "";
    }

    /** What tells a gap from others, for the choice of whom to tell. */
    public String key(ProofContent.Gap gap) {
        return gap.kind() + ":" + (gap.schoolId() == null ? "" : gap.schoolId());
    }

    /** Claims that wait for their payment. */
    public List<ProofQueries.Claim> getUnpaid() {
        return view.claims().stream().filter(c -> c.paidOn() == null).toList();
    }

    /** The first receipts: a page holds no thousands, the table does. */
    public List<ProofContent.Receipt> getReceipts() {
        return first(view.content().receipts());
    }

    /** The first devices. */
    public List<ProofContent.Device> getDevices() {
        return first(view.content().devices());
    }

    /** How many receipts and devices the page leaves out. */
    public int getBeyond() {
        ProofContent content = view.content();
        return content == null ? 0 : Math.max(0, content.receipts().size() - SHOWN) + Math.max(0, content.devices().size() - SHOWN);
    }

    private static <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(SHOWN, rows.size()));
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public ProofQueries.View getView() {
        return view;
    }
}
