package de.schulpakt.platform.faces.web;

import de.schulpakt.platform.text.NumberText;
import de.schulpakt.platform.text.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/** What people type into a number field, by the rule of {@link NumberText}; the converters of the types are its subclasses. */
abstract class NumberConverter<N extends Number> implements Converter<N> {
    private final String message;

    NumberConverter(String message) {
        this.message = message;
    }

    /** The number as the field's type; empty if the field cannot hold it. */
    abstract Optional<N> fit(String text, Locale locale);

    @Override
    public N getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Locale locale = context.getViewRoot().getLocale();
        return fit(value, locale).orElseThrow(() -> {
            String text = Texts.get(locale, message, value.strip());
            return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        });
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, N value) {
        if (value == null) {
            return "";
        }
        String digits = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return digits.replace('.', DecimalFormatSymbols.getInstance(context.getViewRoot().getLocale()).getDecimalSeparator());
    }

    /** Whole numbers of a count; thousands may be grouped as the language does, and 30,000 is no thirty in German. */
    public static final class Whole extends NumberConverter<Integer> {
        /** For Faces. */
        public Whole() {
            super("number.whole");
        }

        @Override
        Optional<Integer> fit(String text, Locale locale) {
            return NumberText.read(text, locale).filter(n -> n.scale() <= 0)
                    .filter(n -> n.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0).map(BigDecimal::intValueExact);
        }
    }

    /** Measures and coordinates; comma and point are both the decimal sign. */
    public static final class Decimal extends NumberConverter<BigDecimal> {
        /** For Faces. */
        public Decimal() {
            super("number.decimal");
        }

        @Override
        Optional<BigDecimal> fit(String text, Locale locale) {
            return NumberText.measure(text);
        }
    }
}
