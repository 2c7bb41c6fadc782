package de.schulpakt.paper.print;

import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.Locale;

/** Keeps printed papers as files at their subjects. */
@UseCases
public class PrintKeeping {
    @Inject
    PrintQueries prints;
    @Inject
    PaperQueries queries;
    @Inject
    Papers papers;
    @Inject
    Intake intake;

    /**
     * Keeps the paper of a subject as it is now among the files of the subject; it takes the place of the one of its kind that was
     * kept last.
     *
     * @return id of the file
     * @throws NotFound if there is no such subject, the asker may not see it, or papers of this kind are not kept
     */
    @Unguarded("The room that brings the paper asks, and so do the files of the subject.")
    public Long keep(String kind, long id, Locale locale) {
        Printable printable = prints.kind(kind);
        if (printable.kept() == null) {
            throw new NotFound("Print", kind);
        }
        queries.mayAttach(printable.subject(), id);
        PrintQueries.Printed printed = prints.print(kind, id, null, locale);
        Long last = queries.of(printable.subject(), id).rows().stream()
                .filter(p -> p.kind().equals(printable.kept()) && p.removedAt() == null && p.replacedBy() == null)
                .map(PaperQueries.Row::id).findFirst().orElse(null);
        try (Received file = intake.take(new ByteArrayInputStream(printed.bytes()), printed.filename())) {
            return papers.attach(printable.subject(), id, new Papers.Attach(printable.kept(), null, last), file);
        }
    }
}
