package de.schulpakt.notice.hook.web;

import de.schulpakt.notice.hook.HookQueries;
import de.schulpakt.notice.hook.Hooks;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All hooks, and one of them: what it is, its messages, a new one. */
@Named
@ViewScoped
public class HooksPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient HookQueries queries;
    @Inject
    transient Hooks hooks;
    @Inject
    transient Act act;
    private Long id;
    private transient HookQueries.View view;
    private transient List<HookQueries.Row> rows;
    private transient List<String> kinds;
    private transient List<HookQueries.Place> authorities;
    private final Map<String, Boolean> wanted = new HashMap<>();
    private String name;
    private String url;
    private String authority;
    private boolean active = true;
    private Integer version;
    private String made;

    /** Reads all of them. */
    public void load() {
        act.show(this::getRows);
    }

    /** Reads the one that the URL names. */
    public void loadOne() {
        act.show(() -> {
            HookQueries.Row hook = getView().hook();
            name = hook.name();
            url = hook.url();
            authority = hook.authorityId() == null ? null : String.valueOf(hook.authorityId());
            active = hook.active();
            version = hook.version();
            List.of(hook.kinds().split(",")).forEach(kind -> wanted.put(kind, true));
        });
    }

    /** Makes a new one and shows its secret this once. */
    public void create() {
        act.run(() -> {
            made = hooks.create(command(null)).secret();
            name = null;
            url = null;
            wanted.clear();
        }, null, null);
        rows = null;
    }

    /** Keeps what it is to be. */
    public String change() {
        return act.run(() -> hooks.change(id, command(getView().hook().schoolId())), "hook.changed", self());
    }

    /** Makes another secret and shows it this once. */
    public void renew() {
        act.run(() -> made = hooks.renew(id).secret(), null, null);
        view = null;
    }

    /** Removes it. */
    public String remove() {
        return act.run(() -> hooks.remove(id, new Hooks.Remove(version)), "hook.removed", "hooks?faces-redirect=true");
    }

    /** Sends a message to try it out. */
    public String test() {
        return act.run(() -> hooks.test(id), "hook.tested", self());
    }

    /** Sends a message once more. */
    public String again(Long delivery) {
        return act.run(() -> hooks.sendAgain(id, delivery), "hook.tested", self());
    }

    private String self() {
        return "hook?faces-redirect=true&id=" + id;
    }

    private Hooks.Describe command(Long school) {
        List<String> chosen = getKinds().stream().filter(kind -> Boolean.TRUE.equals(wanted.get(kind))).toList();
        return new Hooks.Describe(version, name, url, chosen, school, Params.number(authority), active);
    }

    public HookQueries.View getView() {
        if (view == null) {
            view = queries.view(id == null ? -1 : id);
        }
        return view;
    }

    public List<HookQueries.Row> getRows() {
        if (rows == null) {
            rows = queries.list();
        }
        return rows;
    }

    public List<String> getKinds() {
        if (kinds == null) {
            kinds = queries.kinds();
        }
        return kinds;
    }

    public List<HookQueries.Place> getAuthorities() {
        if (authorities == null) {
            authorities = queries.authorities();
        }
        return authorities;
    }

    public Map<String, Boolean> getWanted() {
        return wanted;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    /** The secret just made, else null. */
    public String getMade() {
        return made;
    }
}
