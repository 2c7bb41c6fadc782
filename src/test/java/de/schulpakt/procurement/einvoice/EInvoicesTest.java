package de.schulpakt.procurement.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Electronic invoices in all forms; the samples are written for this test. */
public class EInvoicesTest {
    /** 30 tablets and freight, less a discount, with one line of credit. */
    public static String ubl(String orderNo, String reference) {
        return """
                <ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
                  <cbc:ID>E-2026-1</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate><cbc:DueDate>2026-12-02</cbc:DueDate>
                  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
                  <cbc:BuyerReference>%s</cbc:BuyerReference>
                  <cac:OrderReference><cbc:ID>%s</cbc:ID><cbc:SalesOrderID>A-1</cbc:SalesOrderID></cac:OrderReference>
                  <cac:DespatchDocumentReference><cbc:ID>LS-7</cbc:ID></cac:DespatchDocumentReference>
                  <cac:AccountingSupplierParty><cac:Party>
                    <cac:PartyTaxScheme><cbc:CompanyID>DE123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
                    <cac:PartyLegalEntity><cbc:RegistrationName>Muster Medientechnik GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
                  </cac:Party></cac:AccountingSupplierParty>
                  <cac:Delivery><cbc:ActualDeliveryDate>2026-11-01</cbc:ActualDeliveryDate></cac:Delivery>
                  <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Versand</cbc:AllowanceChargeReason>
                    <cbc:Amount currencyID="EUR">10.00</cbc:Amount><cac:TaxCategory><cbc:Percent>19</cbc:Percent></cac:TaxCategory></cac:AllowanceCharge>
                  <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Rabatt</cbc:AllowanceChargeReason>
                    <cbc:Amount currencyID="EUR">5.00</cbc:Amount><cac:TaxCategory><cbc:Percent>19</cbc:Percent></cac:TaxCategory></cac:AllowanceCharge>
                  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">256.41</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">1349.54</cbc:TaxableAmount>
                    <cbc:TaxAmount currencyID="EUR">256.41</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
                  <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">1349.54</cbc:TaxExclusiveAmount>
                    <cbc:TaxInclusiveAmount currencyID="EUR">1605.95</cbc:TaxInclusiveAmount><cbc:PrepaidAmount currencyID="EUR">5.95</cbc:PrepaidAmount>
                    <cbc:PayableAmount currencyID="EUR">1600.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
                  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="H87">4</cbc:InvoicedQuantity>
                    <cbc:LineExtensionAmount currencyID="EUR">1344.54</cbc:LineExtensionAmount>
                    <cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference>
                    <cac:Item><cbc:Name>Tablet</cbc:Name><cac:SellersItemIdentification><cbc:ID>TAB-1</cbc:ID></cac:SellersItemIdentification>
                      <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item>
                    <cac:SubInvoiceLine><cbc:ID>1.1</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">1344.54</cbc:LineExtensionAmount></cac:SubInvoiceLine>
                  </cac:InvoiceLine>
                </ubl:Invoice>
                """.formatted(reference, orderNo);
    }

    private static final String CII = """
            <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
              <rsm:ExchangedDocument><ram:ID>C-1</ram:ID><ram:TypeCode>381</ram:TypeCode>
                <ram:IssueDateTime><udt:DateTimeString format="102">20261103</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
              <rsm:SupplyChainTradeTransaction>
                <ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
                  <ram:SpecifiedTradeProduct><ram:SellerAssignedID>TAB-1</ram:SellerAssignedID><ram:Name>Tablet</ram:Name></ram:SpecifiedTradeProduct>
                  <ram:SpecifiedLineTradeAgreement><ram:BuyerOrderReferencedDocument><ram:LineID>2</ram:LineID></ram:BuyerOrderReferencedDocument></ram:SpecifiedLineTradeAgreement>
                  <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">2.0000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
                  <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:RateApplicablePercent>7.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
                    <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
                </ram:IncludedSupplyChainTradeLineItem>
                <ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>07-1</ram:BuyerReference>
                  <ram:SellerTradeParty><ram:Name>Muster GmbH</ram:Name><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE1</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
                  <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>V-1</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument></ram:ApplicableHeaderTradeAgreement>
                <ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime><udt:DateTimeString format="102">20261101</udt:DateTimeString></ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
                <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
                  <ram:ApplicableTradeTax><ram:CalculatedAmount>7.00</ram:CalculatedAmount><ram:BasisAmount>100.00</ram:BasisAmount><ram:RateApplicablePercent>7</ram:RateApplicablePercent></ram:ApplicableTradeTax>
                  <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount><ram:GrandTotalAmount>107.00</ram:GrandTotalAmount>
                    <ram:DuePayableAmount>107.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
              </rsm:SupplyChainTradeTransaction>
            </rsm:CrossIndustryInvoice>
            """;

