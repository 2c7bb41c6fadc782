package de.schulpakt.platform.seal;

import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Values that open with the former key only are sealed with the one in force. */
@UseCases
@Unguarded("An inner door of the job; shows nothing to anybody.")
class Resealing {
    @PersistenceContext
    EntityManager em;
    @Inject
    Seal seal;

    /** A row with a sealed value. */
    record Row(Long id, byte[] value, String context) {
    }

    /** Seals those of one column anew; answers how many there were. A value that was changed meanwhile is left alone. */
    int renew(SealedColumn at) {
        int renewed = 0;
        for (Row row : Ask.sql(em, Row.class, "select x." + at.key() + " as id, x." + at.column() + " as value, " + at.context() + " as context from " + at.table() + " x where x."
                + at.column() + " is not null order by x." + at.key()).list()) {
            byte[] anew = seal.renewed(row.context(), row.value()).orElse(null);
            if (anew != null) {
                renewed += em.createNativeQuery("update " + at.table() + " set " + at.column() + " = ?1 where " + at.key() + " = ?2 and " + at.column() + " = ?3").setParameter(1, anew)
                        .setParameter(2, row.id()).setParameter(3, row.value()).executeUpdate();
            }
        }
        return renewed;
    }
}
