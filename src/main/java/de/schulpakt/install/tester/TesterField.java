package de.schulpakt.install.tester;

import de.schulpakt.exchange.ImportField;
import java.util.List;
import java.util.Set;

/** What is taken from the file of a cable tester. */
public enum TesterField implements ImportField {
    /** Cable, socket or port that was tested. */
    CABLE("cablelabel", "cableid", "linklabel", "linkid", "kabelnummer", "kabelid", "dose", "socket", "kabel", "label", "bezeichnung", "name", "id"),
    /** Room, which decides between several of the same name. */
    ROOM("raum", "room", "raumnummer"),
    /** Passed or failed. */
    RESULT("overallresult", "testresult", "gesamtergebnis", "passfail", "result", "ergebnis", "status"),
    /** Length in metres. */
    LENGTH("lengthm", "laengem", "length", "laenge", "cablelength", "kabellaenge"),
    /** Limit against which it was tested, which names the class. */
    LIMIT("testlimit", "grenzwert", "limit", "norm", "klasse", "cableclass", "standard"),
    /** Day of the test. */
    DAY("datetime", "testdate", "date", "datum", "messdatum", "timestamp");

    private final List<String> synonyms;

    TesterField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public Set<String> vague() {
        return Set.of("name", "id", "label", "status", "standard");
    }

    @Override
    public boolean understands(String value) {
        return this != RESULT || TesterRows.passed(value) != null;
    }

    @Override
    public boolean required() {
        return this == CABLE || this == RESULT;
    }
}
