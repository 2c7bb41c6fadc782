package de.schulpakt.procurement.payment;

import de.schulpakt.platform.Refused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A statement of the bank (camt.053) or its notice of debits (camt.054) as a table of what left the account: reference, invoice, day, amount, account
 * of the payee, and why it came back if it did. The day is that of the booking, else that of the value; an amount that is not said in euros stays empty.
 * A batch of which the bank says no parts is one line with the number of its list, also when it comes back. What came in otherwise, is only announced or names none of our lists is
 * left out: such a file tells of all that an account did.
 * Document types and entities are refused.
 */
final class Camt {
    /** Reference of an item or of a list: number of the list, and of the line. */
    private static final Pattern OURS = Pattern.compile("(?i)Z-\\d{4}-\\d{4,}(-\\d+)?");
    private static final String EURO = "EUR";
    /** Came back, and the bank does not say why. */
    private static final String RETURNED = "OTHER";
    private static final int DEEP = 60;

    /** A payment of an entry. */
    private static final class Payment {
        private String reference;
        private String invoice;
        private String amount;
        private String currency;
        private String instructed;
        private String iban;
        private String back;
        private String words;
    }

    /** An entry of the account, with its payments. */
    private static final class Entry {
        private final List<Payment> payments = new ArrayList<>();
        private String amount;
        private String currency;
        private String day;
        private String valued;
        private String batch;
        private boolean debit;
        private boolean booked;
        private boolean returned;
    }

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder table = new StringBuilder("EndToEndId;Rechnungsnummer;Buchungstag;Betrag;IBAN;Rückgabe\n");
    private Entry entry;
    private Payment payment;
    private String text = "";
    private String currency;

    private Camt(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** True for what begins as an XML document; a table does not. */
    static boolean looks(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1).replace("\u00ef\u00bb\u00bf", "").stripLeading();
        return start.startsWith("<?xml") || start.startsWith("<Document") || start.startsWith("<!DOCTYPE");
    }

