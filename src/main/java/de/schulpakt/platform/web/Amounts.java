package de.schulpakt.platform.web;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Amounts that were typed into a page, in the language of the page. */
public final class Amounts {
    private static final int WHOLE_BP = 10_000;

    private Amounts() {
    }

    /**
     * The amount in cents, null for an empty text.
     *
     * @throws de.schulpakt.platform.Refused {@code money.unreadable} if it is no amount
     */
    public static Long cents(String text) {
        return text == null || text.isBlank() ? null
                : Long.valueOf(Money.parse(text, locale()).cents());
    }

    /** A part of an amount: a share, an amount, or the rest if neither is given. */
    public record Part(Long cents, Integer bp) {
    }

    /**
     * 30 % is a share, 294,00 an amount, nothing the rest. A share of more than all is one basis point too much, of less than nothing one
     * too little, for the use case to refuse.
     *
     * @throws de.schulpakt.platform.Refused {@code money.unreadable} if it is neither
     */
    public static Part part(String typed) {
        return typed == null || typed.isBlank() ? new Part(null, null) : part(typed, locale());
    }

    static Part part(String typed, Locale locale) {
        if (typed == null || typed.isBlank()) {
            return new Part(null, null);
        }
        if (!typed.strip().endsWith("%")) {
            return new Part(Money.parse(typed, locale).cents(), null);
        }
        String number = typed.replace("%", "");
        if (number.isBlank()) {
            throw new Refused("money.unreadable", typed.strip());
        }
        return new Part(null, (int) Math.max(-1, Math.min(WHOLE_BP + 1L, Money.parse(number, locale).cents())));
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
