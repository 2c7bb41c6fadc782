package de.schulpakt.platform.list.web;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;
import de.schulpakt.platform.list.Cells;
import de.schulpakt.platform.list.Column;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of a list, written straight from its declaration: heads that sort and say how, cells by their kind, each with the
 * name of its column for narrow screens.
 */
@FacesComponent("schulpakt.ListTable")
public class ListTable extends UIComponentBase {
    private static final List<String> PARTS = List.of("spent", "committed", "reserved");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    @Override
    public String getFamily() {
        return "schulpakt";
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        ListPage page = CDI.current().select(ListPage.class).get();
        Here here = CDI.current().select(Here.class).get();
        Locale locale = CDI.current().select(Language.class).get().getLocale();
        List<Column> columns = page.getColumns();
        ResponseWriter out = context.getResponseWriter();
        out.startElement("table", this);
        out.writeAttribute("class", "list", null);
        out.startElement("thead", this);
        out.startElement("tr", this);
        String sort = page.getSort();
        String pick = (String) getAttributes().get("pick");
        boolean picks = pick != null && !pick.isEmpty();
        if (picks) {
            out.startElement("th", this);
            out.writeAttribute("scope", "col", null);
            out.writeText(Texts.get(locale, "list.pick"), null);
            out.endElement("th");
        }
        for (Column column : columns) {
            head(out, column, sort, here, locale);
        }
        out.endElement("tr");
        out.endElement("thead");
        out.startElement("tbody", this);
        for (Object row : page.getRows().rows()) {
            out.startElement("tr", this);
            if (picks) {
                pick(out, columns, row, pick, locale);
            }
            for (Column column : columns) {
                cell(out, columns, column, row, page, locale);
            }
            out.endElement("tr");
        }
        out.endElement("tbody");
        out.endElement("table");
    }

    private void head(ResponseWriter out, Column column, String sort, Here here, Locale locale) throws IOException {
        out.startElement("th", this);
        out.writeAttribute("scope", "col", null);
        if (column.kind().number()) {
            out.writeAttribute("class", "num", null);
        }
        String text = Texts.get(locale, column.text());
        if (column.sort() == null) {
            out.writeText(text, null);
        } else {
            out.writeAttribute("aria-sort", here.sorted(column.sort(), sort), null);
            out.startElement("a", this);
            out.writeAttribute("class", "sort", null);
            out.writeURIAttribute("href", here.sort(column.sort(), sort), null);
            out.writeText(text, null);
            out.endElement("a");
        }
        out.endElement("th");
    }

    /** A box to tick, which belongs to the form of that name. */
    private void pick(ResponseWriter out, List<Column> columns, Object row, String form, Locale locale) throws IOException {
        out.startElement("td", this);
        out.writeAttribute("data-label", Texts.get(locale, "list.pick"), null);
        out.startElement("label", this);
        out.writeAttribute("class", "check", null);
        out.startElement("input", this);
        out.writeAttribute("type", "checkbox", null);
        out.writeAttribute("name", "id", null);
        out.writeAttribute("value", Cells.value(row, "id"), null);
        out.writeAttribute("form", form, null);
        out.endElement("input");
        out.startElement("span", this);
        out.writeAttribute("class", "hide", null);
        out.writeText(columns.stream().filter(c -> c.shown() == Column.Shown.ALWAYS)
                .map(c -> Cells.text(c.kind(), Cells.value(row, c.name()), locale)).collect(Collectors.joining(", ")), null);
        out.endElement("span");
        out.endElement("label");
        out.endElement("td");
    }

    private void cell(ResponseWriter out, List<Column> columns, Column column, Object row, ListPage page, Locale locale) throws IOException {
        Object value = column.kind() == Column.Kind.BAR ? null : Cells.value(row, column.name());
        out.startElement("td", this);
        out.writeAttribute("data-label", Texts.get(locale, column.text()), null);
        if (column.kind().number()) {
            out.writeAttribute("class", "num", null);
        }
        if (column.kind() == Column.Kind.BAR) {
            bar(out, row, locale);
        } else if (value != null && leads(column, row)) {
            out.startElement("a", this);
            out.writeURIAttribute("href", PLACE.matcher(column.link()).replaceAll(place -> Matcher.quoteReplacement(
                    place(row, place.group(1), page))), null);
            if (column.kind().number()) {
                // a bare number says nothing to who hears the links only
                out.writeAttribute("aria-label", columns.stream().filter(c -> c.shown() == Column.Shown.ALWAYS && !c.equals(column))
                        .map(c -> Cells.text(c.kind(), Cells.value(row, c.name()), locale) + ", ").collect(Collectors.joining())
                        + Texts.get(locale, column.text()) + " " + Cells.text(column.kind(), value, locale), null);
            }
            content(out, column, value, locale);
            out.endElement("a");
        } else {
            content(out, column, value, locale);
        }
        out.endElement("td");
    }

    /** True if the cell has a page: it leads nowhere where a component that its address needs is empty. */
    private static boolean leads(Column column, Object row) {
        return column.link() != null && PLACE.matcher(column.link()).results().map(place -> place.group(1))
                .allMatch(name -> !Cells.has(row, name) || Cells.value(row, name) != null);
    }

    /** A component of the row, or else a parameter of the list. */
    private static String place(Object row, String name, ListPage page) {
        Object value = Cells.has(row, name) ? Cells.value(row, name) : page.parameter(name);
        return value == null ? "" : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private void bar(ResponseWriter out, Object row, Locale locale) throws IOException {
        Formats formats = CDI.current().select(Formats.class).get();
        Long allotted = (Long) Cells.value(row, "allottedCents");
        long used = 0;
        StringBuilder said = new StringBuilder();
        out.startElement("svg", this);
        out.writeAttribute("class", "bar small", null);
        out.writeAttribute("role", "img", null);
        for (String part : PARTS) {
            said.append(Texts.get(locale, "bar." + part)).append(' ').append(formats.money((Long) Cells.value(row, part + "Cents"))).append(", ");
            used += (Long) Cells.value(row, part + "Cents");
        }
        out.writeAttribute("aria-label", said + Texts.get(locale, "bar.free") + " " + formats.money(allotted - used), null);
        long before = 0;
        for (int i = 0; i < PARTS.size(); i++) {
            Long cents = (Long) Cells.value(row, PARTS.get(i) + "Cents");
            out.startElement("rect", this);
            out.writeAttribute("class", "m" + (i + 1), null);
            out.writeAttribute("x", formats.percent(before, allotted) + "%", null);
            out.writeAttribute("width", formats.percent(cents, allotted) + "%", null);
            out.writeAttribute("height", "100%", null);
            out.endElement("rect");
            before += cents;
        }
        out.endElement("svg");
    }

    private void content(ResponseWriter out, Column column, Object value, Locale locale) throws IOException {
        if (value == null) {
            if (column.none() != null) {
                out.writeText(Texts.get(locale, column.none()), null);
            }
            return;
        }
        boolean time = column.kind() == Column.Kind.DAY || column.kind() == Column.Kind.INSTANT;
        boolean chip = column.kind() == Column.Kind.STATE;
        if (time) {
            out.startElement("time", this);
            out.writeAttribute("datetime", value, null);
        } else if (chip) {
            out.startElement("span", this);
            out.writeAttribute("class", "chip " + (value instanceof Toned toned ? toned.tone() : Tone.MUTE).name().toLowerCase(Locale.ROOT), null);
        }
        out.writeText(Cells.text(column.kind(), value, locale), null);
        if (time || chip) {
            out.endElement(time ? "time" : "span");
        }
    }
}
