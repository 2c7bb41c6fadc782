package de.schulpakt.kit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Says of each window that was open what it showed when a test failed: "waiting for a text to be visible" alone tells
 * nobody whether the page was another one, empty, or asked for a sign-in.
 */
final class Seen implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    private static final int LENGTH = 900;

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        String seen = Browser.opened().map(Seen::words).collect(Collectors.joining("\n"));
        if (!seen.isEmpty()) {
            failure.addSuppressed(new AssertionError(seen));
            System.err.println(test.getDisplayName() + " failed before\n" + seen);
        }
        throw failure;
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        handleTestExecutionException(test, failure);
    }

    private static String words(Page page) {
        try {
            String text = page.locator("body").innerText().replaceAll("\\s+", " ");
            return page.url() + ": " + text.substring(0, Math.min(LENGTH, text.length()));
        } catch (PlaywrightException e) {
            return page.url() + ": " + e.getMessage();
        }
    }
}
