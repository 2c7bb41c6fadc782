package de.schulpakt.funding.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.annex.AnnexQueries;
import de.schulpakt.funding.annex.DecisionQueries;
import de.schulpakt.funding.household.FollowCostKind;
import de.schulpakt.funding.household.FollowCosts;
import de.schulpakt.funding.household.OwnShareQueries;
import de.schulpakt.funding.inquiry.Inquiries;
import de.schulpakt.funding.inquiry.InquirySide;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.proof.ProofKind;
import de.schulpakt.funding.proof.Proofs;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.funding.revision.Revisions;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.limit.AwardLimits;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** An audit bundle holds the papers, proofs and tables of an application, and its sums are those of its files. */
@DbTest
class AuditBundlesDbTest {
    @Test
    void a_bundle_holds_papers_proofs_and_tables_and_its_sums_are_right(Db db) throws IOException {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 200_000);
        b.receive(b.order(b.approved(b.tablet(40_000), 2)), "1", null, "S-1", "S-2");
        Long application = db.number("select max(application_id) from budget");
        paper(db, b.officer, "Application", application, "Bescheid.txt");
        paper(db, b.officer, "Application", application, "Bescheid.txt");
        paper(db, b.officer, "Decision", application, "Zuwendungsbescheid.txt");
        paper(db, b.officer, "Annex", db.number("select max(id) from annex"), "Medienkonzept.txt");
        paper(db, b.officer, "Invoice", db.number("select min(id) from invoice"), "R-1.txt");
        Long proof = SchoolGiven.as(db, b.officer, () -> db.get(Proofs.class).prepare(new Proofs.Prepare(application, ProofKind.FINAL, null)));
        SchoolGiven.as(db, b.receiver, () -> {
            db.get(Proofs.class).submit(proof, new Proofs.Submit((int) db.number("select version from proof where id = ?", proof), "Rest folgt"));
            return null;
        });
        Long notice = SchoolGiven.as(db, b.officer, () -> db.get(Revisions.class).create(new Revisions.Create(application, RevisionKind.NOTICE, "Umzug", null)));
        Long inquiry = SchoolGiven.as(db, b.officer, () -> {
            db.get(Revisions.class).submit(notice, new Revisions.Submit((int) db.number("select version from revision where id = ?", notice), null));
            return db.get(Inquiries.class).ask(new Inquiries.Ask(application, InquirySide.GRANTING_BODY, "Kosten", "Bitte Angebote", ProcurementGiven.today(), null));
        });
        paper(db, b.officer, "Inquiry", inquiry, "Brief.txt");
        String auditor = SchoolGiven.user(db, "audit.one", Role.AUDITOR, b.authority, null);
        Map<String, byte[]> files = bundle(db, auditor, application);
        String no = db.sql("select no from application where id = ?", application).get(0).get("no").toString();
        String kept = db.sql("select no from proof").get(0).get("no").toString();
        assertThat(files.keySet()).contains("papers/Application " + no + "/Bescheid.txt", "papers/Application " + no + "/Bescheid (2).txt", "papers/Invoice R-1/R-1.txt",
                "proofs/" + kept + ".pdf", "proofs/" + kept + ".xlsx", "proofs/" + kept + ".json", "tables/positions.csv", "tables/receipts.csv", "tables/devices.csv",
                "tables/postings.csv", "tables/history.csv", "index/index.csv", "index/SHA256SUMS");
        assertThat(files.keySet()).contains("papers/Decision " + no + "/Zuwendungsbescheid.txt").anyMatch(f -> f.startsWith("papers/Annex " + no) && f.endsWith("/Medienkonzept.txt"));
        String version = db.sql("select no from revision").get(0).get("no").toString();
        assertThat(files.keySet()).contains("application/" + no + ".pdf", "versions/" + version + ".pdf", "versions/" + version + ".json", "tables/inquiries.csv",
                "papers/Inquiry " + db.sql("select no from inquiry").get(0).get("no") + "/Brief.txt");
        assertThat(sum(files.get("versions/" + version + ".json"))).isEqualTo(db.sql("select sha256 as s from revision").get(0).get("s"));
        assertThat(text(files, "tables/inquiries.csv")).contains("Bitte Angebote");
        assertThat(text(files, "tables/history.csv")).contains(version);
        String[] sums = new String(files.get("index/SHA256SUMS"), StandardCharsets.UTF_8).split("\n");
        assertThat(sums).as("all but itself").hasSize(files.size() - 1);
        assertThat(Arrays.asList(sums)).allSatisfy(line -> assertThat(line.substring(0, 64)).isEqualTo(sum(files.get(line.substring(66)))));
        assertThat(sum(files.get("proofs/" + kept + ".json"))).as("as it was handed in").isEqualTo(db.sql("select sha256 as s from proof").get(0).get("s"));
        assertThat(text(files, "tables/devices.csv")).contains("S-1").contains("S-2");
        assertThat(text(files, "tables/receipts.csv")).contains("R-1").contains("800.00").contains("672.27");
        assertThat(text(files, "tables/postings.csv").lines().count()).isEqualTo(1 + db.number("select count(*) from posting"));
        assertThat(db.number("select count(*) from history where action = 'AuditAction.FETCH_BUNDLE' and subject_id = ?", application)).isEqualTo(1);
    }

    @Test
    void the_own_share_by_year_and_the_follow_up_costs_are_in_it_also_what_was_taken_back(Db db) throws IOException {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 200_000);
        b.receive(b.order(b.approved(b.tablet(40_000), 2)), "1", null, "S-1", "S-2");
        Long application = db.number("select max(application_id) from budget");
        int now = ProcurementGiven.today().getYear();
        Long licences = follow(db, b, application, "MDM", 1_234_56, now + 2);
        Long staff = follow(db, b, application, "Betreuung", 7_000_00, now + 3);
        SchoolGiven.as(db, b.officer, () -> {
            db.get(FollowCosts.class).takeBack(staff, new FollowCosts.TakeBack((int) db.number("select version from follow_cost where id = ?", staff), "Doppelt erfasst"));
            return null;
        });
        Map<String, byte[]> files = bundle(db, SchoolGiven.user(db, "audit.one", Role.AUDITOR, b.authority, null), application);
        OwnShareQueries.OfAward share = SchoolGiven.as(db, b.officer, () -> db.get(OwnShareQueries.class).ofAward(application));
        assertThat(text(files, "tables/own-share.csv").lines()).as("each year, the sum and the head").hasSize(share.years().size() + 2);
        assertThat(text(files, "tables/own-share.csv").lines().filter(l -> l.contains(String.valueOf(now)))).singleElement().asString()
                .contains(BigDecimal.valueOf(share.years().get(0).spentCents(), 2).toPlainString());
        assertThat(share.years().get(0).spentCents()).as("ten percent of 800 euros").isEqualTo(8_000);
        assertThat(text(files, "tables/own-share.csv").lines().reduce((x, last) -> last)).get().asString().contains(BigDecimal.valueOf(share.total().needCents(), 2).toPlainString());
        String no = db.sql("select no from follow_cost where id = ?", licences).get(0).get("no").toString();
        String gone = db.sql("select no from follow_cost where id = ?", staff).get(0).get("no").toString();
        assertThat(text(files, "tables/follow-costs.csv").lines().filter(l -> l.contains(no))).singleElement().asString().contains("MDM", "1234.56", "zählt");
        assertThat(text(files, "tables/follow-costs.csv").lines().filter(l -> l.contains(gone))).singleElement().asString().contains("zurückgenommen");
        assertThat(text(files, "tables/history.csv").lines().filter(l -> l.contains(gone))).as("why it was taken back").anySatisfy(l -> assertThat(l).contains("Doppelt erfasst"));
        assertThat(text(files, "index/index.csv")).contains("tables/own-share.csv", "tables/follow-costs.csv");
    }

    private static Long follow(Db db, ProcurementGiven b, Long application, String title, long cents, int year) {
        return SchoolGiven.as(db, b.officer, () -> db.get(FollowCosts.class).record(new FollowCosts.Record(application, FollowCostKind.OTHER, title, cents, year, year, "Angebot")));
    }

    @Test
    void what_was_removed_stands_in_the_index_and_nobody_else_gets_a_bundle(Db db) throws IOException {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 200_000);
        Long application = db.number("select max(application_id) from budget");
        Long paper = paper(db, b.officer, "Application", application, "Alt.txt");
        db.sql("update paper set content_id = null, removed_at = now(6), removed_why = 'falsche Datei' where id = ?", paper);
        Map<String, byte[]> files = bundle(db, b.officer, application);
        assertThat(files.keySet()).noneMatch(path -> path.endsWith("Alt.txt"));
        assertThat(text(files, "index/index.csv")).contains("Alt.txt").contains("falsche Datei");
        assertThatThrownBy(() -> bundle(db, b.admin, application)).isInstanceOfAny(NotFound.class, Forbidden.class);
        ProcurementGiven other = ProcurementGiven.school(db, "Eichendorff");
        assertThatThrownBy(() -> bundle(db, other.officer, application)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bundle(db, b.officer, 999_999)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_limited_auditor_gets_the_letters_of_the_award_and_its_pages(Db db) throws IOException {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 200_000);
        b.receive(b.order(b.approved(b.tablet(40_000), 1)), "1", null, "S-1");
        Long application = db.number("select max(application_id) from budget");
        Long annex = db.number("select max(id) from annex");
        Long ticket = InstallGiven.plain(db, b.school, "Dose");
        db.sql("insert into ticket_device (ticket_id, device_id) select ?, max(id) from device", ticket);
        InstallGiven.take(db, ticket);
        InstallGiven.schedule(db, ticket, 600L);
        Long visit = db.number("select max(id) from visit");
        paper(db, b.officer, "Decision", application, "Zuwendungsbescheid.txt");
        paper(db, b.officer, "Annex", annex, "Medienkonzept.txt");
        paper(db, InstallGiven.TECHNICIAN, "Visit", visit, "Foto.txt");
        String limited = SchoolGiven.user(db, "audit.limited", Role.AUDITOR, null, null);
        Long user = db.number("select id from app_user where login = ?", limited);
        SchoolGiven.asAdmin(db, () -> db.get(AwardLimits.class).give(user, new AwardLimits.Give(application, ProcurementGiven.today(), ProcurementGiven.today(), null)));
        assertThat(bundle(db, limited, application).keySet()).anyMatch(f -> f.endsWith("/Zuwendungsbescheid.txt")).anyMatch(f -> f.endsWith("/Medienkonzept.txt"))
                .anyMatch(f -> f.endsWith("/Foto.txt"));
        SchoolGiven.as(db, limited, () -> {
            assertThat(db.get(DecisionQueries.class).view(application).applicationId()).isEqualTo(application);
            assertThat(db.get(AnnexQueries.class).view(annex).id()).isEqualTo(annex);
            return null;
        });
        ProcurementGiven other = ProcurementGiven.school(db, "Eichendorff");
        other.budget(Category.MOBILE_DEVICE, 100_000);
        Long foreign = db.number("select max(id) from application");
        SchoolGiven.as(db, limited, () -> {
            assertThatThrownBy(() -> db.get(DecisionQueries.class).view(foreign)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(AnnexQueries.class).view(db.number("select max(id) from annex"))).isInstanceOf(NotFound.class);
            return null;
        });
    }

    @Test
    void what_its_asker_may_not_see_is_not_left_out_in_silence(Db db) throws IOException {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 200_000);
        b.receive(b.order(b.approved(b.tablet(40_000), 1)), "1", null, "S-1");
        Long application = db.number("select max(application_id) from budget");
        db.sql("update device set school_id = ?, room_id = null", SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Mainz"), "Eichendorff"));
        paper(db, InventoryGiven.officer(db), "Device", db.number("select max(id) from device"), "Foto.txt");
        Map<String, byte[]> files = bundle(db, SchoolGiven.user(db, "audit.one", Role.AUDITOR, b.authority, null), application);
        assertThat(files.keySet()).noneMatch(f -> f.endsWith("/Foto.txt"));
        assertThat(text(files, "index/index.csv")).contains("abgerufen hat: 1").doesNotContain("papers/Decision");
        db.clean();
    }

    @Test
    void names_mean_the_same_on_every_system() {
        assertThat(BundleFile.plain("../../etc/passwd")).isEqualTo(".._.._etc_passwd");
        assertThat(BundleFile.plain("a\u0000b\\c:d?.pdf")).isEqualTo("a_b_c_d_.pdf");
        assertThat(BundleFile.plain("..")).isEqualTo("_");
        assertThat(BundleFile.plain("x".repeat(300) + ".pdf")).hasSize(120).endsWith(".pdf");
    }

    private static Map<String, byte[]> bundle(Db db, String who, long application) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SchoolGiven.as(db, who, () -> {
            db.get(AuditBundles.class).fetch(application);
            db.get(BundleWriter.class).write(application, Locale.GERMANY, out);
            return null;
        });
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static Long paper(Db db, String who, String type, Long id, String name) {
        return SchoolGiven.as(db, who, () -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(("Inhalt von " + name + System.nanoTime()).getBytes(StandardCharsets.UTF_8)), name)) {
                return db.get(Papers.class).attach(type, id, new Papers.Attach("OTHER", null, null), file);
            }
        });
    }

    private static String sum(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }
}
