package de.schulpakt.procurement.einvoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An invoice or credit note in UBL 2.1. */
final class Ubl {
    private Ubl() {
    }

    static EInvoice read(Xml doc) {
        boolean credit = "CreditNote".equals(doc.name());
        Xml sums = doc.all("LegalMonetaryTotal").stream().findFirst().orElse(doc);
        List<EInvoice.Vat> vat = new ArrayList<>();
        doc.all("TaxTotal").stream().filter(t -> !t.all("TaxSubtotal").isEmpty()).findFirst().ifPresent(t -> t.all("TaxSubtotal")
                .forEach(s -> vat.add(new EInvoice.Vat(s.rate("BT-119", "TaxCategory/Percent"), s.mustCents("BT-116", "TaxableAmount"),
                        s.mustCents("BT-117", "TaxAmount")))));
        String type = doc.must("BT-3", "InvoiceTypeCode", "CreditNoteTypeCode");
        return new EInvoice(credit || EInvoices.CREDITS.contains(type), type, doc.must("BT-1", "ID"), doc.mustDay("BT-2", "IssueDate"),
                doc.day("BT-9", "DueDate", "PaymentMeans/PaymentDueDate"), supplied(doc), doc.text("BuyerReference"), doc.text("OrderReference/ID"),
                doc.text("OrderReference/SalesOrderID"), doc.text("ContractDocumentReference/ID"), doc.text("DespatchDocumentReference/ID"),
                doc.must("BT-27", "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName", "AccountingSupplierParty/Party/PartyName/Name"),
                vatId(doc), sums.mustCents("BT-109", "TaxExclusiveAmount"), sums.mustCents("BT-112", "TaxInclusiveAmount"),
                sums.cents("BT-114", "PayableRoundingAmount"), sums.cents("BT-113", "PrepaidAmount"), sums.mustCents("BT-115", "PayableAmount"),
                doc.all(credit ? "CreditNoteLine" : "InvoiceLine").stream().map(Ubl::line).toList(), charges(doc), vat, doc.text("PaymentTerms/Note"));
    }

    private static LocalDate supplied(Xml doc) {
        LocalDate day = doc.day("BT-72", "Delivery/ActualDeliveryDate");
        return day == null ? doc.day("BT-74", "InvoicePeriod/EndDate") : day;
    }

    private static String vatId(Xml doc) {
        return doc.all("AccountingSupplierParty/Party/PartyTaxScheme").stream().filter(s -> "VAT".equals(s.text("TaxScheme/ID")))
                .map(s -> s.text("CompanyID")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static List<EInvoice.Charge> charges(Xml doc) {
        List<EInvoice.Charge> charges = new ArrayList<>();
        for (Xml one : doc.all("AllowanceCharge")) {
            boolean charge = "true".equals(one.must("BG-20", "ChargeIndicator"));
            long cents = one.mustCents(charge ? "BT-99" : "BT-92", "Amount");
            charges.add(new EInvoice.Charge(one.text("AllowanceChargeReason", "AllowanceChargeReasonCode"), charge ? cents : -cents,
                    one.rate("BT-103", "TaxCategory/Percent")));
        }
        return charges;
    }

    private static EInvoice.Line line(Xml line) {
        return new EInvoice.Line(line.must("BT-126", "ID"), line.must("BT-153", "Item/Name"),
                line.number("BT-129", "InvoicedQuantity", "CreditedQuantity"), line.mustCents("BT-131", "LineExtensionAmount"),
                line.rate("BT-152", "Item/ClassifiedTaxCategory/Percent"), line.text("OrderLineReference/LineID"),
                Stream.of(line.text("Item/SellersItemIdentification/ID"), line.text("Item/BuyersItemIdentification/ID"),
                        line.text("Item/StandardItemIdentification/ID")).filter(Objects::nonNull).toList(), line.day("BT-135", "InvoicePeriod/EndDate"));
    }
}
