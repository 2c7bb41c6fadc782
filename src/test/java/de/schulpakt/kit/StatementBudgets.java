package de.schulpakt.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The reviewed number of statements that a question needs. */
public final class StatementBudgets {
    private StatementBudgets() {
    }

    /** The number of a question, e.g. {@code RequestQueries.list}. */
    public static int of(String question) {
        try (InputStream in = StatementBudgets.class.getResourceAsStream("/statement-budgets.properties")) {
            Properties budgets = new Properties();
            budgets.load(in);
            return Integer.parseInt(budgets.getProperty(question));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
