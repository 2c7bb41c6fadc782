package de.schulpakt.install.kind;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Frozen;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A result that a kind asks for.
 *
 * @param nameEn    the name in English
 * @param needed    the work does not end without it; null for yes
 * @param unit      of a number, e.g. {@code Mbit/s}; null for none
 * @param least     smallest number that makes sense, null for any
 * @param most      largest number that makes sense, null for any
 * @param choicesDe the words of a choice, at least two
 * @param choicesEn the same words in English
 */
public record KindResult(@NotBlank @Size(max = 80) String nameDe, @NotBlank @Size(max = 80) String nameEn, @NotNull ResultType type, Boolean needed, @Size(max = 20) String unit,
        @Digits(integer = 9, fraction = 3) BigDecimal least, @Digits(integer = 9, fraction = 3) BigDecimal most,
        @Size(max = 20) List<@NotBlank @Size(max = 80) String> choicesDe, @Size(max = 20) List<@NotBlank @Size(max = 80) String> choicesEn) {
    /** 1.000 is a thousand to who types it, and would be one: three digits follow a comma only. */
    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d{1,9}(?:,\\d{1,3}|\\.\\d{1,2})?");
    private static final Set<String> YES = Set.of("true", "ja", "yes");
    private static final Set<String> NO = Set.of("false", "nein", "no");

    /** Both names, or the one that they share, for who reads a refusal. */
    public String names() {
        return nameDe.equals(nameEn) ? nameDe : nameDe + " / " + nameEn;
    }

    /** The name in a language; what is not English is German. */
    public String name(String language) {
        return "en".equals(language) ? nameEn : nameDe;
    }

    /** The words of a choice in a language. */
    public List<String> choices(String language) {
        List<String> found = "en".equals(language) ? choicesEn : choicesDe;
        return found == null ? List.of() : found;
    }

    /** A given choice in a language. */
    public String choice(String value, String language) {
        int place = choices("de").indexOf(value);
        return place < 0 ? value : choices(language).get(place);
    }

    /**
     * What was typed, as it is kept: a number with a dot, {@code true} or {@code false}, a choice in German, all else as it was typed.
     *
     * @throws Refused {@code result.number}, {@code result.least}, {@code result.most}, {@code result.yes_no}, {@code result.choice}
     */
    public String value(String typed) {
        String text = typed.strip();
        return switch (type) {
            case TEXT, MEASUREMENT, PHOTO -> text;
            case NUMBER -> number(text);
            case YES_NO -> yesNo(text.toLowerCase(Locale.ROOT));
            case CHOICE -> chosen(text);
        };
    }

    private String number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Refused("result.number", names(), text);
        }
        BigDecimal number = new BigDecimal(text.replace('\u2212', '-').replace(',', '.'));
        if (least != null && number.compareTo(least) < 0) {
            throw new Refused("result.least", names(), text, least.toPlainString().replace('.', ','));
        }
        if (most != null && number.compareTo(most) > 0) {
            throw new Refused("result.most", names(), text, most.toPlainString().replace('.', ','));
        }
        return number.toPlainString();
    }

    private String yesNo(String text) {
        if (YES.contains(text)) {
            return "true";
        }
        if (NO.contains(text)) {
            return "false";
        }
        throw new Refused("result.yes_no", names(), text);
    }

    private String chosen(String text) {
        int place = choices("de").indexOf(text) >= 0 ? choices("de").indexOf(text) : choices("en").indexOf(text);
        if (place < 0) {
            throw new Refused("result.choice", names(), text, String.join(", ", choices("de")));
        }
        return choices("de").get(place);
    }

    /**
     * The same without what its type has not.
     *
     * @throws Refused {@code kind.result_limits} if the smallest number is above the largest; {@code kind.result_choices} if there are fewer than two words,
     *                 not as many in both languages, or one of them twice
     */
    KindResult checked() {
        boolean number = type == ResultType.NUMBER;
        boolean choice = type == ResultType.CHOICE;
        if (number && least != null && most != null && least.compareTo(most) > 0) {
            throw new Refused("kind.result_limits", nameDe);
        }
        List<String> de = choice ? strip(choicesDe) : null;
        List<String> en = choice ? strip(choicesEn) : null;
        if (choice && (de.size() < 2 || de.size() != en.size() || Set.copyOf(de).size() != de.size() || Set.copyOf(en).size() != en.size())) {
            throw new Refused("kind.result_choices", nameDe);
        }
        return new KindResult(nameDe.strip(), nameEn.strip(), type, !Boolean.FALSE.equals(needed), number && unit != null && !unit.isBlank() ? unit.strip() : null,
                number ? least : null, number ? most : null, de, en);
    }

    private static List<String> strip(List<String> words) {
        return words == null ? List.of() : words.stream().map(String::strip).toList();
    }

    /** As a revision keeps them; null for none. */
    static String kept(List<KindResult> results) {
        return results.isEmpty() ? null : Frozen.of(results).json();
    }

    /** From what a revision keeps. */
    public static List<KindResult> of(String kept) {
        return kept == null ? List.of() : List.of(new Frozen(kept, null).content(KindResult[].class));
    }
}