    /**
     * The table.
     *
     * @throws Refused {@code camt.doctype} for a document type, {@code camt.not} for what is no statement or notice, {@code camt.nothing} if it names
     *                 none of our lists
     */
    static byte[] table(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Camt(factory.createXMLStreamReader(new ByteArrayInputStream(bytes))).read();
        } catch (XMLStreamException e) {
            throw new Refused("camt.not");
        }
    }

    private byte[] read() throws XMLStreamException {
        boolean statement = false;
        int found = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused("camt.doctype");
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(xml.getLocalName());
                    if (path.size() > DEEP) {
                        throw new Refused("camt.not");
                    }
                    text = "";
                    statement |= path.size() == 2 && List.of("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn").contains(path.peek());
                    begin(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS -> text = xml.getText().strip();
                case XMLStreamConstants.END_ELEMENT -> {
                    if ("Ntry".equals(path.peek()) && entry != null) {
                        found += rows(entry);
                        entry = null;
                    } else if (entry != null) {
                        end(path.peek());
                    }
                    path.pop();
                    text = "";
                }
                default -> {
                    // comments and blanks say nothing
                }
            }
        }
        if (!statement) {
            throw new Refused("camt.not");
        }
        if (found == 0) {
            throw new Refused("camt.nothing");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void begin(String name) {
        if ("Ntry".equals(name)) {
            entry = new Entry();
            payment = null;
        } else if (entry != null && "TxDtls".equals(name)) {
            payment = new Payment();
            entry.payments.add(payment);
        }
        if (entry != null && "Amt".equals(name)) {
            currency = xml.getAttributeValue(null, "Ccy");
        }
    }

    private void end(String name) {
        switch (name) {
            case "Amt" -> {
                if (parent("Ntry")) {
                    entry.amount = text;
                    entry.currency = currency;
                } else if (payment != null && (parent("TxDtls") || parent("TxAmt") && payment.amount == null)) {
                    payment.amount = text;
                    payment.currency = currency;
                } else if (payment != null && parent("InstdAmt") && EURO.equals(currency)) {
                    payment.instructed = text;
                }
            }
            case "CdtDbtInd" -> entry.debit = parent("Ntry") ? "DBIT".equals(text) : entry.debit;
            case "RvslInd" -> entry.returned |= "true".equals(text);
            case "Sts" -> entry.booked |= parent("Ntry") && "BOOK".equals(text);
            case "Cd" -> {
                entry.booked |= parent("Sts") && "BOOK".equals(text);
                if (payment != null && parent("Rsn") && path.contains("RtrInf")) {
                    payment.back = text;
                }
            }
            case "Dt", "DtTm" -> {
                String day = text.length() >= "2026-01-01".length() ? text.substring(0, "2026-01-01".length()) : null;
                entry.day = parent("BookgDt") ? day : entry.day;
                entry.valued = parent("ValDt") ? day : entry.valued;
            }
            case "PmtInfId" -> entry.batch = text;
            case "MsgId" -> entry.batch = entry.batch == null && parent("Btch") ? text : entry.batch;
            default -> detail(name);
        }
    }

    private void detail(String name) {
        if (payment == null) {
            return;
        }
        switch (name) {
            case "EndToEndId" -> payment.reference = text;
            case "Nb" -> payment.invoice = parent("RfrdDocInf") ? text : payment.invoice;
            case "IBAN" -> payment.iban = path.contains("CdtrAcct") ? text : payment.iban;
            case "Ustrd" -> payment.words = payment.words == null ? text : payment.words + " " + text;
            case "RtrInf" -> payment.back = payment.back == null ? RETURNED : payment.back;
            default -> {
                // nothing that is asked for
            }
        }
    }

    /** True if the element that ends or begins stands directly in one of that name. */
    private boolean parent(String name) {
        return name.equals(path.stream().skip(1).findFirst().orElse(null));
    }

    private int rows(Entry of) {
        if (!of.booked) {
            return 0;
        }
        if (of.payments.isEmpty()) {
            of.payments.add(new Payment());
        }
        boolean back = of.returned || of.payments.stream().anyMatch(p -> p.back != null);
        if (of.debit == back) {
            // came in, and is no return; or takes back what had come in
            return 0;
        }
        boolean batch = of.batch != null && OURS.matcher(of.batch).matches();
        if (batch && of.payments.stream().noneMatch(p -> ours(p.reference) || back && named(p.words) != null)) {
            Payment whole = new Payment();
            whole.back = of.payments.stream().map(p -> p.back).filter(Objects::nonNull).findFirst().orElse(null);
            of.payments.clear();
            of.payments.add(whole);
        }
        int found = 0;
        for (Payment one : of.payments) {
            String named = back ? named(one.words) : null;
            String reference = ours(one.reference) ? one.reference : named == null ? of.batch : named;
            if (ours(reference)) {
                table.append(cell(reference)).append(';').append(cell(one.invoice)).append(';').append(cell(of.day == null ? of.valued : of.day)).append(';')
                        .append(cell(amount(of, one))).append(';').append(cell(one.iban)).append(';')
                        .append(cell(!back ? null : one.back == null ? RETURNED : one.back)).append('\n');
                found++;
            }
        }
        return found;
    }

    private static boolean ours(String reference) {
        return reference != null && OURS.matcher(reference).matches();
    }

    /** One of our references in the words of a return, null if there is none. */
    private static String named(String words) {
        Matcher found = OURS.matcher(words == null ? "" : words);
        return found.find() ? found.group() : null;
    }

    /** What left the account in euros; null if that is not said, which the import names as wrong. */
    private static String amount(Entry of, Payment one) {
        String amount = one.amount;
        String currency = one.currency;
        if (amount == null && of.payments.size() == 1) {
            amount = of.amount;
            currency = of.currency;
        }
        if (amount == null) {
            return one.instructed;
        }
        return currency == null || EURO.equals(currency) ? amount : null;
    }

    private static String cell(String value) {
        return value == null ? "" : '"' + value.replace("\"", "\"\"").replaceAll("[\\r\\n]+", " ") + '"';
    }
}
