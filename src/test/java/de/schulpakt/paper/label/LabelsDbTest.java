package de.schulpakt.paper.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** Labels: on every format where they belong, with a code that a camera reads, of what the asker may see, however many. */
@DbTest
class LabelsDbTest {
    private static final long MB = 1 << 20;

    private static Map<String, List<String>> sent(String... pairs) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.computeIfAbsent(pairs[i], k -> new ArrayList<>()).add(pairs[i + 1]);
        }
        return sent;
    }

    private static byte[] labels(Db db, String login, String... pairs) {
        return SchoolGiven.as(db, login, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            db.get(LabelQueries.class).write(sent(pairs), true, out);
            return out.toByteArray();
        });
    }

    /** What a camera would read on a page, from the top left on. */
    private static List<String> read(byte[] pdf, int page, float dpi, BarcodeFormat format) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, dpi);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
            Map<DecodeHintType, Object> hints = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true);
            Result[] found = new GenericMultipleBarcodeReader(new MultiFormatReader()).decodeMultiple(bitmap, hints);
            return Arrays.stream(found).map(Result::getText).distinct().toList();
        }
    }

    @Test
    void a_camera_reads_the_address_of_the_device_on_every_format(Db db) throws Exception {
        Long city = SchoolGiven.authority(db, "Stadt Etikett");
        Long school = SchoolGiven.school(db, city, "Gymnasium Etikett");
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, SchoolGiven.room(db, school, "1.01"));
        String no = db.sql("select inventory_no as no from device where id = ?", device).get(0).get("no").toString();
        String user = SchoolGiven.user(db, "label.user", Role.SCHOOL_ADMIN, null, school);
        List<LabelQueries.Format> formats = SchoolGiven.as(db, user, () -> db.get(LabelQueries.class).formats());
        assertThat(formats).extracting(LabelQueries.Format::code).contains("A4_40X30", "L7160", "L4731", "L4732", "ROLL_40X30");
        Files.createDirectories(Path.of("target", "papers"));
        for (LabelQueries.Format format : formats) {
            byte[] pdf = labels(db, user, "of", "devices", "id", device.toString(), "format", format.code(), "frame", "true");
            Files.write(Path.of("target", "papers", "label-" + format.code() + ".pdf"), pdf);
            assertThat(read(pdf, 0, 400, BarcodeFormat.QR_CODE)).as(format.code()).singleElement().asString()
                    .startsWith("http").endsWith("/inventory/device.xhtml?id=" + device);
            assertThat(PdfCheck.text(pdf)).as(format.code()).contains(no);
            PdfCheck.conforms(pdf);
            byte[] bars = labels(db, user, "of", "devices", "id", device.toString(), "format", format.code(), "code", "CODE_128");
            assertThat(read(bars, 0, 400, BarcodeFormat.CODE_128)).as(format.code()).containsExactly(no);
        }
    }

    @Test
    void every_label_of_a_format_lies_within_its_page_and_on_no_other(Db db) {
        for (LabelQueries.Format f : db.get(LabelQueries.class).formats()) {
            assertThat(f.edgeX() + (f.across() - 1) * f.stepX() + f.labelWidth()).as(f.code()).isLessThanOrEqualTo(f.pageWidth());
            assertThat(f.edgeY() + (f.down() - 1) * f.stepY() + f.labelHeight()).as(f.code()).isLessThanOrEqualTo(f.pageHeight());
            assertThat(f.stepX()).as(f.code()).isGreaterThanOrEqualTo(f.labelWidth());
            assertThat(f.stepY()).as(f.code()).isGreaterThanOrEqualTo(f.labelHeight());
        }
    }

    @Test
    void the_first_free_place_is_where_labels_begin(Db db) throws Exception {
        Long city = SchoolGiven.authority(db, "Stadt Platz");
        Long school = SchoolGiven.school(db, city, "Schule Platz");
        String user = SchoolGiven.user(db, "label.place", Role.SCHOOL_ADMIN, null, school);
        for (int i = 1; i <= 3; i++) {
            SchoolGiven.room(db, school, "R" + i);
        }
        String[] rooms = {"of", "rooms", "school", school.toString(), "format", "L7160", "first"};
        byte[] last = labels(db, user, with(rooms, "20"));
        assertThat(PdfCheck.pages(last)).isEqualTo(2);
        assertThat(read(last, 0, 200, BarcodeFormat.QR_CODE)).hasSize(2);
        assertThat(read(last, 1, 200, BarcodeFormat.QR_CODE)).singleElement().asString().contains("/school/room.xhtml?id=");
        assertThat(PdfCheck.text(labels(db, user, with(rooms, "1")))).contains("R1", "R2", "R3", "Schule Platz");
    }

    @Test
    void labels_are_read_aloud_one_after_the_other(Db db) throws Exception {
        LabelQueries.Format sheet = db.get(LabelQueries.class).formats().stream().filter(f -> f.code().equals("L7160")).findFirst().orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LabelPress press = new LabelPress(sheet, LabelCode.CODE_128, 1, true, "https://schulpakt.example.org")) {
            for (int i = 0; i < sheet.labels() + 2; i++) {
                press.add(new Label((long) i, "I-" + i, List.of("Über \"Größen\" <b> \ud83d\ude00", ""), "/inventory/device.xhtml?id=" + i));
            }
            press.write(out);
        }
        PdfCheck.conforms(out.toByteArray());
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDStructureElement whole = (PDStructureElement) document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
            assertThat(whole.getKids()).as("a paragraph each").hasSize(sheet.labels() + 2).allSatisfy(kid -> assertThat(((PDStructureElement) kid).getStructureType()).isEqualTo("P"));
            assertThat(((PDStructureElement) whole.getKids().get(sheet.labels())).getPage()).as("the first of the second page").isEqualTo(document.getPage(1));
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
        }
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        try (LabelPress press = new LabelPress(sheet, LabelCode.QR, 1, false, "")) {
            assertThat(press.write(empty)).isZero();
        }
        PdfCheck.conforms(empty.toByteArray());
    }

    private static String[] with(String[] some, String more) {
        String[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }

    @Test
    void nobody_gets_labels_of_what_is_not_seen_and_nothing_is_guessed(Db db) {
        Long city = SchoolGiven.authority(db, "Stadt Hier");
        Long school = SchoolGiven.school(db, city, "Schule Hier");
        Long room = SchoolGiven.room(db, school, "Geheimraum");
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        String stranger = SchoolGiven.user(db, "label.stranger", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, SchoolGiven.authority(db, "Dort"), "Schule Dort"));
        assertThat(chosen(db, stranger, "devices", "id", device.toString()).count()).isZero();
        assertThat(chosen(db, stranger, "rooms", "school", school.toString()).count()).isZero();
        assertThat(chosen(db, stranger, "rooms", "id", room.toString()).count()).isZero();
        assertThat(PdfCheck.text(labels(db, stranger, "of", "rooms", "id", room.toString()))).doesNotContain("Geheimraum");
        String admin = SchoolGiven.user(db, "label.admin", Role.ADMIN, city, null);
        assertThatThrownBy(() -> labels(db, admin, "of", "devices")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> labels(db, stranger, "of", "nothing")).isInstanceOf(NotFound.class);
        for (String[] wrong : new String[][] {{"colour", "red"}, {"format", "A5"}, {"code", "EAN"}, {"first", "0"}, {"first", "46"}, {"first", "x"},
                {"state", "SOLD"}}) {
            assertThatThrownBy(() -> labels(db, stranger, "of", "devices", wrong[0], wrong[1])).as(wrong[0] + "=" + wrong[1]).isInstanceOf(BadParameter.class);
        }
        assertThatThrownBy(() -> labels(db, stranger, "of", "rooms", "colour", "red")).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> labels(db, stranger, "of", "rooms", "school", "x")).isInstanceOf(BadParameter.class);
        assertThat(chosen(db, stranger, "rooms", "school", "x", "colour", "red").count()).as("a page passes over what makes no sense").isZero();
    }

    private static LabelQueries.Chosen chosen(Db db, String login, String of, String... pairs) {
        return SchoolGiven.as(db, login, () -> db.get(LabelQueries.class).chosen(of, sent(pairs)));
    }

    @Test
    void twenty_thousand_from_a_roll_do_not_take_the_heap(Db db) throws IOException {
        LabelQueries.Format roll = db.get(LabelQueries.class).formats().stream().filter(f -> f.code().equals("ROLL_62X29")).findFirst().orElseThrow();
        try (LabelPress press = new LabelPress(roll, LabelCode.QR, 1, false, "https://schulpakt.example.org")) {
            long before = used();
            for (int i = 0; i < 20_000; i++) {
                press.add(new Label((long) i, "I-2026-" + i, List.of("Lenovo ThinkPad L14", "Görres-Gymnasium, 204"), "/inventory/device.xhtml?id=" + i));
            }
            assertThat(used() - before).as("bytes held for 20,000 labels").isLessThan(80 * MB);
            assertThat(press.write(OutputStream.nullOutputStream())).isEqualTo(20_000);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
