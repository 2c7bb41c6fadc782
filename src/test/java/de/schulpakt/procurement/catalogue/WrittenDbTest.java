package de.schulpakt.procurement.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New rows get their ids in the order in which they were persisted, whatever was read and flushed between. */
@DbTest
class WrittenDbTest {
    private static final int ROWS = 60;

    @Test
    void ids_count_in_the_order_of_persisting(Db db) {
        List<Supplier> made = new ArrayList<>();
        db.tx(() -> {
            EntityManager em = db.get(EntityManager.class);
            for (int i = 0; i < ROWS; i++) {
                Supplier supplier = new Supplier("Lieferant " + (ROWS - i), null);
                em.persist(supplier);
                made.add(supplier);
                if (i == ROWS / 2) {
                    em.flush();
                    // one that is persisted and given up leaves no gap in the order of the others
                    Supplier given = new Supplier("aufgegeben", null);
                    em.persist(given);
                    em.remove(given);
                }
            }
        });
        assertThat(made).extracting(Supplier::id).doesNotContainNull().isSorted();
        assertThat(db.number("select count(*) from supplier where name like 'Lieferant %'")).isEqualTo(ROWS);
    }
}
