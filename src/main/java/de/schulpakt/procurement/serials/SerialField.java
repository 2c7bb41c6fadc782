package de.schulpakt.procurement.serials;

import de.schulpakt.exchange.ImportField;
import java.util.List;
import java.util.Set;

/** What is taken from a supplier's list of serial numbers. */
public enum SerialField implements ImportField {
    /** Serial number of one piece. */
    SERIAL("seriennummer", "serialnumber", "serial", "seriennr", "serialno", "snr", "sn"),
    /** Article, model or part number. */
    ARTICLE("artikel", "artikelbezeichnung", "bezeichnung", "teilenummer", "herstellernummer", "artikelnummer", "partno", "partnumber", "modell", "model", "article", "item", "description"),
    /** Line of the order. */
    LINE("bestellposition", "position", "pos", "orderline", "line", "zeile"),
    /** Number of our order. */
    ORDER("bestellnummer", "bestellung", "ihrebestellung", "auftragsnummerkunde", "orderno", "ordernumber", "purchaseorder", "yourorder", "po"),
    /** Number of the delivery note. */
    NOTE("lieferschein", "lieferscheinnummer", "lieferscheinnr", "deliverynote", "deliverynoteno", "lsnr"),
    /** Day on which it came. */
    DAY("lieferdatum", "liefertag", "geliefertam", "eingang", "datum", "deliverydate", "date");

    private final List<String> synonyms;

    SerialField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public Set<String> vague() {
        return Set.of("sn", "pos", "line", "zeile", "po", "item", "datum", "date", "model", "modell");
    }

    @Override
    public boolean required() {
        return this == SERIAL;
    }
}
