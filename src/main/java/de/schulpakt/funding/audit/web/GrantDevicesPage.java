package de.schulpakt.funding.audit.web;

import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The devices that budgets have paid: what the address narrows them down to. */
@Named
@RequestScoped
public class GrantDevicesPage {
    /** From the widest to the narrowest. */
    private static final List<String> NARROW = List.of("application", "budget", "school", "invoice", "drawdown", "line");
    @Inject
    Here here;

    /** Parameters that a search keeps. */
    public List<String> getKept() {
        return NARROW.stream().filter(name -> !here.param(name).isEmpty()).toList();
    }

    /** The narrowest of them; {@code all} if there is none. */
    public String getBy() {
        List<String> kept = getKept();
        return kept.isEmpty() ? "all" : kept.get(kept.size() - 1);
    }
}
