package de.schulpakt.paper.print;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Printed papers of subjects. */
@Queries
public class PrintQueries {
    /** The media type of what is printed. */
    public static final String PDF = "application/pdf";
    @Inject
    @Any
    Instance<Printable> kinds;
    @Inject
    Instance<Letterheads> letterheads;
    @Inject
    Press press;
    @Inject
    SignatureQueries signatures;
    @Inject
    Clock clock;

    /** A kind of printed papers. */
    public record Kind(String name, String subject, String kept) {
    }

    /** A PDF and the name under which it is offered. */
    public record Printed(String filename, byte[] bytes) {
    }

    /** All kinds of printed papers, by name. */
    @Unguarded("Names of kinds say nothing of anybody.")
    public List<Kind> kinds() {
        return kinds.stream().map(k -> new Kind(k.name(), k.subject(), k.kept())).sorted(Comparator.comparing(Kind::name)).toList();
    }

    /**
     * The paper of a subject as it is now.
     *
     * @param kind      name of the kind
     * @param authority for papers that may be narrowed to one authority, else null
     * @throws NotFound if there is no such kind or subject, or the asker may not see it
     */
    @Unguarded("The room that brings the paper asks, as for the page of the subject.")
    public Printed print(String kind, long id, Long authority, Locale locale) {
        Sheet sheet = kind(kind).sheet(id, authority, locale);
        signatures.under(sheet, kind, id);
        return print(sheet);
    }

    /** The paper that a sheet becomes, with what its authority has said in force. */
    @Unguarded("Whoever has the sheet has asked.")
    public Printed print(Sheet sheet) {
        Letter letter = letterheads.isResolvable() ? letterheads.get().letter(sheet.authorityId(), sheet.kind(), sheet.locale())
                : Letter.of(sheet.authority());
        return print(sheet, letter);
    }

    /** The paper that a sheet becomes with a certain letter, e.g. one that is not in force yet. */
    @Unguarded("Whoever has the sheet has asked.")
    public Printed print(Sheet sheet, Letter letter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        press.print(sheet, letter, clock.now(), out);
        String name = sheet.text("print." + sheet.kind()) + " " + sheet.no();
        return new Printed(name.strip().replaceAll("[^\\p{L}\\p{N}-]+", "-") + ".pdf", out.toByteArray());
    }

    Printable kind(String name) {
        return kinds.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("Print", name));
    }
}
