package de.schulpakt.overview.textblock;

import de.schulpakt.overview.textblock.TextBlockQueries.Block;
import de.schulpakt.overview.textblock.TextBlockQueries.Figure;
import de.schulpakt.overview.textblock.TextBlockQueries.Gap;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A paragraph while it is written, in one language: sentences, the figures in them, and what is not recorded. */
final class Paragraph {
    private final String key;
    private final String title;
    private final String between;
    private final Locale locale;
    private final List<String> sentences = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** One whose sentences stand each in a line, or run on where {@code between} is a space. */
    Paragraph(String key, String title, String between, Locale locale) {
        this.key = key;
        this.title = title;
        this.between = between;
        this.locale = locale;
    }

    /** Adds a sentence. */
    void say(String text, Object... values) {
        sentences.add(Sentence.of(text, values).told(locale));
    }

    /** Adds a figure: a number, an amount, a day or words; its page is null where the asker may open none. */
    void figure(String href, Object value, String label, Object... values) {
        figures.add(new Figure(Sentence.of(label, values).told(locale), value instanceof Number number ? NumberFormat.getIntegerInstance(locale).format(number)
                : String.valueOf(Texts.readable(locale, value)), href));
    }

    /** Adds what is not recorded, with the page where it can be. */
    void gap(String href, String text, Object... values) {
        gaps.add(new Gap(Sentence.of(text, values).told(locale), href));
    }

    /** True if no record says anything. */
    boolean empty() {
        return sentences.isEmpty();
    }

    /** The paragraph as it is read. */
    Block block() {
        return new Block(key, title, String.join(between, sentences), List.copyOf(figures), List.copyOf(gaps));
    }

    /** What is not recorded where nothing is, with the title of what was left out. */
    List<Gap> missing() {
        return gaps.stream().map(g -> new Gap(title + ": " + g.what(), g.href())).toList();
    }
}
