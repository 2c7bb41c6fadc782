package de.schulpakt.install.tester.web;

import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.install.tester.TicketTests;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the file of a cable tester at a ticket: what fits and what does not first, then it is written. */
@Named
@ViewScoped
public class TesterFilePage implements Serializable {
    private static final long serialVersionUID = 1L;
    /** So many rows that do not fit are named. */
    private static final int MOST = 200;
    @Inject
    transient TicketTests tests;
    @Inject
    transient TicketQueries tickets;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private Long ticket;
    private transient TicketQueries.View view;
    private transient Part file;
    private byte[] content;
    private transient TicketTests.Read read;

    /** Reads the ticket. */
    public void load() {
        act.show(this::getView);
    }

    /** Reads the chosen file and shows what it would write. */
    public String check() {
        return act.run(() -> {
            read = null;
            content = null;
            byte[] sent = bytes(file);
            read = tests.check(ticket, new TicketTests.Sent(sent));
            content = sent;
            return null;
        }, null);
    }

    /** Writes what was shown. */
    public String record() {
        return act.run(() -> tests.record(ticket, new TicketTests.Sent(content)), "tester.done", "ticket?faces-redirect=true&id=" + ticket);
    }

    private static byte[] bytes(Part part) {
        if (part == null) {
            return new byte[0];
        }
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(CsvFile.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file says, null before one was chosen. */
    public TicketTests.Read getRead() {
        if (read == null && content != null) {
            read = tests.check(ticket, new TicketTests.Sent(content));
        }
        return read;
    }

    /** The rows that would be written, or are on record. */
    public List<TicketTests.Line> getFitting() {
        return getRead().lines().stream().filter(line -> line.outcome() != Outcome.WRONG).limit(MOST).toList();
    }

    /** The first rows that do not fit. */
    public List<TicketTests.Line> getLeft() {
        return getRead().lines().stream().filter(line -> line.outcome() == Outcome.WRONG).limit(MOST).toList();
    }

    /** A finding in words. */
    public Finding.Told told(Finding finding) {
        return finding.told(language.getLocale());
    }

    public TicketQueries.View getView() {
        if (view == null) {
            view = tickets.view(ticket == null ? -1 : ticket);
        }
        return view;
    }

    public Long getTicket() {
        return ticket;
    }

    public void setTicket(Long ticket) {
        this.ticket = ticket;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
