package de.schulpakt.procurement.einvoice;

import de.schulpakt.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An invoice in the Cross Industry Invoice of UN/CEFACT, as XRechnung, ZUGFeRD and Factur-X use it. */
final class Cii {
    private static final String DATE = "/DateTimeString";

    private Cii() {
    }

    static EInvoice read(Xml doc) {
        Xml trade = one(doc, "SupplyChainTradeTransaction");
        Xml agreement = one(trade, "ApplicableHeaderTradeAgreement");
        Xml settlement = one(trade, "ApplicableHeaderTradeSettlement");
        Xml sums = one(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
        List<EInvoice.Vat> vat = settlement.all("ApplicableTradeTax").stream().map(t -> new EInvoice.Vat(t.rate("BT-119", "RateApplicablePercent"),
                t.mustCents("BT-116", "BasisAmount"), t.mustCents("BT-117", "CalculatedAmount"))).toList();
        String type = doc.must("BT-3", "ExchangedDocument/TypeCode");
        return new EInvoice(EInvoices.CREDITS.contains(type), type, doc.must("BT-1", "ExchangedDocument/ID"),
                doc.mustDay("BT-2", "ExchangedDocument/IssueDateTime" + DATE),
                settlement.day("BT-9", "SpecifiedTradePaymentTerms/DueDateDateTime" + DATE), supplied(trade, settlement), agreement.text("BuyerReference"),
                agreement.text("BuyerOrderReferencedDocument/IssuerAssignedID"), agreement.text("SellerOrderReferencedDocument/IssuerAssignedID"),
                agreement.text("ContractReferencedDocument/IssuerAssignedID"),
                trade.text("ApplicableHeaderTradeDelivery/DespatchAdviceReferencedDocument/IssuerAssignedID"),
                agreement.must("BT-27", "SellerTradeParty/Name"), vatId(agreement), sums.mustCents("BT-109", "TaxBasisTotalAmount"),
                sums.mustCents("BT-112", "GrandTotalAmount"), sums.cents("BT-114", "RoundingAmount"), sums.cents("BT-113", "TotalPrepaidAmount"),
                sums.mustCents("BT-115", "DuePayableAmount"), lines(trade), charges(settlement), vat, settlement.text("SpecifiedTradePaymentTerms/Description"));
    }

    private static Xml one(Xml parent, String path) {
        return parent.all(path).stream().findFirst().orElseThrow(() -> new Refused("einvoice.missing", path));
    }

    private static LocalDate supplied(Xml trade, Xml settlement) {
        LocalDate day = trade.day("BT-72", "ApplicableHeaderTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime" + DATE);
        return day == null ? settlement.day("BT-74", "BillingSpecifiedPeriod/EndDateTime" + DATE) : day;
    }

    private static String vatId(Xml agreement) {
        return agreement.all("SellerTradeParty/SpecifiedTaxRegistration/ID").stream().filter(id -> "VA".equals(id.attribute("schemeID")))
                .map(Xml::own).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Lines that divide another one are left out. */
    private static List<EInvoice.Line> lines(Xml trade) {
        return trade.all("IncludedSupplyChainTradeLineItem").stream().filter(l -> l.text("AssociatedDocumentLineDocument/ParentLineID") == null)
                .map(Cii::line).toList();
    }

    private static EInvoice.Line line(Xml line) {
        return new EInvoice.Line(line.must("BT-126", "AssociatedDocumentLineDocument/LineID"), line.must("BT-153", "SpecifiedTradeProduct/Name"),
                line.number("BT-129", "SpecifiedLineTradeDelivery/BilledQuantity"),
                line.mustCents("BT-131", "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"),
                line.rate("BT-152", "SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent"),
                line.text("SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID"),
                Stream.of(line.text("SpecifiedTradeProduct/SellerAssignedID"), line.text("SpecifiedTradeProduct/BuyerAssignedID"),
                        line.text("SpecifiedTradeProduct/GlobalID")).filter(Objects::nonNull).toList(),
                line.day("BT-135", "SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/EndDateTime" + DATE));
    }

    private static List<EInvoice.Charge> charges(Xml settlement) {
        List<EInvoice.Charge> charges = new ArrayList<>();
        for (Xml one : settlement.all("SpecifiedTradeAllowanceCharge")) {
            boolean charge = "true".equals(one.must("BG-20", "ChargeIndicator/Indicator"));
            long cents = one.mustCents(charge ? "BT-99" : "BT-92", "ActualAmount");
            charges.add(new EInvoice.Charge(one.text("Reason", "ReasonCode"), charge ? cents : -cents,
                    one.rate("BT-103", "CategoryTradeTax/RateApplicablePercent")));
        }
        return charges;
    }
}
