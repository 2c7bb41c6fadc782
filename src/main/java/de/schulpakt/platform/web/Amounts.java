package de.schulpakt.platform.web;

import de.schulpakt.platform.text.Money;
import jakarta.faces.context.FacesContext;

/** Amounts that were typed into a page, in the language of the page. */
public final class Amounts {
    private Amounts() {
    }

    /**
     * The amount in cents, null for an empty text.
     *
     * @throws de.schulpakt.platform.Refused {@code money.unreadable} if it is no amount
     */
    public static Long cents(String text) {
        return text == null || text.isBlank() ? null
                : Long.valueOf(Money.parse(text, FacesContext.getCurrentInstance().getViewRoot().getLocale()).cents());
    }
}
