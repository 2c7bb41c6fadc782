package de.schulpakt.kit;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** The words on the visible buttons in the order of {@link #BUTTONS}; where nothing is to be pressed, an empty text. */
    private static final String WORDS = "buttons => buttons.map(b => b.checkVisibility() && !b.disabled"
            + " ? (b.getAttribute('aria-label') || b.value || b.innerText).replace(/[:\\d].*/s, '') : '')";

    private EveryForm() {
    }

    /** @return what is wrong, one line for each fault; empty faults with no form sent is a fault too */
    public static List<String> faults(Browser browser) {
        List<String> faults = new ArrayList<>();
        int sent = 0;
        for (String login : EveryPage.LOGINS) {
            try (Person person = Person.signsIn(browser.desktop("de-DE"), login, "de")) {
                Set<String> pressed = new HashSet<>();
                Map<String, List<String>> buttons = new LinkedHashMap<>();
                EveryPage.walk(person, 2, (path, answer) -> buttons.put(path, buttons(person, path)));
                for (Map.Entry<String, List<String>> page : buttons.entrySet()) {
                    if (page.getValue().stream().anyMatch(name -> !name.isEmpty() && !pressed.contains(name))) {
                        sent += all(person, login, page.getKey(), pressed, faults);
                    }
                }
            }
        }
        if (sent < 25) {
            faults.add("only " + sent + " forms were sent");
        }
        return faults;
    }

    /** The names of the page's buttons: the page without its parameters, and the words without what they name. */
    private static List<String> buttons(Person person, String path) {
        String page = path.replaceFirst("[?].*", "");
        return ((List<?>) person.page().locator(BUTTONS).evaluateAll(WORDS)).stream()
                .map(words -> words.toString().isBlank() ? "" : page + " [" + words.toString().strip() + "]").toList();
    }

    private static int all(Person person, String login, String path, Set<String> pressed, List<String> faults) {
        Page page = person.page();
        int sent = 0;
        while (true) {
            person.typesAddress(path);
            List<String> names = buttons(person, path);
            String name = names.stream().filter(n -> !n.isEmpty() && pressed.add(n)).findFirst().orElse(null);
            if (name == null) {
                return sent;
            }
            Locator next = page.locator(BUTTONS).nth(names.indexOf(name));
            List<String> found = send(page, next);
            found.addAll(person.serverErrors());
            sent++;
            for (String fault : found) {
                faults.add(login + " " + path + " " + name + ": " + fault);
            }
        }
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
            // the answer itself is waited for: a slow one would otherwise arrive in the middle of the next question
            boolean sends = Boolean.TRUE.equals(send.evaluate("b => !b.form || b.formNoValidate || b.form.noValidate || b.form.checkValidity()"));
            if (sends) {
                page.waitForResponse(answer -> answer.request().method().equals("POST"), send::click);
            } else {
                send.click();
            }
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
