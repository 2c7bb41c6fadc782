'use strict';
(() => {
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem('schulpakt.theme') || 'system'; } catch { return 'system'; } };
  const show = theme => { theme === 'system' ? delete root.dataset.theme : root.dataset.theme = theme; };
  // Before the first paint: a dark room must not flash white.
  show(stored());

  const ready = run => document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', run) : run();

  const themes = () => {
    for (const radio of document.querySelectorAll('input[name=theme]')) {
      radio.checked = radio.value === stored();
      radio.addEventListener('change', () => {
        try { localStorage.setItem('schulpakt.theme', radio.value); } catch { /* shown, not remembered */ }
        show(radio.value);
      });
    }
  };

  const dialogs = () => {
    document.addEventListener('click', event => {
      const opener = event.target.closest('[data-dialog]');
      if (opener) { document.getElementById(opener.dataset.dialog).showModal(); }
      const closer = event.target.closest('[data-close]');
      if (closer) { closer.closest('dialog').close(); }
      if (event.target instanceof HTMLDialogElement && event.target.classList.contains('dialog')) {
        const box = event.target.getBoundingClientRect();
        const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
        if (!inside) { event.target.close(); }
      }
    });
    document.querySelector('dialog[data-open]')?.showModal();
  };

  // The browser presses the first button of the form on Enter, which may stand in another, closed dialog.
  const enter = () => document.addEventListener('keydown', event => {
    const input = event.target;
    if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || !input.form
        || !input.matches('input:not([type=submit], [type=button], [type=file], [type=reset])')
        || input.matches('.ui-autocomplete-input')) { return; }
    const dialog = input.closest('dialog');
    const scope = dialog || input.form;
    const buttons = [...scope.querySelectorAll('input[type=submit], button:not([type]), button[type=submit]')]
      .filter(button => button.closest('dialog') === dialog && !button.disabled);
    const button = buttons.find(b => b.classList.contains('go')) || buttons[0];
    event.preventDefault();
    button?.click();
  });

  const once = () => {
    document.addEventListener('submit', event => {
      const form = event.target;
      if (event.defaultPrevented || form.method !== 'post') { return; }
      if (form.dataset.busy) { event.preventDefault(); return; }
      form.dataset.busy = 'true';
      form.setAttribute('aria-busy', 'true');
      const button = event.submitter;
      // After the browser has collected the form's data: a disabled button is not sent.
      setTimeout(() => { if (button) { button.disabled = true; } });
      // A download leaves the page standing.
      setTimeout(() => release(form), 8000);
    });
    window.addEventListener('pageshow', () => document.querySelectorAll('form[data-busy]').forEach(release));
  };
  const release = form => {
    delete form.dataset.busy;
    form.removeAttribute('aria-busy');
    for (const button of form.querySelectorAll('[type=submit][disabled]')) { button.disabled = false; }
  };

  const drops = () => {
    for (const type of ['dragover', 'dragleave', 'drop']) {
      document.addEventListener(type, event => {
        const zone = event.target.closest?.('.drop');
        if (zone) { zone.classList.toggle('over', type === 'dragover'); }
      });
    }
    document.addEventListener('change', event => {
      const zone = event.target.matches('.drop input[type=file]') && event.target.closest('.drop');
      if (!zone) { return; }
      let list = zone.querySelector('output');
      if (!list) { list = zone.appendChild(document.createElement('output')); }
      list.textContent = [...event.target.files].map(file => file.name).join(', ');
    });
  };

  const fills = () => document.addEventListener('click', event => {
    const button = event.target.closest('[data-fill]');
    if (!button) { return; }
    const form = document.getElementById(button.dataset.fill);
    form.querySelector('input[autocomplete=username]').value = button.dataset.login;
    const password = form.querySelector('input[type=password]');
    if (button.dataset.password) { password.value = button.dataset.password; }
    (button.dataset.password ? form.querySelector('.go') : password).focus();
  });

  const places = () => {
    document.getElementById('find')?.addEventListener('toggle', event => {
      if (event.newState === 'open') { event.target.querySelector('input').focus(); }
    });
    document.addEventListener('click', event => { if (event.target.closest('[data-print]')) { window.print(); } });
    const wrong = document.querySelector('main [aria-invalid=true]');
    if (wrong && !wrong.closest('dialog:not([open])')) { wrong.focus(); }
  };

  // What was typed outlives a session that ended meanwhile: it waits in this tab until the same person is back on the page.
  const TYPED = 'schulpakt.typed';
  const keep = () => {
    const body = document.body.dataset;
    const here = location.pathname + location.search;
    let typed = null;
    try { typed = JSON.parse(sessionStorage.getItem(TYPED)); } catch { return; }
    if (!body.user) {
      const back = document.querySelector('[data-typed]');
      if (typed && back) { back.href = typed.url; }
      if (typed) { sessionStorage.setItem(TYPED, JSON.stringify({ ...typed, lost: true })); }
    } else {
      sessionStorage.removeItem(TYPED);
      if (typed?.lost && typed.url === here && typed.user === body.user) { restore(typed.fields, body.restored); }
    }
    document.addEventListener('submit', event => {
      if (!body.user || event.target.method !== 'post' || !event.target.closest('main')) { return; }
      const fields = [...event.target.elements].filter(e => e.name && !e.matches('[type=hidden], [type=password], [type=file], [type=submit], button')
        && (!e.matches('[type=checkbox], [type=radio]') || e.checked)).map(e => [e.name, e.value]);
      try { sessionStorage.setItem(TYPED, JSON.stringify({ url: here, user: body.user, fields })); } catch { /* full: nothing is kept */ }
    });
  };
  const restore = (fields, text) => {
    for (const [name, value] of fields) {
      const inputs = [...document.getElementsByName(name)];
      const input = inputs.find(i => i.matches('[type=checkbox], [type=radio]') && i.value === value) || inputs[0];
      if (!input) { continue; }
      if (input.matches('[type=checkbox], [type=radio]')) { input.checked = true; } else { input.value = value; }
    }
    const note = document.createElement('p');
    note.className = 'message';
    note.setAttribute('role', 'status');
    note.textContent = text;
    document.getElementById('content').prepend(note);
  };

  // A long history begins with its newest lines.
  const LINES = 8;
  const histories = () => {
    for (const list of document.querySelectorAll('ol.line[data-more]')) {
      const older = [...list.children].slice(LINES);
      if (older.length < 3) { continue; }
      for (const line of older) { line.hidden = true; }
      const more = document.createElement('button');
      more.type = 'button';
      more.className = 'btn quiet more-lines';
      more.textContent = list.dataset.more.replace('#', older.length);
      more.addEventListener('click', () => {
        for (const line of older) { line.hidden = false; }
        more.remove();
        older[0].tabIndex = -1;
        older[0].focus();
      });
      list.after(more);
    }
  };

  ready(() => { keep(); histories(); themes(); dialogs(); enter(); once(); drops(); fills(); places(); });
})();
