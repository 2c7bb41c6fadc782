package de.schulpakt.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Browser;
import de.schulpakt.kit.EveryForm;
import de.schulpakt.kit.EveryPage;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every page that anybody can reach, in both languages, at ten widths and in both themes, and every form of it sent once. It
 * takes many minutes, so it is asked for by name: {@code mvn -B -ntp verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=WholeWalk}.
 */
@ServerTest
class WholeWalk {
    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void every_page_is_whole_for_everybody_in_german() {
        assertThat(EveryPage.faults(browser, "de")).isEmpty();
    }

    @Test
    void every_page_is_whole_for_everybody_in_english() {
        assertThat(EveryPage.faults(browser, "en")).isEmpty();
    }

    @Test
    void every_form_is_sent_once_and_answers_in_words() {
        assertThat(EveryForm.faults(browser)).isEmpty();
    }
}
