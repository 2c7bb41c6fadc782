package de.schulpakt.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Browser;
import de.schulpakt.kit.EveryPage;
import de.schulpakt.kit.ServerDatabase;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every page that anybody can reach: its words in both languages; in German at ten widths and in both themes, and every form of
 * it sent once.
 */
@ServerTest
@TestMethodOrder(OrderAnnotation.class)
class WholeWalkIT {
    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
    }

    /** Accounts, roles and rules are not what they were. */
    @AfterAll
    static void leavesNothingBehind() {
        ServerDatabase.checks();
        ServerDatabase.renew();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @Order(1)
    void every_page_speaks_english() {
        assertThat(EveryPage.faultsInEnglish(browser)).isEmpty();
    }

    @Test
    @Order(2)
    void every_page_is_whole_for_everybody_and_every_form_answers_in_words() {
        assertThat(EveryPage.faultsInGerman(browser)).isEmpty();
    }
}
