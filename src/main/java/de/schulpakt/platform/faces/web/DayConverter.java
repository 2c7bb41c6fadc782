package de.schulpakt.platform.faces.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.DateTimeConverter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * Days as they are typed, in place of the standard converter: 23.11.26 is a day of this century (browsers send the year
 * 0026), and a day that the calendar does not have is an error, not the last of its month.
 */
public class DayConverter extends DateTimeConverter {
    private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int CENTURY = 2000;

    @Override
    public Object getAsObject(FacesContext context, UIComponent component, String value) {
        Object read = super.getAsObject(context, component, value);
        if (!(read instanceof LocalDate day) || !value.strip().matches("\\d{4}-\\d{2}-\\d{2}")) {
            return read;
        }
        if (!SENT.format(day).equals(value.strip())) {
            // as the standard one says it of what it cannot read
            return super.getAsObject(context, component, "-");
        }
        return day.getYear() < 100 ? ofThisCentury(day, value) : day;
    }

    private static LocalDate ofThisCentury(LocalDate day, String value) {
        try {
            return LocalDate.of(CENTURY + day.getYear(), day.getMonth(), day.getDayOfMonth());
        } catch (java.time.DateTimeException e) {
            throw new ConverterException(value, e);
        }
    }
}
