package de.schulpakt.procurement.pricelist;

import de.schulpakt.exchange.ImportField;
import java.util.List;
import java.util.Set;

/** What a price list can say. */
public enum PriceField implements ImportField {
    /** Order number of the maker. */
    PART_NO("teilenummer", "herstellernummer", "artikelnummer", "partno", "partnumber", "mpn", "bestellnummer", "artnr", "sku"),
    /** Name of the article, or of its model, for lines without a number. */
    NAME("name", "artikel", "bezeichnung", "artikelbezeichnung", "modell", "item", "description", "model"),
    /** For one piece, net or gross as the options say. */
    PRICE("preis", "einzelpreis", "nettopreis", "netto", "eknetto", "nettoek", "eknettopreis", "bruttopreis", "brutto", "price", "unitprice", "netprice", "listenpreis"),
    /** First day on which it holds; none, or one that has come, is today. */
    VALID_FROM("gueltigab", "gueltigvon", "abrufbarab", "validfrom", "preisab", "ab"),
    /** Last day on which it is offered at this price. */
    VALID_TO("gueltigbis", "abrufbarbis", "validto", "bis");

    private final List<String> synonyms;

    PriceField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public Set<String> vague() {
        return Set.of("ab", "bis", "listenpreis");
    }

    @Override
    public boolean understands(String value) {
        return this == PRICE ? PriceRows.cents(value) != null : this == VALID_TO || this == VALID_FROM ? PriceRows.day(value) != null : !value.isBlank();
    }

    @Override
    public boolean required() {
        return this == PRICE;
    }
}
