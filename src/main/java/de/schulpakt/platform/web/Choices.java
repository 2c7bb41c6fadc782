package de.schulpakt.platform.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What a picker offers.
 *
 * @param rows     the first that fit, and what is chosen already
 * @param total    how many fit in all
 * @param hint     what to do where there is nothing to choose, null if nothing can be said
 * @param hintHref page where it is done, null if there is none for who asks
 */
public record Choices(List<Choice> rows, long total, String hint, String hintHref) {
    /** Something to choose. */
    public record Choice(String id, String label) {
    }

    /** Choices of which nothing else is to be said. */
    public Choices(List<Choice> rows, long total) {
        this(rows, total, null, null);
    }

    /** True if more fit than are offered: what is missing is found by typing. */
    public boolean more() {
        return total > rows.size();
    }

    /** The same with what is chosen before all others, unless it is among them. */
    public Choices with(Choice chosen) {
        if (chosen == null || rows.stream().anyMatch(r -> r.id().equals(chosen.id()))) {
            return this;
        }
        List<Choice> all = new ArrayList<>(List.of(chosen));
        all.addAll(rows);
        return new Choices(all, Math.max(total, all.size()), hint, hintHref);
    }
}
