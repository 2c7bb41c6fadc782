package de.schulpakt.procurement.einvoice;

import de.schulpakt.platform.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The XML that a PDF of ZUGFeRD or Factur-X carries. */
final class CarriedXml {
    private static final Set<String> NAMES = Set.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml");
    private static final int DEEPEST = 8;

    private CarriedXml() {
    }

    /** @throws Refused {@code einvoice.pdf_without} if it carries none, or cannot be read */
    static byte[] of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            List<PDComplexFileSpecification> files = new ArrayList<>();
            if (names != null && names.getEmbeddedFiles() != null) {
                collect(names.getEmbeddedFiles(), files, 0);
            }
            for (PDComplexFileSpecification file : files) {
                PDEmbeddedFile embedded = file.getEmbeddedFileUnicode() == null ? file.getEmbeddedFile() : file.getEmbeddedFileUnicode();
                if (embedded != null && file.getFilename() != null && NAMES.contains(file.getFilename().toLowerCase(Locale.ROOT))) {
                    return embedded.toByteArray();
                }
            }
        } catch (IOException e) {
            throw new Refused("einvoice.pdf_without");
        }
        throw new Refused("einvoice.pdf_without");
    }

    private static void collect(PDNameTreeNode<PDComplexFileSpecification> node, List<PDComplexFileSpecification> into, int depth) throws IOException {
        Map<String, PDComplexFileSpecification> here = node.getNames();
        if (here != null) {
            into.addAll(here.values());
        }
        if (node.getKids() != null && depth < DEEPEST) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, into, depth + 1);
            }
        }
    }
}
