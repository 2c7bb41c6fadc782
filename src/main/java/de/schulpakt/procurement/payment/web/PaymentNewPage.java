package de.schulpakt.procurement.payment.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.calendar.BankDays;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.payment.PaymentQueries;
import de.schulpakt.procurement.payment.Payments;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Draws up a payment list of an authority: the day, and the invoices that are due. */
@Named
@ViewScoped
public class PaymentNewPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PaymentQueries queries;
    @Inject
    transient Payments payments;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long authority;
    private LocalDate day;
    private List<Long> ids;
    private final Form form = new Form();
    private transient PaymentQueries.Setting setting;
    private transient List<PaymentQueries.Payable> invoices;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            authority = authority == null ? Params.number(here.param("authority")) : authority;
            LocalDate asked = Params.day(here.param("day"));
            day = asked == null ? BankDays.from(clock.today()) : asked;
            form.put("payOn", day);
            getInvoices();
            getSetting();
        });
    }

    /** Draws it up of what is ticked. */
    public String drawUp() {
        String[] ticked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap().getOrDefault("invoice", new String[0]);
        ids = Arrays.stream(ticked).map(Params::number).filter(Objects::nonNull).toList();
        return act.run(() -> "payment?faces-redirect=true&id=" + payments.drawUp(new Payments.DrawUp(authority, form.day("payOn"), ids)), "payment.done.draw_up");
    }

    /** True if an invoice is chosen: at first all are that can be transferred. */
    public boolean ticked(PaymentQueries.Payable invoice) {
        return ids == null ? invoice.waitsCents() == null : ids.contains(invoice.id());
    }

    /** What can be paid, with the cash discount of the day of the address. */
    public List<PaymentQueries.Payable> getInvoices() {
        if (invoices == null) {
            if (authority == null) {
                throw new NotFound("Authority", authority);
            }
            invoices = queries.payable(authority, day);
        }
        return invoices;
    }

    /** The account from which is paid. */
    public PaymentQueries.Setting getSetting() {
        if (setting == null) {
            setting = queries.setting(authority);
        }
        return setting;
    }

    public Form getForm() {
        return form;
    }
}
