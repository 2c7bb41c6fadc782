package de.schulpakt.kit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page owes those who use it without a mouse, with colours of their own or without motion: everything can be reached by
 * the keyboard in the order of reading, shows where the focus is, and is not covered there; dialogs and menus open by Enter, keep
 * the focus and give it back; signs stay visible in forced colours; nothing moves for who wants no motion.
 */
final class KeyCheck {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    /** After a press of a key the browser shows the focus also where a script sets it. */
    private static final String FOCUS = """
            () => {
              const faults = [];
              const name = e => e.tagName.toLowerCase() + ' "' + (e.getAttribute('aria-label') || e.innerText || e.value || e.name || '').trim().slice(0, 30) + '"';
              const modal = document.querySelector('dialog[open]') || document.body;
              const all = [...modal.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
                .filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0);
              for (const e of document.querySelectorAll('[tabindex]')) { if (e.tabIndex > 0) { faults.push('jumps the queue: ' + name(e)); } }
              for (const e of document.querySelectorAll('[onclick], [data-dialog], [data-fill], [data-close], [popovertarget]')) {
                if (!e.matches('a[href], button, input, summary')) { faults.push('only for the mouse: ' + name(e)); }
              }
              const looks = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor].join(); };
              const shows = e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };
              for (const e of all) {
                e.focus();
                if (document.activeElement !== e) { faults.push('takes no focus: ' + name(e)); continue; }
                // the search box shows it on its rim
                if (!shows(e) && !shows(e.closest('form, .ui-fileupload-choose') || e)) { faults.push('does not show the focus: ' + name(e) + ' ' + looks(e)); }
                const box = e.getBoundingClientRect();
                const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
                const y = box.top + Math.min(box.height, 40) / 2;
                const top = document.elementFromPoint(x, y);
                if (y < 0 || y >= innerHeight) { faults.push('the focus is off the screen: ' + name(e)); }
                else if (top && !e.contains(top) && !top.contains(e) && !top.closest('label')) { faults.push('the focus is covered: ' + name(e) + ' by ' + name(top)); }
              }
              document.activeElement.blur();
              scrollTo(0, 0);
              return [...new Set(faults)].slice(0, 5);
            }""";
    private static final String ORDER = """
            () => {
              const faults = [];
              let before = null;
              for (const e of document.querySelectorAll('main a[href], main button, main input:not([type=hidden]), main select, main textarea')) {
                if (!e.checkVisibility() || e.closest('dialog, .dock, .next, .beside, details, svg')) { continue; }
                const box = e.getBoundingClientRect();
                const column = e.closest('.rooms > *, .grid > *, .board > *, .head') || e.closest('main');
                const row = e.closest('tr');
                if (before && before.column === column && (!row || before.row !== row) && box.bottom <= before.box.top - 4) {
                  faults.push('the focus goes up from "' + before.text + '" to "' + (e.innerText || e.value || e.name).slice(0, 30) + '"');
                }
                before = { box, column, row, text: (e.innerText || e.value || e.name || '').slice(0, 30) };
              }
              return faults.slice(0, 3);
            }""";
    private static final String COLOURS = """
            () => {
              const faults = [];
              const ground = e => { for (let at = e; at; at = at.parentElement) { const c = getComputedStyle(at).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) { return c; } } return 'rgb(255, 255, 255)'; };
              for (const e of document.querySelectorAll('main *, .top *, .rail *')) {
                if (!e.checkVisibility()) { continue; }
                for (const part of ['::before', '::after']) {
                  const s = getComputedStyle(e, part);
                  if (s.content !== 'none' && s.maskImage !== 'none' && s.backgroundColor === ground(e)) { faults.push('a sign vanishes: ' + e.className + part); }
                }
                if (e.matches('.btn, input:not([type=hidden]), select, textarea') && !e.closest('.find')) {
                  const s = getComputedStyle(e);
                  if (!e.matches('[type=checkbox], [type=radio], [type=file]') && (parseFloat(s.borderTopWidth) < 1 || s.borderTopStyle === 'none')) { faults.push('has no rim: ' + e.tagName + ' ' + e.className); }
                }
              }
              return [...new Set(faults)].slice(0, 5);
            }""";
    private static final String MOTION = """
            () => {
              document.documentElement.classList.add('works');
              const moves = document.getAnimations().filter(a => a.playState === 'running').map(a => (a.animationName || a.transitionProperty) + ' of ' + a.effect.target.className);
              const smooth = [document.documentElement, document.body].some(e => getComputedStyle(e).scrollBehavior === 'smooth');
              document.documentElement.classList.remove('works');
              return smooth ? [...moves, 'smooth scrolling'] : moves;
            }""";

    private KeyCheck() {
    }

    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        page.keyboard().press("Tab");
        all(faults, "keyboard", page.evaluate(FOCUS));
        all(faults, "keyboard", page.evaluate(ORDER));
        dialogs(page, faults);
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        page.keyboard().press("Tab");
        all(faults, "keyboard, phone", page.evaluate(FOCUS));
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        all(faults, "forced colours", page.evaluate(COLOURS));
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE).setReducedMotion(ReducedMotion.REDUCE));
        all(faults, "no motion wanted", page.evaluate(MOTION));
        return faults;
    }

    /** Opens by Enter what opens, looks where the focus is, closes by Escape and looks again. */
    private static void dialogs(Page page, List<String> faults) {
        int many = ((Number) page.evaluate("() => (window.openers = [...document.querySelectorAll('[data-dialog], [popovertarget]')]"
                + ".filter(b => b.checkVisibility() && !b.disabled && !b.closest('dialog'))).length")).intValue();
        for (int i = 0; i < many; i++) {
            page.evaluate("i => openers[i].focus()", i);
            page.keyboard().press("Enter");
            String opened = (String) page.evaluate("""
                    i => {
                      const box = document.getElementById(openers[i].dataset.dialog || openers[i].getAttribute('popovertarget'));
                      window.box = box;
                      if (!box.matches('dialog[open], :popover-open')) { return 'does not open by Enter'; }
                      if (box.matches('dialog') && !box.contains(document.activeElement)) { return 'opens without taking the focus'; }
                      return '';
                    }""", i);
            if (opened.isEmpty()) {
                // once round: from the last the focus may leave to the browser's own bar, never into the page behind
                String left = (String) page.evaluate("""
                        () => {
                          if (!box.matches('dialog')) { return ''; }
                          const behind = document.querySelector('main h1');
                          behind.tabIndex = -1;
                          behind.focus();
                          const out = document.activeElement === behind;
                          behind.removeAttribute('tabindex');
                          return out ? 'lets the focus out' : '';
                        }""");
                page.keyboard().press("Escape");
                opened = left.isEmpty() ? (String) page.evaluate("""
                        i => box.matches('dialog[open], :popover-open') ? 'does not close by Escape'
                          : document.activeElement === openers[i] ? '' : 'does not give the focus back'""", i) : left;
            }
            if (!opened.isEmpty()) {
                faults.add("keyboard: " + opened + ": " + page.evaluate("i => openers[i].innerText", i));
                page.evaluate("() => document.querySelectorAll('dialog[open]').forEach(d => d.close())");
            }
        }
    }

    private static void all(List<String> faults, String kind, Object found) {
        ((List<?>) found).forEach(fault -> faults.add(kind + ": " + fault));
    }
}
