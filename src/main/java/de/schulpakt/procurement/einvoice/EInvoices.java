package de.schulpakt.procurement.einvoice;

import de.schulpakt.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the file of an electronic invoice, whichever of the known forms it has. */
public final class EInvoices {
    /** Codes of kinds that give money back. */
    static final Set<String> CREDITS = Set.of("381", "396", "532");
    /** Bytes of a file that is read. */
    public static final int MOST = 20_000_000;
    private static final int MOST_XML = 5_000_000;

    private EInvoices() {
    }

    /**
     * Reads it.
     *
     * @throws Refused {@code einvoice.too_large}, {@code einvoice.not_xml}, {@code einvoice.doctype}, {@code einvoice.unknown_kind},
     *                 {@code einvoice.pdf_without} for a PDF that carries no invoice, {@code einvoice.currency}, {@code einvoice.missing},
     *                 {@code einvoice.amount}, {@code einvoice.day}
     */
    public static EInvoice read(byte[] file) {
        if (file.length > MOST) {
            throw new Refused("einvoice.too_large", MOST / 1_000_000);
        }
        byte[] xml = pdf(file) ? CarriedXml.of(file) : file;
        if (xml.length > MOST_XML) {
            throw new Refused("einvoice.too_large", MOST_XML / 1_000_000);
        }
        Xml doc = Xml.read(xml);
        EInvoice read = switch (doc.name() + " " + doc.namespace()) {
            case "Invoice urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
                 "CreditNote urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" -> Ubl.read(euro(doc, doc.text("DocumentCurrencyCode")));
            case "CrossIndustryInvoice urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" -> Cii.read(euro(doc,
                    doc.text("SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceCurrencyCode")));
            default -> throw new Refused("einvoice.unknown_kind", doc.name());
        };
        if (read.lines().isEmpty()) {
            throw new Refused("einvoice.missing", "BG-25");
        }
        return merged(read);
    }

    private static Xml euro(Xml doc, String currency) {
        if (currency != null && !"EUR".equals(currency)) {
            throw new Refused("einvoice.currency", currency);
        }
        return doc;
    }

    private static boolean pdf(byte[] file) {
        return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
    }

    /** Two categories may have the same rate: they are one for us. */
    private static EInvoice merged(EInvoice e) {
        Map<Integer, EInvoice.Vat> rates = new TreeMap<>();
        e.vat().forEach(v -> rates.merge(v.vatBp(), v, (a, b) -> new EInvoice.Vat(a.vatBp(), a.netCents() + b.netCents(), a.vatCents() + b.vatCents())));
        List<EInvoice.Vat> vat = new ArrayList<>(rates.values());
        return new EInvoice(e.credit(), e.type(), e.no(), e.issuedOn(), e.dueOn(), e.suppliedOn(), e.buyerReference(), e.orderNo(), e.salesOrderNo(),
                e.contractNo(), e.despatchNo(), e.seller(), e.sellerVatId(), e.netCents(), e.totalCents(), e.roundingCents(), e.prepaidCents(),
                e.payableCents(), e.lines(), e.charges(), vat, e.terms());
    }
}
