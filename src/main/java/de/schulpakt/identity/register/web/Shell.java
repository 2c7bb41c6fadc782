package de.schulpakt.identity.register.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.Agents;
import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.platform.Registered;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    WaitingQueries counts;
    @Inject
    Registered registered;
    private final List<ShellEntry> entries = new ArrayList<>();
    private long notices;
    private long administration;
    private long answers;

    @PostConstruct
    void fill() {
        if (!user.signedIn()) {
            return;
        }
        Map<String, Long> waiting = counts.waiting();
        notices = waiting.getOrDefault("notices", 0L);
        administration = waiting.getOrDefault("admin", 0L);
        answers = waiting.getOrDefault("answers", 0L);
        registered.of(NavEntry.class).stream().filter(e -> mayAny(e.anyOf())).sorted(Comparator.comparing(NavEntry::place))
                .forEach(e -> entries.add(new ShellEntry(e.area(), Texts.get(language.getLocale(), "shell.area." + e.area()), e.href(),
                        waiting.getOrDefault(e.area(), 0L) + (e.area().equals("admin") ? answers : 0))));
    }

    /** The areas of the rail. */
    public List<ShellEntry> getEntries() {
        return entries;
    }

    /** How many notices the person has not read. */
    public long getNotices() {
        return notices;
    }

    /** How many roles and deputies wait for the person's word. */
    public long getToConfirm() {
        return administration;
    }

    /** How many answers by mail nobody has assigned yet. */
    public long getAnswers() {
        return answers;
    }

    public boolean isLoggedIn() {
        return user.signedIn();
    }

    /** Whose page this is, null without a session. */
    public Long getPerson() {
        return user.id();
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

    /** The theme that the account chose, null for none. */
    public String getTheme() {
        return user.theme();
    }

    /** The session of this page. */
    public Long getSession() {
        return user.session();
    }

    /** The browser in words, from what it calls itself. */
    public String browser(String agent) {
        String words = Agents.name(agent);
        return words.isEmpty() ? Texts.get(language.getLocale(), "account.unknown_browser") : words;
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

    /** True if the person has the permission for this school: for a way to a page that asks so. */
    public boolean mayAt(String permission, Long school) {
        return guard.may(Permission.valueOf(permission), school);
    }

    /** The cards of the administration that the person may use. */
    public List<AdminEntry> getAdministration() {
        return registered.of(AdminEntry.class).stream().filter(c -> c.permission() == null || guard.may(c.permission()))
                .sorted(Comparator.comparing(AdminEntry::place)).toList();
    }

    private boolean mayAny(Set<Permission> anyOf) {
        return anyOf.isEmpty() || anyOf.stream().anyMatch(guard::may);
    }
}
