package de.schulpakt.install.figures.web;

import de.schulpakt.install.figures.FiguresQueries;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** The figures that the address names: up to which week, of which authority and kind. */
@Named
@RequestScoped
public class WorkFiguresPage {
    @Inject
    FiguresQueries queries;
    @Inject
    KindQueries kinds;
    @Inject
    Language language;
    @Inject
    Here here;
    @Inject
    Act act;
    private FiguresQueries.Figures view;
    private List<Kind> known;

    /** Reads the figures. */
    public void load() {
        act.show(() -> view = queries.figures(Params.day(here.param("day")), Params.number(here.param("authority")), here.param("kind")));
    }

    /** The address of the same figures up to another day. */
    public String upTo(LocalDate day) {
        return "figures.xhtml?day=" + day + more();
    }

    /** A day of the weeks before. */
    public LocalDate getBefore() {
        return view.from().minusDays(1);
    }

    /** A day of the weeks after. */
    public LocalDate getAfter() {
        return view.to().plusDays(1).plusWeeks(view.from().until(view.to().plusDays(1), java.time.temporal.ChronoUnit.WEEKS) - 1);
    }

    /** The list of the tickets that were opened or closed between two days. */
    public String list(String what, LocalDate from, LocalDate to, Long authority) {
        return "ticket-figures.xhtml?" + what + "From=" + from + "&" + what + "To=" + to + (what.equals("closed") ? "&state=CLOSED" : "")
                + (authority == null ? more() : "&authority=" + authority + kind());
    }

    private String more() {
        return (view.authorityId() == null ? "" : "&authority=" + view.authorityId()) + kind();
    }

    private String kind() {
        return view.kind().isEmpty() ? "" : "&kind=" + java.net.URLEncoder.encode(view.kind(), java.nio.charset.StandardCharsets.UTF_8);
    }

    public FiguresQueries.Figures getView() {
        return view;
    }

    /** The kinds of tickets. */
    public List<Kind> getKinds() {
        if (known == null) {
            known = kinds.known();
        }
        return known;
    }

    /** The name of a kind in the asker's language. */
    public String name(Kind kind) {
        return kind.name(language.getLocale().getLanguage());
    }

    public TicketState[] getStates() {
        return TicketState.values();
    }
}
