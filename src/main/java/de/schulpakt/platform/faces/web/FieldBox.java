package de.schulpakt.platform.faces.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectBoolean;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import org.primefaces.component.api.InputHolder;

/**
 * Label, input, help and error as one group; what {@code k:field} is made of. It ties the texts to the input for
 * screen readers, which a tag file cannot do because the input belongs to the page.
 */
@FacesComponent("schulpakt.FieldBox")
public class FieldBox extends UIComponentBase {

    @Override
    public String getFamily() {
        return "schulpakt";
    }

    @Override
    public void processDecodes(FacesContext context) {
        if (find(this) instanceof UIInput input) {
            describe(input);
        }
        super.processDecodes(context);
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        if (!isRendered()) {
            return;
        }
        ResponseWriter out = context.getResponseWriter();
        UIComponent input = find(this);
        String id = input == null ? getClientId(context) : input.getClientId(context);
        List<FacesMessage> errors = context.getMessageList(id);
        if (input instanceof UIInput field) {
            describe(field);
            tie(input, id, errors);
        }
        boolean group = isGroup(input);
        out.startElement(group ? "fieldset" : "div", this);
        out.writeAttribute("class", classes(input, errors), null);
        if (!(input instanceof UISelectBoolean)) {
            label(out, context, input, group);
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (isRendered()) {
            ResponseWriter out = context.getResponseWriter();
            UIComponent input = find(this);
            String id = input == null ? getClientId(context) : input.getClientId(context);
            if (input instanceof UISelectBoolean) {
                label(out, context, input, false);
            }
            if (!text("help").isEmpty()) {
                line(out, "help", id + "-help", text("help"));
            }
            List<FacesMessage> errors = context.getMessageList(id);
            if (!errors.isEmpty()) {
                line(out, "error", id + "-error", errors.get(0).getSummary());
                errors.forEach(FacesMessage::rendered);
            }
            out.endElement(isGroup(input) ? "fieldset" : "div");
        }
        super.encodeEnd(context);
    }

    private String classes(UIComponent input, List<FacesMessage> errors) {
        String own = text("styleClass");
        return "field" + (input instanceof UISelectBoolean ? " check" : "") + (errors.isEmpty() ? "" : " wrong")
            + (own.isEmpty() ? "" : " " + own);
    }

    private void label(ResponseWriter out, FacesContext context, UIComponent input, boolean group) throws IOException {
        String element = group ? "legend" : input == null ? "span" : "label";
        out.startElement(element, this);
        out.writeAttribute("class", "label", null);
        if (input != null && !group) {
            out.writeAttribute("for", target(input, context), null);
        }
        out.writeText(text("label"), null);
        if (required()) {
            out.startElement("span", this);
            out.writeAttribute("class", "must", null);
            out.writeText(" " + text("mustText"), null);
            out.endElement("span");
        }
        out.endElement(element);
    }

    private void line(ResponseWriter out, String kind, String id, String text) throws IOException {
        out.startElement("p", this);
        out.writeAttribute("class", kind, null);
        out.writeAttribute("id", id, null);
        out.writeText(text, null);
        out.endElement("p");
    }

    private void describe(UIInput input) {
        input.getAttributes().put("label", text("label"));
        if (required()) {
            input.setRequired(true);
            input.setRequiredMessage(text("requiredText"));
        }
    }

    private void tie(UIComponent input, String id, List<FacesMessage> errors) {
        String by = ((text("help").isEmpty() ? "" : id + "-help ") + (errors.isEmpty() ? "" : id + "-error")).trim();
        set(input, "aria-describedby", by.isEmpty() ? null : by);
        set(input, "aria-invalid", errors.isEmpty() ? null : "true");
        set(input, "aria-required", required() && !isGroup(input) ? "true" : null);
    }

    private static void set(UIComponent input, String name, String value) {
        if (value == null) {
            input.getPassThroughAttributes().remove(name);
        } else {
            input.getPassThroughAttributes().put(name, value);
        }
    }

    private static String target(UIComponent input, FacesContext context) {
        return input instanceof InputHolder holder ? holder.getInputClientId() : input.getClientId(context);
    }

    private static boolean isGroup(UIComponent input) {
        if (!(input instanceof UISelectOne || input instanceof UISelectMany)) {
            return false;
        }
        String renderer = String.valueOf(input.getRendererType());
        return renderer.endsWith("Radio") || renderer.endsWith("Checkbox");
    }

    private static UIComponent find(UIComponent parent) {
        for (UIComponent child : parent.getChildren()) {
            if (child.isRendered()) {
                UIComponent found = child instanceof EditableValueHolder ? child : find(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private boolean required() {
        return Boolean.parseBoolean(text("required"));
    }

    private String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }
}
