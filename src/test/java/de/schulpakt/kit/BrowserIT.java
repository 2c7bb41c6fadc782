package de.schulpakt.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class BrowserIT {

    @Test
    void the_installed_browser_can_be_driven() {
        try (Browser browser = Browser.open()) {
            Page page = browser.phone("de-DE").newPage();
            page.setContent("<html lang='de'><title>Schulpakt</title><button onclick=\"this.textContent = navigator.language\">?</button>");
            page.locator("button").click();
            assertThat(page.locator("button").textContent()).isEqualTo("de-DE");
            assertThat(page.viewportSize().width).isEqualTo(390);
        }
    }
}
