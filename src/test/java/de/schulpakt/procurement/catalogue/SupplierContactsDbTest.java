package de.schulpakt.procurement.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobsGiven;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Whom to ask at a supplier is known as long as there may be something to ask, and no longer. */
@DbTest
class SupplierContactsDbTest {
    private static final String KNOWN = "select count(*) from supplier where id = ? and contact is not null and phone is not null and email is not null";

    @Test
    void a_contact_goes_three_whole_years_after_the_last_order_the_last_change_and_the_end_of_a_contract(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Kontaktschule");
        Long supplier = given.supplier;
        db.sql("update supplier set contact = 'Petra Verkauf', phone = '0261 1', email = 'petra@firma.example', customer_no = 'K-7' where id = ?", supplier);
        int year = db.get(Clock.class).today().getYear();
        run(db, year + 3);
        assertThat(db.number(KNOWN, supplier)).as("added three years ago").isEqualTo(1);
        db.sql("insert into purchase_order (no, supplier_id, authority_id, state, award_reference, ordered_on, created_at) values ('B-ALT', ?, ?, 'RECEIVED', 'x', ?, now(6))", supplier,
                given.authority, LocalDate.of(year + 2, 12, 31));
        db.sql("insert into framework_contract (supplier_id, no, title, from_on, to_on) values (?, 'RV-1', 'Rahmen', ?, ?)", supplier, LocalDate.of(year, 1, 1),
                LocalDate.of(year + 7, 6, 30));
        run(db, year + 5);
        assertThat(db.number(KNOWN, supplier)).as("ordered three years ago").isEqualTo(1);
        run(db, year + 6);
        assertThat(db.number(KNOWN, supplier)).as("a contract runs").isEqualTo(1);
        run(db, year + 8);
        assertThat(db.sql("select contact, phone, email, customer_no from supplier where id = ?", supplier).get(0)).containsEntry("contact", null).containsEntry("phone", null)
                .containsEntry("email", null).containsEntry("customer_no", "K-7");
        long lines = db.number("select count(*) from history where subject_type = 'Supplier' and subject_id = ? and action = 'CatalogueAction.FORGET'", supplier);
        assertThat(lines).isEqualTo(1);
        run(db, year + 8);
        assertThat(db.number("select count(*) from history where subject_type = 'Supplier' and subject_id = ? and action = 'CatalogueAction.FORGET'", supplier)).isEqualTo(lines);
    }

    private static void run(Db db, int year) {
        Instant at = LocalDate.of(year, 7, 1).atStartOfDay(Clock.ZONE).toInstant();
        db.get(Clock.class).at(at, () -> JobsGiven.run(db, "supplier-contacts"));
    }
}
