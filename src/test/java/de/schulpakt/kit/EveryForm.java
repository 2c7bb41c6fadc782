package de.schulpakt.kit;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Presses every button of every form that the crawl of {@link EveryPage} reaches, once for each account: opens its dialog if
 * it has one, fills the fields by their type, sends. The answer is a page that says it went well or what is wrong, never a
 * technical sentence and never silence.
 */
public final class EveryForm {

    private static final Pattern TECHNICAL = Pattern.compile("j_idt|\\bjakarta\\b|Exception|\\?\\?\\?|\\bSQL|\\bnull\\b|: '[a-z]\\w*'");
    private static final String BUTTONS = "main form[method=post] input[type=submit], main form[method=post] button[type=submit],"
            + " main form[method=post] button[data-dialog]";

    private EveryForm() {
    }

    /** @return what is wrong, one line for each fault; empty faults with no form sent is a fault too */
    public static List<String> faults(Browser browser) {
        List<String> faults = new ArrayList<>();
        int sent = 0;
        for (String login : EveryPage.LOGINS) {
            try (Person person = Person.signsIn(browser.desktop("de-DE"), login, "de")) {
                Set<String> pressed = new HashSet<>();
                List<String> paths = new ArrayList<>();
                EveryPage.walk(person, 2, (path, answer) -> paths.add(path));
                for (String path : paths) {
                    sent += all(person, login, path, pressed, faults);
                }
            }
        }
        if (sent < 25) {
            faults.add("only " + sent + " forms were sent");
        }
        return faults;
    }

    private static int all(Person person, String login, String path, Set<String> pressed, List<String> faults) {
        Page page = person.page();
        int sent = 0;
        for (int i = 0; i < 40; i++) {
            person.typesAddress(path);
            Locator buttons = page.locator(BUTTONS);
            Locator next = null;
            String name = null;
            for (int b = 0; b < buttons.count() && next == null; b++) {
                Locator button = buttons.nth(b);
                if (button.isVisible()) {
                    String text = button.evaluate("b => b.getAttribute('aria-label') || b.value || b.innerText").toString().replaceAll("[:\\d].*", "");
                    name = path.replaceFirst("[?].*", "") + " [" + text + "]";
                    next = pressed.add(name) ? button : null;
                }
            }
            if (next == null) {
                return sent;
            }
            List<String> found = send(page, next);
            found.addAll(person.serverErrors());
            sent++;
            for (String fault : found) {
                faults.add(login + " " + path + " " + name + ": " + fault);
            }
        }
        return sent;
    }

    private static List<String> send(Page page, Locator button) {
        List<String> found = new ArrayList<>();
        String dialog = button.getAttribute("data-dialog");
        Locator scope = dialog == null ? button.locator("xpath=ancestor::form[1]") : page.locator("[id='" + dialog + "']");
        String before = page.url() + page.locator("main").innerText();
        try {
            if (dialog != null) {
                button.click();
            }
            fill(scope);
            Locator send = dialog == null ? button : scope.locator(".dialog-end input[type=submit]");
            page.evaluate("() => { window.same = true; }");
            send.click();
            page.waitForFunction("() => !window.same || !document.documentElement.classList.contains('works')");
            page.waitForLoadState();
        } catch (PlaywrightException e) {
            found.add("cannot be pressed: " + e.getMessage().lines().findFirst().orElse(""));
            return found;
        }
        String shown = page.locator("main").innerText();
        Matcher technical = TECHNICAL.matcher(shown);
        if (technical.find()) {
            found.add("technical: " + shown.substring(Math.max(0, technical.start() - 60), Math.min(shown.length(), technical.end() + 60)).replace('\n', ' '));
        }
        boolean answered = page.locator("main .message, main .error").count() > 0 || !before.equals(page.url() + shown);
        if (!answered) {
            found.add("no answer");
        }
        return found;
    }

    private static void fill(Locator scope) {
        for (ElementHandle field : scope.locator("input:not([type=hidden], [type=submit], [type=button]), select, textarea").elementHandles()) {
            if (!field.isVisible() || !field.isEnabled()) {
                continue;
            }
            String tag = field.evaluate("f => f.tagName").toString();
            String type = String.valueOf(field.getAttribute("type"));
            String mode = String.valueOf(field.getAttribute("inputmode"));
            if (tag.equals("SELECT")) {
                field.evaluate("f => { const o = [...f.options].find(o => o.value && !o.disabled); if (o) { f.value = o.value; f.dispatchEvent(new Event('change', { bubbles: true })); } }");
            } else if (type.equals("checkbox") || type.equals("radio")) {
                field.check();
            } else if (type.equals("file")) {
                field.setInputFiles(new FilePayload("schulen.csv", "text/csv", "Schulnummer;Name\n99001;Musterschule\n".getBytes(StandardCharsets.UTF_8)));
            } else if (type.equals("date")) {
                field.fill("2026-12-10");
            } else if (type.equals("time")) {
                field.fill("10:30");
            } else if (type.equals("email")) {
                field.fill("muster@example.org");
            } else if (type.equals("password")) {
                field.fill("Ein-gutes-Kennwort-7");
            } else if (mode.equals("numeric")) {
                field.fill("2");
            } else if (mode.equals("decimal")) {
                field.fill("12,5");
            } else {
                field.fill("Muster 7");
            }
        }
    }
}
