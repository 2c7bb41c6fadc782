package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Percent;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Language;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** One invoice: what it asks for, what does not fit, and the steps to its payment. */
@Named
@ViewScoped
public class InvoicePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceQueries queries;
    @Inject
    transient Invoices invoices;
    @Inject
    transient Act act;
    @Inject
    transient Clock clock;
    @Inject
    transient Language language;
    private Long id;
    private Integer version;
    private String explanation;
    private String note;
    private String reason;
    private final Form form = new Form();
    private LocalDate paidOn;
    private String discount;
    private transient InvoiceQueries.View view;

    /** Reads the invoice when the page is opened. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            explanation = getView().explanation();
            paidOn = clock.today();
        });
    }

    /** Compared with order and receipt. */
    public String check() {
        return act(() -> invoices.check(id, new Invoices.Check(version, explanation)), "invoice.checked");
    }

    /** To be written down anew. */
    public String giveBack() {
        return act(() -> invoices.giveBack(id, new Invoices.Reason(version, reason)), "invoice.given_back");
    }

    /** Its money is spent. */
    public String approve() {
        return act(() -> invoices.approve(id, new Invoices.Approve(version, note)), "invoice.approved");
    }

    /** The treasury has paid. */
    public String pay() {
        return act(() -> invoices.pay(id, new Invoices.Pay(version, paidOn, Amounts.cents(discount), form.text("payReason"))), "invoice.paid");
    }

    /** Not paid after all. */
    public String unpay() {
        return act(() -> invoices.unpay(id, new Invoices.Reason(version, reason)), "invoice.unpaid");
    }

    /** The bank has returned what was paid. */
    public String bounce() {
        return act(() -> invoices.bounce(id, new Invoices.Bounce(version, form.day("bouncedOn"), form.choice(Invoices.BounceReason.class, "bounceReason"), form.text("bounceWords"))),
                "invoice.bounced");
    }

    /** Why banks return payments. */
    public Invoices.BounceReason[] getBounceReasons() {
        return Invoices.BounceReason.values();
    }

    public Form getForm() {
        return form;
    }

    /** Not to be paid. */
    public String cancel() {
        return act(() -> invoices.cancel(id, new Invoices.Reason(version, reason)), "invoice.cancelled");
    }

    private String act(Runnable work, String success) {
        String outcome = act.run(work, success, "invoice?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** The invoice, read once per request of the browser. */
    public InvoiceQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    /** A rate of tax in the language of the page. */
    public String percent(Integer basisPoints) {
        return new Percent(basisPoints).text(language.getLocale());
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getExplanation() {
        return explanation;
    }

    public void setExplanation(String explanation) {
        this.explanation = explanation;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public LocalDate getPaidOn() {
        return paidOn;
    }

    public void setPaidOn(LocalDate paidOn) {
        this.paidOn = paidOn;
    }

    public String getDiscount() {
        return discount;
    }

    public void setDiscount(String discount) {
        this.discount = discount;
    }
}
