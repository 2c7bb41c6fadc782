package de.schulpakt.overview.home.web;

import de.schulpakt.identity.web.ShellCounts;
import de.schulpakt.overview.home.WaitingQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Tells the rail how much waits in each area. */
@ApplicationScoped
public class RailCounts implements ShellCounts {
    @Inject
    WaitingQueries queries;

    @Override
    public Map<String, Long> waiting() {
        return queries.waiting();
    }
}
