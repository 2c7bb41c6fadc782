package de.schulpakt.platform.web;

import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts for pages: {@code #{t['shell.search']}}, {@code #{t.of(state)}}, {@code #{t.f('pager.range', 1, 30)}}. */
@Named("t")
@RequestScoped
public class TextsBean extends AbstractMap<String, String> {
    @Inject
    Language language;

    @Override
    public String get(Object key) {
        return key == null ? "" : Texts.get(language.getLocale(), key.toString());
    }

    /** The text of an enum constant; empty for null. */
    public String of(Object constant) {
        return constant instanceof Enum<?> e ? Texts.get(language.getLocale(), e) : constant == null ? "" : get(constant);
    }

    /** The texts of enum constants with commas between them, each once. */
    public String all(Collection<?> constants) {
        return constants.stream().map(this::of).distinct().collect(Collectors.joining(", "));
    }

    /** What was done, for a timeline: buttons say "submit", the history says "submitted". */
    public String done(String action) {
        String key = action + ".done";
        return containsKey(key) ? get(key) : get(action);
    }

    /** A kept sentence, or what else has words, in the language of the page. */
    public String told(Worded words) {
        return words.told(language.getLocale());
    }

    /** A value in the language of the page: constants by their text, amounts and days as they are written. */
    public Object value(Object value) {
        return value instanceof BigDecimal number ? NumberFormat.getInstance(language.getLocale()).format(number)
                : Texts.readable(language.getLocale(), value);
    }

    /** A text with one value filled in. */
    public String f(String key, Object a) {
        return Texts.get(language.getLocale(), key, a);
    }

    /** A text with two values filled in. */
    public String f(String key, Object a, Object b) {
        return Texts.get(language.getLocale(), key, a, b);
    }

    /** A text with three values filled in. */
    public String f(String key, Object a, Object b, Object c) {
        return Texts.get(language.getLocale(), key, a, b, c);
    }

    /** A text with four values filled in. */
    public String f(String key, Object a, Object b, Object c, Object d) {
        return Texts.get(language.getLocale(), key, a, b, c, d);
    }

    /** A text with five values filled in. */
    public String f(String key, Object a, Object b, Object c, Object d, Object e) {
        return Texts.get(language.getLocale(), key, a, b, c, d, e);
    }

    /** A text with six values filled in. */
    public String f(String key, Object a, Object b, Object c, Object d, Object e, Object g) {
        return Texts.get(language.getLocale(), key, a, b, c, d, e, g);
    }

    @Override
    public boolean containsKey(Object key) {
        return key != null && Texts.has(language.getLocale(), key.toString());
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Texts.of(language.getLocale()).entrySet();
    }
}
