package de.schulpakt.school.register;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.table.Decimals;
import de.schulpakt.school.place.FederalState;
import java.util.List;
import java.util.Set;

/** What the import of the school register can take from a column. */
public enum SchoolField implements ImportField {
    /** Number in the register of the federal state. */
    OFFICIAL_NO("officialid", "officialno", "officialnumber", "schulnummer", "schulnr", "schoolnumber", "schoolno", "schoolid",
            "amtlicheschulnummer", "amtlschulnr", "dienststellenschluessel", "dienststellennummer", "dstnr", "dst", "snr", "schulid",
            "schulkennziffer", "schulschluessel", "kennung", "kennziffer", "amtlichenummer", "numero", "uai", "nummer", "nr", "id"),
    /** Name; several columns are joined. */
    NAME("name", "schulname", "schoolname", "namederschule", "schulbezeichnung", "bezeichnung", "amtlichebezeichnung",
            "schule", "school", "einrichtung", "nom", "denomination", "nametitel", "title"),
    /** What kind of school. */
    TYPE("schooltype", "schulart", "schulform", "schultyp", "schulartbezeichnung", "schulformbezeichnung", "art", "type", "typ",
            "kategorie", "category", "bildungsgang", "form", "nature"),
    /** Federal state. */
    STATE("state", "bundesland", "land", "statecode", "federalstate", "bl"),
    /** Street, postcode and town in one column, or two of them. */
    ADDRESS("address", "adresse", "anschrift", "fulladdress", "schuladresse", "plzort", "postleitzahlort", "ortplz", "strasseplzort"),
    /** Street, with or without the number of the house; several columns are joined. */
    STREET("street", "strasse", "str", "strassehausnummer", "strassehausnr", "strassehnr", "strasseundhausnummer", "strassenr",
            "strassenname", "streetaddress", "rue"),
    /** Number of the house, put behind the street. */
    HOUSE_NUMBER("hausnummer", "hausnr", "hnr", "housenumber", "houseno"),
    /** Postcode. */
    POSTCODE("postcode", "plz", "postleitzahl", "zip", "zipcode", "postalcode", "codepostal"),
    /** Town. */
    CITY("city", "ort", "stadt", "town", "gemeinde", "ortsname", "wohnort", "municipality", "commune", "ville", "schulort"),
    /** Degrees north. */
    LATITUDE("lat", "latitude", "breite", "breitengrad", "geobreite", "ycoord", "ykoordinate", "utmhochwert", "hochwert",
            "geolat", "wgs84lat", "y"),
    /** Degrees east. */
    LONGITUDE("lon", "lng", "long", "longitude", "laenge", "laengengrad", "geolaenge", "xcoord", "xkoordinate",
            "utmrechtswert", "rechtswert", "geolon", "wgs84lon", "x"),
    /** Number of the system in which coordinates in metres are given. */
    EPSG("epsg", "srid", "crs", "koordinatensystem", "koordinatenreferenzsystem", "bezugssystem"),
    /** Area code, put before the telephone number. */
    AREA_CODE("vorwahl", "telefonvorwahl", "areacode", "televorwahl"),
    /** Telephone. */
    PHONE("phone", "telefon", "tel", "telefonnummer", "telefonnr", "rufnummer", "telephone", "phonenumber", "fon"),
    /** Number of pupils. */
    PUPILS("pupils", "schueler", "schuelerzahl", "anzahlschueler", "schuelerinnenundschueler", "schuelergesamt", "students",
            "numberofpupils", "studentcount", "sus", "schuelerinsgesamt", "effectif");

    private final List<String> synonyms;

    SchoolField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public Set<String> vague() {
        return Set.of("nummer", "nr", "id", "title", "x", "y", "art", "form", "typ", "type", "land", "str");
    }

    @Override
    public boolean understands(String value) {
        String text = value.strip();
        return switch (this) {
            case OFFICIAL_NO -> text.matches("(?=.*\\d)[\\p{L}\\d./ -]{1,20}");
            case NAME -> text.matches("(?s).*\\p{L}{2}.*");
            case TYPE -> SchoolTypes.of(text) != null;
            case STATE -> FederalState.of(text) != null;
            case ADDRESS -> PostalAddress.of(text).postcode() != null;
            case POSTCODE -> text.matches("(?i)(D-?)?\\d{4,5}");
            case CITY, STREET -> text.matches("(?s).*\\p{L}{2}.*");
            case LATITUDE, LONGITUDE -> Decimals.of(text, false) != null;
            case PUPILS -> Decimals.of(text, true) != null;
            case EPSG, HOUSE_NUMBER, PHONE, AREA_CODE -> text.matches("(?s).*\\d.*");
        };
    }

    @Override
    public boolean required() {
        return this == OFFICIAL_NO || this == NAME || this == TYPE || this == STATE;
    }
}
