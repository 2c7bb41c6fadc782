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

    /** What the checks of pages say of a page that has everything wrong. */
    @Test
    void the_checks_find_what_is_wrong() {
        try (Browser browser = Browser.open()) {
            Page page = browser.desktop("de-DE").newPage();
            page.setContent("""
                    <html lang='de'><base href='http://localhost/'><title>Schulpakt</title><style>a, button { outline: 0 } .bad:focus { outline: 3px solid red }
                      .bar { position: fixed; inset: auto 0 0; height: 90px; background: white; z-index: 3 } .sign::before { content: ''; background: canvas; mask: linear-gradient(red, red) }
                      .works p { animation: go 9s infinite } @keyframes go { to { opacity: 0 } }</style>
                    <header class=top></header><nav class=rail></nav>
                    <main><h1>Kopf</h1><p>bis zum <span style="display: inline-block; width: 60px">3. November 2026</span></p>
                      <a href="/x?id=1&id=1">ohne Rand</a> <a class=bad tabindex=3 href="/y">vorgedrängelt</a>
                      <div data-dialog=d>nur für die Maus</div>
                      <button class=bad type=button data-dialog=d>öffnet nichts</button><dialog id=d><p>Frage</p></dialog>
                      <p class=sign>ein Zeichen</p><div style="width: 2000px">zu breit</div><p style="height: 2000px"></p><a class=bad href="/z">verdeckt</a>
                    </main><div class=bar></div>""");
            assertThat(KeyCheck.faults(page)).anyMatch(f -> f.contains("does not show the focus: a \"ohne Rand"))
                    .anyMatch(f -> f.contains("jumps the queue: a \"vorgedrängelt")).anyMatch(f -> f.contains("only for the mouse: div"))
                    .anyMatch(f -> f.contains("does not open by Enter: öffnet nichts")).anyMatch(f -> f.contains("the focus is covered: a \"verdeckt"))
                    .anyMatch(f -> f.contains("a sign vanishes: sign")).anyMatch(f -> f.contains("no motion wanted: go of"));
            assertThat(PageCheck.shape(page)).anyMatch(f -> f.contains("the page needs 20")).anyMatch(f -> f.contains("a number breaks: 3. November"));
            assertThat(PageCheck.texts(page, "de")).anyMatch(f -> f.contains("says it twice: /x?id=1&id=1"));
        }
    }
}
