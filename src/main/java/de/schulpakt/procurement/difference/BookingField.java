package de.schulpakt.procurement.difference;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.table.TreasuryText;
import java.util.List;

/** What the file of a finance system says of its bookings. */
public enum BookingField implements ImportField {
    /** Number of the document there. */
    DOCUMENT("belegnummer", "belegnr", "beleg", "buchungsnummer", "documentno", "document"),
    /** Line of the document. */
    DOCUMENT_LINE("position", "belegposition", "buchungszeile", "zeile", "documentline", "line"),
    /** The reference of the line that was sent. */
    REFERENCE("referenz", "fremdbeleg", "externereferenz", "externerbeleg", "reference"),
    /** Day of the booking. */
    BOOKED_ON("buchungstag", "buchungsdatum", "belegdatum", "datum", "bookedon", "postingdate"),
    /** Amount in euros. */
    AMOUNT("betrag", "betragineuro", "betrageur", "buchungsbetrag", "amount"),
    /** The same in cents. */
    AMOUNT_CENTS("betragincent", "betragcent", "betraginct", "amountcents", "amountincents"),
    /** S for what was spent, H for what was taken back; where amounts have no sign. */
    SIDE("sollhaben", "sh", "sollhabenkennzeichen", "debitcredit"),
    /** Account. */
    ACCOUNT("konto", "sachkonto", "kontonummer", "account"),
    /** Its text, in which the reference may stand; it is not kept. */
    WORDS("buchungstext", "text", "verwendungszweck", "postingtext");

    private final List<String> synonyms;

    BookingField(String... synonyms) {
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
            case BOOKED_ON -> TreasuryText.day(value) != null;
            case DOCUMENT, DOCUMENT_LINE, REFERENCE, SIDE, ACCOUNT, WORDS -> !value.isBlank();
        };
    }

    @Override
    public boolean required() {
        return this == DOCUMENT || this == BOOKED_ON;
    }
}
