package de.schulpakt.procurement.einvoice;

import de.schulpakt.platform.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An element of an electronic invoice, whose descendants are found by a path of local names. */
final class Xml {
    private final Element element;

    private Xml(Element element) {
        this.element = element;
    }

    /**
     * The root of a document.
     *
     * @throws Refused {@code einvoice.doctype} for one with a document type, {@code einvoice.not_xml} for what is no XML
     */
    static Xml read(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return new Xml(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException e) {
            throw String.valueOf(e.getMessage()).contains("DOCTYPE") ? new Refused("einvoice.doctype") : new Refused("einvoice.not_xml");
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return element.getLocalName();
    }

    String namespace() {
        return String.valueOf(element.getNamespaceURI());
    }

    /** All elements at the end of a path. */
    List<Xml> all(String path) {
        List<Xml> found = List.of(this);
        for (String step : path.split("/")) {
            List<Xml> next = new ArrayList<>();
            for (Xml one : found) {
                for (Node child = one.element.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element inner && step.equals(inner.getLocalName())) {
                        next.add(new Xml(inner));
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The text of the first element at the end of one of these paths, null for none or an empty one. */
    String text(String... paths) {
        for (String path : paths) {
            for (Xml one : all(path)) {
                String text = one.element.getTextContent().strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** Its own text, null for an empty one. */
    String own() {
        String text = element.getTextContent().strip();
        return text.isEmpty() ? null : text;
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }

    /** The same, which must be there: {@code einvoice.missing} names the term. */
    String must(String term, String... paths) {
        String text = text(paths);
        if (text == null) {
            throw new Refused("einvoice.missing", term);
        }
        return text;
    }

    /** An amount in cents, 0 for none; {@code einvoice.amount} for what is none or has more decimals. */
    long cents(String term, String... paths) {
        String text = text(paths);
        return text == null ? 0 : cents(term, text);
    }

    long mustCents(String term, String... paths) {
        return cents(term, must(term, paths));
    }

    private static long cents(String term, String text) {
        try {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Refused("einvoice.amount", term, text);
        }
    }

    /** A rate in basis points, 0 for none. */
    int rate(String term, String... paths) {
        return Math.toIntExact(Math.max(0, Math.min(10_000, cents(term, paths))));
    }

    /** A number, null for none. */
    BigDecimal number(String term, String... paths) {
        String text = text(paths);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Refused("einvoice.amount", term, text);
        }
    }

    /** A day in either form, null for none; {@code einvoice.day} for what is none. */
    LocalDate day(String term, String... paths) {
        String text = text(paths);
        if (text == null) {
            return null;
        }
        try {
            return text.matches("\\d{8}") ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw new Refused("einvoice.day", term, text);
        }
    }

    LocalDate mustDay(String term, String... paths) {
        must(term, paths);
        return day(term, paths);
    }

    /** Says nothing: what is wrong is thrown. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // a warning changes nothing of what is read
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
