package de.schulpakt.platform.web;

import de.schulpakt.platform.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;

/** What was typed into the fields of a page, by the name of the field, until a use case takes it. */
public class Form extends HashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    /** The text of a field, null if empty. */
    public String text(String field) {
        Object value = get(field);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** The number of a field, null if empty; refuses with {@code number.whole} what is none. */
    public Long number(String field) {
        String text = text(field);
        if (text != null && !text.strip().matches("-?\\d{1,18}")) {
            throw new Refused("number.whole", text.strip());
        }
        return text == null ? null : Long.valueOf(text.strip());
    }

    /** The count or the year of a field, null if empty; refuses with {@code number.whole} what is none or has too many digits. */
    public Integer whole(String field) {
        Long number = number(field);
        if (number != null && number.intValue() != number) {
            throw new Refused("number.whole", number);
        }
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    /** The amount of a field in cents, null if empty; refuses with {@code money.unreadable} what is none. */
    public Long cents(String field) {
        String text = text(field);
        return Amounts.cents(text);
    }

    /** The number with decimals of a field, null if empty; refuses with {@code number.decimal} what is none. */
    public BigDecimal decimal(String field) {
        String text = text(field);
        if (text != null && !text.strip().matches("\\d{1,9}(?:[.,]\\d{1,4})?")) {
            throw new Refused("number.decimal", text.strip());
        }
        return text == null ? null : new BigDecimal(text.strip().replace(',', '.'));
    }

    /** The day of a field, null if empty. */
    public LocalDate day(String field) {
        return (LocalDate) get(field);
    }

    /** The choice of a field, null if none. */
    public <E extends Enum<E>> E choice(Class<E> type, String field) {
        String text = text(field);
        return text == null ? null : Enum.valueOf(type, text);
    }

    /** True if the box of a field is ticked. */
    public boolean ticked(String field) {
        return "true".equals(text(field));
    }
}
