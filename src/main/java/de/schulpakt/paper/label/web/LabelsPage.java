package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelCode;
import de.schulpakt.paper.label.LabelQueries;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** What labels are to be printed of, and how; the address says what was chosen. */
@Named
@RequestScoped
public class LabelsPage {
    @Inject
    LabelQueries queries;
    @Inject
    Act act;
    @Inject
    HttpServletRequest request;
    private LabelQueries.Chosen chosen = new LabelQueries.Chosen(List.of(), 0);
    private List<LabelQueries.Format> formats = List.of();

    /** A parameter that the form passes on. */
    public record Parameter(String name, String value) {
    }

    /** Reads what the address chooses. */
    public void load() {
        act.show(() -> {
            chosen = queries.chosen(getOf(), LabelServlet.sent(request));
            formats = queries.formats();
        });
    }

    /** True if there are so few that each can be left out. */
    public boolean isSingly() {
        return chosen.count() <= LabelQueries.SHOWN;
    }

    /** What narrows the list, for a form that prints all of it. */
    public List<Parameter> getParameters() {
        Map<String, List<String>> sent = LabelServlet.sent(request);
        return sent.entrySet().stream().filter(e -> e.getKey().matches("[a-zA-Z]{1,40}") && !List.of("of", "lang").contains(e.getKey()))
                .flatMap(e -> e.getValue().stream().filter(v -> !v.isBlank()).map(v -> new Parameter(e.getKey(), v)))
                .toList();
    }

    public String getOf() {
        String of = request.getParameter("of");
        return of == null ? "" : of;
    }

    public LabelQueries.Chosen getChosen() {
        return chosen;
    }

    public List<LabelQueries.Format> getFormats() {
        return formats;
    }

    public LabelCode[] getCodes() {
        return LabelCode.values();
    }
}
