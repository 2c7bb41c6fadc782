package de.schulpakt.install.tester.web;

import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.install.tester.TicketTests;
import de.schulpakt.platform.rest.BySession;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The file of a cable tester at a ticket, over REST. */
@Path("tickets/{id}/tests")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
public class TicketTestResource {
    @Inject
    TicketTests tests;
    @Inject
    Language language;

    /** What a file says, in words. */
    public record Told(Integer taken, Integer same, Integer left, List<Row> lines, List<Finding.Told> findings) {
        static Told of(TicketTests.Read read, Locale locale) {
            return new Told(read.taken(), read.same(), read.left(), read.lines().stream().map(line -> new Row(line.line(), line.outcome(), line.cable(), line.place(), line.passed(),
                    line.lengthM(), line.findings().stream().map(finding -> finding.told(locale)).toList())).toList(), read.findings().stream().map(f -> f.told(locale)).toList());
        }
    }

    /** A row of a file, in words. */
    public record Row(Integer line, Outcome outcome, String cable, String place, Boolean passed, BigDecimal lengthM, List<Finding.Told> findings) {
    }

    @POST
    @BySession
    @Path("check")
    @Operation(summary = "What the file of a cable tester (CSV, XLSX) would write to the ticket and the network record; stores nothing")
    public Told check(@PathParam("id") long id, InputStream file) throws IOException {
        return Told.of(tests.check(id, sent(file)), language.getLocale());
    }

    @POST
    @BySession
    @Operation(summary = "Write what the file of a cable tester says of cables in the rooms of the ticket; rows that do not fit are left out and named")
    public Told record(@PathParam("id") long id, InputStream file) throws IOException {
        return Told.of(tests.record(id, sent(file)), language.getLocale());
    }

    private static TicketTests.Sent sent(InputStream file) throws IOException {
        return new TicketTests.Sent(file.readNBytes(CsvFile.MOST_BYTES + 1));
    }
}
