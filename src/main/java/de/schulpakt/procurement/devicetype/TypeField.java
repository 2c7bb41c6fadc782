package de.schulpakt.procurement.devicetype;

import de.schulpakt.exchange.ImportField;
import java.util.List;

/** What a list of device types can say. */
public enum TypeField implements ImportField {
    /** Who builds it. */
    MAKER("hersteller", "manufacturer", "maker", "marke"),
    /** How the maker calls it. */
    MODEL("modell", "model", "typ", "bezeichnung"),
    /** Order number of the maker. */
    PART_NO("teilenummer", "partnumber", "partno", "herstellernummer"),
    /** What it is: a constant of the kinds of models. */
    KIND("art", "kind", "geraeteart");

    private final List<String> synonyms;

    TypeField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public boolean required() {
        return this == MAKER || this == MODEL;
    }
}
