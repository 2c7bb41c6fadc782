package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Percent;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Writes an invoice down as it is printed: for an order, or anew as long as nobody has checked it. Goods of further orders of the same supplier have lines of
 * their own, and a credit note those that are paid.
 */
@Named
@ViewScoped
public class InvoiceEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Empty lines for goods of other orders; who needs more saves and writes it anew. */
    private static final int OTHERS = 4;

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
    private Long order;
    private boolean credit;
    private Integer version;
    private Long supplierId;
    private Long authorityId;
    private String supplier;
    private String reference;
    private InvoiceKind kind = InvoiceKind.INVOICE;
    private String no;
    private LocalDate invoicedOn;
    private LocalDate suppliedOn;
    private LocalDate dueOn;
    private LocalDate discountUntil;
    private String discount;
    private String tax;
    private String total;
    private String rounding;
    private String prepaid;
    private final List<EditLine> lines = new ArrayList<>();
    private transient List<InvoiceQueries.Assignable> assignable;

    /** Reads the order that it is for, or the invoice that is written anew. */
    public void load() {
        act.show(() -> {
            if (id != null) {
                take(queries.view(id));
            } else {
                InvoiceQueries.Billable of = queries.billable(order);
                supplierId = of.supplierId();
                supplier = of.supplier();
                authorityId = of.authorityId();
                invoicedOn = clock.today();
                assignable = of.others();
                write(of.lines());
            }
            Integer rate = lines.isEmpty() ? getRates().get(0) : lines.get(0).getVatBp();
            for (LineKind more : List.of(LineKind.FREIGHT, LineKind.DISCOUNT, LineKind.OTHER)) {
                if (lines.stream().noneMatch(l -> l.getKind() == more)) {
                    lines.add(new EditLine(more, rate));
                }
            }
            if (!getAssignable().isEmpty()) {
                IntStream.range(0, OTHERS).forEach(i -> lines.add(new EditLine(LineKind.GOODS, rate)));
            }
        });
    }

    /** What is open is proposed as an invoice; what is paid is there for a credit note, which an order that is paid in full can only have. */
    private void write(List<InvoiceQueries.Billable.Line> of) {
        boolean open = of.stream().anyMatch(l -> l.open() > 0);
        kind = credit || !open && of.stream().anyMatch(l -> l.settled() > 0) ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
        if (!credit) {
            of.stream().filter(l -> l.open() > 0).forEach(l -> lines.add(new EditLine(l, false, language.getLocale())));
        }
        of.stream().filter(l -> l.settled() > 0 && (credit || l.open() <= 0)).forEach(l -> lines.add(new EditLine(l, true, language.getLocale())));
    }

    /** The lines of orders to which goods can be assigned; for a new invoice those of other orders. */
    public List<InvoiceQueries.Assignable> getAssignable() {
        if (assignable == null) {
            assignable = id == null ? queries.billable(order).others() : queries.assignable(id);
        }
        return assignable;
    }

    /** True for a line whose line of an order is chosen here: that of an invoice that is there, and goods of another order. */
    public boolean assigns(EditLine line) {
        return line.isGoods() && (id != null || line.isOther()) && !getAssignable().isEmpty();
    }

    private String named(EditLine line) {
        return getAssignable().stream().filter(a -> line.isOther() && a.id().equals(line.getOrderLineId())).map(InvoiceQueries.Assignable::article).findFirst()
                .orElseGet(() -> Texts.get(language.getLocale(), Texts.key(line.getKind())));
    }

    private void take(InvoiceQueries.View v) {
        version = v.version();
        supplierId = v.supplierId();
        supplier = v.supplier();
        authorityId = v.authorityId();
        kind = v.kind();
        no = v.no();
        invoicedOn = v.invoicedOn();
        suppliedOn = v.suppliedOn();
        dueOn = v.dueOn();
        discountUntil = v.discountUntil();
        discount = v.discountBp() == null ? null : Money.of(v.discountBp()).amount(language.getLocale());
        reference = v.reference();
        tax = Money.of(v.totalCents() - v.netCents()).amount(language.getLocale());
        total = Money.of(v.totalCents()).amount(language.getLocale());
        rounding = v.roundingCents() == 0 ? null : Money.of(v.roundingCents()).amount(language.getLocale());
        prepaid = v.prepaidCents() == 0 ? null : Money.of(v.prepaidCents()).amount(language.getLocale());
        v.lines().forEach(l -> lines.add(new EditLine(l, language.getLocale())));
    }

    /** A percentage has two decimals, like an amount of money. */
    private Integer basisPoints() {
        Long typed = Amounts.cents(discount);
        return typed == null ? null : (int) Math.max(-1, Math.min(10_000, typed));
    }

    /** The name under which what is typed is kept: what was typed on an older version is another one. */
    public String getDraft() {
        return id == null ? (credit ? "credit-of-" : "invoice-of-") + order : "invoice-" + id + "-" + version;
    }

    /** Keeps it. */
    public String save() {
        return act.run(() -> {
            Invoices.Capture paper = paper();
            Long kept = id;
            if (kept == null) {
                kept = invoices.capture(paper);
            } else {
                invoices.change(kept, new Invoices.Change(version, paper));
            }
            return "invoice?faces-redirect=true&id=" + kept;
        }, "invoice.captured");
    }

    private Invoices.Capture paper() {
        List<Invoices.Line> filled = lines.stream().filter(EditLine::filled)
                .map(l -> l.line(named(l))).toList();
        long net = filled.stream().filter(l -> l.netCents() != null).mapToLong(Invoices.Line::netCents).sum();
        List<Invoices.Vat> vat = rates(filled, Amounts.cents(tax));
        Long printed = Amounts.cents(total);
        return new Invoices.Capture(supplierId, authorityId, kind, no, invoicedOn, suppliedOn, dueOn, net,
                printed == null ? Long.valueOf(net + vat.stream().mapToLong(Invoices.Vat::vatCents).sum()) : printed, Amounts.cents(rounding),
                Amounts.cents(prepaid), reference, filled, vat, basisPoints(), discountUntil);
    }

    /** The tax of each rate, rounded half up; what is printed otherwise in all falls to the rate with the largest basis. */
    static List<Invoices.Vat> rates(List<Invoices.Line> lines, Long printed) {
        Map<Integer, Long> nets = new TreeMap<>();
        lines.stream().filter(l -> l.netCents() != null).forEach(l -> nets.merge(l.vatBp(), l.netCents(), Long::sum));
        List<Invoices.Vat> vat = new ArrayList<>();
        nets.forEach((rate, net) -> vat.add(new Invoices.Vat(rate, net, Math.floorDiv(2 * net * rate + 10_000, 20_000L))));
        long off = printed == null ? 0 : printed - vat.stream().mapToLong(Invoices.Vat::vatCents).sum();
        if (off != 0 && !vat.isEmpty()) {
            int largest = 0;
            for (int i = 1; i < vat.size(); i++) {
                largest = vat.get(i).netCents() > vat.get(largest).netCents() ? i : largest;
            }
            Invoices.Vat of = vat.get(largest);
            vat.set(largest, new Invoices.Vat(of.vatBp(), of.netCents(), of.vatCents() + off));
        }
        return vat;
    }

    /** The rates that can be chosen, in basis points. */
    public List<Integer> getRates() {
        List<Integer> rates = new ArrayList<>(List.of(1900, 700, 1600, 500, 0));
        lines.stream().map(EditLine::getVatBp).filter(Objects::nonNull).filter(bp -> !rates.contains(bp)).forEach(rates::add);
        return rates;
    }

    public InvoiceKind[] getKinds() {
        return InvoiceKind.values();
    }

    public List<EditLine> getLines() {
        return lines;
    }

    public String getSupplier() {
        return supplier;
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

    public Long getOrder() {
        return order;
    }

    public void setOrder(Long order) {
        this.order = order;
    }

    public boolean isCredit() {
        return credit;
    }

    public void setCredit(boolean credit) {
        this.credit = credit;
    }

    public InvoiceKind getKind() {
        return kind;
    }

    public void setKind(InvoiceKind kind) {
        this.kind = kind;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }

    public LocalDate getInvoicedOn() {
        return invoicedOn;
    }

    public void setInvoicedOn(LocalDate invoicedOn) {
        this.invoicedOn = invoicedOn;
    }

    public LocalDate getSuppliedOn() {
        return suppliedOn;
    }

    public void setSuppliedOn(LocalDate suppliedOn) {
        this.suppliedOn = suppliedOn;
    }

    public LocalDate getDiscountUntil() {
        return discountUntil;
    }

    public void setDiscountUntil(LocalDate discountUntil) {
        this.discountUntil = discountUntil;
    }

    public String getDiscount() {
        return discount;
    }

    public void setDiscount(String discount) {
        this.discount = discount;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public String getTax() {
        return tax;
    }

    public void setTax(String tax) {
        this.tax = tax;
    }

    public String getTotal() {
        return total;
    }

    public void setTotal(String total) {
        this.total = total;
    }

    public String getRounding() {
        return rounding;
    }

    public void setRounding(String rounding) {
        this.rounding = rounding;
    }

    public String getPrepaid() {
        return prepaid;
    }

    public void setPrepaid(String prepaid) {
        this.prepaid = prepaid;
    }
}
