package de.schulpakt.platform.row;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.queries.ReadQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;

/**
 * Questions for the first rows. EclipseLink keeps each text as a question for all its rows, and writes the SQL anew each time
 * when only some of them are wanted, which costs more than to ask the database. Here the same text is kept once more for each
 * number of rows, told apart by blanks at its end, and its SQL is written once.
 */
final class Limited {
    private Limited() {
    }

    /** The question of that text for so many rows at most, at least one. */
    static Query question(EntityManager em, String jpql, int most) {
        String text = jpql + apart(most);
        Query query = em.createQuery(text);
        if (query.unwrap(ReadQuery.class).getMaxRows() == most) {
            return query;
        }
        AbstractSession session = em.unwrap(JpaEntityManager.class).getServerSession();
        if (session.getProject().getJPQLParseCache().get(text) instanceof ReadQuery kept) {
            synchronized (kept) {
                if (kept.getMaxRows() != most) {
                    kept.setMaxRows(most);
                    kept.checkPrepare(session, new DatabaseRecord());
                }
            }
        }
        // whatever has become of what is kept: the answer has no more rows than that
        return query.setMaxResults(most);
    }

    /** Blanks that no other number has. */
    private static String apart(int most) {
        return " " + Integer.toBinaryString(most).replace('0', ' ').replace('1', '\t');
    }
}
