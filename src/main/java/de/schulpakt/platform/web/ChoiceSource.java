package de.schulpakt.platform.web;

import java.util.Locale;

/** What {@code k:choose} offers of a kind. A room brings it as a bean; who may choose what is asked by the room's own queries. */
public interface ChoiceSource {
    /** Rows that a picker shows at once. */
    int SHOWN = 100;

    /** Name by which pages ask for it. */
    String name();

    /** What fits, at most {@link #SHOWN} and what is chosen. */
    Choices find(Asked asked);

    /**
     * What is asked.
     *
     * @param within what the choice depends on, such as a school or a permission; null if on nothing
     * @param text   what was typed; null for all
     * @param chosen id of what is chosen, null for nothing
     */
    record Asked(String within, String text, String chosen, Locale locale) {
        /** Blank values are none. */
        public Asked {
            within = within == null || within.isBlank() ? null : within;
            text = text == null || text.isBlank() ? null : text.strip();
            chosen = chosen == null || chosen.isBlank() ? null : chosen;
        }

        /** The chosen id as a number, null if it is none. */
        public Long chosenId() {
            return number(chosen);
        }

        /** What the choice depends on as a number, null if it is none. */
        public Long withinId() {
            return number(within);
        }

        private static Long number(String text) {
            return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
        }
    }
}
