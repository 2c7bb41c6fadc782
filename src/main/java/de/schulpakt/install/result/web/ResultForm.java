package de.schulpakt.install.result.web;

import de.schulpakt.install.kind.KindResult;
import de.schulpakt.install.kind.ResultType;
import de.schulpakt.install.result.ResultQueries;
import de.schulpakt.install.result.TicketResults;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The results of a ticket: how they are shown, and what is typed to give them. */
@Named
@ViewScoped
public class ResultForm implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TicketResults results;
    @Inject
    transient ResultQueries queries;
    @Inject
    transient Language language;
    @Inject
    transient Formats formats;
    @Inject
    transient Act act;
    private final HashMap<Integer, String> typed = new HashMap<>();
    private transient List<String> pictures;

    /** The results to type, each with what stands at the ticket. */
    public List<TicketQueries.ResultRow> rows(TicketQueries.View ticket) {
        for (TicketQueries.ResultRow row : ticket.results()) {
            typed.putIfAbsent(row.resultNo(), entered(row));
        }
        return ticket.results();
    }

    /** Gives what was changed, all of it or nothing. */
    public String save(TicketQueries.View ticket) {
        List<TicketResults.One> changed = ticket.results().stream().filter(row -> !entered(row).equals(word(row.resultNo())))
                .map(row -> new TicketResults.One(row.resultNo(), word(row.resultNo()))).toList();
        String to = "ticket?faces-redirect=true&id=" + ticket.id();
        return changed.isEmpty() ? to : act.run(() -> results.give(ticket.id(), new TicketResults.Give(changed)), "ticket.done.results", to);
    }

    private String word(Integer resultNo) {
        return typed.get(resultNo) == null ? "" : typed.get(resultNo).strip();
    }

    /** What stands in the field of a result. */
    private String entered(TicketQueries.ResultRow row) {
        if (!row.given()) {
            return "";
        }
        return row.asked().type() == ResultType.NUMBER ? number(row.value()) : row.value();
    }

    private String number(String value) {
        return "en".equals(words()) ? value : value.replace('.', ',');
    }

    /** A result as it is read: a number with its unit, yes or no, the choice in the asker's language. */
    public String shown(TicketQueries.ResultRow row) {
        KindResult asked = row.asked();
        return switch (asked.type()) {
            case NUMBER -> formats.number(new BigDecimal(row.value())) + (asked.unit() == null ? "" : " " + asked.unit());
            case YES_NO -> Texts.get(language.getLocale(), "true".equals(row.value()) ? "list.yes" : "list.no");
            case CHOICE -> asked.choice(row.value(), words());
            case TEXT, MEASUREMENT, PHOTO -> row.value();
        };
    }

    /** What may be typed: unit and limits of a number, what is meant by all others; null for words. */
    public String help(TicketQueries.ResultRow row) {
        KindResult asked = row.asked();
        return switch (asked.type()) {
            case NUMBER -> asked.least() == null && asked.most() == null ? null
                    : Texts.get(language.getLocale(), asked.least() == null ? "ticket.result.up_to" : asked.most() == null ? "ticket.result.from" : "ticket.result.between",
                            asked.least() == null ? "" : formats.number(asked.least()), asked.most() == null ? "" : formats.number(asked.most()));
            case MEASUREMENT -> Texts.get(language.getLocale(), "ticket.result.measured");
            case PHOTO -> Texts.get(language.getLocale(), "ticket.result.picture");
            case TEXT, YES_NO, CHOICE -> null;
        };
    }

    /** Its name in the asker's language, with the unit. */
    public String name(TicketQueries.ResultRow row) {
        return row.asked().name(words()) + (row.asked().unit() == null ? "" : " (" + row.asked().unit() + ")");
    }

    /** The words of a choice in the asker's language. */
    public String choice(TicketQueries.ResultRow row, String value) {
        return row.asked().choice(value, words());
    }

    private String words() {
        return language.getLocale().getLanguage();
    }

    /** The pictures among the files of a ticket. */
    public List<String> pictures(Long id) {
        if (pictures == null) {
            pictures = queries.pictures(id);
        }
        return pictures;
    }

    public Map<Integer, String> getTyped() {
        return typed;
    }
}