    private static EInvoice read(String xml) {
        return EInvoices.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ubl_is_read_to_the_cent() {
        EInvoice read = read(ubl("V-2026-1", "07111000-1"));
        assertThat(read.no()).isEqualTo("E-2026-1");
        assertThat(read.orderNo()).isEqualTo("V-2026-1");
        assertThat(read.despatchNo()).isEqualTo("LS-7");
        assertThat(read.buyerReference()).isEqualTo("07111000-1");
        assertThat(read.sellerVatId()).isEqualTo("DE123456789");
        assertThat(read.suppliedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(List.of(read.netCents(), read.totalCents(), read.prepaidCents(), read.payableCents())).containsExactly(134_954L, 160_595L, 595L, 160_000L);
        assertThat(read.charges()).extracting(EInvoice.Charge::netCents).containsExactly(1_000L, -500L);
        assertThat(read.lines()).as("a line that divides another one is left out").hasSize(1);
        assertThat(read.lines().get(0).itemNumbers()).containsExactly("TAB-1");
        assertThat(read.vat()).containsExactly(new EInvoice.Vat(1900, 134_954, 25_641));
    }

    @Test
    void cii_is_read_and_so_is_the_pdf_that_carries_it() throws IOException {
        for (EInvoice read : List.of(read(CII), EInvoices.read(pdf("factur-x.xml", CII)))) {
            assertThat(read.credit()).isTrue();
            assertThat(read.orderNo()).isEqualTo("V-1");
            assertThat(read.sellerVatId()).isEqualTo("DE1");
            assertThat(read.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 3));
            assertThat(read.suppliedOn()).isEqualTo(LocalDate.of(2026, 11, 1));
            assertThat(read.payableCents()).isEqualTo(10_700);
            assertThat(read.lines().get(0).orderLine()).isEqualTo("2");
            assertThat(read.lines().get(0).vatBp()).isEqualTo(700);
        }
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_reason() throws IOException {
        String good = ubl("V-1", "x");
        refused("einvoice.not_xml", () -> read("no invoice"));
        refused("einvoice.not_xml", () -> read(good.replace("</ubl:Invoice>", "")));
        refused("einvoice.doctype", () -> read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + good.replace("E-2026-1", "&e;")));
        refused("einvoice.unknown_kind", () -> read("<html><body/></html>"));
        refused("einvoice.currency", () -> read(good.replace("<cbc:DocumentCurrencyCode>EUR", "<cbc:DocumentCurrencyCode>CHF")));
        refused("einvoice.missing", () -> read(good.replace("<cbc:ID>E-2026-1</cbc:ID>", "")));
        refused("einvoice.missing", () -> read(good.replaceAll("(?s)<cac:InvoiceLine>.*</cac:InvoiceLine>", "")));
        refused("einvoice.amount", () -> read(good.replace(">1600.00<", ">1600.001<")));
        refused("einvoice.amount", () -> read(good.replace(">1600.00<", ">viel<")));
        refused("einvoice.day", () -> read(good.replace("2026-11-02", "2026-13-02")));
        refused("einvoice.pdf_without", () -> EInvoices.read(pdf("other.xml", good)));
        refused("einvoice.pdf_without", () -> EInvoices.read("%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8)));
        refused("einvoice.too_large", () -> EInvoices.read(new byte[EInvoices.MOST + 1]));
        refused("einvoice.too_large", () -> read(" ".repeat(5_000_001)));
    }

    /** The business cases of a test suite, to the cent; the folder is named from outside. */
    @Test
    @EnabledIfEnvironmentVariable(named = "SCHULPAKT_DATA", matches = ".+")
    void every_invoice_of_the_suite_adds_up() throws IOException {
        Map<String, Long> payable = Map.of("01.08a", 282_587L, "01.11a", 27_938L, "01.12a", 30_537L);
        try (Stream<Path> files = Files.list(Path.of(System.getenv("SCHULPAKT_DATA"), "invoices"))) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".xml")).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                EInvoice read = EInvoices.read(Files.readAllBytes(file));
                String name = file.getFileName().toString();
                assertThat(read.lines().stream().mapToLong(EInvoice.Line::netCents).sum() + read.charges().stream().mapToLong(EInvoice.Charge::netCents).sum())
                        .as("lines of %s", name).isEqualTo(read.netCents());
                assertThat(read.vat().stream().mapToLong(v -> v.netCents() + v.vatCents()).sum()).as("rates of %s", name).isEqualTo(read.totalCents());
                assertThat(read.totalCents() + read.roundingCents() - read.prepaidCents()).as("payable of %s", name).isEqualTo(read.payableCents());
                payable.forEach((begin, cents) -> assertThat(!name.startsWith(begin) || read.payableCents() == cents).as(name).isTrue());
            }
        }
    }

    /** A PDF that carries it under that name. */
    public static byte[] pdf(String name, String xml) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setFileUnicode(name);
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(name, file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
