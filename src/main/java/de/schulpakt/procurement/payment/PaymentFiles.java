package de.schulpakt.procurement.payment;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.list.ListFile;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.bank.Sepa;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The files of a payment list for the treasury: always the same for the same list. */
@ApplicationScoped
public class PaymentFiles {
    /** Name space of the file, and with it its version. */
    static final String PAIN = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int NAME = 70;
    private static final int ID = 35;

    @Inject
    PaymentQueries queries;

    /** A file, named and ready to be sent. */
    public record Made(String name, String mediaType, byte[] bytes) {
    }

    /** The list as pain.001; refuses as {@link PaymentQueries#released}. */
    public Made pain(long id) {
        PaymentQueries.View list = queries.released(id);
        return new Made(list.no() + ".xml", "application/xml", write(list));
    }

    /** The list as the table that the treasury of the authority asks for; refuses as {@link PaymentQueries#released}. */
    public Made table(long id) {
        PaymentQueries.View list = queries.released(id);
        return new Made(list.no() + ".csv", "text/csv;charset=UTF-8", table(list, queries.setting(list.authorityId())));
    }

    static byte[] write(PaymentQueries.View list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(PAIN);
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(PAIN);
            xml.writeStartElement("CstmrCdtTrfInitn");
            List<PaymentQueries.View.Transfer> transfers = list.transfers();
            String count = String.valueOf(transfers.size());
            xml.writeStartElement("GrpHdr");
            text(xml, "MsgId", id(list.no()));
            text(xml, "CreDtTm", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(list.releasedAt().truncatedTo(ChronoUnit.SECONDS).atZone(Clock.ZONE)));
            text(xml, "NbOfTxs", count);
            text(xml, "CtrlSum", euro(list.totalCents()));
            party(xml, "InitgPty", list.holder());
            xml.writeEndElement();
            xml.writeStartElement("PmtInf");
            text(xml, "PmtInfId", id(list.no()));
            text(xml, "PmtMtd", "TRF");
            text(xml, "NbOfTxs", count);
            text(xml, "CtrlSum", euro(list.totalCents()));
            nested(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
            nested(xml, list.payOn().toString(), "ReqdExctnDt", "Dt");
            party(xml, "Dbtr", list.holder());
            nested(xml, list.iban(), "DbtrAcct", "Id", "IBAN");
            if (list.bic() == null) {
                nested(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
            } else {
                nested(xml, list.bic(), "DbtrAgt", "FinInstnId", "BICFI");
            }
            text(xml, "ChrgBr", "SLEV");
            for (PaymentQueries.View.Transfer transfer : transfers) {
                transfer(xml, transfer);
            }
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void transfer(XMLStreamWriter xml, PaymentQueries.View.Transfer transfer) throws XMLStreamException {
        PaymentQueries.View.Item item = transfer.first();
        xml.writeStartElement("CdtTrfTxInf");
        nested(xml, id(transfer.reference()), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(euro(transfer.amountCents()));
        xml.writeEndElement();
        xml.writeEndElement();
        if (item.bic() != null) {
            nested(xml, item.bic(), "CdtrAgt", "FinInstnId", "BICFI");
        }
        party(xml, "Cdtr", item.holder());
        nested(xml, item.iban(), "CdtrAcct", "Id", "IBAN");
        nested(xml, item.purpose(), "RmtInf", "Ustrd");
        xml.writeEndElement();
    }

    private static void party(XMLStreamWriter xml, String element, String name) throws XMLStreamException {
        nested(xml, Sepa.text(name, NAME), element, "Nm");
    }

    private static void text(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static void nested(XMLStreamWriter xml, String value, String... elements) throws XMLStreamException {
        for (String element : elements) {
            xml.writeStartElement(element);
        }
        xml.writeCharacters(value);
        for (int i = 0; i < elements.length; i++) {
            xml.writeEndElement();
        }
    }

    private static String id(String text) {
        return Sepa.text(text, ID);
    }

    private static String euro(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static byte[] table(PaymentQueries.View list, PaymentQueries.Setting format) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(format.separator().sign()).build(out)) {
            if (format.head()) {
                csv.writeRecord(format.columns().stream().map(c -> Texts.get(Locale.GERMAN, c)).toList());
            }
            list.transfers().forEach(transfer -> csv.writeRecord(format.columns().stream().map(c -> cell(c, list, transfer, format)).toList()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(PaymentColumn column, PaymentQueries.View list, PaymentQueries.View.Transfer transfer, PaymentQueries.Setting format) {
        PaymentQueries.View.Item item = transfer.first();
        return switch (column) {
            case LIST -> list.no();
            case REFERENCE -> transfer.reference();
            case HOLDER -> ListFile.unharmed(item.holder());
            case IBAN -> item.iban();
            case BIC -> item.bic() == null ? "" : item.bic();
            case AMOUNT -> amount(transfer.amountCents(), format);
            case CURRENCY -> "EUR";
            case PURPOSE -> ListFile.unharmed(item.purpose());
            case PAY_ON -> day(list.payOn(), format);
            case INVOICE -> ListFile.unharmed(transfer.invoices());
            case INVOICED_ON -> day(item.invoicedOn(), format);
            case DUE_ON -> day(transfer.dueOn(), format);
            case DISCOUNT -> amount(transfer.discountCents(), format);
        };
    }

    private static String amount(long cents, PaymentQueries.Setting format) {
        return switch (format.decimal()) {
            case COMMA -> euro(cents).replace('.', ',');
            case POINT -> euro(cents);
            case CENTS -> String.valueOf(cents);
        };
    }

    private static String day(LocalDate day, PaymentQueries.Setting format) {
        return day == null ? "" : DateTimeFormatter.ofPattern(format.days().pattern(), Locale.ROOT).format(day);
    }
}
