package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelCode;
import de.schulpakt.paper.label.LabelJobs;
import de.schulpakt.paper.label.LabelQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What labels are to be printed of, and how; the address says what was chosen, and the form for the background keeps it. */
@Named
@ViewScoped
public class LabelsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient LabelQueries queries;
    @Inject
    transient LabelJobs jobs;
    @Inject
    transient Act act;
    @Inject
    transient HttpServletRequest request;
    private final TreeMap<String, List<String>> sent = new TreeMap<>();
    private final Form form = new Form();
    private transient LabelQueries.Chosen chosen;
    private transient List<LabelQueries.Format> formats;

    /** A parameter that the form passes on. */
    public record Parameter(String name, String value) {
    }

    /** Reads what the address chooses. */
    public void load() {
        act.show(() -> {
            if (sent.isEmpty()) {
                sent.putAll(LabelServlet.sent(request));
            }
            chosen = queries.chosen(getOf(), sent);
        });
    }

    /** Has all of them made in the background. */
    public String start() {
        return act.run(() -> {
            Map<String, List<String>> asked = new LinkedHashMap<>(sent);
            List.of("format", "code", "first").forEach(name -> asked.put(name, form.text(name) == null ? List.of() : List.of(form.text(name))));
            asked.put("frame", List.of(String.valueOf(form.ticked("frame"))));
            jobs.start(asked, false);
        }, "label.done.start", "label-jobs?faces-redirect=true");
    }

    /** True if there are so few that each can be left out. */
    public boolean isSingly() {
        return getChosen().count() <= LabelQueries.SHOWN;
    }

    /** What narrows the list, for a form that prints all of it. */
    public List<Parameter> getParameters() {
        return sent.entrySet().stream().filter(e -> e.getKey().matches("[a-zA-Z]{1,40}") && !List.of("of", "lang").contains(e.getKey()))
                .flatMap(e -> e.getValue().stream().filter(v -> !v.isBlank()).map(v -> new Parameter(e.getKey(), v)))
                .toList();
    }

    public String getOf() {
        return sent.getOrDefault("of", List.of("")).stream().findFirst().orElse("");
    }

    /** What is chosen, read once per request of the browser. */
    public LabelQueries.Chosen getChosen() {
        if (chosen == null) {
            chosen = sent.isEmpty() ? new LabelQueries.Chosen(List.of(), 0) : queries.chosen(getOf(), sent);
        }
        return chosen;
    }

    /** Read once per request of the browser. */
    public List<LabelQueries.Format> getFormats() {
        if (formats == null) {
            formats = queries.formats();
        }
        return formats;
    }

    public LabelCode[] getCodes() {
        return LabelCode.values();
    }

    public Form getForm() {
        return form;
    }
}
