package de.schulpakt.overview.search.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The pages of subjects by the name of their entity; null where the asker may not open such pages. */
@Named("links")
@RequestScoped
public class Links {
    private static final Map<String, String> PAGES = Map.of("School", "/school/school.xhtml?id=", "Request",
            "/procurement/request.xhtml?id=", "Application", "/funding/application.xhtml?id=", "PurchaseOrder",
            "/procurement/order.xhtml?id=", "Ticket", "/install/ticket.xhtml?id=", "Device", "/inventory/device.xhtml?id=",
            "Budget", "/funding/budget.xhtml?id=", "Programme", "/funding/programme.xhtml?id=");
    private static final Map<String, Permission> SEEN_BY = Map.of("School", Permission.SCHOOL_VIEW, "Request",
            Permission.REQUEST_VIEW, "Application", Permission.APPLICATION_VIEW, "PurchaseOrder", Permission.ORDER_VIEW, "Ticket",
            Permission.TICKET_VIEW, "Device", Permission.DEVICE_VIEW, "Budget", Permission.BUDGET_VIEW, "Programme",
            Permission.PROGRAMME_VIEW);
    @Inject
    HttpServletRequest request;
    @Inject
    Guard guard;

    /** The page of a subject; a model leads to its devices. */
    public String of(String type, Long id, String no) {
        if ("DeviceModel".equals(type)) {
            return request.getContextPath() + "/inventory/devices.xhtml?text=" + URLEncoder.encode(no, StandardCharsets.UTF_8);
        }
        boolean open = id != null && SEEN_BY.containsKey(type) && guard.may(SEEN_BY.get(type));
        return open ? request.getContextPath() + PAGES.get(type) + id : null;
    }

    /** The page of a subject. */
    public String of(String type, Long id) {
        return of(type, id, "");
    }
}
