package de.schulpakt.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.retention.RetentionJob;
import de.schulpakt.paper.retention.RetentionQueries;
import de.schulpakt.paper.type.PaperTypes;
import de.schulpakt.paper.type.SafeType;
import de.schulpakt.paper.type.Shown;
import de.schulpakt.paper.type.TypeQueries;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Problem;
import de.schulpakt.platform.job.Runs;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files at subjects: who sees them, what is taken in and what is refused, kept once, scanned, and gone when their time is over. */
@DbTest
class PapersDbTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(US_ASCII);
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private Long ticket;
    private Long other;

    private void world(Db db) {
        Long city = SchoolGiven.authority(db, "Stadt");
        Long school = SchoolGiven.school(db, city, "Gymnasium");
        Long neighbour = SchoolGiven.school(db, city, "Grundschule");
        SchoolGiven.user(db, "school", Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "neighbour", Role.SCHOOL_ADMIN, null, neighbour);
        SchoolGiven.user(db, "technician", Role.TECHNICIAN, city, null);
        SchoolGiven.user(db, "auditor", Role.AUDITOR, city, null);
        ticket = InstallGiven.ticket(db, school, SchoolGiven.room(db, school, "101"));
        other = InstallGiven.ticket(db, school, SchoolGiven.room(db, school, "102"));
    }

    @AfterEach
    void settings() {
        System.clearProperty("schulpakt.paper.megabytes");
        System.clearProperty("schulpakt.paper.gigabytes");
        System.clearProperty("schulpakt.clamav");
    }

    private static Long attach(Db db, String login, Long to, String name, byte[] bytes) {
        return attach(db, login, to, name, new ByteArrayInputStream(bytes), null);
    }

    private static Long attach(Db db, String login, Long to, String name, InputStream bytes, Long replaces) {
        return SchoolGiven.as(db, login, () -> {
            try (Received file = db.get(Intake.class).take(bytes, name)) {
                return db.get(Papers.class).attach("Ticket", to, new Papers.Attach("PHOTO", null, replaces), file);
            }
        });
    }

    private static PaperQueries.View papers(Db db, String login, Long of) {
        return SchoolGiven.as(db, login, () -> db.get(PaperQueries.class).of("Ticket", of));
    }

    private static byte[] opened(Db db, String login, Long paper) {
        return SchoolGiven.as(db, login, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PaperQueries queries = db.get(PaperQueries.class);
            queries.copy(queries.content(paper), out);
            return out.toByteArray();
        });
    }

    private static String code(Callable<?> work) {
        try {
            work.call();
            return "taken";
        } catch (Problem problem) {
            return problem.code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A photo as a phone makes it: turned, with the place where it was made, and something after its end. */
    private static byte[] photo() throws IOException {
        byte[] plain = written(picture(400, 200), "jpg");
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0" + "GPSLatitude 50.3569").getBytes(ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)});
        out.write(exif);
        byte[] words = "comment: taken by Erika Mustermann".getBytes(US_ASCII);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (words.length + 2)});
        out.write(words);
        out.write(plain, 2, plain.length - 2);
        out.write("trailer: GPSLongitude 7.5890 <script>alert(1)</script>".getBytes(US_ASCII));
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(US_ASCII));
            }
        }
        return out.toByteArray();
    }

    private static long leftInTheFolderOfTheServer() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().matches("paper\\d+[.](in|out)")).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_sees_the_subject_opens_its_papers_and_nobody_else_finds_them(Db db) throws IOException {
        world(db);
        Long paper = attach(db, "technician", ticket, "Dose.jpg", photo());
        assertThat(papers(db, "school", ticket).rows()).singleElement().satisfies(r -> {
            assertThat(r.actor()).isEqualTo("technician");
            assertThat(r.name()).isEqualTo("Dose.jpg");
        });
        assertThat(opened(db, "school", paper)).isNotEmpty();
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).preview(paper))).isNotEmpty();
        assertThat(opened(db, "auditor", paper)).isNotEmpty();
        for (String way : List.of("list", "row", "content", "preview", "describe", "remove", "attach")) {
            assertThat(code(() -> SchoolGiven.as(db, "neighbour", () -> {
                PaperQueries queries = db.get(PaperQueries.class);
                return switch (way) {
                    case "list" -> queries.of("Ticket", ticket);
                    case "row" -> queries.row(paper);
                    case "content" -> queries.content(paper);
                    case "preview" -> queries.preview(paper);
                    case "attach" -> queries.mayAttach("Ticket", ticket);
                    case "describe" -> {
                        db.get(Papers.class).describe(paper, new Papers.Describe(1, "PHOTO", null));
                        yield 1;
                    }
                    default -> {
                        db.get(Papers.class).remove(paper, new Papers.Remove(1, "weg"));
                        yield 1;
                    }
                };
            }))).as(way).isEqualTo("not_found");
        }
        assertThatThrownBy(() -> attach(db, "auditor", ticket, "a.pdf", PDF)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> attach(db, "technician", 999_999L, "a.pdf", PDF)).isInstanceOf(NotFound.class);
        assertThat(papers(db, "auditor", ticket).attaches()).isFalse();
        assertThat(db.number("select count(*) from history where subject_type = 'Ticket' and action = 'PaperAction.ATTACH'")).isEqualTo(1);
    }

    @Test
    void every_kind_of_subject_says_who_sees_and_who_attaches(Db db) {
        world(db);
        List<PaperSubject> kinds = db.all(new jakarta.enterprise.util.TypeLiteral<PaperSubject>() { });
        assertThat(kinds).extracting(PaperSubject::type).contains("School", "Application", "Request", "PurchaseOrder", "Device", "Ticket");
        for (PaperSubject kind : kinds) {
            assertThat(kind.attaches()).as(kind.type()).isNotEmpty().allMatch(p -> p.seenBy() == kind.permission() || p == kind.permission());
            assertThat(code(() -> SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).of(kind.type(), 999_999)))).as(kind.type()).isEqualTo("not_found");
        }
    }

    @Test
    void photos_do_not_tell_where_and_by_whom_they_were_made_and_stand_upright(Db db) throws IOException {
        world(db);
        Long paper = attach(db, "technician", ticket, "IMG_1.JPEG", photo());
        byte[] kept = opened(db, "school", paper);
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("GPS", "Erika", "script").contains("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).as("the picture itself is the same").isEqualTo(400);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).preview(paper))));
        assertThat(small.getHeight()).as("turned by a quarter").isGreaterThan(small.getWidth());
        assertThat(new Color(small.getRGB(small.getWidth() - 5, 5)).getRed()).as("the bright corner has gone to the right").isGreaterThan(200);
        byte[] png = written(picture(50, 40), "png");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        told.write(png, 0, 33);
        byte[] words = "Author\0Erika".getBytes(US_ASCII);
        told.write(new byte[] {0, 0, 0, (byte) words.length});
        told.write("tEXt".getBytes(US_ASCII));
        told.write(words);
        told.write(new byte[4]);
        told.write(png, 33, png.length - 33);
        assertThat(opened(db, "school", attach(db, "technician", ticket, "plan.png", told.toByteArray()))).isEqualTo(png);
    }

    @Test
    void what_a_file_is_say_its_bytes_and_what_is_not_on_the_list_is_refused(Db db) throws IOException {
        world(db);
        long before = leftInTheFolderOfTheServer();
        byte[] html = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);
        for (String name : List.of("bild.jpg", "seite.html", "brief.pdf", "text.txt", "tabelle.docx")) {
            assertThat(code(() -> attach(db, "technician", ticket, name, html))).as(name).isEqualTo("paper.type");
        }
        assertThat(code(() -> attach(db, "technician", ticket, "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".getBytes(UTF_8)))).isEqualTo("paper.type");
        assertThat(code(() -> attach(db, "technician", ticket, "a.jpg", "MZ\u0090\0\u0003\0\0\0".getBytes(ISO_8859_1)))).isEqualTo("paper.type");
        assertThat(code(() -> attach(db, "technician", ticket, "a.zip", zip("x.txt")))).isEqualTo("paper.type");
        assertThat(code(() -> attach(db, "technician", ticket, "a.docx", zip("x.txt")))).isEqualTo("paper.broken");
        assertThat(code(() -> attach(db, "technician", ticket, "a.docx", zip("word/document.xml", "word/vbaProject.bin")))).isEqualTo("paper.program");
        assertThat(code(() -> attach(db, "technician", ticket, "a.docx", zip("[Content_Types].xml", "word/document.xml")))).isEqualTo("taken");
        assertThat(code(() -> attach(db, "technician", ticket, "a.pdf", PDF))).isEqualTo("taken");
        assertThat(code(() -> attach(db, "technician", ticket, "leer.pdf", new byte[0]))).isEqualTo("paper.empty");
        byte[] half = photo();
        assertThat(code(() -> attach(db, "technician", ticket, "halb.jpg", java.util.Arrays.copyOf(half, 900)))).isEqualTo("paper.broken");
        assertThat(code(() -> attach(db, "technician", ticket, "kopf.jpg", java.util.Arrays.copyOf(half, 20)))).isEqualTo("paper.broken");
        assertThat(papers(db, "school", ticket).rows()).hasSize(2);
        assertThat(leftInTheFolderOfTheServer()).isEqualTo(before);
    }

    @Test
    void a_photo_that_only_phones_know_is_refused_with_its_remedy(Db db) throws IOException {
        world(db);
        try (InputStream sample = PapersDbTest.class.getResourceAsStream("/papers/photo.heic")) {
            byte[] heic = sample.readAllBytes();
            assertThat(code(() -> attach(db, "technician", ticket, "IMG_1.HEIC", heic))).isEqualTo("paper.heic");
            assertThat(code(() -> attach(db, "technician", ticket, "IMG_1.jpg", heic))).as("by its bytes").isEqualTo("paper.heic");
        }
        assertThat(papers(db, "school", ticket).rows()).isEmpty();
    }

    @Test
    void a_picture_that_claims_to_be_endless_is_refused_by_its_head(Db db) throws IOException {
        world(db);
        byte[] bomb = written(picture(64, 64), "jpg");
        for (int i = 0; i < bomb.length - 8; i++) {
            if ((bomb[i] & 0xFF) == 0xFF && (bomb[i + 1] & 0xFF) == 0xC0) {
                bomb[i + 5] = (byte) 0xEA;
                bomb[i + 6] = (byte) 0x60;
                bomb[i + 7] = (byte) 0xEA;
                bomb[i + 8] = (byte) 0x60;
                break;
            }
        }
        assertThat(code(() -> attach(db, "technician", ticket, "bombe.jpg", bomb))).isEqualTo("paper.pixels");
    }

    @Test
    void a_file_has_a_largest_size_and_all_together_have_one(Db db) {
        world(db);
        System.setProperty("schulpakt.paper.megabytes", "1");
        byte[] most = java.util.Arrays.copyOf(PDF, 1 << 20);
        assertThat(code(() -> attach(db, "technician", ticket, "a.pdf", most))).isEqualTo("taken");
        assertThat(code(() -> attach(db, "technician", ticket, "b.pdf", java.util.Arrays.copyOf(PDF, (1 << 20) + 1)))).isEqualTo("paper.too_large");
        assertThat(opened(db, "school", papers(db, "school", ticket).rows().get(0).id())).as("more than one piece").isEqualTo(most);
        db.sql("insert into paper_content (sha256, size, media_type, scan, created_at) values ('x', ?, 'application/pdf', 'UNCHECKED', now())", 1L << 36);
        assertThat(code(() -> attach(db, "technician", ticket, "c.pdf", PDF))).isEqualTo("paper.full");
        assertThat(db.number("select count(*) from paper_content")).as("what was refused left nothing").isEqualTo(2);
    }

    @Test
    void names_lose_what_could_harm(Db db) {
        world(db);
        record Name(String sent, String kept) {
        }
        for (Name name : List.of(new Name("../../etc/passwd", "passwd.pdf"), new Name("C:\\fakepath\\Brief.pdf", "Brief.pdf"),
                new Name("gut\u202Efdp.exe", "gutfdp.exe.pdf"), new Name("a\0b\nc.pdf", "abc.pdf"), new Name("", "datei.pdf"),
                new Name(".htaccess", "htaccess.pdf"), new Name("Größe A\u0308.PDF", "Größe Ä.pdf"), new Name("<b>\"x\".pdf", "_b__x_.pdf"),
                new Name("x".repeat(500), "x".repeat(196) + ".pdf"), new Name("\uD83D\uDE00 Foto.pdf", "\uD83D\uDE00 Foto.pdf"))) {
            assertThat(PaperNames.of(name.sent(), "pdf")).isEqualTo(name.kept());
        }
        Long paper = attach(db, "technician", ticket, "../../\u202E.pdf", PDF);
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).row(paper).name())).isEqualTo("datei.pdf");
    }

    @Test
    void equal_content_is_kept_once_and_a_second_click_makes_no_second_paper(Db db) {
        world(db);
        List<Throwable> thrown = db.race(8, 8, () -> attach(db, "technician", ticket, "a.pdf", PDF));
        assertThat(thrown).isEmpty();
        assertThat(papers(db, "school", ticket).rows()).hasSize(1);
        attach(db, "technician", other, "b.pdf", PDF);
        assertThat(db.number("select count(*) from paper_content")).isEqualTo(1);
        assertThat(db.number("select count(*) from paper_piece")).isEqualTo(1);
        Long first = papers(db, "school", ticket).rows().get(0).id();
        SchoolGiven.as(db, "technician", () -> {
            db.get(Papers.class).remove(first, new Papers.Remove(1, "falsches Ticket"));
            return null;
        });
        assertThatThrownBy(() -> opened(db, "school", first)).isInstanceOf(NotFound.class);
        assertThat(opened(db, "school", papers(db, "school", other).rows().get(0).id())).as("the other one still has it").isEqualTo(PDF);
        SchoolGiven.as(db, "technician", () -> {
            db.get(Papers.class).remove(papers(db, "school", other).rows().get(0).id(), new Papers.Remove(1, "auch"));
            return null;
        });
        assertThat(db.number("select count(*) from paper_content")).isZero();
        assertThat(db.number("select count(*) from paper_piece")).isZero();
        assertThat(code(() -> SchoolGiven.as(db, "technician", () -> {
            db.get(Papers.class).remove(first, new Papers.Remove(2, "noch einmal"));
            return 1;
        }))).isEqualTo("paper.removed");
        assertThat(papers(db, "school", ticket).rows()).singleElement().satisfies(r -> {
            assertThat(r.removedWhy()).isEqualTo("falsches Ticket");
            assertThat(r.sha256()).hasSize(64);
        });
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing(Db db) {
        world(db);
        long before = leftInTheFolderOfTheServer();
        InputStream breaks = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 100_000) {
                    throw new IOException("the connection is gone");
                }
                return 7;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                // as a connection does: what has come, one at least
                into[from] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> attach(db, "technician", ticket, "a.pdf", breaks, null)).hasRootCauseMessage("the connection is gone");
        assertThatThrownBy(() -> db.tx(() -> {
            attach(db, "technician", ticket, "a.pdf", PDF);
            throw new IllegalStateException("killed before the commit");
        })).hasMessage("killed before the commit");
        assertThat(db.number("select (select count(*) from paper) + (select count(*) from paper_content) + (select count(*) from paper_piece)")).isZero();
        assertThat(leftInTheFolderOfTheServer()).isEqualTo(before);
    }

    @Test
    void a_paper_has_a_kind_that_is_offered(Db db) {
        world(db);
        assertThat(code(() -> SchoolGiven.as(db, "technician", () -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(PDF), "a.pdf")) {
                return db.get(Papers.class).attach("Ticket", ticket, new Papers.Attach("NO_SUCH", null, null), file);
            }
        }))).isEqualTo("paper.kind");
        Long paper = attach(db, "technician", ticket, "a.pdf", PDF);
        SchoolGiven.as(db, "school", () -> {
            db.get(Papers.class).describe(paper, new Papers.Describe(1, "PROTOCOL", "der Dose 3"));
            return null;
        });
        assertThat(papers(db, "technician", ticket).rows()).singleElement().satisfies(r -> {
            assertThat(r.kind()).isEqualTo("PROTOCOL");
            assertThat(r.note()).isEqualTo("der Dose 3");
        });
    }

    @Test
    void a_kind_that_nobody_says_follows_the_subject_and_the_file_and_what_is_no_picture_is_no_photo(Db db) {
        world(db);
        for (String none : new String[] {null, " "}) {
            Long paper = SchoolGiven.as(db, "technician", () -> {
                try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(PDF), "a.pdf")) {
                    return db.get(Papers.class).attach("Ticket", none == null ? ticket : other, new Papers.Attach(none, null, null), file);
                }
            });
            assertThat(SchoolGiven.as(db, "technician", () -> db.get(PaperQueries.class).row(paper)).kind()).isEqualTo("PROTOCOL");
        }
        List<String> offered = List.of("PHOTO", "PROTOCOL", "DELIVERY_NOTE", "OTHER");
        assertThat(Papers.pick(List.of("PROTOCOL", "PHOTO"), true, offered)).isEqualTo("PHOTO");
        assertThat(Papers.pick(List.of("DELIVERY_NOTE", "OFFER"), true, offered)).as("a picture of a delivery note").isEqualTo("DELIVERY_NOTE");
        assertThat(Papers.pick(List.of("PHOTO"), false, offered)).isEqualTo("OTHER");
        assertThat(Papers.pick(List.of("OFFER"), false, List.of("PHOTO", "LETTER"))).as("what is not offered is not meant").isEqualTo("LETTER");
        assertThat(Papers.pick(List.of("PHOTO"), false, List.of("PHOTO"))).isNull();
        List<String> codes = db.sql("select code from paper_kind").stream().map(row -> row.get("code").toString()).toList();
        db.tx(() -> {
            SubjectPlaces places = db.get(SubjectPlaces.class);
            places.types().forEach(type -> assertThat(codes).as(type).containsAll(places.kind(type).usual()));
            return null;
        });
        assertThat(SchoolGiven.as(db, "technician", () -> db.get(PaperQueries.class).usual("PurchaseOrder", db.get(PaperQueries.class).kinds()))).extracting(PaperQueries.Kind::code)
                .containsExactly("DELIVERY_NOTE", "OFFER");
    }

    @Test
    void a_newer_paper_takes_the_place_of_one_at_the_same_subject_once(Db db) {
        world(db);
        Long old = attach(db, "technician", ticket, "a.pdf", PDF);
        Long newer = attach(db, "technician", ticket, "b.pdf", new ByteArrayInputStream((new String(PDF, US_ASCII) + " ").getBytes(US_ASCII)), old);
        assertThat(papers(db, "school", ticket).rows()).extracting(PaperQueries.Row::replacedBy).containsExactly(null, newer);
        assertThat(code(() -> attach(db, "technician", ticket, "c.txt", new ByteArrayInputStream("Text".getBytes(US_ASCII)), old))).isEqualTo("paper.replaced");
        assertThat(code(() -> attach(db, "technician", other, "d.txt", new ByteArrayInputStream("Text".getBytes(US_ASCII)), newer))).isEqualTo("not_found");
    }

    @Test
    void the_time_of_keeping_counts_from_the_end_of_the_year(Db db) throws Exception {
        world(db);
        int year = db.get(de.schulpakt.platform.Clock.class).today().getYear();
        Long due = attach(db, "technician", ticket, "a.pdf", PDF);
        Long kept = attach(db, "technician", other, "a.pdf", PDF);
        db.sql("update paper set made_at = ? where id = ?", (year - 6) + "-12-30 12:00:00", due);
        db.sql("update paper set made_at = ? where id = ?", (year - 5) + "-01-02 12:00:00", kept);
        Runs.once(db.get(RetentionJob.class));
        assertThat(papers(db, "school", ticket).rows()).allMatch(r -> r.removedAt() == null);
        PaperQueries.Kind photo = SchoolGiven.asAdmin(db, () -> db.get(PaperQueries.class).allKinds()).get(0);
        SchoolGiven.asAdmin(db, () -> {
            db.get(PaperKinds.class).change(photo.id(), new PaperKinds.Change(photo.version(), photo.nameDe(), photo.nameEn(), 5, true));
            return null;
        });
        try {
            List<RetentionQueries.Preview> next = SchoolGiven.asAdmin(db, () -> db.get(RetentionQueries.class).next());
            assertThat(next).singleElement().satisfies(n -> {
                assertThat(n.kindId()).isEqualTo(photo.id());
                assertThat(n.removes()).isEqualTo(1);
                assertThat(n.held()).isZero();
                assertThat(n.papers()).extracting(RetentionQueries.Due::id).containsExactly(due);
            });
            assertThat(SchoolGiven.asAdmin(db, () -> db.get(RetentionQueries.class).preview(photo.id(), 4)).papers())
                    .as("a year less").extracting(RetentionQueries.Due::id).containsExactlyInAnyOrder(due, kept);
            assertThat(code(() -> SchoolGiven.as(db, "school", () -> db.get(RetentionQueries.class).next()))).isEqualTo("forbidden");
            assertThat(papers(db, "school", ticket).rows()).as("a look removes nothing").allMatch(r -> r.removedAt() == null);
            Runs.once(db.get(RetentionJob.class));
            assertThat(papers(db, "school", ticket).rows()).allMatch(r -> r.removedAt() != null);
            assertThat(papers(db, "school", other).rows()).allMatch(r -> r.removedAt() == null);
        } finally {
            db.sql("update paper_kind set keep_years = null");
        }
    }

    @Test
    void a_file_is_found_by_the_words_of_its_name_by_who_may_see_its_subject(Db db) throws Exception {
        world(db);
        Long found = attach(db, "technician", ticket, "Messprotokoll Turnhalle.pdf", PDF);
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).find("turnh", 5))).extracting(PaperQueries.Found::id).containsExactly(found);
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).find("messprotokoll turnhalle", 5))).hasSize(1);
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).find("mensa", 5))).isEmpty();
        assertThat(SchoolGiven.as(db, "neighbour", () -> db.get(PaperQueries.class).find("turnhalle", 5))).as("of another school").isEmpty();
        assertThat(SchoolGiven.as(db, "school", () -> db.get(de.schulpakt.overview.search.SearchQueries.class).search("Turnhalle")).groups())
                .anySatisfy(g -> assertThat(g.kind()).isEqualTo("Paper"));
    }

    @Test
    void a_kind_that_was_added_is_offered_and_its_code_once(Db db) throws Exception {
        world(db);
        Long id = SchoolGiven.asAdmin(db, () -> db.get(PaperKinds.class).create(new PaperKinds.Create("WARTUNG", "Wartungsvertrag", "Maintenance contract", 10)));
        try {
            assertThat(db.get(PaperQueries.class).kinds()).extracting(PaperQueries.Kind::code).endsWith("WARTUNG");
            assertThat(code(() -> SchoolGiven.asAdmin(db, () -> db.get(PaperKinds.class).create(new PaperKinds.Create("WARTUNG", "Anders", "Other", null)))))
                    .isEqualTo("paper.kind_code");
            assertThat(code(() -> SchoolGiven.as(db, "school", () -> db.get(PaperKinds.class).create(new PaperKinds.Create("EIGENE", "Eigene", "Own", null)))))
                    .isEqualTo("forbidden");
        } finally {
            db.sql("delete from paper_kind where id = ?", id);
        }
    }

    @Test
    void until_the_scanner_has_said_yes_nobody_opens_a_file_and_what_it_finds_is_gone(Db db) throws Exception {
        world(db);
        Long before = attach(db, "technician", ticket, "vorher.pdf", PDF);
        assertThat(opened(db, "school", before)).isEqualTo(PDF);
        try (Clamd clamd = new Clamd()) {
            System.setProperty("schulpakt.clamav", "127.0.0.1:" + clamd.port());
            Long good = attach(db, "technician", ticket, "gut.txt", "Alles in Ordnung".getBytes(UTF_8));
            Long bad = attach(db, "technician", ticket, "boese.txt", EICAR.getBytes(US_ASCII));
            for (Long paper : List.of(before, good, bad)) {
                assertThat(code(() -> opened(db, "school", paper))).isEqualTo("paper.waiting");
            }
            Runs.once(db.get(ScanJob.class));
            assertThat(opened(db, "school", before)).isEqualTo(PDF);
            assertThat(opened(db, "school", good)).asString(UTF_8).isEqualTo("Alles in Ordnung");
            assertThat(code(() -> opened(db, "school", bad))).isEqualTo("paper.infected");
            assertThat(papers(db, "school", ticket).rows().get(0)).satisfies(r -> {
                assertThat(r.scan()).isEqualTo(ScanState.INFECTED);
                assertThat(r.scanSaid()).isEqualTo("Eicar-Test-Signature");
            });
            assertThat(db.number("select count(*) from paper_piece p join paper_content c on c.id = p.content_id where c.scan = 'INFECTED'")).isZero();
            assertThat(code(() -> attach(db, "technician", other, "nochmal.txt", EICAR.getBytes(US_ASCII)))).isEqualTo("paper.infected");
        }
    }

    @Test
    void a_scanner_that_is_away_is_told_and_asked_again(Db db) throws Exception {
        world(db);
        Clamd clamd = new Clamd();
        System.setProperty("schulpakt.clamav", "127.0.0.1:" + clamd.port());
        clamd.close();
        Long paper = attach(db, "technician", ticket, "a.pdf", PDF);
        assertThat(Runs.once(db.get(ScanJob.class))).startsWith("job.kind.scan_away");
        assertThat(code(() -> opened(db, "school", paper))).isEqualTo("paper.waiting");
        try (Clamd back = new Clamd(clamd.port())) {
            Runs.once(db.get(ScanJob.class));
            assertThat(opened(db, "school", paper)).isEqualTo(PDF);
            back.answers = "stream: Can't allocate memory ERROR";
            attach(db, "technician", other, "b.txt", "Text".getBytes(US_ASCII));
            assertThat(Runs.once(db.get(ScanJob.class))).as("what is no answer is no yes").startsWith("job.kind.scan_away");
        }
    }

    /** A small server of ClamAV's protocol: zINSTREAM, pieces with their length, a piece of none at the end. */
    private static final class Clamd implements AutoCloseable {
        private final ServerSocket server;
        volatile String answers;

        Clamd() throws IOException {
            this(0);
        }

        Clamd(int port) throws IOException {
            server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "clamd");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    assertThat(new String(in.readNBytes(10), US_ASCII)).isEqualTo("zINSTREAM\0");
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        all.write(in.readNBytes(length));
                    }
                    boolean found = all.toString(US_ASCII).contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE");
                    String answer = answers != null ? answers : found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
                    socket.getOutputStream().write((answer + "\0").getBytes(US_ASCII));
                } catch (IOException e) {
                    // closed
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void hundreds_at_a_subject_come_fifty_a_page_and_by_kind_in_as_few_statements(Db db) {
        world(db);
        attach(db, "technician", ticket, "erste.pdf", PDF);
        Long content = db.number("select max(id) from paper_content");
        for (int i = 1; i <= 212; i++) {
            db.sql("insert into paper (subject_type, subject_id, kind_id, content_id, name, media_type, size, sha256, actor_name, made_at, version)"
                    + " select subject_type, subject_id, (select id from paper_kind where code = ?), ?, ?, media_type, size, sha256, actor_name, made_at, 1 from paper where name = 'erste.pdf'",
                    i % 4 == 0 ? "PROTOCOL" : "PHOTO", content, "datei-" + i + ".pdf");
        }
        PaperQueries.View first = papers(db, "school", ticket);
        assertThat(first.rows()).hasSize(50);
        assertThat(first.rows().get(0).name()).as("the newest first").isEqualTo("datei-212.pdf");
        assertThat(List.of(first.total(), first.first(), first.last(), first.all())).containsExactly(213L, 1L, 50L, 213L);
        PaperQueries.View last = SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).of("Ticket", ticket, null, 99));
        assertThat(last.page()).as("behind the last one is the last one").isEqualTo(5);
        assertThat(last.rows()).hasSize(13);
        assertThat(last.rows().get(12).name()).isEqualTo("erste.pdf");
        PaperQueries.View protocols = SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).of("Ticket", ticket, "PROTOCOL", 2));
        assertThat(protocols.total()).isEqualTo(53);
        assertThat(protocols.rows()).hasSize(3).allSatisfy(r -> assertThat(r.kind()).isEqualTo("PROTOCOL"));
        assertThat(protocols.kinds()).extracting(PaperQueries.OfKind::code, PaperQueries.OfKind::papers)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("PHOTO", 160L), org.assertj.core.groups.Tuple.tuple("PROTOCOL", 53L));
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).of("Ticket", ticket, "GIBTESNICHT", null)).rows()).isEmpty();
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).all("Ticket", ticket))).hasSize(213);
        int[] one = new int[1];
        int[] many = new int[1];
        SchoolGiven.as(db, "school", () -> one[0] = db.statements(() -> db.get(PaperQueries.class).of("Ticket", other)));
        SchoolGiven.as(db, "school", () -> many[0] = db.statements(() -> db.get(PaperQueries.class).of("Ticket", ticket, "PHOTO", 3)));
        assertThat(many[0]).isLessThanOrEqualTo(one[0] + 1);
    }

    @Test
    void types_are_taken_in_or_not_as_an_administrator_says_and_never_what_a_browser_would_run(Db db) {
        world(db);
        byte[] rtf = "{\\rtf1\\ansi Angebot}".getBytes(US_ASCII);
        assertThat(code(() -> attach(db, "technician", ticket, "angebot.rtf", rtf))).isEqualTo("paper.type");
        type(db, SafeType.RTF, 0, true, false);
        Long kept = attach(db, "technician", ticket, "angebot.rtf", rtf);
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).content(kept)).shown()).as("as a download").isEqualTo(Shown.NONE);
        assertThat(code(() -> {
            type(db, SafeType.RTF, version(db, SafeType.RTF), true, true);
            return null;
        })).isEqualTo("paper.type_not_shown");
        type(db, SafeType.RTF, version(db, SafeType.RTF), false, false);
        assertThat(code(() -> attach(db, "technician", other, "angebot.rtf", rtf))).isEqualTo("paper.type");
        assertThat(opened(db, "school", kept)).as("what is there can be opened").isEqualTo(rtf);
        assertThat(code(() -> {
            type(db, SafeType.RTF, 0, true, false);
            return null;
        })).as("seen before").isEqualTo("conflict");
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(TypeQueries.class).typeHistory(SafeType.RTF))).hasSize(2);
        Long pdf = attach(db, "technician", ticket, "brief.pdf", PDF);
        type(db, SafeType.PDF, version(db, SafeType.PDF), true, false);
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).content(pdf)).shown()).isEqualTo(Shown.NONE);
        type(db, SafeType.PDF, version(db, SafeType.PDF), true, true);
        assertThat(SchoolGiven.as(db, "school", () -> db.get(PaperQueries.class).content(pdf)).shown()).as("the way back").isEqualTo(Shown.PDF);
        db.sql("insert into paper_type (media_type, ending, shown, offered) values ('text/html', 'html', 'NONE', true), ('image/svg+xml', 'svg', 'IMAGE', true)");
        assertThat(code(() -> attach(db, "technician", ticket, "a.html", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8)))).as("data alone let nothing in")
                .isEqualTo("paper.type");
        assertThat(code(() -> attach(db, "technician", ticket, "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".getBytes(UTF_8)))).isEqualTo("paper.type");
        assertThat(Stream.of(SafeType.values()).map(SafeType::mediaType)).noneMatch(m -> m.contains("html") || m.contains("svg") || m.contains("script"));
        db.sql("delete from paper_type where media_type in ('text/html', 'image/svg+xml')");
        assertThat(db.get(TypeQueries.class).accepted()).contains(".pdf", ".heic").doesNotContain(".rtf");
        assertThat(code(() -> SchoolGiven.as(db, "school", () -> db.get(TypeQueries.class).types()))).isEqualTo("forbidden");
        db.sql("update paper_type set offered = (media_type = 'application/pdf')");
        assertThat(code(() -> {
            type(db, SafeType.PDF, version(db, SafeType.PDF), false, false);
            return null;
        })).isEqualTo("paper.type_last");
        db.sql("update paper_type set offered = true");
        db.sql("delete from paper_type where media_type = 'application/rtf'");
    }

    private static void type(Db db, SafeType type, Integer version, boolean offered, boolean shown) {
        SchoolGiven.asAdmin(db, () -> {
            db.get(PaperTypes.class).change(new PaperTypes.Change(type, version, offered, shown));
            return null;
        });
    }

    private static Integer version(Db db, SafeType type) {
        return SchoolGiven.asAdmin(db, () -> db.get(TypeQueries.class).types()).stream().filter(t -> t.type() == type).findFirst().orElseThrow().version();
    }
}
