package de.schulpakt.platform.row;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.MariaDBPlatform;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * How EclipseLink speaks with MariaDB here. A DATETIME is written and read as the digits that stand there: by way of
 * {@link java.sql.Timestamp}, as EclipseLink does it by itself, the digits become an instant in the machine's time zone, and
 * those of the hour that a change of the clock takes away come back shifted.
 */
public class Dialect extends MariaDBPlatform {
    private static final long serialVersionUID = 1L;

    /** No: EclipseLink's short cut for reading goes by way of Timestamp, past {@link #getObjectFromResultSet}. */
    @Override
    public boolean shouldOptimizeDataConversion() {
        return false;
    }

    @Override
    public void setParameterValueInDatabaseCall(Object parameter, PreparedStatement statement, int index, AbstractSession session)
            throws SQLException {
        if (parameter instanceof LocalDateTime) {
            statement.setObject(index, parameter);
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    @Override
    public Object getObjectFromResultSet(ResultSet rows, int column, int type, AbstractSession session) throws SQLException {
        return type == Types.TIMESTAMP ? rows.getObject(column, LocalDateTime.class) : super.getObjectFromResultSet(rows, column, type, session);
    }

    /**
     * Room for every JPQL text of the application: a text that has fallen out is parsed anew each time it is asked. A question
     * whose connection was gone is asked once more at once, and not three times with 5 s between, while somebody waits.
     */
    public static final class Settings implements SessionCustomizer {
        private static final int TEXTS = 6000;

        @Override
        public void customize(Session session) {
            session.getProject().setJPQLParseCacheMaxSize(TEXTS);
            // by its name in persistence.xml the server would look for it among its own classes, and not find it
            ((AbstractSession) session).setQueryBuilder(new Parser());
            DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
            login.setQueryRetryAttemptCount(1);
            login.setDelayBetweenConnectionAttempts(0);
            Written.inOrder(session);
        }
    }
}
