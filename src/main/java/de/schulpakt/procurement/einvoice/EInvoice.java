package de.schulpakt.procurement.einvoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An electronic invoice as it is written. Amounts in cents, as printed; what it does not say is null.
 *
 * @param credit         true for a credit note
 * @param type           code of its kind (BT-3)
 * @param no             BT-1
 * @param issuedOn       BT-2
 * @param dueOn          BT-9
 * @param suppliedOn     day of supply (BT-72), else the end of the period (BT-74)
 * @param buyerReference BT-10, the Leitweg-ID of a public buyer
 * @param orderNo        BT-13
 * @param salesOrderNo   BT-14
 * @param contractNo     BT-12
 * @param despatchNo     delivery note (BT-16)
 * @param seller         name (BT-27)
 * @param sellerVatId    BT-31
 * @param netCents       BT-109
 * @param totalCents     BT-112
 * @param roundingCents  BT-114
 * @param prepaidCents   BT-113
 * @param payableCents   BT-115
 * @param terms          of payment (BT-20)
 * @param charges        allowances and charges on the whole (BG-20, BG-21)
 */
public record EInvoice(boolean credit, String type, String no, LocalDate issuedOn, LocalDate dueOn, LocalDate suppliedOn, String buyerReference,
        String orderNo, String salesOrderNo, String contractNo, String despatchNo, String seller, String sellerVatId, long netCents, long totalCents,
        long roundingCents, long prepaidCents, long payableCents, List<Line> lines, List<Charge> charges, List<Vat> vat, String terms) {
    private static final Pattern DISCOUNT = Pattern.compile("#SKONTO#TAGE=(\\d{1,3})#PROZENT=(\\d{1,2})\\.(\\d{2})#(?!BASISBETRAG)");

    /**
     * A cash discount as the terms of payment name it: the highest of several.
     *
     * @param days after the day of the invoice
     * @param bp   basis points of what is payable
     */
    public record Discount(int days, int bp) {
    }

    /** The cash discount on the whole amount, null if there is none. */
    public Discount discount() {
        return terms == null ? null : DISCOUNT.matcher(terms).results()
                .map(m -> new Discount(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)) * 100 + Integer.parseInt(m.group(3))))
                .filter(d -> d.bp() > 0).max(Comparator.comparing(Discount::bp)).orElse(null);
    }

    /**
     * A line.
     *
     * @param id          BT-126
     * @param quantity    BT-129
     * @param netCents    BT-131
     * @param orderLine   line of the order (BT-132)
     * @param itemNumbers BT-155, BT-156, BT-157, those that there are
     * @param suppliedOn  end of the period of the line (BT-135)
     */
    public record Line(String id, String text, BigDecimal quantity, long netCents, int vatBp, String orderLine, List<String> itemNumbers,
            LocalDate suppliedOn) {
    }

    /** An allowance below zero, or a charge. */
    public record Charge(String reason, long netCents, int vatBp) {
    }

    /** The tax of one rate: basis and amount. */
    public record Vat(int vatBp, long netCents, long vatCents) {
    }
}
