package de.schulpakt.procurement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The reviewed number of statements that a question needs. */
final class StatementBudgets {
    private StatementBudgets() {
    }

    /** The number of a question, e.g. {@code RequestQueries.list}. */
    static int of(String question) throws IOException {
        try (InputStream in = StatementBudgets.class.getResourceAsStream("/statement-budgets.properties")) {
            Properties budgets = new Properties();
            budgets.load(in);
            return Integer.parseInt(budgets.getProperty(question));
        }
    }
}
