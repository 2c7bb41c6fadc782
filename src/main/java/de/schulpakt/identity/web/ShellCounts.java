package de.schulpakt.identity.web;

import java.util.Map;

/** Tells the rail how much waits in each area; the overview, which may see all modules, implements it. */
public interface ShellCounts {
    /** Number per area, e.g. requests to 7; areas where nothing waits may be absent. */
    Map<String, Long> waiting();
}
