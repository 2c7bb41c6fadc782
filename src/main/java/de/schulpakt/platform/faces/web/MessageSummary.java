package de.schulpakt.platform.faces.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Iterator;

/** All messages of the request at the top of the page; those of a field lead to the field. */
@FacesComponent("schulpakt.MessageSummary")
public class MessageSummary extends UIComponentBase {

    @Override
    public String getFamily() {
        return "schulpakt";
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (!isRendered() || context.getMessageList().isEmpty()) {
            return;
        }
        boolean bad = context.getMaximumSeverity().compareTo(FacesMessage.SEVERITY_WARN) >= 0;
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", this);
        out.writeAttribute("class", "messages", null);
        out.writeAttribute("role", bad ? "alert" : "status", null);
        for (Iterator<String> ids = context.getClientIdsWithMessages(); ids.hasNext();) {
            String id = ids.next();
            for (FacesMessage message : context.getMessageList(id)) {
                encode(out, id, message);
            }
        }
        out.endElement("div");
    }

    private void encode(ResponseWriter out, String id, FacesMessage message) throws IOException {
        out.startElement("p", this);
        out.writeAttribute("class", "message " + tone(message.getSeverity()), null);
        out.startElement("span", this);
        if (id == null || find(id) == null) {
            out.writeText(message.getSummary(), null);
        } else {
            out.startElement("a", this);
            out.writeAttribute("href", "#" + id, null);
            out.writeText(message.getSummary(), null);
            out.endElement("a");
        }
        String detail = message.getDetail();
        if (detail != null && !detail.equals(message.getSummary())) {
            out.writeText(" " + detail, null);
        }
        out.endElement("span");
        out.endElement("p");
        message.rendered();
    }

    private UIComponent find(String id) {
        UIComponent[] found = new UIComponent[1];
        FacesContext context = FacesContext.getCurrentInstance();
        context.getViewRoot().invokeOnComponent(context, id, (c, component) -> found[0] = component);
        return found[0];
    }

    private static String tone(FacesMessage.Severity severity) {
        if (severity == FacesMessage.SEVERITY_INFO) {
            return "ok";
        }
        return severity == FacesMessage.SEVERITY_WARN ? "wait" : "bad";
    }
}
