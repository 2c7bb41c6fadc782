package de.schulpakt.invite;

import de.schulpakt.exchange.ImportField;
import java.util.List;
import java.util.Set;

/** What the import of people can take from a column. */
public enum PersonField implements ImportField {
    /** With what the person signs in. */
    LOGIN("login", "anmeldename", "benutzername", "benutzer", "kennung", "username", "userid", "account", "konto"),
    /** First name, where it has a column of its own; put before the name. */
    FIRST_NAME("vorname", "firstname", "givenname", "rufname"),
    /** Name, whole or without the first name. */
    NAME("name", "vollername", "anzeigename", "displayname", "fullname", "nachname", "familienname", "lastname", "surname", "person"),
    /** Where the link goes. */
    EMAIL("email", "mail", "emailadresse", "mailadresse", "epost", "emailaddress"),
    /** What the person may do. */
    ROLE("role", "rolle", "funktion", "recht", "berechtigung"),
    /** The one school, by its number or its whole name. */
    SCHOOL("school", "schule", "schulnummer", "schulnr", "schoolno", "schoolnumber", "dienststelle"),
    /** All schools of this authority, by its whole name. */
    AUTHORITY("authority", "schultraeger", "traeger", "kommune");

    private final List<String> synonyms;

    PersonField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public Set<String> vague() {
        return Set.of("konto", "person", "recht");
    }

    @Override
    public boolean understands(String value) {
        return switch (this) {
            case EMAIL -> value.contains("@");
            case ROLE -> Roles.of(value) != null;
            case LOGIN -> PersonRows.LOGIN.matcher(value.strip()).matches();
            default -> !value.isBlank();
        };
    }

    @Override
    public boolean required() {
        return this == LOGIN || this == NAME || this == EMAIL || this == ROLE;
    }
}
