package de.schulpakt.platform.web;

import de.schulpakt.platform.text.Texts;
import jakarta.el.ValueExpression;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UISelectItems;
import jakarta.faces.component.html.HtmlSelectOneMenu;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.model.SelectItem;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A list to choose one of many from; what {@code k:choose} is. Where there are more than can be shown, a search field stands
 * before it: what is typed asks the server, by {@code look.js} at once, without scripts by a button. What is sent is taken
 * only if its source offers it to who sends it, whether it was among those shown or not.
 */
@FacesComponent("schulpakt.Chooser")
public class Chooser extends HtmlSelectOneMenu {
    private static final String FIND = ":find";
    private static final String SEARCH = ":search";

    @Override
    public void decode(FacesContext context) {
        super.decode(context);
        if (context.getExternalContext().getRequestParameterMap().containsKey(getClientId(context) + SEARCH)) {
            context.renderResponse();
        }
    }

    @Override
    protected void validateValue(FacesContext context, Object value) {
        offer(context, ask(null, value));
        super.validateValue(context, value);
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (isRendered()) {
            String typed = context.getExternalContext().getRequestParameterMap().get(getClientId(context) + FIND);
            Object chosen = getSubmittedValue() == null ? getValue() : getSubmittedValue();
            Choices found = ask(typed, chosen);
            offer(context, found);
            ResponseWriter out = context.getResponseWriter();
            // without the component: what k:field says of the list is not said of what stands around it
            out.startElement("span", null);
            out.writeAttribute("class", "choose", null);
            if (found.more() || typed != null && !typed.isBlank()) {
                search(context, out, typed);
            }
            getAttributes().put("found", found);
        }
        super.encodeBegin(context);
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        super.encodeEnd(context);
        if (isRendered()) {
            Choices found = (Choices) getAttributes().remove("found");
            ResponseWriter out = context.getResponseWriter();
            boolean nothing = found.rows().isEmpty();
            out.startElement("span", null);
            out.writeAttribute("class", "help", null);
            out.writeAttribute("role", "status", null);
            if (nothing && found.hint() != null) {
                out.writeText(found.hint(), null);
                if (found.hintHref() != null) {
                    out.writeText(" ", null);
                    out.startElement("a", null);
                    out.writeAttribute("href", context.getExternalContext().getRequestContextPath() + found.hintHref(), null);
                    out.writeText(text("choose.there"), null);
                    out.endElement("a");
                }
            } else if (found.more()) {
                out.writeText(ChoicesServlet.says(found, bean(Formats.class), locale()), null);
            }
            out.endElement("span");
            out.endElement("span");
        }
    }

    private void search(FacesContext context, ResponseWriter out, String typed) throws IOException {
        String id = getClientId(context);
        String within = attribute("within");
        Object label = getAttributes().get("label");
        out.startElement("input", null);
        out.writeAttribute("type", "search", null);
        out.writeAttribute("id", id + FIND, null);
        out.writeAttribute("name", id + FIND, null);
        out.writeAttribute("value", typed == null ? "" : typed, null);
        out.writeAttribute("maxlength", "100", null);
        out.writeAttribute("autocomplete", "off", null);
        out.writeAttribute("placeholder", text("choose.find"), null);
        out.writeAttribute("aria-label", text("choose.find") + (label == null ? "" : ": " + label), null);
        out.writeAttribute("aria-controls", id, null);
        out.writeAttribute("data-choose", context.getExternalContext().getRequestContextPath() + "/choices?of=" + attribute("of")
                + (within == null ? "" : "&within=" + URLEncoder.encode(within, StandardCharsets.UTF_8)), null);
        out.endElement("input");
        out.startElement("noscript", null);
        out.startElement("button", null);
        out.writeAttribute("class", "btn", null);
        out.writeAttribute("name", id + SEARCH, null);
        out.writeAttribute("value", "true", null);
        out.writeText(text("choose.find"), null);
        out.endElement("button");
        out.endElement("noscript");
    }

    private Choices ask(String typed, Object chosen) {
        Instance<ChoiceSource> sources = CDI.current().select(ChoiceSource.class, Any.Literal.INSTANCE);
        return ChoicesServlet.source(sources, attribute("of")).find(new ChoiceSource.Asked(attribute("within"), typed,
                chosen == null ? null : chosen.toString(), locale()));
    }

    private void offer(FacesContext context, Choices found) {
        ValueExpression value = getValueExpression("value");
        Class<?> type = value == null ? String.class : value.getType(context.getELContext());
        List<SelectItem> items = new ArrayList<>(List.of(new SelectItem("", attribute("any") == null ? "" : attribute("any"))));
        found.rows().forEach(r -> items.add(new SelectItem(context.getELContext().convertToType(r.id(), type), r.label())));
        if (getChildCount() == 0) {
            UISelectItems child = new UISelectItems();
            child.setTransient(true);
            getChildren().add(child);
        }
        ((UISelectItems) getChildren().get(0)).setValue(items);
    }

    private String attribute(String name) {
        Object value = getAttributes().get(name);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    private static String text(String key) {
        return Texts.get(locale(), key);
    }

    private static Locale locale() {
        return bean(Language.class).getLocale();
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
