package de.schulpakt.platform.list;

/**
 * A column of a list.
 *
 * @param name     component of the row, and alias of the column
 * @param text     key of its head
 * @param path     JPQL, null for what is drawn from other components
 * @param sort     name by which the list is sorted after it, null if it is not
 * @param by       JPQL of what it is sorted after
 * @param shown    who sees it: it cannot be hidden, is there unless hidden, or comes when it is asked for
 * @param exported true if it stands in the file too
 * @param link     page that the cell leads to, with {@code {name}} for components of the row; null for none
 * @param none     key of the text for an empty cell, null for nothing
 */
public record Column(String name, String text, Kind kind, String path, String sort, String by, Shown shown, boolean exported, String link,
        String none) {
    /** Whether a column is there. */
    public enum Shown {
        /** Always: it names the row. */
        ALWAYS,
        /** Unless somebody chooses other columns. */
        USUALLY,
        /** When somebody chooses it. */
        ASKED,
        /** In the file only. */
        FILE
    }

    /** What a column holds: how it is shown, aligned and exported. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** The key of a text and what fills its places, one a line: read as that sentence. */
        TOLD,
        /** A whole number. */
        NUMBER,
        /** A calendar year: 2026, never 2.026. */
        YEAR,
        /** An amount in cents. */
        MONEY,
        /** A day. */
        DAY,
        /** A moment, shown in Berlin time. */
        INSTANT,
        /** A constant of an enum, by its text. */
        NAME,
        /** A constant that says how something stands, with the tone of its state. */
        STATE,
        /** Yes or no. */
        FLAG,
        /** How an allotted amount is used: drawn from the components {@code allottedCents} and those of what is used of it. */
        BAR;

        /** True for what stands to the right. */
        public boolean number() {
            return this == NUMBER || this == YEAR || this == MONEY;
        }
    }

    Column sorted(String as, String jpql) {
        return new Column(name, text, kind, path, as, jpql, shown, exported, link, none);
    }

    Column shown(Shown other) {
        return new Column(name, text, kind, path, sort, by, other, exported, link, none);
    }

    Column linked(String to) {
        return new Column(name, text, kind, path, sort, by, shown, exported, to, none);
    }

    Column none(String key) {
        return new Column(name, text, kind, path, sort, by, shown, exported, link, key);
    }

    Column pageOnly() {
        return new Column(name, text, kind, path, sort, by, shown, false, link, none);
    }
}
