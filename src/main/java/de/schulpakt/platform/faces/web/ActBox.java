package de.schulpakt.platform.faces.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Iterator;

/**
 * A button, or a button that opens a dialog with a question and fields; what {@code k:act} is made of. The fields of
 * a dialog take part in a submit only when its own button was clicked: several dialogs stand in one form, and a
 * required field in one must not stop the others.
 */
@FacesComponent("schulpakt.ActBox")
public class ActBox extends UIComponentBase {

    @Override
    public String getFamily() {
        return "schulpakt";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void processDecodes(FacesContext context) {
        if (takesPart(context)) {
            super.processDecodes(context);
        }
    }

    @Override
    public void processValidators(FacesContext context) {
        if (takesPart(context)) {
            super.processValidators(context);
        }
    }

    @Override
    public void processUpdates(FacesContext context) {
        if (takesPart(context)) {
            super.processUpdates(context);
        }
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        if (!isRendered()) {
            return;
        }
        if (text("confirm").isEmpty() && getChildCount() == 0) {
            getFacet("submit").encodeAll(context);
        } else {
            encodeDialog(context);
        }
    }

    private void encodeDialog(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        String id = getClientId(context) + "-dialog";
        out.startElement("button", this);
        out.writeAttribute("type", "button", null);
        out.writeAttribute("class", text("styleClass"), null);
        out.writeAttribute("data-dialog", id, null);
        out.writeAttribute("aria-haspopup", "dialog", null);
        out.writeText(text("label"), null);
        out.endElement("button");

        out.startElement("dialog", this);
        out.writeAttribute("id", id, null);
        out.writeAttribute("class", "dialog", null);
        out.writeAttribute("aria-labelledby", id + "-title", null);
        if (clicked(context) && failed(context)) {
            out.writeAttribute("data-open", "true", null);
        }
        out.startElement("h2", this);
        out.writeAttribute("id", id + "-title", null);
        out.writeText(text("label"), null);
        out.endElement("h2");
        if (clicked(context)) {
            for (FacesMessage message : context.getMessageList(null)) {
                paragraph(out, "error", message.getSummary());
            }
        }
        if (!text("confirm").isEmpty()) {
            paragraph(out, "ask", text("confirm"));
        }
        super.encodeChildren(context);
        out.startElement("div", this);
        out.writeAttribute("class", "dialog-end", null);
        out.startElement("button", this);
        out.writeAttribute("type", "button", null);
        out.writeAttribute("class", "btn", null);
        out.writeAttribute("data-close", "true", null);
        out.writeText(text("cancelText"), null);
        out.endElement("button");
        getFacet("submit").encodeAll(context);
        out.endElement("div");
        out.endElement("dialog");
    }

    private void paragraph(ResponseWriter out, String kind, String text) throws IOException {
        out.startElement("p", this);
        out.writeAttribute("class", kind, null);
        out.writeText(text, null);
        out.endElement("p");
    }

    private boolean takesPart(FacesContext context) {
        return clicked(context) || context.getPartialViewContext().isAjaxRequest();
    }

    private boolean clicked(FacesContext context) {
        UIComponent submit = getFacet("submit");
        return submit != null
            && context.getExternalContext().getRequestParameterMap().containsKey(submit.getClientId(context));
    }

    /** True if something is wrong that is said in this dialog: an error of the whole, or of one of its own fields. */
    private boolean failed(FacesContext context) {
        for (Iterator<String> ids = context.getClientIdsWithMessages(); ids.hasNext();) {
            String id = ids.next();
            boolean error = context.getMessageList(id).stream().anyMatch(m -> m.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0);
            if (error && (id == null || invokeOnComponent(context, id, (c, component) -> { }))) {
                return true;
            }
        }
        return false;
    }

    private String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }
}
