package de.schulpakt.identity.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands around every page: who is signed in, and the areas that this person may use. */
@Named("shell")
@RequestScoped
public class Shell {
    @Inject
    CurrentUser user;
    @Inject
    Guard guard;
    @Inject
    Language language;
    @Inject
    Instance<ShellCounts> counts;
    private final List<ShellEntry> entries = new ArrayList<>();

    @PostConstruct
    void fill() {
        if (!user.signedIn()) {
            return;
        }
        Map<String, Long> waiting = counts.isUnsatisfied() ? Map.of() : counts.get().waiting();
        add("home", "/index.xhtml", waiting);
        add("schools", "/school/schools.xhtml", waiting, Permission.SCHOOL_VIEW);
        add("funding", "/funding/funding.xhtml", waiting, Permission.PROGRAMME_VIEW);
        add("requests", "/procurement/requests.xhtml", waiting, Permission.REQUEST_VIEW);
        add("orders", "/procurement/orders.xhtml", waiting, Permission.ORDER_VIEW);
        add("devices", "/inventory/devices.xhtml", waiting, Permission.DEVICE_VIEW);
        add("tickets", "/install/tickets.xhtml", waiting, Permission.TICKET_VIEW);
        add("admin", "/identity/admin.xhtml", waiting, Permission.USER_ADMIN, Permission.SCHOOL_IMPORT);
    }

    /** The areas of the rail. */
    public List<ShellEntry> getEntries() {
        return entries;
    }

    public boolean isLoggedIn() {
        return user.signedIn();
    }

    public String getLogin() {
        return user.login();
    }

    public String getUserName() {
        return user.name();
    }

    /** Two letters for the round mark. */
    public String getInitials() {
        String[] words = user.name().replaceAll("[^\\p{L} ]", " ").strip().split("\\s+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        String last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(Locale.GERMAN);
    }

    /** The roles in words. */
    public String getRoleText() {
        return user.roles().stream().sorted().map(r -> Texts.get(language.getLocale(), r)).collect(Collectors.joining(", "));
    }

    public String getLanguage() {
        return language.getCode();
    }

    /** True if the user has that role somewhere; pages ask for permissions, the home page for the role. */
    public boolean has(String role) {
        return user.roles().contains(Role.valueOf(role));
    }

    /** True if the user has that permission anywhere: for links to pages that make something new. */
    public boolean may(String permission) {
        return guard.may(Permission.valueOf(permission));
    }

    private void add(String area, String href, Map<String, Long> waiting, Permission... anyOf) {
        boolean allowed = anyOf.length == 0;
        for (Permission permission : anyOf) {
            allowed |= guard.may(permission);
        }
        if (allowed) {
            entries.add(new ShellEntry(area, Texts.get(language.getLocale(), "shell.area." + area), href,
                    waiting.getOrDefault(area, 0L)));
        }
    }
}
