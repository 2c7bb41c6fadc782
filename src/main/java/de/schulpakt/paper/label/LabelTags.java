package de.schulpakt.paper.label;

import de.schulpakt.platform.text.Texts;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What makes a PDF of labels readable to everybody (PDF/UA-1) and fit to be archived (PDF/A-3b): each label is one paragraph in reading order. One small entry a label,
 * as there may be many.
 */
final class LabelTags {
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String RGB = "sRGB IEC61966-2.1";
    private static final float VERSION = 1.7f;
    private static final COSName PARAGRAPH = COSName.P;
    /** Both standards, and what the second adds to the first, said as the first asks for it. */
    private static final String SAID = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>%2$s</pdf:Producer></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
            </rdf:RDF></x:xmpmeta><?xpacket end="w"?>""";
    private final COSDictionary whole = new COSDictionary();
    private final COSArray labels = direct();
    private final COSArray pages = direct();
    private COSDictionary page;
    private COSArray onPage;
    private int count;

    /** Says of a document what it is; the pages and labels follow as they are drawn. */
    LabelTags(PDDocument document) throws IOException {
        String title = Texts.get(Locale.GERMAN, "label.title");
        document.setVersion(VERSION);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Schulpakt");
        PDMetadata said = new PDMetadata(document, new ByteArrayInputStream(SAID.formatted(title, "Schulpakt").getBytes(StandardCharsets.UTF_8)));
        document.getDocumentCatalog().setMetadata(said);
        document.getDocumentCatalog().setLanguage(Locale.GERMAN.getLanguage());
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        PDOutputIntent colours = new PDOutputIntent(document, new ByteArrayInputStream(COLOURS));
        colours.setInfo(RGB);
        colours.setOutputCondition(RGB);
        colours.setOutputConditionIdentifier(RGB);
        colours.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(colours);
        PDStructureTreeRoot root = new PDStructureTreeRoot();
        whole.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        whole.setItem(COSName.S, COSName.getPDFName("Document"));
        whole.setItem(COSName.P, root);
        whole.setItem(COSName.K, labels);
        root.getCOSObject().setItem(COSName.K, whole);
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, pages);
        root.getCOSObject().setItem(COSName.PARENT_TREE, parents);
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }

    /** What is drawn from now on is on this page. */
    void page(PDPage next) {
        page = next.getCOSObject();
        onPage = new COSArray();
        next.setStructParents(count);
        pages.add(COSInteger.get(count));
        pages.add(onPage);
        count++;
    }

    /** The number under which the words of the next label are marked on the page. */
    int label() {
        int number = onPage.size();
        COSDictionary label = new COSDictionary();
        label.setItem(COSName.S, PARAGRAPH);
        label.setItem(COSName.P, whole);
        label.setItem(COSName.PG, page);
        label.setInt(COSName.K, number);
        labels.add(label);
        onPage.add(label);
        return number;
    }

    private static COSArray direct() {
        COSArray array = new COSArray();
        array.setDirect(true);
        return array;
    }
}
