package de.schulpakt.kit;

import de.schulpakt.platform.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Presses every button of every form of the pages that somebody has reached, once: opens its dialog if it has one, fills the
 * fields by their type, sends. The answer is a page that says it went well or what is wrong, never a technical sentence and
 * never silence.
 */
final class EveryForm {

    private static final Pattern TECHNICAL = Pattern.compile("j_idt|\\bjakarta\\b|Exception|\\?\\?\\?|\\bSQL|\\bnull\\b|: '[a-z]\\w*'");
    private static final String BUTTONS = "main form[method=post] input[type=submit], main form[method=post] button[type=submit],"
            + " main form[method=post] button[data-dialog]";
    /** The words on the visible buttons in the order of {@link #BUTTONS}; where nothing is to be pressed, an empty text. */
    private static final String WORDS = "buttons => [...document.querySelectorAll(buttons)].map(b => b.checkVisibility() && !b.disabled"
            + " ? (b.getAttribute('aria-label') || b.value || b.innerText).replace(/[:\\d].*/s, '') : '')";
    private static final String FILL = """
            ([scope, day]) => {
              for (const field of scope.querySelectorAll('input:not([type=hidden], [type=submit], [type=button], [type=file]), select, textarea')) {
                if (!field.checkVisibility() || field.disabled || field.readOnly) { continue; }
                const some = { date: day, time: '10:30', email: 'muster@example.org', password: 'Ein-gutes-Kennwort-7' }[field.type]
                  || { numeric: '2', decimal: '12,5' }[field.inputMode] || 'Muster 7';
                if (field.type === 'checkbox' || field.type === 'radio') { if (!field.checked) { field.click(); } continue; }
                if (field.matches('select')) {
                  const choice = [...field.options].find(o => o.value && !o.disabled);
                  if (!choice || field.value) { continue; }
                  field.value = choice.value;
                } else { field.value = some; }
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));
              }
            }""";
    private static final String QUIET = "() => document.readyState === 'complete' && !document.documentElement.classList.contains('works')";

    private EveryForm() {
    }

    /** The names of the buttons of the page that is shown: its address without parameters, and the words without what they name. */
    static List<String> buttons(Person person, String path) {
        String page = path.replaceFirst("[?].*", "");
        Person.unfold(person.page());
        return ((List<?>) person.page().evaluate(WORDS, BUTTONS)).stream()
                .map(words -> words.toString().isBlank() ? "" : page + " [" + words.toString().strip() + "]").toList();
    }

    /**
     * Presses what was not pressed yet.
     *
     * @param pages  the addresses that this person has reached, with the names of their buttons
     * @param faults takes what is wrong
     * @return how many were pressed
     */
    static int press(Person person, String login, Map<String, List<String>> pages, Set<String> pressed, List<String> faults) {
        int sent = 0;
        Set<String> here = new HashSet<>(pressed);
        for (Map.Entry<String, List<String>> page : pages.entrySet()) {
            while (page.getValue().stream().anyMatch(name -> !name.isEmpty() && !here.contains(name))) {
                forget(person.page());
                person.typesAddress(page.getKey());
                List<String> names = buttons(person, page.getKey());
                String name = names.stream().filter(n -> !n.isEmpty() && !here.contains(n)).findFirst().orElse(null);
                if (name == null) {
                    break;
                }
                here.add(name);
                List<String> found = send(person.page(), person.page().locator(BUTTONS).nth(names.indexOf(name)));
                found.addAll(person.serverErrors());
                found.forEach(fault -> faults.add(login + " " + page.getKey() + " " + name + ": " + fault));
                sent++;
            }
        }
        pressed.addAll(here);
        return sent;
    }

    /** What was typed before is of no concern to who comes anew: the page would wait with it, or be loaded again. */
    private static void forget(Page page) {
        page.evaluate("() => { Storage.prototype.setItem = () => {}; sessionStorage.clear(); document.querySelectorAll('main form').forEach(form => Element.prototype.remove.call(form)); }");
    }

    private static List<String> send(Page page, Locator counted) {
        List<String> found = new ArrayList<>();
        try {
            // what is typed may draw others away: by its number it would be another one then
            String id = counted.getAttribute("id");
            Locator button = id == null || id.isEmpty() ? counted : page.locator("[id='" + id + "']");
            String dialog = button.getAttribute("data-dialog");
            Locator scope = dialog == null ? button.locator("xpath=ancestor::form[1]") : page.locator("[id='" + dialog + "']");
            String before = page.url() + page.locator("main").innerText();
            if (dialog != null) {
                button.click();
            }
            for (Locator file : scope.locator("input[type=file]").all()) {
                file.setInputFiles(new FilePayload("schulen.csv", "text/csv", "Schulnummer;Name\n99001;Musterschule\n".getBytes(StandardCharsets.UTF_8)));
            }
            page.evaluate(FILL, List.of(scope.elementHandle(), LocalDate.now(Clock.ZONE).plusDays(14).toString()));
            page.waitForFunction(QUIET);
            if (button.count() == 0) {
                // what was typed has taken it away, such as the next ones of what is found: it is pressed as the page came
                forget(page);
                page.reload();
                page.waitForFunction(QUIET);
            }
            Locator send = dialog == null ? button : scope.locator(".dialog-end input[type=submit]");
            // the answer itself is waited for: a slow one would otherwise arrive in the middle of the next question
            boolean sends = Boolean.TRUE.equals(send.evaluate("b => !b.form || b.formNoValidate || b.form.noValidate || b.form.checkValidity()"));
            if (sends) {
                page.waitForResponse(answer -> answer.request().method().equals("POST") && !answer.url().endsWith("/draft"), send::click);
            } else {
                send.click();
            }
            page.waitForLoadState();
            page.waitForFunction(QUIET);
            String shown = page.locator("main").innerText();
            Matcher technical = TECHNICAL.matcher(shown);
            if (technical.find()) {
                found.add("technical: " + shown.substring(Math.max(0, technical.start() - 60), Math.min(shown.length(), technical.end() + 60)).replace('\n', ' '));
            }
            boolean answered = page.locator("main .message, main .error").count() > 0 || !before.equals(page.url() + shown);
            if (!answered) {
                found.add("no answer");
            }
        } catch (PlaywrightException e) {
            found.add("cannot be pressed: " + e.getMessage().lines().limit(3).toList());
        }
        return found;
    }
}
