package de.schulpakt.procurement.payment;

import de.schulpakt.platform.Refused;
import java.util.Arrays;
import java.util.List;

/** A column of the table that a treasury reads. */
public enum PaymentColumn {
    /** Number of the list. */
    LIST,
    /** Reference of the item, which comes back with its day. */
    REFERENCE,
    /** Who is paid. */
    HOLDER,
    /** Account. */
    IBAN,
    /** Bank. */
    BIC,
    /** What is transferred. */
    AMOUNT,
    /** Always EUR. */
    CURRENCY,
    /** What stands on the statement. */
    PURPOSE,
    /** Day of payment. */
    PAY_ON,
    /** Number of the supplier's invoice. */
    INVOICE,
    /** Its day. */
    INVOICED_ON,
    /** The day on which it is due. */
    DUE_ON,
    /** Cash discount that was taken off. */
    DISCOUNT;

    /**
     * The columns that somebody names, with blanks, commas or semicolons between.
     *
     * @throws Refused {@code payment.column_unknown}
     */
    public static List<PaymentColumn> read(String typed) {
        return typed == null ? List.of() : Arrays.stream(typed.strip().split("[\\s,;]+")).map(word -> Arrays.stream(values())
                .filter(c -> c.name().equalsIgnoreCase(word)).findFirst().orElseThrow(() -> new Refused("payment.column_unknown", word))).toList();
    }
}
