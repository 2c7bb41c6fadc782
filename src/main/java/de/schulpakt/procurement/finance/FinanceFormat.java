package de.schulpakt.procurement.finance;

import de.schulpakt.procurement.payment.PaymentSettings;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a finance system wants its files. */
@Embeddable
class FinanceFormat {
    @Column(name = "csv_columns")
    private String csvColumns;
    @Column(name = "csv_separator")
    private String csvSeparator;
    @Column(name = "csv_decimal")
    private String csvDecimal;
    @Column(name = "csv_days")
    private String csvDays;
    @Column(name = "csv_head")
    private boolean csvHead;

    protected FinanceFormat() {
    }

    FinanceFormat(FinanceQueries.Format format) {
        this.csvColumns = format.columns().stream().map(Enum::name).collect(Collectors.joining(","));
        this.csvSeparator = format.separator().name();
        this.csvDecimal = format.decimal().name();
        this.csvDays = format.days().name();
        this.csvHead = format.head();
    }

    FinanceQueries.Format read() {
        return new FinanceQueries.Format(columns(csvColumns), PaymentSettings.CsvSeparator.valueOf(csvSeparator), PaymentSettings.CsvDecimal.valueOf(csvDecimal),
                PaymentSettings.CsvDays.valueOf(csvDays), csvHead);
    }

    static List<FinanceColumn> columns(String kept) {
        return Arrays.stream(kept.split(",")).map(FinanceColumn::valueOf).toList();
    }
}
