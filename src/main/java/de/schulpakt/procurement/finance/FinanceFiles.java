package de.schulpakt.procurement.finance;

import de.schulpakt.platform.list.ListFile;
import de.schulpakt.platform.text.Texts;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The file of a run for the finance system: always the same for the same run. */
@ApplicationScoped
public class FinanceFiles {
    @Inject
    FinanceQueries queries;

    /** A file, named and ready to be sent. */
    public record Made(String name, byte[] bytes) {
    }

    /** The run as the table that the finance system of the authority reads; refuses as {@link FinanceQueries#whole}. */
    public Made table(long id) {
        FinanceQueries.View run = queries.whole(id);
        return new Made(run.no() + ".csv", write(run.no(), run.format(), run.lines()).getBytes(StandardCharsets.UTF_8));
    }

    /** The same, of lines that somebody has made. */
    public static String write(String no, FinanceQueries.Format format, List<FinanceQueries.Line> lines) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(format.separator().sign()).build(out)) {
            if (format.head()) {
                csv.writeRecord(format.columns().stream().map(c -> Texts.get(Locale.GERMAN, c)).toList());
            }
            lines.forEach(line -> csv.writeRecord(format.columns().stream().map(c -> cell(c, no, line, format)).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String cell(FinanceColumn column, String no, FinanceQueries.Line line, FinanceQueries.Format format) {
        return switch (column) {
            case RUN -> no;
            case REFERENCE -> line.reference();
            case POSTED_ON -> day(line.postedOn(), format);
            case ACCOUNT -> text(line.account());
            case COST_CENTRE -> text(line.costCentre());
            case SPECIAL_ITEM -> text(line.specialItemNo());
            case AMOUNT -> amount(line.amountCents(), format);
            case ABSOLUTE -> amount(Math.abs(line.amountCents()), format);
            case SIDE -> line.amountCents() < 0 ? "H" : "S";
            case CURRENCY -> "EUR";
            case WORDS -> text(line.words());
        };
    }

    private static String text(String text) {
        return text == null ? "" : ListFile.unharmed(text);
    }

    private static String amount(long cents, FinanceQueries.Format format) {
        String euros = BigDecimal.valueOf(cents, 2).toPlainString();
        return switch (format.decimal()) {
            case COMMA -> euros.replace('.', ',');
            case POINT -> euros;
            case CENTS -> String.valueOf(cents);
        };
    }

    private static String day(LocalDate day, FinanceQueries.Format format) {
        return DateTimeFormatter.ofPattern(format.days().pattern(), Locale.ROOT).format(day);
    }
}
