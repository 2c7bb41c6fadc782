package de.schulpakt.procurement.payment;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.table.TreasuryText;
import java.util.List;

/** What a table of the treasury says of what it has paid. */
public enum PaymentField implements ImportField {
    /** The reference of the item: number of the list and of the line. */
    REFERENCE("referenz", "endtoendid", "endtoend", "kundenreferenz", "zahlungsreferenz", "reference"),
    /** Number of the supplier's invoice. */
    INVOICE("rechnung", "rechnungsnummer", "rechnungsnr", "belegnummer", "invoice", "invoiceno"),
    /** Day of payment. */
    PAID_ON("zahltag", "bezahltam", "buchungstag", "valuta", "wertstellung", "zahlungsdatum", "paidon", "bookingdate"),
    /** What was transferred, in euros. */
    AMOUNT("betrag", "zahlbetrag", "umsatz", "amount", "betragineuro", "betragineur", "betrageur", "betrageuro"),
    /** The same in cents. */
    AMOUNT_CENTS("betragincent", "betragcent", "betragcents", "betraginct", "zahlbetragincent", "zahlbetragcent", "umsatzincent", "cent", "cents", "amountcents",
            "amountincents"),
    /** Account to which it went. */
    IBAN("iban", "empfaengeriban", "kontonummeriban"),
    /** Why the bank has returned the payment; empty for a payment. */
    RETURNED("rueckgabe", "rueckgabegrund", "rueckgabecode", "returnreason");

    private final List<String> synonyms;

    PaymentField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public boolean understands(String value) {
        return switch (this) {
            case AMOUNT -> TreasuryText.cents(value) != null;
            case AMOUNT_CENTS -> TreasuryText.wholeCents(value) != null;
            case PAID_ON -> TreasuryText.day(value) != null;
            case REFERENCE, INVOICE, IBAN, RETURNED -> !value.isBlank();
        };
    }

    @Override
    public boolean required() {
        return this == PAID_ON || this == AMOUNT;
    }
}
