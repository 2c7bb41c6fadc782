package de.schulpakt.paper.label;

import java.util.List;

/**
 * What stands on a label.
 *
 * @param id    of the thing
 * @param no    its number or name, the largest line and the content of a Code 128
 * @param lines what else is said, the most important first; what has no room is left out
 * @param page  address of its page, from the root of the application
 */
public record Label(Long id, String no, List<String> lines, String page) {
    /** The lines in one. */
    public String said() {
        return String.join(" · ", lines);
    }
}
