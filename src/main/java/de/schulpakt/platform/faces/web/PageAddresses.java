package de.schulpakt.platform.faces.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A form is sent to the address of its page with what the page shows in it, as {@code request.xhtml?id=9}: after a press
 * that was refused the address still says which request it is, and can be kept, sent on or loaded again. Links and redirects
 * name their parameters themselves and get none from here.
 */
public class PageAddresses extends ViewHandlerWrapper {
    private static final String NAMED = PageAddresses.class.getName();

    public PageAddresses(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String url = super.getActionURL(context, viewId);
        UIViewRoot page = context.getViewRoot();
        if (context.getAttributes().containsKey(NAMED) || page == null || !viewId.equals(page.getViewId()) || url.contains("?")) {
            return url;
        }
        Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
        StringBuilder query = new StringBuilder();
        for (UIViewParameter parameter : ViewMetadata.getViewParameters(page)) {
            Object own = parameter.getStringValue(context);
            String value = own == null ? sent.get(parameter.getName()) : own.toString();
            if (value != null && !value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&').append(parameter.getName()).append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return url + query;
    }

    @Override
    public String getRedirectURL(FacesContext context, String viewId, Map<String, List<String>> parameters, boolean includeViewParams) {
        return named(context, () -> super.getRedirectURL(context, viewId, parameters, includeViewParams));
    }

    @Override
    public String getBookmarkableURL(FacesContext context, String viewId, Map<String, List<String>> parameters, boolean includeViewParams) {
        return named(context, () -> super.getBookmarkableURL(context, viewId, parameters, includeViewParams));
    }

    /** What the server asks {@link #getActionURL} for while it makes this address is the bare address of the page. */
    private static String named(FacesContext context, Supplier<String> address) {
        context.getAttributes().put(NAMED, true);
        try {
            return address.get();
        } finally {
            context.getAttributes().remove(NAMED);
        }
    }
}
