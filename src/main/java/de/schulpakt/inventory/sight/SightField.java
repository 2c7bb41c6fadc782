package de.schulpakt.inventory.sight;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.inventory.oldstock.Days;
import java.util.List;
import java.util.Set;

/** What is taken from an export of device management. A column that none of them knows by its name is not even kept. */
public enum SightField implements ImportField {
    /** Number of the maker, by which the device is known again. */
    SERIAL("serialnumber", "serial", "serialno", "seriennummer", "seriennr", "servicetag"),
    /** When it was enrolled, or came to the organisation. */
    FIRST_SEEN("enrollmentdate", "lastenrollment", "enrolleddate", "addedtoorgdatetime", "ersteanmeldung", "zuerstgesehen", "registriertam"),
    /** When it last reported. */
    LAST_SEEN("lastcheckin", "lastconnected", "lastinventoryupdate", "lastseen", "lastsync", "zuletztgesehen", "letzterkontakt", "letzteanmeldung"),
    /** System. */
    OS("os", "operatingsystem", "betriebssystem", "platform"),
    /** Its version. */
    OS_VERSION("osversion", "betriebssystemversion", "systemversion"),
    /** Whether it is managed. */
    MANAGED("ismanaged", "managed", "managedby", "verwaltet", "intuneregistered"),
    /** Its school, by number or name. */
    SCHOOL("schoolnumber", "schulnummer", "locationname", "schule", "schoolname", "location", "standort");

    private final List<String> synonyms;

    SightField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public Set<String> vague() {
        return Set.of("location", "standort", "platform", "intuneregistered");
    }

    @Override
    public boolean understands(String value) {
        return this != FIRST_SEEN && this != LAST_SEEN || Days.of(value.strip()) != null;
    }

    @Override
    public boolean required() {
        return this == SERIAL;
    }
}
