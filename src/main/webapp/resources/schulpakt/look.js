'use strict';
(() => {
  const root = document.documentElement;
  // The account's choice comes with the page; without one this browser's is taken.
  const stored = () => { if (root.dataset.choice) { return root.dataset.choice; } try { return localStorage.getItem('schulpakt.theme') || 'system'; } catch { return 'system'; } };
  const show = theme => { theme === 'system' ? delete root.dataset.theme : root.dataset.theme = theme; };
  // Before the first paint: a dark room must not flash white.
  show(stored());

  const ready = run => document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', run) : run();

  const themes = () => {
    for (const radio of document.querySelectorAll('input[name=theme]')) {
      radio.checked = radio.value === stored();
      radio.addEventListener('change', () => {
        try { localStorage.setItem('schulpakt.theme', radio.value); } catch { /* shown, not remembered */ }
        if (document.body.dataset.user) {
          root.dataset.choice = radio.value;
          fetch('/look', { method: 'POST', body: new URLSearchParams({ theme: radio.value }) }).catch(() => { /* shown, not remembered */ });
        }
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
    const answered = document.querySelector('dialog[data-open]');
    // what stands in a closed menu is not drawn, an open dialog neither
    answered?.closest('details')?.setAttribute('open', '');
    answered?.showModal();
  };

  // Enter presses the main button of the form, or of the dialog that is open. A form of several lines (data-enter="next")
  // goes on to the next field instead: there Enter ends a field, not the work. A form without a button, as the search
  // box, is left to the browser.
  const FIELDS = 'input:not([type=hidden], [type=submit], [type=button]), select, textarea, button, a[href]';
  const enter = () => document.addEventListener('keydown', event => {
    const input = event.target;
    if (input.matches?.('[data-choose]')) { return; }
    if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || !input.form
        || !input.matches('input:not([type=submit], [type=button], [type=file], [type=reset])')
        || input.matches('.ui-autocomplete-input')) { return; }
    const dialog = input.closest('dialog');
    if (!dialog && input.form.dataset.enter === 'next') {
      event.preventDefault();
      const all = [...input.form.querySelectorAll(FIELDS)].filter(e => e.checkVisibility() && !e.disabled);
      all[all.indexOf(input) + 1]?.focus();
      return;
    }
    const scope = dialog || input.form;
    const own = button => button.closest('dialog') === dialog && !button.disabled;
    const sends = [...scope.querySelectorAll('input[type=submit], button:not([type]), button[type=submit]')].filter(own);
    // what asks first is a button that opens a dialog
    const asks = [...scope.querySelectorAll('button.go[data-dialog]')].filter(own);
    const button = sends.find(b => b.classList.contains('go')) || asks[0] || sends[0];
    if (!button) { return; }
    event.preventDefault();
    button.click();
  });

  // A sign of work: a line under the top bar, from the press of a button or a link until the next page is there.
  const works = on => root.classList.toggle('works', on);
  const signs = () => {
    document.addEventListener('click', event => {
      const link = event.target.closest('a[href]');
      if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target
          || link.origin !== location.origin || !/\.xhtml$|\/$/.test(link.pathname)
          || link.pathname + link.search === location.pathname + location.search) { return; }
      works(true);
      setTimeout(() => works(false), 20000);
    });
    document.addEventListener('submit', event => { if (!event.defaultPrevented && event.target.method === 'get') { works(true); } });
    window.addEventListener('pageshow', () => works(false));
  };

  // Parts of a page that are drawn anew: the sign of work, and the focus stays where the person is.
  const parts = () => {
    let source = null;
    let open = null;
    window.faces?.ajax?.addOnEvent(event => {
      if (event.status === 'begin') { source = event.source; works(!source?.dataset?.again); }
      if (event.status === 'complete') { works(false); open = document.querySelector('dialog[open]')?.id; }
      // A question that was asked meanwhile stays asked, with what it says now.
      const asked = event.status === 'success' && open && document.getElementById(open);
      if (asked && !asked.open) { asked.showModal(); return; }
      if (event.status !== 'success' || source?.dataset?.again) { return; }
      const next = source?.dataset?.next && [...document.querySelectorAll(source.dataset.next)].pop();
      if (next) { next.focus(); return; }
      if (document.activeElement && document.activeElement !== document.body) { return; }
      const same = source?.id && document.getElementById(source.id);
      (same || document.querySelector(source?.dataset?.else || 'main h1, main'))?.focus();
    });
  };

  // What f:ajax does stands in data attributes: event, what is sent, what is drawn anew.
  const asks = () => {
    for (const type of ['change', 'click', 'blur', 'input']) {
      document.addEventListener(type, event => {
        const source = event.target.closest?.('[data-ajax-' + type + ']');
        if (!source || !window.mojarra) { return; }
        const [name, execute, render] = source.getAttribute('data-ajax-' + type).split('|');
        if (source.matches('[type=submit], button, a')) { event.preventDefault(); }
        window.mojarra.ab(source, event, name, execute || 0, render || 0);
      });
    }
    // a part that shows work in progress asks again and again until the work is done
    setInterval(() => { if (!document.hidden) { document.querySelector('[data-again]:not([disabled])')?.click(); } }, 1500);
  };

  const once = () => {
    document.addEventListener('submit', event => {
      const form = event.target;
      if (event.defaultPrevented || form.method !== 'post') { return; }
      if (form.dataset.busy) { event.preventDefault(); return; }
      form.dataset.busy = 'true';
      form.setAttribute('aria-busy', 'true');
      works(true);
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
    works(false);
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
  // the language is no part of what a page shows
  const plainUrl = place => {
    const query = new URLSearchParams(place.search);
    query.delete('lang');
    return place.pathname + (query.size ? '?' + query : '');
  };
  const BUTTONS = '[type=hidden], [type=password], [type=file], [type=submit], button';
  const filled = form => [...form.elements].filter(e => e.name && !e.matches(BUTTONS)
    && (!e.matches('[type=checkbox], [type=radio]') || e.checked)).map(e => [e.name, e.value]);
  const keep = () => {
    const body = document.body.dataset;
    const here = plainUrl(location);
    let typed = null;
    try { typed = JSON.parse(sessionStorage.getItem(TYPED)); } catch { return; }
    if (!body.user) {
      sessionStorage.setItem('schulpakt.ended', 'true');
      const back = document.querySelector('[data-typed]');
      if (typed && back) { back.href = typed.url; }
      if (typed) { sessionStorage.setItem(TYPED, JSON.stringify({ ...typed, lost: true })); }
    } else {
      sessionStorage.removeItem(TYPED);
      if (typed?.lost && typed.url === here && typed.user === body.user) { restore(typed.fields, body.restored); }
    }
    document.addEventListener('submit', event => {
      if (!body.user || event.target.method !== 'post' || !event.target.closest('main') || event.target.querySelector('[data-draft]')) { return; }
      try { sessionStorage.setItem(TYPED, JSON.stringify({ url: here, user: body.user, fields: filled(event.target) })); } catch { /* full: nothing is kept */ }
    });
  };
  // A press that changes the language, or another link, must not take away what was typed.
  let changed = null;
  const leaves = () => {
    const user = document.body.dataset.user;
    document.addEventListener('input', event => {
      const form = event.target.form;
      if (form?.method === 'post' && form.closest('main') && user && !form.dataset.papers && !form.querySelector('[data-draft]')) { changed = form; }
    });
    document.addEventListener('submit', () => { changed = null; });
    document.addEventListener('click', event => {
      if (!changed || !event.target.closest('.langs a')) { return; }
      try {
        sessionStorage.setItem(TYPED, JSON.stringify({ url: plainUrl(location), user, fields: filled(changed), lost: true }));
        changed = null;
      } catch { /* nothing is kept: the question below is asked */ }
    }, true);
    window.addEventListener('beforeunload', event => { if (changed?.isConnected) { event.preventDefault(); } });
  };

  // Pieces times price, and the total of all, follow what is typed; without this the page says what it was opened with.
  const sums = () => {
    const money = cents => new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
      .format(cents / 100) + ' EUR';
    const cents = input => /^\s*\d+\s*$/.test(input.value) && Number(input.value) <= Number(input.dataset.most) ? Number(input.value) * Number(input.dataset.cents) : 0;
    document.addEventListener('input', event => {
      const form = event.target.closest?.('[data-cents]') && event.target.closest('form');
      const total = form?.querySelector('[data-total]');
      if (!total) { return; }
      event.target.closest('.field').querySelector('[data-sum]').textContent = money(cents(event.target));
      total.textContent = money([...form.querySelectorAll('[data-cents]')].reduce((sum, input) => sum + cents(input), 0));
    });
  };

  // Drafts: what is typed into a long form is kept on the server a moment later. Until the server has said so, and where
  // the session has ended or the server is away, it waits in this tab.
  const drafts = () => {
    const user = document.body.dataset.user;
    const place = key => 'schulpakt.draft.' + user + '.' + key;
    const ask = (body, more) => fetch('/draft' + (body ? '' : '?' + more), { method: body ? 'POST' : 'GET', body, keepalive: body && body.toString().length < 60000,
      headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    const waiting = () => Object.keys(sessionStorage).filter(k => k.startsWith('schulpakt.draft.'));
    if (!user) { return; }
    const notes = [...document.querySelectorAll('[data-draft]')];
    // a form that was sent from here and is not shown again has arrived
    for (const key of waiting()) {
      const copy = JSON.parse(sessionStorage.getItem(key));
      if (copy.sent && !sessionStorage.getItem('schulpakt.ended')) { sessionStorage.removeItem(key); }
    }
    sessionStorage.removeItem('schulpakt.ended');
    for (const note of notes) {
      const form = note.closest('form');
      const key = note.dataset.draft;
      const says = note.querySelector('[role=status]');
      const drop = note.querySelector('[data-draft-drop]');
      const short = name => name.startsWith(form.id + ':') ? name.slice(form.id.length + 1) : name;
      const all = () => {
        const body = new URLSearchParams({ draft: key });
        for (const [name, value] of filled(form)) { if (!name.includes('j_idt')) { body.append(short(name), value); } }
        return body;
      };
      const wait = more => { try { sessionStorage.setItem(place(key), JSON.stringify({ body: all().toString(), ...more })); } catch { /* full */ } };
      let timer = null;
      let running = Promise.resolve();
      // Once it is on its way nothing is kept any more: the field that was left last, and parts that are drawn anew, speak after the press.
      let sent = false;
      const keepNow = () => {
        clearTimeout(timer);
        timer = null;
        running = running.then(async () => {
          if (sent) { return; }
          wait();
          try {
            const answer = await ask(all());
            if (sent) { return; }
            if (answer.status === 401) {
              says.textContent = note.dataset.ended + ' ';
              const link = says.appendChild(document.createElement('a'));
              link.textContent = note.dataset.link;
              link.href = '/login.xhtml?next=' + encodeURIComponent(plainUrl(location));
              return;
            }
            const { text } = await answer.json();
            says.textContent = text;
            drop.hidden = false;
            if (answer.ok && !timer && !sent) { sessionStorage.removeItem(place(key)); }
          } catch {
            if (sent) { return; }
            says.textContent = note.dataset.away;
            timer ||= setTimeout(keepNow, 10000);
          }
        });
        return running;
      };
      const soon = () => {
        if (sent) { return; }
        wait();
        clearTimeout(timer);
        timer = setTimeout(keepNow, 700);
      };
      // who types on in a form that is not on its way has a page that stayed: after a download, or by the way back of the browser
      form.addEventListener('input', () => { sent = sent && !!form.dataset.busy; soon(); });
      form.addEventListener('change', soon);
      form.addEventListener('submit', event => {
        if (event.defaultPrevented) { return; }
        clearTimeout(timer);
        timer = null;
        sent = true;
        wait({ sent: true });
      });
      window.faces?.ajax?.addOnEvent(event => { if (event.status === 'success' && form.contains(document.getElementById(event.source?.id) || note)) { soon(); } });
      document.addEventListener('click', event => {
        const link = event.target.closest('.langs a');
        if (!link || !timer) { return; }
        event.preventDefault();
        keepNow().then(() => { location.href = link.href; });
      });
      drop.addEventListener('click', async () => {
        if (!window.confirm(note.dataset.ask)) { return; }
        clearTimeout(timer);
        await ask(new URLSearchParams({ draft: key, drop: 'true' }));
        sessionStorage.removeItem(place(key));
        location.replace(plainUrl(location));
      });
      const copy = sessionStorage.getItem(place(key));
      if (copy) {
        // typed after the session had ended: now it can be kept, and the page fills it in
        ask(new URLSearchParams(JSON.parse(copy).body)).then(answer => {
          if (!answer.ok) { return; }
          sessionStorage.removeItem(place(key));
          // a page that says what was wrong holds what was typed, and stays
          if (document.querySelector('main .message.bad')) { return; }
          changed = null;
          location.replace(plainUrl(location));
        });
      } else if (!note.dataset.given && !document.querySelector('main .message.bad')) {
        ask(null, new URLSearchParams({ draft: key })).then(answer => answer.ok ? answer.json() : {}).then(({ fields, text }) => {
          if (!fields) { return; }
          for (const [name, value] of Object.entries(fields)) {
            const inputs = [...form.elements].filter(e => e.name === form.id + ':' + name || e.name === name);
            const input = inputs.find(i => i.matches('[type=checkbox], [type=radio]') && i.value === value) || inputs[0];
            if (!input || input.matches(BUTTONS)) { continue; }
            fillIn(input, value);
          }
          says.textContent = text;
          drop.hidden = false;
        });
      }
    }
  };
  const fillIn = (input, value) => {
    if (input.matches('[type=checkbox], [type=radio]')) { input.checked = true; return; }
    input.value = value;
    const find = input.matches('select') && input.value !== value && finderOf(input);
    if (find) { look(find, value); }
  };
  const restore = (fields, text) => {
    for (const [name, value] of fields) {
      const inputs = [...document.getElementsByName(name)];
      const input = inputs.find(i => i.matches('[type=checkbox], [type=radio]') && i.value === value) || inputs[0];
      if (!input) { continue; }
      fillIn(input, value);
    }
    const note = document.createElement('p');
    note.className = 'message';
    note.setAttribute('role', 'status');
    note.textContent = text;
    document.getElementById('content').prepend(note);
  };

  // A picker of many: what is typed asks the server, its list shows what fits; what was chosen stays chosen. Enter takes the
  // first that fits, the arrow goes down into the list.
  const listOf = find => document.getElementById(find.getAttribute('aria-controls'));
  const finderOf = list => list.parentElement.querySelector('[data-choose]');
  const looks = new WeakMap();
  const look = async (find, kept) => {
    clearTimeout(looks.get(find));
    looks.delete(find);
    const list = listOf(find);
    const typed = find.value;
    const note = list.parentElement.querySelector('[role=status]');
    const answer = await fetch(find.dataset.choose + '&' + new URLSearchParams({ q: typed, chosen: kept ?? list.value }),
      { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    const { rows, text } = await answer.json();
    if (find.value !== typed) { return; }
    note.textContent = text;
    if (!rows) { return; }
    const chosen = kept ?? list.value;
    const none = [...list.options].filter(option => !option.value);
    list.replaceChildren(...none, ...rows.map(row => new Option(row.label, row.id)));
    list.value = chosen;
    find.dataset.first = rows.find(row => row.id !== chosen)?.id ?? '';
  };
  const chooses = () => {
    const nameless = () => document.querySelectorAll('[data-choose][name]').forEach(find => find.removeAttribute('name'));
    nameless();
    window.faces?.ajax?.addOnEvent(event => { if (event.status === 'success') { nameless(); } });
    document.addEventListener('input', event => {
      const find = event.target.closest?.('[data-choose]');
      if (!find) { return; }
      clearTimeout(looks.get(find));
      looks.set(find, setTimeout(() => look(find).catch(() => { /* the list stays as it is */ }), 250));
    });
    document.addEventListener('keydown', async event => {
      const find = event.target.closest?.('[data-choose]');
      if (!find || event.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) { return; }
      event.preventDefault();
      if (looks.has(find)) { await look(find).catch(() => { /* the list stays as it is */ }); }
      const list = listOf(find);
      list.focus();
      if (event.key === 'Enter' && find.value.trim() && find.dataset.first) {
        list.value = find.dataset.first;
        list.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
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

  // A table that is wider than its card, or so narrow that its rows are high, is set closer; if that is not enough, each
  // row becomes a block of named values.
  const HIGH = 180;
  const boxOf = table => table.closest('.card-body') || table.parentElement;
  const fit = table => {
    const box = boxOf(table);
    for (const cell of table.querySelectorAll('td')) { cell.classList.toggle('blank', !cell.textContent.trim() && !cell.querySelector('svg, img, input, button, select')); }
    const wide = () => table.getBoundingClientRect().width > box.getBoundingClientRect().width + 1;
    table.classList.remove('tight', 'cells');
    const high = () => innerWidth > 760 && [...table.tBodies].some(body => [...body.rows].some(row =>
      row.getBoundingClientRect().height > HIGH && !row.querySelector('details[open], textarea')));
    const unfit = () => wide() || high();
    if (unfit()) { table.classList.add('tight'); }
    if (unfit()) { table.classList.replace('tight', 'cells'); }
    // the shape of a block must not take the meaning of a table away
    const roles = { table: [table], rowgroup: table.querySelectorAll('thead, tbody, tfoot'), row: table.rows,
      columnheader: table.querySelectorAll('thead th'), rowheader: table.querySelectorAll('tbody th'), cell: table.querySelectorAll('td') };
    for (const [role, elements] of Object.entries(roles)) { for (const element of elements) { element.setAttribute('role', role); } }
  };
  const tables = () => {
    const seen = new ResizeObserver(entries => entries.forEach(entry => entry.target.querySelectorAll('table.list').forEach(fit)));
    const watch = () => { numbers(); document.querySelectorAll('table.list').forEach(table => { fit(table); seen.observe(boxOf(table)); }); };
    watch();
    window.faces?.ajax?.addOnEvent(event => { if (event.status === 'success') { watch(); } });
    window.addEventListener('beforeprint', () => document.querySelectorAll('table.list').forEach(t => t.classList.remove('tight', 'cells')));
    window.addEventListener('afterprint', watch);
  };

  // A number of a thing, an amount with its currency and a day with its month are never torn apart at the end of a line.
  const WHOLE = /\b[A-ZÄÖÜ]{1,4}\d?-\d{4}-\d+\b|-?\d[\d.,]*\s(?:EUR|€|%)|\b\d{1,2}\.?\s(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)\p{L}*(?:\s\d{4})?/gu;
  const numbers = () => {
    const walk = document.createTreeWalker(document.getElementById('content') || document.body, NodeFilter.SHOW_TEXT,
      node => node.parentElement.closest('textarea, option, script, time, .nb, .num') || !node.data.match(WHOLE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (walk.nextNode()) { found.push(walk.currentNode); }
    for (const node of found) {
      const parts = document.createDocumentFragment();
      let from = 0;
      for (const hit of node.data.matchAll(WHOLE)) {
        parts.append(node.data.slice(from, hit.index), Object.assign(document.createElement('span'), { className: 'nb', textContent: hit[0] }));
        from = hit.index + hit[0].length;
      }
      parts.append(node.data.slice(from));
      node.replaceWith(parts);
    }
  };

  // The way back leads to the list as it was left: its filters, order and page.
  const backs = () => {
    try {
      if (document.querySelector('form.filters')) { sessionStorage.setItem('schulpakt.list.' + location.pathname, location.search); }
      for (const crumb of document.querySelectorAll('.crumb a[href]')) {
        const left = sessionStorage.getItem('schulpakt.list.' + crumb.pathname);
        if (left) { crumb.search = left; }
      }
    } catch { /* without memory the way back leads to the whole list */ }
  };

  // HEIC photos become JPEG before they are sent: by the browser where it knows them, otherwise by a library in a worker. They are drawn anew, so that
  // nothing comes along of what the camera wrote beside them. One after the other, as each needs much memory.
  const HEIC = file => /^image\/hei[cf]/.test(file.type) || /[.]hei[cf]$/i.test(file.name);
  const DRAWN = 16_000_000;
  const pixels = file => new Promise((done, fail) => {
    const worker = new Worker(document.body.dataset.heicSrc);
    worker.addEventListener('error', () => { worker.terminate(); fail(new Error('worker')); });
    worker.addEventListener('message', event => {
      worker.terminate();
      if (event.data.pixels) { done(event.data); } else { fail(new Error('heic')); }
    });
    file.arrayBuffer().then(bytes => worker.postMessage({ library: document.body.dataset.heicLibrarySrc, bytes }, [bytes]), fail);
  });
  const redrawn = async file => {
    let picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
    if (!picture) {
      const read = await pixels(file);
      picture = await createImageBitmap(new ImageData(new Uint8ClampedArray(read.pixels), read.width, read.height));
    }
    const scale = Math.min(1, Math.sqrt(DRAWN / (picture.width * picture.height)));
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(1, Math.floor(picture.width * scale)), height: Math.max(1, Math.floor(picture.height * scale)) });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise(done => { canvas.toBlob(done, 'image/jpeg', 0.9); });
    if (!made) { throw new Error('canvas'); }
    return new File([made], file.name.replace(/[.]\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  };
  let drawing = Promise.resolve();
  // the file itself if it is none of these; fails if nobody here can read it
  const sendable = file => {
    if (!HEIC(file)) { return Promise.resolve(file); }
    const next = drawing.then(() => redrawn(file));
    drawing = next.catch(() => { /* said where it was chosen */ });
    return next;
  };
  window.schulpaktPhoto = sendable;
  // a photo in an ordinary form is exchanged where it was chosen
  const photos = () => {
    for (const input of document.querySelectorAll('input[type=file][data-heic]')) {
      input.addEventListener('change', async () => {
        const [chosen] = input.files;
        input.setCustomValidity('');
        if (!chosen || !HEIC(chosen)) { return; }
        const buttons = [...input.form.querySelectorAll('[type=submit]')];
        const turn = on => { for (const button of buttons) { button.disabled = on; } input.setAttribute('aria-busy', on); };
        turn(true);
        try {
          const ready = await sendable(chosen);
          if (input.files[0] === chosen) {
            const box = new DataTransfer();
            box.items.add(ready);
            input.files = box.files;
          }
        } catch {
          input.setCustomValidity(input.dataset.heic);
        }
        turn(false);
        input.reportValidity();
      });
    }
  };

  // Files for a subject: chosen, dropped or photographed, each sent by itself with its progress; what failed can be sent again.
  const papers = () => {
    for (const form of document.querySelectorAll('form[data-papers]')) {
      const list = form.querySelector('ul');
      const text = form.dataset;
      let open = 0;
      let kept = 0;
      form.querySelector('button[type=submit]').hidden = true;
      // the page shows what was kept, unless something has failed that the person is to read first
      const over = () => { if (--open === 0 && kept > 0 && !list.querySelector('.error')) { location.reload(); } };
      const send = (file, line) => {
        open++;
        const bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
        line.className = '';
        bar.setAttribute('aria-label', file.name);
        line.replaceChildren(file.name + ' ', bar);
        const fail = (why, again) => {
          line.className = 'error';
          line.replaceChildren(file.name + ': ' + why + ' ');
          if (again) {
            const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: text.retry });
            button.addEventListener('click', () => send(file, line));
            line.append(button);
          }
          over();
        };
        if (HEIC(file)) {
          sendable(file).then(ready => { open--; send(ready, line); }, () => fail(text.heic, false));
          return;
        }
        if (file.size > Number(text.most)) { fail(text.tooLarge, false); return; }
        const asked = new XMLHttpRequest();
        const say = new URLSearchParams({ name: file.name });
        for (const field of ['kind', 'note', 'replaces']) { if (form.elements[field]?.value) { say.set(field, form.elements[field].value); } }
        asked.open('POST', text.papers + '&' + say);
        asked.setRequestHeader('Content-Type', 'application/octet-stream');
        asked.upload.addEventListener('progress', event => { if (event.lengthComputable) { bar.value = 100 * event.loaded / event.total; } });
        asked.addEventListener('load', () => {
          let said = '';
          try { said = JSON.parse(asked.responseText).text; } catch { /* no answer of ours */ }
          if (asked.status === 200 && said) {
            kept++;
            line.replaceChildren(file.name + ': ' + text.done);
            over();
          } else {
            fail(said || text.failed, asked.status >= 500 || !said);
          }
        });
        asked.addEventListener('error', () => fail(text.failed, true));
        asked.send(file);
      };
      const all = files => { for (const file of files) { send(file, list.appendChild(document.createElement('li'))); } };
      form.addEventListener('submit', event => event.preventDefault());
      form.addEventListener('change', event => {
        if (event.target.type === 'file') { all(event.target.files); event.target.value = ''; }
      });
      const drop = form.querySelector('.drop');
      for (const type of ['dragover', 'dragleave', 'drop']) {
        drop.addEventListener(type, event => {
          event.preventDefault();
          drop.classList.toggle('over', type === 'dragover');
          if (type === 'drop') { all(event.dataTransfer.files); }
        });
      }
    }
    // a signature is drawn with finger, pen or mouse: points in thousandths of the width
    for (const place of document.querySelectorAll('[data-draw]')) {
      const canvas = place.querySelector('canvas');
      const kept = document.getElementById(place.dataset.draw);
      const pen = canvas.getContext('2d');
      let strokes = [];
      let drawing = false;
      const at = event => {
        const box = canvas.getBoundingClientRect();
        const inside = (value, most) => Math.max(0, Math.min(most, Math.round(value / box.width * 1000)));
        return [inside(event.clientX - box.left, 1000), inside(event.clientY - box.top, 340)];
      };
      const keep = () => { kept.value = strokes.map(stroke => stroke.map(point => point.join(',')).join(' ')).join(';'); };
      canvas.addEventListener('pointerdown', event => {
        event.preventDefault();
        canvas.setPointerCapture(event.pointerId);
        drawing = true;
        strokes.push([at(event)]);
        keep();
      });
      canvas.addEventListener('pointermove', event => {
        if (!drawing || kept.value.length > 59000) { return; }
        const stroke = strokes[strokes.length - 1];
        const [x, y] = at(event);
        const [fromX, fromY] = stroke[stroke.length - 1];
        if (x === fromX && y === fromY) { return; }
        pen.lineWidth = 5;
        pen.lineCap = 'round';
        pen.strokeStyle = '#000';
        pen.beginPath();
        pen.moveTo(fromX, fromY);
        pen.lineTo(x, y);
        pen.stroke();
        stroke.push([x, y]);
        keep();
      });
      for (const end of ['pointerup', 'pointercancel']) { canvas.addEventListener(end, () => { drawing = false; }); }
      place.querySelector('button').addEventListener('click', () => {
        strokes = [];
        keep();
        pen.clearRect(0, 0, canvas.width, canvas.height);
      });
    }
    // a PDF is fetched when somebody wants to see it
    for (const place of document.querySelectorAll('[data-pdf]')) {
      const show = () => {
        if (place.open && !place.querySelector('iframe')) {
          place.append(Object.assign(document.createElement('iframe'), { src: place.dataset.pdf, title: place.textContent.trim() }));
        }
      };
      place.addEventListener('toggle', show);
      show();
    }
  };

  // After an at sign in a comment the people who may be mentioned are offered; arrows choose, Enter takes, Escape closes.
  const mentions = () => {
    for (const field of document.querySelectorAll('textarea[data-people]')) {
      const list = Object.assign(document.createElement('ul'), { className: 'people', id: field.id + '-people', hidden: true });
      list.setAttribute('role', 'listbox');
      list.setAttribute('aria-label', '@');
      field.after(list);
      field.setAttribute('aria-controls', list.id);
      field.setAttribute('aria-autocomplete', 'list');
      let asked = 0;
      const close = () => { list.hidden = true; field.removeAttribute('aria-activedescendant'); };
      const typed = () => /(?:^|[\s(])@([\p{L}\p{N}._@-]{0,80})$/u.exec(field.value.slice(0, field.selectionStart));
      const mark = item => {
        list.querySelectorAll('[aria-selected=true]').forEach(one => one.setAttribute('aria-selected', 'false'));
        item.setAttribute('aria-selected', 'true');
        field.setAttribute('aria-activedescendant', item.id);
      };
      const take = item => {
        const at = field.selectionStart;
        const begin = at - typed()[1].length;
        field.setRangeText(item.dataset.login + ' ', begin, at, 'end');
        close();
        field.focus();
      };
      field.addEventListener('input', async () => {
        const found = typed();
        const turn = ++asked;
        if (!found) { close(); return; }
        const internal = field.form.querySelector('input[id$=internal]')?.checked ? '&internal=true' : '';
        try {
          const answer = await fetch(field.dataset.people + internal + '&q=' + encodeURIComponent(found[1]));
          const people = answer.ok ? await answer.json() : [];
          if (turn !== asked) { return; }
          list.replaceChildren(...people.map((person, i) => {
            const item = Object.assign(document.createElement('li'), { id: list.id + i, textContent: person.name + ' (' + person.login + ')' });
            item.setAttribute('role', 'option');
            item.setAttribute('aria-selected', 'false');
            item.dataset.login = person.login;
            return item;
          }));
          list.hidden = people.length === 0;
          if (people.length > 0) { mark(list.firstChild); } else { close(); }
        } catch { close(); }
      });
      field.addEventListener('keydown', event => {
        const now = list.querySelector('[aria-selected=true]');
        if (list.hidden || !now) { return; }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          mark(event.key === 'ArrowDown' ? now.nextSibling ?? list.firstChild : now.previousSibling ?? list.lastChild);
        } else if (event.key === 'Enter' || event.key === 'Tab') {
          take(now);
        } else if (event.key === 'Escape') {
          close();
        } else {
          return;
        }
        event.preventDefault();
      });
      list.addEventListener('mousedown', event => { event.preventDefault(); if (event.target.dataset.login) { take(event.target); } });
      field.addEventListener('blur', close);
    }
  };

  // A field for numbers is ready for the next one after each; the camera fills it too: a field that finds searches at once, one
  // that is filled beside others only stays.
  let codes = null;
  const library = source => codes ??= new Promise((done, failed) => {
    const script = Object.assign(document.createElement('script'), { src: source });
    script.addEventListener('load', () => done(window.ZXing));
    script.addEventListener('error', () => { codes = null; script.remove(); failed(new Error('scan')); });
    document.head.append(script);
  });
  // What reads a code out of a video: the browser, or a library that is fetched with the first camera. Answers nothing where there is no code.
  const codeReader = async () => {
    if (window.BarcodeDetector) {
      const detector = new window.BarcodeDetector();
      return async video => (await detector.detect(video))[0]?.rawValue;
    }
    const zxing = await library(document.body.dataset.scanLibrarySrc);
    const reader = new zxing.MultiFormatReader();
    const canvas = document.createElement('canvas');
    return async video => {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d', { willReadFrequently: true }).drawImage(video, 0, 0);
      return reader.decode(new zxing.BinaryBitmap(new zxing.HybridBinarizer(new zxing.HTMLCanvasElementLuminanceSource(canvas)))).getText();
    };
  };
  const camera = async (field, button) => {
    const read = await codeReader();
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    const video = Object.assign(document.createElement('video'), { className: 'scan', muted: true, playsInline: true, srcObject: stream });
    button.replaceWith(video);
    await video.play();
    const watch = async () => {
      const code = await read(video).catch(() => null);
      if (!code && video.isConnected) { setTimeout(watch, 200); return; }
      for (const track of stream.getTracks()) { track.stop(); }
      video.replaceWith(button);
      if (!code) { return; }
      const lines = field.matches('textarea') && field.value.trim();
      field.value = lines ? field.value.trimEnd() + '\n' + code : code;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      if (field.dataset.scan === 'find') {
        field.form.requestSubmit();
      } else if (field.matches('input') && field.dataset.scan !== 'fill') {
        field.form.querySelector('.btn.go')?.click();
      } else {
        button.focus();
      }
    };
    watch();
  };
  const scans = () => {
    for (const field of document.querySelectorAll('[data-scan]')) {
      if (field.dataset.scan === 'again') { field.focus(); }
      if (!window.BarcodeDetector && !document.body.dataset.scanLibrarySrc || !navigator.mediaDevices?.getUserMedia) { continue; }
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: field.dataset.camera });
      field.after(button);
      button.addEventListener('click', () => camera(field, button).catch(() => button.remove()));
    }
  };

  // The calendar of visits: dragged by the grip with mouse, pen or finger, or moved with the keyboard. What is dropped fills the form
  // that moves a visit and sends it; the server decides. In a wide week the height of a day is its time.
  const plans = () => {
    const HOUR = 48;
    const STEP = 15;
    const clock = minutes => String(Math.floor(minutes / 60)).padStart(2, '0') + ':' + String(minutes % 60).padStart(2, '0');
    const count = time => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    const fill = (text, ...values) => values.reduce((all, value, i) => all.replace('@' + i, value), text);
    for (const plan of document.querySelectorAll('[data-plan]')) {
      const form = document.getElementById('move');
      const text = plan.dataset;
      const [first, last] = text.hours.split('-').map(hour => Number(hour) * 60);
      const says = plan.querySelector('[data-plan-says]');
      const days = [...plan.querySelectorAll('[data-day]')];
      const cards = [...plan.querySelectorAll('[data-visit]')];
      const dayOf = card => card.closest('[data-day]');
      const rowOf = card => days.filter(day => (day.dataset.tech || null) === (dayOf(card).dataset.tech || null));
      const wide = matchMedia('(min-width: 1000px)');
      const timed = () => text.plan === 'week' && wide.matches;
      // where a visit cannot go, or null
      const refusal = (card, day, at) => {
        const end = at + Number(card.dataset.minutes);
        const other = cards.find(one => one !== card && one.dataset.tech === card.dataset.tech && dayOf(one).dataset.day === day.dataset.day
          && count(one.dataset.start) < end && count(one.dataset.start) + Number(one.dataset.minutes) > at);
        return day.dataset.day + 'T' + clock(at) <= text.now ? text.late
          : (day.dataset.away || '').split(',').includes(card.dataset.tech) ? text.gone
            : end > 1440 ? text.night
              : other ? fill(text.meets, other.dataset.no) : null;
      };
      let lifted = null;
      const bubble = Object.assign(document.createElement('div'), { className: 'plan-bubble', hidden: true });
      bubble.setAttribute('aria-hidden', 'true');
      plan.append(bubble);
      const mark = () => {
        for (const day of days) { day.classList.toggle('over', day === lifted?.day); day.classList.toggle('refused', day === lifted?.day && !!lifted.why); }
      };
      const target = (day, at) => {
        if (lifted.day === day && lifted.at === at) { return; }
        lifted.day = day;
        lifted.at = at;
        lifted.why = refusal(lifted.card, day, at);
        mark();
        const words = [fill(text.to, day.dataset.label, clock(at)), lifted.why || (day.dataset.off ? fill(text.holiday, day.dataset.off) : '')].filter(word => word).join('. ');
        says.textContent = words;
        bubble.textContent = words;
        bubble.classList.toggle('bad', !!lifted.why);
      };
      const lift = (card, grip) => {
        lifted = { card, grip };
        card.classList.add('lifted');
        grip.setAttribute('aria-pressed', 'true');
        target(dayOf(card), count(card.dataset.start));
      };
      const release = () => {
        lifted.card.classList.remove('lifted');
        lifted.card.style.translate = '';
        lifted.grip.setAttribute('aria-pressed', 'false');
        lifted = null;
        bubble.hidden = true;
        mark();
      };
      const drop = () => {
        const { card, day, at, why } = lifted;
        const same = day === dayOf(card) && clock(at) === card.dataset.start;
        release();
        says.textContent = why || (same ? text.same : says.textContent);
        if (why && !same) {
          bubble.textContent = why;
          bubble.hidden = false;
          setTimeout(() => { if (!lifted) { bubble.hidden = true; } }, 4000);
        }
        if (why || same) { return; }
        const field = name => form.querySelector('[name$=":' + name + '"]');
        field('visitId').value = card.dataset.visit;
        field('day').value = day.dataset.day;
        field('time').value = clock(at);
        form.querySelector('.btn.go').click();
      };
      // with the pointer
      let pointer = null;
      const follow = () => {
        if (!lifted || !pointer) { return; }
        if (pointer.y > innerHeight - 90) { scrollBy(0, 10); } else if (pointer.y < 80) { scrollBy(0, -10); }
        const { card } = lifted;
        card.style.translate = (pointer.x - pointer.x0) + 'px ' + (pointer.y + scrollY - pointer.y0) + 'px';
        const under = document.elementFromPoint(pointer.x, pointer.y)?.closest('[data-day]');
        const day = under && plan.contains(under) && rowOf(card).find(one => one.dataset.day === under.dataset.day);
        if (day) {
          const most = Math.max(last, first + STEP) - STEP;
          const raw = first + Math.round((pointer.y - pointer.grab - day.querySelector('ul').getBoundingClientRect().top) / HOUR * 60 / STEP) * STEP;
          target(day, timed() && under === day ? Math.max(first, Math.min(most, raw)) : count(card.dataset.start));
        }
        bubble.hidden = false;
        bubble.style.left = Math.max(8, Math.min(pointer.x + 14, innerWidth - bubble.offsetWidth - 8)) + 'px';
        bubble.style.top = Math.max(8, pointer.y - bubble.offsetHeight - 14) + 'px';
        requestAnimationFrame(follow);
      };
      for (const card of cards) {
        const grip = card.querySelector('.grip');
        if (!grip || !form) { continue; }
        grip.hidden = false;
        const begin = event => {
          if (event.button || lifted || event.target.closest('a') || event.pointerType !== 'mouse' && !event.target.closest('.grip')) { return; }
          event.preventDefault();
          grip.focus({ preventScroll: true });
          grip.setPointerCapture(event.pointerId);
          pointer = { id: event.pointerId, x: event.clientX, y: event.clientY, x0: event.clientX, y0: event.clientY + scrollY,
            grab: event.clientY - card.getBoundingClientRect().top, moved: false };
        };
        card.addEventListener('pointerdown', begin);
        grip.addEventListener('pointermove', event => {
          if (pointer?.id !== event.pointerId) { return; }
          pointer.x = event.clientX;
          pointer.y = event.clientY;
          if (!lifted && Math.hypot(pointer.x - pointer.x0, pointer.y + scrollY - pointer.y0) > 4) {
            pointer.moved = true;
            lift(card, grip);
            requestAnimationFrame(follow);
          }
        });
        grip.addEventListener('pointerup', event => {
          if (pointer?.id !== event.pointerId) { return; }
          if (lifted) { follow(); drop(); }
          setTimeout(() => { pointer = null; });
        });
        grip.addEventListener('pointercancel', () => { if (lifted) { release(); } pointer = null; });
        // with the keyboard; a click that was no drag lifts, too, so that a switch or a voice can move
        grip.addEventListener('click', () => {
          if (pointer?.moved) { return; }
          if (lifted) { drop(); } else { lift(card, grip); }
        });
        grip.addEventListener('keydown', event => {
          if (!lifted) { return; }
          const row = rowOf(card);
          const at = row.indexOf(lifted.day);
          const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
          if (event.key === 'Escape') {
            release();
            says.textContent = text.same;
          } else if (moves) {
            target(row[Math.max(0, Math.min(row.length - 1, at + moves[0]))], Math.max(0, Math.min(1440 - STEP, lifted.at + moves[1])));
          } else { return; }
          event.preventDefault();
          if (lifted && moves) {
            lifted.day.scrollIntoView({ block: 'nearest' });
            const box = (moves[0] ? lifted.day : grip).getBoundingClientRect();
            bubble.hidden = false;
            bubble.style.left = Math.max(8, Math.min(box.left, innerWidth - bubble.offsetWidth - 8)) + 'px';
            bubble.style.top = Math.max(8, Math.min(box.top + 30, innerHeight - bubble.offsetHeight - 90)) + 'px';
          }
        });
        grip.addEventListener('blur', () => { if (lifted?.card === card && !pointer) { release(); } });
      }
      plan.querySelector('[data-plan-help]').hidden = !form || cards.every(card => !card.querySelector('.grip'));
      // a wide week: height is time; who is at two places at once stands side by side
      const lay = () => {
        plan.classList.toggle('timed', timed());
        for (const day of days) {
          const list = day.querySelector('ul');
          list.querySelectorAll('.hour').forEach(hour => hour.remove());
          for (let at = first; timed() && at < last && !(rowOf(list).indexOf(day)); at += 60) {
            const hour = Object.assign(document.createElement('li'), { className: 'hour', textContent: at / 60 });
            hour.setAttribute('aria-hidden', 'true');
            hour.style.top = (at - first) / 60 * HOUR + 'px';
            list.append(hour);
          }
          list.style.height = timed() ? (last - first) / 60 * HOUR + 'px' : '';
          const own = [...list.querySelectorAll('[data-visit]')];
          own.forEach((card, i) => {
            const at = count(card.dataset.start);
            const met = own.slice(0, i).filter(one => count(one.dataset.start) + Number(one.dataset.minutes) > at).length;
            card.style.top = timed() ? (at - first) / 60 * HOUR + 'px' : '';
            card.style.height = timed() ? Math.max(28, Number(card.dataset.minutes) / 60 * HOUR - 2) + 'px' : '';
            card.style.insetInlineStart = timed() && met ? Math.min(met, 3) * 22 + '%' : '';
          });
        }
      };
      lay();
      wide.addEventListener('change', lay);
    }
  };

  // What the page of the phone has kept: what waits there is said on every page to whose it is, and signing out deletes all that is one's own.
  const KEPT = 'schulpakt-phone';
  // steps that wait of others, without a sign of them
  const FORGOTTEN = 30 * 24 * 3600 * 1000;
  // a browser that does not name its databases is asked by opening
  const keeps = async () => Boolean(window.indexedDB) && (!indexedDB.databases || (await indexedDB.databases()).some(known => known.name === KEPT));
  /** How many steps wait: of the person, and of others. */
  const waiting = async me => {
    if (!await keeps()) { return { own: 0, others: 0 }; }
    return new Promise(done => {
      const asked = indexedDB.open(KEPT);
      asked.addEventListener('upgradeneeded', () => asked.transaction.abort());
      asked.addEventListener('error', () => done({ own: 0, others: 0 }));
      asked.addEventListener('success', () => {
        const db = asked.result;
        db.addEventListener('versionchange', () => db.close());
        const all = db.transaction('queue').objectStore('queue').getAll();
        const over = () => {
          db.close();
          const own = (all.result ?? []).filter(row => row.person === me).length;
          done({ own, others: (all.result ?? []).length - own });
        };
        all.addEventListener('success', over);
        all.addEventListener('error', over);
      });
    });
  };
  // what the worker keeps at this moment would stand there again after it was deleted
  const leftBy = worker => new Promise(done => {
    if (!worker) { done(); return; }
    const way = new MessageChannel();
    way.port1.addEventListener('message', done);
    way.port1.start();
    setTimeout(done, 3000);
    worker.postMessage({ leave: true }, [way.port2]);
  });
  const wipe = async (me, others) => {
    // what another person has done here and not sent stays, and nobody else can read it
    if (others) { await forget(Number.NaN, me); } else {
      await new Promise(done => {
        const asked = indexedDB.deleteDatabase(KEPT);
        for (const end of ['success', 'error', 'blocked']) { asked.addEventListener(end, done); }
      });
    }
    for (const known of await navigator.serviceWorker?.getRegistrations() ?? []) {
      await leftBy(known.active ?? known.waiting ?? known.installing);
      await known.unregister();
    }
    for (const name of await window.caches?.keys() ?? []) { if (name.startsWith(KEPT)) { await caches.delete(name); } }
    // a page of the phone in another tab still shows it
    if (window.BroadcastChannel) { new BroadcastChannel(KEPT).postMessage('left'); }
  };
  // What others have taken along on this device goes as soon as somebody else is signed in; their keys stay only while steps of theirs wait.
  // Steps that have waited too long go, too. Without a person only what waits stays, and the keys to it.
  const forget = async (me, leaving) => {
    if (me === 0 || !await keeps()) { return; }
    await new Promise(done => {
      const asked = indexedDB.open(KEPT);
      asked.addEventListener('upgradeneeded', () => asked.transaction.abort());
      asked.addEventListener('error', done);
      asked.addEventListener('success', () => {
        const db = asked.result;
        db.addEventListener('versionchange', () => db.close());
        const step = db.transaction(['kept', 'people', 'queue'], 'readwrite');
        for (const end of ['complete', 'abort']) { step.addEventListener(end, () => { db.close(); done(); }); }
        const queue = step.objectStore('queue').getAll();
        queue.addEventListener('success', () => {
          const gone = queue.result.filter(row => row.person === leaving || row.person !== me && Date.now() - (row.at ?? Date.now()) > FORGOTTEN);
          for (const row of gone) { step.objectStore('queue').delete(row.n); }
          // of a row that does not say since when it waits, the time begins now
          for (const row of queue.result) { if (!row.at && !gone.includes(row)) { step.objectStore('queue').put({ ...row, at: Date.now() }); } }
          const waits = new Set(queue.result.filter(row => !gone.includes(row)).map(row => row.person));
          for (const [name, key, stay] of [['kept', 'id', new Set()], ['people', 'person', waits]]) {
            const all = step.objectStore(name).getAll();
            all.addEventListener('success', () => {
              for (const row of all.result) { if (row.person !== me && !stay.has(row.person)) { step.objectStore(name).delete(row[key]); } }
            });
          }
        });
      });
    });
  };
  const phones = () => {
    const note = document.getElementById('waits');
    const me = Number(note?.dataset.person) || 0;
    forget(me).catch(() => { /* nothing is kept */ });
    if (note && !document.getElementById('phone')) {
      waiting(me).then(count => {
        if (!count.own) { return; }
        note.querySelector('.num').textContent = count.own;
        note.hidden = false;
      }).catch(() => { /* nothing is kept */ });
    }
    // the page that is kept speaks the language of who is signed in, also after another one was chosen elsewhere
    // and by a worker that has only just begun; where none was ever registered, none gets ready
    if (me) {
      navigator.serviceWorker?.ready.then(known => known.active?.postMessage({ speak: document.documentElement.lang, since: performance.timeOrigin }))
        .catch(() => { /* it stays as it was kept */ });
    }
    const leave = document.querySelector('form[data-leave]');
    leave?.addEventListener('submit', async event => {
      if (!window.isSecureContext || leave.dataset.wiped) { return; }
      event.preventDefault();
      try {
        const count = await waiting(me);
        if (count.own && !window.confirm(leave.dataset.leave)) { return; }
        // the page of the phone learns that its data goes, and does not come again by itself
        leave.dataset.leaving = 'true';
        await wipe(me, count.others);
      } catch { /* signing out is never held up */ }
      leave.dataset.wiped = 'true';
      leave.submit();
    });
  };

  // A floor plan: a click enters its place into the form that draws; a mark is dragged, or moved with the arrow keys and put down with Enter.
  const floors = () => {
    for (const floor of document.querySelectorAll('[data-floor=true]')) {
      const says = floor.parentElement.querySelector('[data-floor-says]');
      const inside = value => Math.max(0, Math.min(1000, Math.round(value)));
      const field = (form, name) => document.getElementById(form)?.querySelector('[name$=":' + name + '"]');
      const at = event => {
        const box = floor.querySelector('img').getBoundingClientRect();
        return [inside((event.clientX - box.left) / box.width * 1000), inside((event.clientY - box.top) / box.height * 1000)];
      };
      const tell = (x, y) => { says.textContent = floor.dataset.to.replace('@0', x).replace('@1', y); };
      floor.querySelector('img').addEventListener('click', event => {
        if (!field('place', 'x')) { return; }
        const [x, y] = at(event);
        field('place', 'x').value = x;
        field('place', 'y').value = y;
        const spot = floor.querySelector('.spot') || floor.appendChild(Object.assign(document.createElement('span'), { className: 'spot' }));
        spot.style.left = x / 10 + '%';
        spot.style.top = y / 10 + '%';
        tell(x, y);
      });
      for (const mark of floor.querySelectorAll('[data-mark]')) {
        let from = null;
        let to = null;
        const show = (x, y) => {
          to = [x, y];
          mark.style.left = x / 10 + '%';
          mark.style.top = y / 10 + '%';
          tell(x, y);
        };
        const put = () => {
          if (!to || !field('shift', 'markId')) { return; }
          field('shift', 'markId').value = mark.dataset.mark;
          field('shift', 'toX').value = to[0];
          field('shift', 'toY').value = to[1];
          document.getElementById('shift').querySelector('.btn.go').click();
        };
        const back = () => { show(Number(mark.dataset.x), Number(mark.dataset.y)); to = null; };
        mark.addEventListener('dragstart', event => event.preventDefault());
        mark.addEventListener('pointerdown', event => {
          if (event.button) { return; }
          from = [event.clientX, event.clientY];
          mark.setPointerCapture(event.pointerId);
        });
        mark.addEventListener('pointermove', event => {
          if (from && (to || Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 4)) { show(...at(event)); }
        });
        mark.addEventListener('pointerup', () => { from = null; put(); });
        mark.addEventListener('pointercancel', () => { from = null; back(); });
        mark.addEventListener('click', event => { if (to) { event.preventDefault(); } });
        mark.addEventListener('keydown', event => {
          const step = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] }[event.key];
          if (step) {
            const [x, y] = to || [Number(mark.dataset.x), Number(mark.dataset.y)];
            show(inside(x + step[0]), inside(y + step[1]));
          } else if (event.key === 'Enter' && to) { put(); } else if (event.key === 'Escape' && to) { back(); } else { return; }
          event.preventDefault();
        });
      }
    }
  };

  // A text that is ready goes behind what stands in its field, as far as that takes it.
  const readies = () => {
    document.querySelectorAll('[data-ready]').forEach(place => { place.hidden = false; });
    document.addEventListener('change', event => {
      const place = event.target.closest?.('[data-ready]');
      const field = place && event.target.value && place.closest('form')?.querySelector('[id$="' + place.dataset.ready + '"]:not(select)');
      if (!field) { return; }
      const text = (field.value.trim() ? field.value.trimEnd() + (field.matches('textarea') ? '\n' : ' ') : '') + event.target.value;
      field.value = field.maxLength > 0 ? text.slice(0, field.maxLength) : text;
      event.target.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
  };

  // A field that narrows a group of boxes: those whose words do not contain it are hidden, as long as they are not ticked.
  const sieves = () => document.addEventListener('input', event => {
    const group = event.target.dataset?.sieve && document.getElementById(event.target.dataset.sieve);
    if (!group) { return; }
    const words = event.target.value.toLowerCase().split(/\s+/).filter(word => word);
    for (const label of group.querySelectorAll('label')) {
      // a list of boxes by Faces has the box beside its label, in a row of a table
      if (label.control) { (label.closest('tr') ?? label).hidden = !label.control.checked && !words.every(word => label.textContent.toLowerCase().includes(word)); }
    }
  });

  /* More serial numbers than a line awaits belong to the next line of the same article: pasted into one field they fill all of them. */
  const spreads = () => {
    const ofArticle = field => [...document.querySelectorAll('textarea[data-spread]')].filter(other => other.dataset.spread === field.dataset.spread);
    const lines = field => field.value.split(/[\r\n\t,;]+/).map(line => line.trim()).filter(line => line);
    // before Faces counts what stands in the field
    document.addEventListener('change', event => {
      const field = event.target;
      const beyond = field.dataset?.spread ? lines(field).slice(Number(field.dataset.awaited)) : [];
      const next = beyond.length && ofArticle(field).slice(ofArticle(field).indexOf(field) + 1).find(other => lines(other).length < Number(other.dataset.awaited));
      if (!next) { return; }
      field.value = lines(field).slice(0, Number(field.dataset.awaited)).join('\n');
      next.value = [...lines(next), ...beyond].join('\n');
      setTimeout(() => next.dispatchEvent(new Event('change', { bubbles: true })));
    }, true);
    document.addEventListener('paste', event => {
      const field = event.target;
      if (field.dataset?.spread) { setTimeout(() => field.dispatchEvent(new Event('change', { bubbles: true }))); }
    });
  };

  // A board: a card that is drawn into the column to which its button leads presses it; one that needs more than a click opens its ticket.
  const boards = () => {
    const board = document.querySelector('.board');
    if (!board) { return; }
    let card = null;
    const takes = column => !!card && !!column && (column.dataset.state === card.dataset.to || card.dataset.ways.split(' ').includes(column.dataset.state));
    const over = event => event.target.closest?.('.board-column');
    const show = () => { for (const column of board.querySelectorAll('.board-column')) { column.classList.toggle('takes', takes(column)); } };
    board.addEventListener('dragstart', event => {
      card = event.target.closest?.('.board-card[draggable=true]') ?? null;
      if (!card) { return; }
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', card.querySelector('a').textContent);
      // a page that changes while the browser still takes its picture ends the drag
      setTimeout(show);
    });
    board.addEventListener('dragover', event => { if (takes(over(event))) { event.preventDefault(); event.dataTransfer.dropEffect = 'move'; } });
    board.addEventListener('drop', event => {
      const column = over(event);
      if (!takes(column)) { return; }
      event.preventDefault();
      if (column.dataset.state === card.dataset.to) { card.querySelector('button').click(); } else { location.assign(card.querySelector('a').href); }
    });
    board.addEventListener('dragend', () => { card = null; show(); });
  };

  ready(() => { boards(); phones(); readies(); sieves(); spreads(); plans(); floors(); mentions(); asks(); tables(); backs(); chooses(); signs(); parts(); keep(); leaves(); sums(); drafts(); histories(); themes(); dialogs(); enter(); once(); drops(); papers(); photos(); fills(); places(); scans(); });
})();
