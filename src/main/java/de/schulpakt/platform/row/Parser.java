package de.schulpakt.platform.row;

import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.jpa.jpql.HermesParser;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.JPAQueryBuilder;

/**
 * Parses one JPQL text at a time. EclipseLink's own parser is not safe for threads: once in some ten thousand requests it found
 * a syntax error in a text that has none ("The select item is missing from the result variable declaration") while another
 * thread parsed. What is parsed is kept ({@link Dialect.Settings}), so nobody waits long.
 */
public final class Parser implements JPAQueryBuilder {
    private static final Object ONE = new Object();
    private final JPAQueryBuilder parser = new HermesParser();

    @Override
    public DatabaseQuery buildQuery(CharSequence jpql, AbstractSession session) {
        synchronized (ONE) {
            return parser.buildQuery(jpql, session);
        }
    }

    @Override
    public Expression buildSelectionCriteria(String entity, String criteria, AbstractSession session) {
        synchronized (ONE) {
            return parser.buildSelectionCriteria(entity, criteria, session);
        }
    }

    @Override
    public void populateQuery(CharSequence jpql, DatabaseQuery query, AbstractSession session) {
        synchronized (ONE) {
            parser.populateQuery(jpql, query, session);
        }
    }

    @Override
    public void setValidationLevel(String level) {
        parser.setValidationLevel(level);
    }
}
