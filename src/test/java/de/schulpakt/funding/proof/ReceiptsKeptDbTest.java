package de.schulpakt.funding.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.inquiry.Inquiries;
import de.schulpakt.funding.inquiry.InquirySide;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.funding.revision.Revisions;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.retention.RetentionJob;
import de.schulpakt.platform.job.Runs;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Receipts of a grant outlive the time of their kind. */
@DbTest
class ReceiptsKeptDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(US_ASCII);

    @Test
    void receipts_are_kept_until_the_proof_and_so_many_years_after_it(Db db) throws Exception {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = b.order(b.approved(b.tablet(40_000), 1));
        b.receive(order, "1", null, "S-1");
        Long programme = db.number("select max(programme_id) from application");
        Long application = db.number("select max(application_id) from budget");
        Long invoice = db.number("select max(id) from invoice");
        Long device = db.number("select max(id) from device");
        Long foreign = SchoolGiven.school(db, b.authority, "Anderswo");
        Long revision = SchoolGiven.as(db, b.officer, () -> db.get(Revisions.class).create(new Revisions.Create(application, RevisionKind.NOTICE, "Anzeige", null)));
        Long inquiry = SchoolGiven.as(db, b.officer, () -> db.get(Inquiries.class).ask(new Inquiries.Ask(application, InquirySide.GRANTING_BODY, "Kosten", "Bitte Angebote",
                TODAY, null)));
        String[] subjects = {"Application", "PurchaseOrder", "Invoice", "Device", "Revision", "Inquiry", "Decision", "Annex"};
        Long[] ids = {application, order, invoice, device, revision, inquiry, application, db.number("select max(id) from annex")};
        for (int i = 0; i < ids.length; i++) {
            attach(b, subjects[i], ids[i]);
        }
        attach(b, "School", foreign);
        db.sql("update paper set made_at = ?", (TODAY.getYear() - 20) + "-06-01 12:00:00");
        db.sql("update paper_kind set keep_years = 10");
        try {
            Runs.once(db.get(RetentionJob.class));
            assertThat(left(db)).as("the proof is not handed in; what belongs to no grant goes").isEqualTo(8);

            Long proof = SchoolGiven.as(db, b.officer, () -> db.get(Proofs.class).prepare(new Proofs.Prepare(application, ProofKind.FINAL, null)));
            SchoolGiven.as(db, b.receiver, () -> {
                db.get(Proofs.class).submit(proof, new Proofs.Submit((int) db.number("select version from proof where id = ?", proof), "Rest folgt"));
                return null;
            });
            FundingGiven.rule(db, programme, RuleKind.KEEP_YEARS, null, "5");
            assertThat(kept(b, proof).until()).isEqualTo(TODAY.plusYears(5));
            db.sql("update proof set submitted_on = ?", TODAY.minusYears(5));
            Runs.once(db.get(RetentionJob.class));
            assertThat(left(db)).as("the last day of five years").isEqualTo(8);

            db.sql("update proof set submitted_on = ?", TODAY.minusYears(5).minusDays(1));
            Runs.once(db.get(RetentionJob.class));
            assertThat(left(db)).as("the time is over").isZero();
        } finally {
            db.sql("update paper_kind set keep_years = null");
        }
    }

    private static ReceiptsKept.Kept kept(ProcurementGiven b, Long proof) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(ProofQueries.class).view(proof)).kept();
    }

    private static long left(Db db) {
        return db.number("select count(*) from paper where removed_at is null");
    }

    private static void attach(ProcurementGiven b, String type, Long id) {
        Callable<Long> work = () -> {
            try (Received file = b.db.get(Intake.class).take(new ByteArrayInputStream(PDF), "a.pdf")) {
                return b.db.get(Papers.class).attach(type, id, new Papers.Attach("OTHER", null, null), file);
            }
        };
        if (type.equals("School")) {
            SchoolGiven.asAdmin(b.db, work);
        } else {
            SchoolGiven.as(b.db, type.equals("Device") ? b.admin : b.officer, work);
        }
    }
}
