package de.schulpakt.platform.list.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.Circles;
import de.schulpakt.platform.list.Column;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.ListViews;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The list that stands at the address of a page: its rows, the columns to choose, the views that the asker keeps. */
@Named("list")
@RequestScoped
public class ListPage {
    private static final Set<String> PLACE = Set.of(ListView.PAGE, ListView.AFTER, ListView.COLUMNS);
    @Inject
    Lists lists;
    @Inject
    ListViews views;
    @Inject
    Language language;
    @Inject
    Act act;
    @Inject
    Here here;
    @Inject
    HttpServletRequest request;
    private ListOf<?> list;
    private ListView view;
    private String address;
    private Page<?> rows;
    private List<ListViews.Kept> kept;
    private String name;
    private String query;
    private String circle;

    /** A column to choose. */
    public record Choice(String name, String text, boolean shown) {
    }

    /** A parameter that a form of the page keeps. */
    public record Parameter(String name, String value) {
    }

    /** Reads the part of the list that the address names. */
    public void load() {
        act.show(this::getRows);
    }

    private ListOf<?> list() {
        if (list == null) {
            String path = here.getPath().substring(request.getContextPath().length());
            address = path.replaceFirst("[.]xhtml$", "");
            list = lists.at(address).orElseThrow(() -> new NotFound("List", path));
            view = Lists.view(list, address, request);
        }
        return list;
    }

    /** What the address asks of the list. */
    public ListView getView() {
        list();
        return view;
    }

    /** The rows that the address names. */
    public Page<?> getRows() {
        if (rows == null) {
            rows = list().page(view);
        }
        return rows;
    }

    /** What the address says of a parameter, or what is meant where it says nothing; null for nothing. */
    String parameter(String of) {
        return list().listing().filters().stream().anyMatch(f -> f.name().equals(of)) ? view.first(of) : null;
    }

    /** Columns that are shown. */
    public List<Column> getColumns() {
        return list().listing().shown(view);
    }

    /** By which column the rows are sorted, with a minus for descending; empty if by none of them. */
    public String getSort() {
        return list().listing().sort(view);
    }

    /** Columns that may be shown or hidden. */
    public List<Choice> getChoices() {
        List<Column> shown = getColumns();
        return list().listing().columns().stream()
                .filter(c -> c.shown() == Column.Shown.USUALLY || c.shown() == Column.Shown.ASKED)
                .map(c -> new Choice(c.name(), c.text(), shown.contains(c))).toList();
    }

    /** What the address says besides place and columns. */
    public List<Parameter> getParameters() {
        return request.getParameterMap().entrySet().stream().filter(e -> !PLACE.contains(e.getKey()) && known(e.getKey()))
                .flatMap(e -> Arrays.stream(e.getValue()).filter(v -> !v.isBlank()).map(v -> new Parameter(e.getKey(), v))).toList();
    }

    private boolean known(String parameter) {
        return parameter.equals(ListView.SORT) || list().listing().filters().stream().anyMatch(f -> f.name().equals(parameter));
    }

    /** True if somebody has narrowed the list down. */
    public boolean isNarrowed() {
        return list().listing().narrowed(new ListView(getParameters().stream().collect(Collectors.toMap(Parameter::name,
                p -> List.of(p.value()), (a, b) -> a)), false));
    }

    /** Number of the page that was asked for and is beyond the end; 0 if it is there. */
    public int getBeyond() {
        String asked = view.first(ListView.PAGE);
        return asked != null && asked.matches("\\d{1,9}") && Integer.parseInt(asked) > getRows().page() ? Integer.parseInt(asked) : 0;
    }

    /** The whole list as a file. */
    public String file(String ending) {
        return here.link(ListView.PAGE, null).replaceFirst("[.]xhtml", "." + ending);
    }

    /** The views of this list that the asker keeps, or that are shared with the asker. */
    public List<ListViews.Kept> getKept() {
        if (kept == null) {
            kept = views.seen(list().listing().name());
        }
        return kept;
    }

    /** Keeps what the address shows under the name that was typed. */
    public String save() {
        String parameters = String.valueOf(query).replaceFirst("^\\?", "");
        return act.run(() -> views.save(new ListViews.Save(list().listing().name(), name, parameters, circle)), "list.view.saved", back(parameters));
    }

    /** Forgets a view. */
    public String forget(long id) {
        return act.run(() -> views.forget(id), "list.view.forgotten", back(""));
    }

    private String back(String parameters) {
        list();
        return address + ".xhtml?faces-redirect=true" + (parameters.isEmpty() ? "" : "&" + parameters);
    }

    /** The address after its question mark, without the page. */
    public String getQuery() {
        String link = here.link(ListView.PAGE, null);
        return query != null ? query : link.contains("?") ? link.substring(link.indexOf('?') + 1) : "";
    }

    public void setQuery(String query) {
        this.query = query;
    }

    /** With whom the asker may share. */
    public List<Circles.Circle> getCircles() {
        return views.circles();
    }

    /** The words for a circle. */
    public String words(Circles.Circle of) {
        return Texts.get(language.getLocale(), of.text(), of.value());
    }

    public String getCircle() {
        return circle;
    }

    public void setCircle(String circle) {
        this.circle = circle;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
