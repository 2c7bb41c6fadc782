package de.schulpakt.inventory.oldstock;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.table.Decimals;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.platform.text.Fold;
import java.util.List;
import java.util.Set;

/** What the import of the old stock can take from a column. A column that none of them knows by its name is not even kept. */
public enum DeviceField implements ImportField {
    /** Number of the maker. */
    SERIAL("serialnumber", "serial", "serialno", "seriennummer", "seriennr", "serienno", "snr", "sn", "servicetag", "fabrikationsnummer"),
    /** Number that the inventory had before. */
    OTHER_NO("inventarnummer", "inventarnr", "inventarno", "invnr", "inventorynumber", "inventoryno", "anlagennummer", "anlagennr", "otherserial",
            "altinventarnummer", "assetid", "annotatedassetid"),
    /** Label that was stuck on. */
    TAG("assettag", "tag", "etikett", "barcode", "etikettnummer", "label"),
    /** Addresses of network interfaces. */
    MAC("wifimac", "wlanmac", "macadresse", "macaddress", "mac", "ethernetmac", "lanmac", "wifimacaddress", "macwlan", "maclan", "ethernetmacaddress"),
    /** Number for mobile networks. */
    IMEI("imei", "imei1", "imeinummer"),
    /** Who built it. */
    MAKER("manufacturer", "hersteller", "maker", "marke", "vendor", "fabrikat", "make"),
    /** What its maker calls it. */
    MODEL("model", "modell", "modellbezeichnung", "modellname", "devicemodel", "geraetemodell", "productname", "produkt", "geraet", "geraetetyp",
            "bezeichnung", "modelname"),
    /** Order number of the maker. */
    PART_NO("modelnumber", "partnumber", "partno", "teilenummer", "artikelnummer", "modellnummer"),
    /** What kind of thing. */
    KIND("category", "kategorie", "geraeteart", "geraeteklasse", "devicetype", "art", "typ", "type", "gruppe", "productfamily"),
    /** Its school, by number or name. */
    SCHOOL("school", "schule", "schulname", "schulnummer", "schoolnumber", "schoolname", "company", "einrichtung", "standort", "location",
            "locationname", "liegenschaft"),
    /** Its building. */
    BUILDING("building", "gebaeude", "haus", "trakt"),
    /** Its room. */
    ROOM("room", "raum", "raumnummer", "raumnr", "zimmer", "roomname", "raumname"),
    /** When it was bought. */
    BOUGHT("purchasedate", "kaufdatum", "anschaffungsdatum", "angeschafftam", "beschafftam", "lieferdatum", "deliverydate", "orderdate", "orderdatetime",
            "rechnungsdatum", "zugang", "zugangsdatum", "anschaffung"),
    /** What it has cost. */
    PRICE("purchasecost", "purchaseprice", "kaufpreis", "preis", "price", "anschaffungskosten", "anschaffungswert", "anschaffungspreis", "brutto",
            "bruttopreis", "ahk", "kosten", "cost"),
    /** Where in its room. */
    SPOT("platz", "stellplatz", "spot", "arbeitsplatz", "standplatz"),
    /** Since when it is in use. */
    SERVED("inbetriebseit", "inbetriebnahme", "inservicesince", "inserviceon", "commissioningdate"),
    /** Last day of its warranty, or for how many months from the purchase. */
    WARRANTY("garantiebis", "garantieende", "warrantyend", "warrantyuntil", "warrantyexpires", "warrantyexpiration", "gewaehrleistungbis", "warrantymonths",
            "garantiemonate", "warranty", "garantie"),
    /** Who sold it. */
    SUPPLIER("supplier", "lieferant", "haendler", "verkaeufer", "bezugsquelle", "suppliername", "lieferantname"),
    /** The award that has paid it, with the number of its position if that is known: A-2026-0001/3. */
    AWARD("award", "bewilligung", "zuwendungsbescheid", "bescheid", "aktenzeichen", "antragsnummer", "foerderung", "foerderposition", "funding", "awardposition");

    private final List<String> synonyms;

    DeviceField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public Set<String> vague() {
        return Set.of("art", "typ", "type", "gruppe", "location", "standort", "warranty", "garantie", "arbeitsplatz", "company", "haus", "label", "tag", "produkt", "bezeichnung", "geraet", "zugang", "kosten",
                "cost");
    }

    @Override
    public boolean understands(String value) {
        String text = value.strip();
        return switch (this) {
            case MAC -> IdentifierKind.MAC.fits(Fold.number(text));
            case IMEI -> IdentifierKind.IMEI.fits(Fold.number(text));
            case BOUGHT, SERVED -> Days.of(text) != null;
            case WARRANTY -> Days.of(text) != null || text.matches("(?i)\\d{1,3}\\s*(months?|monate?)?");
            case PRICE -> Decimals.of(text.replaceAll("(?i)[€\\s]|eur", ""), false) != null;
            case KIND -> Kinds.of(text) != null;
            default -> text.matches("(?s).*[\\p{L}\\d].*");
        };
    }

    @Override
    public boolean required() {
        return this == MODEL;
    }

    /** The numbers that a device is known again by. */
    IdentifierKind identifier() {
        return switch (this) {
            case SERIAL -> IdentifierKind.SERIAL;
            case OTHER_NO -> IdentifierKind.INVENTORY_NO;
            case TAG -> IdentifierKind.TAG;
            case MAC -> IdentifierKind.MAC;
            case IMEI -> IdentifierKind.IMEI;
            default -> null;
        };
    }
}
