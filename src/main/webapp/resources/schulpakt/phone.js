'use strict';
// The phone without network: what was taken along is shown, what is done meanwhile waits encrypted and is sent later, once and in order.
(() => {
  const root = document.getElementById('phone');
  if (!root) { return; }
  const PAGE = '/phone.xhtml';
  const DAY = 24 * 3600 * 1000;
  const BIGGEST = 25 * 1024 * 1024;
  // what the server reads of a table at once
  const BIGGEST_TABLE = 1024 * 1024 - 1024;
  const SIDE = Number(root.dataset.photoSide);
  const QUALITY = Number(root.dataset.photoQuality) / 100;
  const lang = document.documentElement.lang === 'en' ? 'en' : 'de';
  const at = id => document.getElementById('phone-' + id);
  const said = new Map([...at('said').content.querySelectorAll('data')].map(data => [data.value, data]));
  const say = key => said.get(key)?.textContent ?? key;
  const clock = time => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' }).format(new Date(time));
  const moment = time => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' }).format(new Date(time));
  const part = (name, text, more = {}) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(more)) { made.setAttribute(key, value); }
    if (text) { made.textContent = text; }
    return made;
  };
  const button = (text, run, kind = '', name = text) => {
    const made = part('button', text, { type: 'button', class: ('btn ' + kind).trim(), 'aria-label': name });
    made.addEventListener('click', run);
    return made;
  };
  const chip = key => part('span', say(key), { class: 'chip ' + (said.get(key)?.className || 'mute') });
  const show = (id, on) => { at(id).hidden = !on; };
  const wrong = text => { show('wrong', Boolean(text)); at('wrong').firstElementChild.textContent = text || ''; };

  // ---- what the browser keeps: keys that no script can read, and what was encrypted with them
  let db = null;
  // what was kept has gone: nothing is shown or written any more, and the page comes anew when the session has ended
  const anew = () => {
    // this page itself signs out: it goes on to the sign-in
    if (document.querySelector('form[data-leave]')?.dataset.leaving) { return; }
    db?.close();
    db = null;
    root.hidden = true;
    setTimeout(() => location.reload(), 1000);
  };
  // signing out in another tab while steps of others wait deletes only what was the person's own
  if (window.BroadcastChannel) { new BroadcastChannel('schulpakt-phone').addEventListener('message', anew); }
  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open('schulpakt-phone', 1);
    asked.addEventListener('upgradeneeded', () => {
      asked.result.createObjectStore('people', { keyPath: 'person' });
      asked.result.createObjectStore('kept', { keyPath: 'id' });
      asked.result.createObjectStore('queue', { keyPath: 'n', autoIncrement: true });
    });
    asked.addEventListener('success', () => {
      // signing out in another tab deletes all of it
      asked.result.addEventListener('versionchange', () => {
        asked.result.close();
        anew();
      });
      done(asked.result);
    });
    asked.addEventListener('error', () => fail(asked.error));
  });
  const run = (store, mode, work) => new Promise((done, fail) => {
    const step = db.transaction(store, mode);
    const asked = work(step.objectStore(store));
    step.addEventListener('complete', () => done(asked.result));
    step.addEventListener('abort', () => fail(step.error || new Error('abort')));
    step.addEventListener('error', () => fail(step.error));
  });
  const keyOf = async (person, make) => {
    const found = await run('people', 'readonly', s => s.get(person));
    if (found || !make) { return found?.key; }
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    try {
      await run('people', 'readwrite', s => s.add({ person, key, made: Date.now() }));
      return key;
    } catch {
      // another tab was first
      return (await run('people', 'readonly', s => s.get(person))).key;
    }
  };
  const whose = person => new TextEncoder().encode('schulpakt ' + person);
  const seal = async (person, bytes) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: whose(person) }, await keyOf(person, true), bytes) };
  };
  const unseal = async (person, sealed) => crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData: whose(person) }, await keyOf(person, false), sealed.bytes);
  const sealed = (person, value) => seal(person, new TextEncoder().encode(JSON.stringify(value)));
  const unsealed = async (person, value) => JSON.parse(new TextDecoder().decode(await unseal(person, value)));

  // ---- state of the page
  let person = Number(root.dataset.person) || null;
  let taken = null;
  let queue = [];
  let tried = null;
  const counts = new Map();
  let away = !navigator.onLine;
  let others = 0;

  const keptId = what => what + '-' + person;
  const saveTaken = async () => {
    if (!taken) { return; }
    const day = await sealed(person, taken);
    await run('kept', 'readwrite', s => s.put({ id: keptId('day'), person, at: taken.kept, day }));
  };
  const saveCount = async count => {
    const day = await sealed(person, count);
    await run('kept', 'readwrite', s => s.put({ id: keptId('count-' + count.id), person, at: count.kept, day }));
  };
  const readQueue = async () => {
    const rows = await run('queue', 'readonly', s => s.getAll());
    others = rows.filter(row => row.person !== person).length;
    const read = [];
    for (const row of rows.filter(r => r.person === person)) {
      try {
        read.push({ ...await unsealed(person, row.step), n: row.n, photo: row.photo });
      } catch {
        read.push({ n: row.n, state: 'refused', lost: true, label: '', at: Date.now(), why: say('phone.lost') });
      }
    }
    queue = read;
  };
  const store = async entry => {
    const { n, photo, ...plain } = entry;
    const row = { person, at: entry.at ?? Date.now(), step: await sealed(person, plain), ...(photo ? { photo } : {}), ...(n ? { n } : {}) };
    return run('queue', 'readwrite', s => s.put(row));
  };
  const remove = async entry => { await run('queue', 'readwrite', s => s.delete(entry.n)); queue = queue.filter(e => e.n !== entry.n); };

  // ---- a step is kept before anything else happens with it
  const AGAIN = 500;
  const same = (a, b) => !a.photo && !b.photo && a.path === b.path && a.ticket === b.ticket
    && ['stepNo', 'number', 'roomId', 'text', 'minutes', 'workedOn', 'storeId', 'article', 'amount'].every(name => a.body[name] === b.body[name]);
  let latest = null;
  let line = Promise.resolve();
  const add = async entry => {
    // a second tap while the first one is being kept, or right after it, is the same tap
    if (latest && same(latest.entry, entry) && (latest.busy || Date.now() - latest.at < AGAIN)) { return false; }
    const tap = { entry, at: Date.now(), busy: true };
    latest = tap;
    // one after the other: each has to know what waits before it
    const kept = line.then(() => keep(entry));
    line = kept.catch(() => { /* said by whoever added it */ });
    try {
      const done = await kept;
      if (!done && latest === tap) { latest = null; }
      return done;
    } finally { tap.busy = false; tap.at = Date.now(); }
  };
  const keep = async entry => {
    wrong('');
    const chain = entry.versioned && queue.some(e => e.versioned && e.ticket === entry.ticket);
    const step = { key: crypto.randomUUID(), at: Date.now(), state: 'waits', ...entry, follows: chain, seen: entry.versioned && !chain ? workOf(entry.ticket).version : null };
    try {
      navigator.storage?.persist?.();
      step.n = await store(step);
    } catch (failure) {
      wrong(say('QuotaExceededError' === failure?.name ? 'phone.full' : 'phone.no_store'));
      return false;
    }
    if (!queue.some(e => e.n === step.n)) { queue.push(step); }
    draw();
    if (!away) { sync(); }
    return true;
  };

  // ---- the way to the server: with the session, and saying whose it must be
  const ask = (path, more = {}) => fetch('/api/v1/' + path, { method: more.body === undefined ? 'GET' : 'POST', body: more.body, cache: 'no-store', credentials: 'same-origin',
    signal: AbortSignal.timeout(more.body instanceof ArrayBuffer ? 120000 : 15000),
    headers: { Accept: 'application/json', 'Accept-Language': lang, 'Schulpakt-Person': String(person), ...more.headers } });
  const ended = async answer => {
    let code = '';
    try { code = (await answer.json()).code; } catch { /* no answer of ours */ }
    show('signin', code !== 'session.other');
    show('other', code === 'session.other' || others > 0);
  };
  const bodyOf = async entry => {
    if (entry.photo) { return unseal(person, entry.photo); }
    return JSON.stringify(entry.versioned ? { version: entry.seen, ...entry.body } : entry.body);
  };
  const current = async ticket => {
    const answer = await ask('tickets/' + ticket);
    return answer.ok ? answer.json() : null;
  };
  const busy = answer => answer.status >= 500 || answer.status === 429 || answer.status === 408;
  const follow = async (entry, version) => {
    for (const later of queue.filter(e => e.ticket === entry.ticket && e.n > entry.n && e.follows && !e.sent)) {
      later.seen = version;
      await store(later);
    }
  };
  const learn = view => {
    const work = taken?.works.find(w => w.id === view.id);
    if (!work) { return; }
    for (const name of ['version', 'state', 'assigneeId', 'waitingFor', 'roomId', 'room']) { work[name] = view[name]; }
    work.done = view.done.map(step => step.stepNo);
    for (const result of work.results ?? []) { result.value = view.results?.find(row => row.resultNo === result.no)?.value ?? null; }
  };
  // what was finished here stays for the day: the school signs for it, for the words that it was finished with
  const finished = entry => {
    const work = ['MEASURE', 'FINISH', 'SOLVE'].includes(entry.action) && taken?.works.find(w => w.id === entry.ticket);
    if (work) { work.finishedAt = Date.now(); work.outcome = entry.body.outcome ?? null; }
  };
  const lately = works => taken?.works.filter(w => w.finishedAt && Date.now() - w.finishedAt < DAY && !works.some(one => one.id === w.id)) ?? [];

  // The server did not take it now; after some rounds the person may give it up.
  const LATER = 'later';
  const TRIES = 3;
  const later = async entry => {
    entry.tries = (entry.tries ?? 0) + 1;
    // it may have been given up meanwhile
    if (queue.some(e => e.n === entry.n)) { await store(entry); }
    return LATER;
  };
  /** True if the next one may be sent, false if none may, and LATER if only this one and what follows it must wait for the next round. */
  const sendOne = async entry => {
    if (entry.versioned && entry.seen === null) {
      const answer = await ask('tickets/' + entry.ticket);
      if (answer.status === 401) { await ended(answer); return false; }
      if (busy(answer)) { return later(entry); }
      // a ticket that is not seen any more is refused by the server, with its reason
      entry.seen = answer.ok ? (await answer.json()).version : 0;
    }
    const body = await bodyOf(entry);
    if (!entry.sent) { entry.sent = true; await store(entry); }
    const answer = await ask(entry.path, { body, headers: { 'Content-Type': entry.photo ? 'application/octet-stream' : 'application/json', 'Idempotency-Key': entry.key } });
    if (answer.status === 401) { await ended(answer); return false; }
    if (answer.ok) {
      const told = await answer.json().catch(() => null);
      await remove(entry);
      if (entry.action && told?.version !== undefined) {
        await follow(entry, told.version);
        learn(told);
        finished(entry);
        await saveTaken();
      }
      if (entry.kind === 'tests' && told) { tested(entry, told); }
      if (entry.count && entry.item) {
        // what was seen stays seen until the next state comes
        const count = counts.get(entry.count);
        const item = count?.items.find(i => i.id === entry.item);
        if (item) { item.foundAt = new Date(entry.at).toISOString(); item.foundRoomId = entry.body.roomId; await saveCount(count); }
      }
      if (entry.kind === 'photo') { const work = taken?.works.find(w => w.id === entry.ticket); if (work) { work.photos++; await saveTaken(); } }
      return true;
    }
    if (busy(answer)) { return later(entry); }
    const problem = await answer.json().catch(() => ({}));
    if (problem.code === 'idempotency.done') {
      // carried out before, only its answer was lost
      await remove(entry);
      await follow(entry, null);
      finished(entry);
      await saveTaken();
      return true;
    }
    entry.state = 'refused';
    entry.sent = false;
    entry.why = [problem.detail, ...Object.values(problem.fields ?? {})].filter(Boolean).join(' ') || say('phone.failed');
    const now = entry.ticket ? await current(entry.ticket) : null;
    if (now) {
      entry.now = { version: now.version, state: now.state, assignee: now.assignee };
      learn(now);
      await saveTaken();
    }
    await store(entry);
    return true;
  };
  const blocks = entry => queue.some(e => e.state === 'refused' && e.n < entry.n && e.ticket && e.ticket === entry.ticket);
  /** Whether the round came to its end; what the server does not take now is passed over, with the rest of its ticket. */
  const send = async () => {
    const passed = new Set();
    let slow = 0;
    const over = e => passed.has(e.key) || e.ticket && queue.some(q => q.n < e.n && q.ticket === e.ticket && passed.has(q.key));
    for (;;) {
      const entry = queue.find(e => e.state === 'waits' && !blocks(e) && !over(e));
      if (!entry) { return true; }
      let next;
      try { next = await sendOne(entry); } catch (failure) {
        // no answer in time is the fault of this step; no network that of all
        if (failure?.name !== 'TimeoutError' || ++slow > TRIES) { throw failure; }
        next = await later(entry);
      }
      if (!next) { return false; }
      if (next === LATER) { passed.add(entry.key); }
      draw();
    }
  };
  const refresh = async () => {
    const answer = await ask('overview/phone');
    if (answer.status === 401) { await ended(answer); return; }
    if (answer.status === 403) { wrong(say('phone.nothing_role')); return; }
    if (!answer.ok) { return; }
    const day = await answer.json();
    taken = { ...day, works: [...day.works, ...lately(day.works)], kept: Date.now() };
    await saveTaken();
    for (const id of [...counts.keys()]) { await takeCount(id); }
  };
  const takeCount = async id => {
    const answer = await ask('overview/phone/counts/' + id);
    if (answer.status === 404 || answer.status === 403) {
      counts.delete(id);
      await run('kept', 'readwrite', s => s.delete(keptId('count-' + id)));
    }
    if (!answer.ok) { return; }
    const count = { ...await answer.json(), kept: Date.now() };
    if (count.state !== 'RUNNING') {
      // nothing more is counted there; what was scanned meanwhile is decided by the person
      counts.delete(id);
      await run('kept', 'readwrite', s => s.delete(keptId('count-' + id)));
      for (const entry of queue.filter(e => e.count === id && e.state === 'waits' && !e.sent)) {
        entry.state = 'refused';
        entry.why = say('phone.count_ended');
        await store(entry);
      }
      wrong(count.no + ': ' + say('phone.count_ended'));
      return;
    }
    counts.set(id, count);
    await saveCount(count);
  };
  const sync = () => navigator.locks.request('schulpakt-phone', async () => {
    if (!db || !person) { return; }
    await readQueue();
    try {
      if (queue.length) { tried = Date.now(); }
      const whole = await send();
      away = false;
      if (whole && !queue.some(e => e.state === 'waits')) { await refresh(); }
    } catch (failure) {
      if (failure?.name === 'QuotaExceededError') { wrong(say('phone.full')); }
      away = true;
    }
    draw();
  });

  // ---- what was taken along, with what waits done to it
  const workOf = id => taken?.works.find(w => w.id === id);
  const shownWork = id => {
    const work = { ...workOf(id) };
    work.done = [...work.done];
    work.results = (work.results ?? []).map(result => ({ ...result }));
    for (const e of queue.filter(q => q.ticket === id && q.state === 'waits')) {
      if (e.action === 'TICK') { work.done = work.done.filter(no => no !== e.body.stepNo).concat(e.body.done ? [e.body.stepNo] : []); }
      if (e.action === 'RESULT') { for (const one of e.body.results) { const result = work.results.find(r => r.no === one.resultNo); if (result) { result.value = one.value; } } }
      const row = taken.flow.find(f => f.from === work.state && f.action === e.action);
      if (row) { work.state = row.to; }
      if (e.action === 'TAKE') { work.assigneeId = person; }
      if (e.kind === 'photo') { work.photos++; }
    }
    return work;
  };
  const stepsOf = work => (lang === 'en' ? work.stepsEn : work.stepsDe)?.split('\n').filter(line => line) ?? [];
  const actionsOf = work => taken.flow.filter(f => f.from === work.state).map(f => f.action).filter(action =>
    (action === 'TAKE' || work.assigneeId === person) && action !== (work.measurement ? 'FINISH' : 'MEASURE') && action !== (work.acceptance ? 'SOLVE' : 'FINISH')
      && !(action === 'SOLVE' && work.measurement) && (work.may?.[0] !== false || action === 'WAIT' || action === 'RESUME'));
  const placeOf = work => [work.room || say('ticket.room.unknown'), work.building, work.floor].filter(Boolean).join(' · ');

  const drawQueue = () => {
    show('queue', queue.length > 0);
    at('tried').textContent = tried ? say('phone.tried') + ' ' + clock(tried) : '';
    at('steps-waiting').replaceChildren(...queue.map(entry => {
      const line = part('li');
      line.dataset.state = entry.state;
      const state = entry.state === 'refused' ? 'phone.refused' : blocks(entry) ? 'phone.behind' : 'phone.waits';
      line.append(part('span', say(state), { class: 'chip ' + (entry.state === 'refused' ? 'bad' : 'wait') }), part('span', entry.label), part('span', clock(entry.at), { class: 'num' }));
      if (entry.state === 'refused') {
        const why = part('span', entry.why, { class: 'why' });
        if (entry.now) { why.append(part('br'), say('phone.now') + ' ' + say('TicketState.' + entry.now.state) + ', ' + (entry.now.assignee || say('tickets.nobody'))); }
        const acts = part('span', '', { class: 'acts' });
        if (!entry.lost) { acts.append(button(say('phone.again'), () => again(entry), 'go', say('phone.again') + ': ' + entry.label)); }
        acts.append(button(say('phone.drop'), () => drop(entry), 'danger', say('phone.drop') + ': ' + entry.label));
        why.append(part('br'), acts);
        line.append(why);
      } else if ((entry.tries ?? 0) >= TRIES) {
        const why = part('span', say('phone.not_taken'), { class: 'why' });
        const acts = part('span', '', { class: 'acts' });
        acts.append(button(say('phone.drop'), () => drop(entry), 'danger', say('phone.drop') + ': ' + entry.label));
        why.append(part('br'), acts);
        line.append(why);
      }
      return line;
    }));
  };
  const drawDay = () => {
    show('works-none', !taken?.works.length);
    at('works').replaceChildren(...(taken?.works ?? []).map(work => {
      const now = shownWork(work.id);
      const line = part('li');
      line.append(chip('TicketState.' + now.state), part('a', work.no + ' · ' + work.title, { href: '#t' + work.id }),
        part('span', work.visits[0] ? clock(work.visits[0].startsAt) : '', { class: 'num' }), part('span', work.school + ' · ' + placeOf(work), { class: 'why' }));
      return line;
    }));
  };
  const drawTicket = id => {
    const work = id && workOf(id) ? shownWork(id) : null;
    show('ticket', Boolean(work));
    if (!work) { return; }
    if (at('ticket').dataset.of !== String(id)) {
      // of another ticket: what is not the next step is folded again
      at('ticket').dataset.of = String(id);
      at('ticket').querySelectorAll('details.fold').forEach(fold => { fold.open = false; });
      chosenTests = null;
      at('tests').reset();
      sayTests('');
      at('tests').querySelector('button').hidden = true;
    }
    const values = { title: work.no + ' · ' + work.title, waitingFor: work.state === 'WAITING' ? work.waitingFor : '', school: work.school,
      visit: work.visits.map(v => [clock(v.startsAt), v.contact, v.note].filter(Boolean).join(' · ')).join('\n'), address: [work.street, [work.postcode, work.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
      room: placeOf(work), things: work.things.map(t => [t.model, t.serial, t.inventoryNo].filter(Boolean).join(' · ')).join('\n'), description: work.description,
      finish: say('TicketAction.' + (work.acceptance ? 'FINISH' : 'SOLVE')), phone: '' };
    for (const [name, value] of Object.entries(values)) {
      const place = at('ticket').querySelector('[data-f=' + name + ']');
      place.textContent = value || '';
      if (place.matches('dd')) { place.parentElement.hidden = !value; }
    }
    at('ticket').querySelector('[data-f=school]').previousElementSibling.textContent = say(work.place === 'SCHOOL' ? 'ticket.school' : 'ticket.place');
    const phone = at('ticket').querySelector('[data-f=phone]');
    phone.parentElement.hidden = !work.phone;
    phone.replaceChildren(part('a', work.phone, { href: 'tel:' + (work.phone ?? '').replace(/[^+0-9]/g, '') }));
    // with network it opens a map in a window of its own; nothing is asked of it before
    at('ticket').querySelector('[data-f=address]').replaceChildren(part('a', values.address, { target: '_blank', rel: 'noopener noreferrer',
      href: 'https://www.openstreetmap.org/search?query=' + encodeURIComponent(values.address) }));
    const state = chip('TicketState.' + work.state);
    state.dataset.f = 'state';
    at('ticket').querySelector('[data-f=state]').replaceWith(state);
    const may = actionsOf(work);
    const mine = work.assigneeId === person;
    const steps = stepsOf(work);
    show('checklist', steps.length > 0);
    at('checklist').querySelector('ul').replaceChildren(...steps.map((text, i) => {
      const done = work.done.includes(i + 1);
      const line = part('li');
      line.append(part('span', say(done ? 'ticket.step.done' : 'ticket.step.open'), { class: 'chip ' + (done ? 'ok' : 'wait') }), part('span', text));
      if (mine && !work.finishedAt) {
        const word = say(done ? 'ticket.step.undo' : 'ticket.step.do');
        line.append(button(word, () => add({ ticket: id, action: 'TICK', path: 'tickets/' + id + '/steps', body: { stepNo: i + 1, done: !done }, label: word + ': ' + text + ' · ' + work.no }), '', word + ': ' + text));
      }
      return line;
    }));
    drawResults(work, mine && !work.finishedAt);
    at('acts').replaceChildren(...['TAKE', 'START', 'RESUME'].filter(a => may.includes(a)).map(action =>
      button(say('TicketAction.' + action), () => add({ ticket: id, action, versioned: true, path: 'tickets/' + id + '/' + action.toLowerCase(), body: { note: null }, label: say('TicketAction.' + action) + ' · ' + work.no }), 'go')));
    show('tests', mine && !work.finishedAt && (work.measurement || work.results.some(result => result.type === 'MEASUREMENT')));
    show('wait', may.includes('WAIT'));
    show('measure', may.includes('MEASURE'));
    show('finish', may.includes('FINISH') || may.includes('SOLVE'));
    drawStock(work);
    drawReady(work);
    at('sign').querySelector('[data-f=words]').textContent = wordsOf(work);
    for (const select of [at('measure-room'), at('finish-room')]) {
      if (select.dataset.of === String(id) && select.options.length) { continue; }
      select.dataset.of = String(id);
      select.replaceChildren(part('option', say('ticket.room.unknown'), { value: '' }), ...taken.rooms.filter(r => r.schoolId === work.schoolId).map(r =>
        part('option', r.name + (r.building ? ' · ' + r.building : ''), { value: r.id })));
      select.value = work.roomId ?? '';
    }
  };
  // what the kind asks for, each by its type; drawn anew only when something else was given, so that nobody loses what is being typed
  const entered = result => result.value === null || result.value === undefined ? '' : result.type === 'NUMBER' && lang !== 'en' ? result.value.replace('.', ',') : result.value;
  const nameOf = result => lang === 'en' ? result.nameEn : result.nameDe;
  const limitsOf = result => result.type === 'NUMBER' && (result.least !== null || result.most !== null)
    ? [result.least === null ? '' : amount(result.least), result.most === null ? '' : amount(result.most)].join(' \u2026 ').trim() : result.type === 'MEASUREMENT' ? say('ticket.result.measured') : '';
  const drawResults = (work, mine) => {
    show('results', work.results.length > 0);
    const now = JSON.stringify([work.id, mine, work.results.map(result => result.value ?? null)]);
    if (at('results').dataset.of === now) { return; }
    at('results').dataset.of = now;
    at('results').querySelector('button').hidden = !mine || work.results.every(result => result.type === 'PHOTO');
    at('results').querySelector('div').replaceChildren(...work.results.map(result => {
      const id = 'phone-result-' + result.no;
      const field = part('div', '', { class: 'field' });
      const given = result.value !== null && result.value !== undefined && result.value !== '';
      const label = part('label', nameOf(result) + (result.unit ? ' (' + result.unit + ')' : '') + ' ', { class: 'label', for: id });
      label.append(part('span', say(given ? 'ticket.result.given' : result.needed ? 'ticket.result.missing' : 'ticket.result.optional'), { class: 'chip ' + (given ? 'ok' : result.needed ? 'wait' : 'mute') }));
      let input;
      if (result.type === 'YES_NO' || result.type === 'CHOICE') {
        input = part('select', '', { id, name: String(result.no) });
        const words = result.type === 'YES_NO' ? [['true', say('list.yes')], ['false', say('list.no')]] : result.choicesDe.map((word, i) => [word, lang === 'en' ? result.choicesEn[i] : word]);
        input.append(part('option', '', { value: '' }), ...words.map(([value, text]) => part('option', text, value === result.value ? { value, selected: 'selected' } : { value })));
      } else if (result.type === 'PHOTO') {
        input = part('input', '', { id, type: 'file', accept: at('photo').accept, capture: 'environment' });
        input.addEventListener('change', () => pictured(work.id, result, input));
      } else {
        input = part('input', '', { id, name: String(result.no), type: 'text', maxlength: result.type === 'NUMBER' ? 14 : 500, autocomplete: 'off', value: entered(result), ...(result.type === 'NUMBER' ? { inputmode: 'decimal' } : {}) });
      }
      input.disabled = !mine;
      const help = limitsOf(result);
      if (help) { input.setAttribute('aria-describedby', id + '-help'); }
      field.append(label, ...(help ? [part('p', help, { class: 'help', id: id + '-help' })] : []), input);
      return field;
    }));
  };
  // what is in the stores, less what waits to be taken
  const left = stock => stock.amount - queue.filter(e => e.state === 'waits' && e.kind === 'material' && e.body.storeId === stock.storeId && e.body.article === stock.article
    && e.body.unit === stock.unit).reduce((sum, e) => sum + e.body.amount, 0);
  const amount = value => new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 2 }).format(value);
  // by what it is: its place in the list is another one after the next state has come
  const stockKey = one => JSON.stringify([one.storeId, one.unit, one.article]);
  const drawStock = work => {
    const stock = (taken.stock ?? []).filter(one => one.authorityId === work.authorityId);
    show('material', stock.length > 0);
    const select = at('article');
    const chosen = select.dataset.of === String(work.id) ? select.value : '';
    select.dataset.of = String(work.id);
    select.replaceChildren(part('option', '', { value: '' }), ...stock.map(one =>
      part('option', one.article + ' · ' + one.store + ' (' + amount(left(one)) + ' ' + one.unit + ')', { value: stockKey(one) })));
    select.value = stock.some(one => stockKey(one) === chosen) ? chosen : '';
  };
  // texts that are ready, with what the ticket says; the script of all pages puts the chosen one into its field
  const drawReady = work => {
    const values = { no: work.no, nr: work.no, school: work.school, schule: work.school, room: work.room || say('ticket.room.unknown'),
      raum: work.room || say('ticket.room.unknown'), date: written(), datum: written() };
    for (const place of at('ticket').querySelectorAll('[data-ready]')) {
      const texts = (taken.texts ?? []).filter(text => text.place === place.dataset.place && text.authorityId === work.authorityId && (!text.kind || text.kind === work.kindCode));
      place.hidden = texts.length === 0;
      place.querySelector('select').replaceChildren(part('option', '', { value: '' }), ...texts.map(text => part('option', text.name,
        { value: (lang === 'en' ? text.textEn : text.textDe).replace(/\{([^{}]*)\}/g, (whole, word) => values[word] ?? whole) })));
    }
  };
  const written = () => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', { day: lang === 'en' ? 'numeric' : '2-digit', month: lang === 'en' ? 'short' : '2-digit', year: 'numeric', timeZone: 'Europe/Berlin' }).format(new Date());
  // for what somebody signs: what the person has read
  const wordsOf = work => {
    const done = queue.filter(e => e.ticket === work.id && e.state === 'waits' && e.body?.outcome).map(e => e.body.outcome).concat(work.outcome ?? []);
    const steps = stepsOf(work).filter((text, i) => work.done.includes(i + 1)).map(text => '\u2713 ' + text);
    return [work.no + ' \u00b7 ' + work.title, work.school + ' \u00b7 ' + placeOf(work), ...work.things.map(t => [t.model, t.serial, t.inventoryNo].filter(Boolean).join(' \u00b7 ')), ...steps, ...done]
      .join('\n').slice(0, 7900);
  };
  // a number as it is looked for: without blanks, what cannot be seen, hyphens, dots, colons and strokes
  const bare = text => text.normalize('NFC').replace(/[\s\p{Z}\p{Cf}\p{Cc}\ufe00-\ufe0f]/gu, '').replace(/[-./:\u2010-\u2015]/g, '').toUpperCase();
  const itemOf = (count, number) => {
    const key = bare(number);
    const device = count.numbers.find(n => bare(n.key) === key)?.deviceId;
    return count.items.find(item => item.deviceId === device && device !== undefined);
  };
  const roomName = (count, id) => count.rooms.find(r => r.id === id)?.name ?? say('ticket.room.unknown');
  const drawCounts = () => {
    show('counts-card', Boolean(taken?.counts.length || counts.size));
    const known = new Map([...counts.values()].map(c => [c.id, c]));
    for (const count of taken?.counts ?? []) { if (!known.has(count.id)) { known.set(count.id, count); } }
    at('counts').replaceChildren(...[...known.values()].map(count => {
      const line = part('li');
      const name = count.no + ' · ' + count.title;
      if (counts.has(count.id)) { line.append(part('a', name, { href: '#c' + count.id })); } else {
        line.append(part('span', name), button(say('phone.take_along'), async () => { try { await takeCount(count.id); } catch { away = true; } draw(); }, '', say('phone.take_along') + ': ' + count.no));
      }
      line.append(part('span', count.school, { class: 'why' }));
      return line;
    }));
  };
  const drawCount = count => {
    show('count', Boolean(count));
    if (!count) { return; }
    const scanned = queue.filter(e => e.count === count.id && e.state === 'waits');
    const seen = new Set([...count.items.filter(i => i.foundAt).map(i => i.id), ...scanned.map(e => e.item).filter(Boolean)]);
    const place = name => at('count').querySelector('[data-f=' + name + ']');
    place('title').textContent = count.no + ' · ' + count.title;
    place('school').textContent = count.school;
    place('progress').textContent = count.items.filter(i => seen.has(i.id)).length + ' / ' + count.items.length;
    place('part').textContent = count.whole[0] ? '' : say('phone.count_part');
    const select = at('place');
    if (select.dataset.of !== String(count.id)) {
      select.dataset.of = String(count.id);
      select.replaceChildren(part('option', say('ticket.room.unknown'), { value: '' }), ...count.rooms.map(r => part('option', r.name + (r.building ? ' · ' + r.building : ''), { value: r.id })));
      select.value = count.roomId ?? '';
    }
    const disputed = count.items.filter(i => i.disputed);
    show('disputed', disputed.length > 0);
    at('disputed').querySelector('ul').replaceChildren(...disputed.map(item => {
      const line = part('li');
      line.append(chip('StocktakeOutcome.DISPUTED'), part('a', item.inventoryNo, { href: '/inventory/stocktake.xhtml?id=' + count.id }), part('span', item.model, { class: 'why' }));
      return line;
    }));
    const here = Number(select.value) || null;
    const open = count.items.filter(i => !seen.has(i.id) && (here === null || i.expectedRoomId === here));
    const listed = (id, items) => {
      show(id, items.length > 0);
      at(id).querySelector('ul').replaceChildren(...items.slice(0, 200).map(item => {
        const line = part('li');
        line.append(part('b', item.inventoryNo, { class: 'code' }), part('span', item.model), part('span', roomName(count, item.expectedRoomId), { class: 'why' }));
        return line;
      }));
    };
    listed('missing', open.filter(i => !i.lent));
    listed('lent', open.filter(i => i.lent));
  };
  at('place').addEventListener('change', () => draw());
  at('scan').addEventListener('submit', async event => {
    event.preventDefault();
    const count = counts.get(Number(/^#c(\d+)$/.exec(location.hash)?.[1]));
    const fields = Object.fromEntries(new FormData(event.target));
    const number = fields.number.trim();
    const roomId = Number(fields.roomId) || null;
    const item = itemOf(count, number);
    const last = at('last');
    const kept = await add({ count: count.id, item: item?.id ?? null, path: 'stocktakes/' + count.id + '/scan',
      body: { number, roomId, move: fields.move === 'true', seenAt: new Date().toISOString() }, label: number + (roomId ? ' · ' + roomName(count, roomId) : '') + ' · ' + count.no });
    if (!kept) { return; }
    const elsewhere = item && roomId && item.expectedRoomId !== roomId;
    last.hidden = false;
    last.className = 'message' + (item && !elsewhere ? '' : ' wait');
    last.firstElementChild.textContent = number + ': ' + (item ? (item.inventoryNo + ', ' + item.model + (elsewhere ? '. ' + say('phone.count_moved') + ' ' + roomName(count, item.expectedRoomId) : '')) : say('phone.count_unknown'));
    at('number').value = '';
    at('number').focus();
  });
  const draw = () => {
    drawQueue();
    drawDay();
    drawCounts();
    const [, kind, id] = /^#([tc])(\d+)$/.exec(location.hash) ?? [];
    const ticket = kind === 't' && workOf(Number(id)) ? Number(id) : null;
    const count = kind === 'c' ? counts.get(Number(id)) ?? null : null;
    show('day', !ticket && !count);
    drawTicket(ticket);
    drawCount(count);
    show('where', true);
    at('where').className = 'message' + (away || !taken ? ' wait' : '');
    at('where').firstElementChild.textContent = (taken ? say('phone.as_of') + ' ' + moment(taken.kept) : say('phone.nothing')) + (away ? ' · ' + say('phone.no_network') : '');
    show('other', others > 0);
    show('refresh', Boolean(person));
  };

  // ---- what was refused is decided by the person
  const again = async entry => {
    try {
      const now = entry.versioned ? await current(entry.ticket) : null;
      if (now) { entry.seen = now.version; learn(now); }
    } catch {
      away = true;
      draw();
      return;
    }
    entry.key = crypto.randomUUID();
    entry.state = 'waits';
    entry.follows = false;
    entry.tries = 0;
    entry.why = null;
    entry.now = null;
    await store(entry);
    await sync();
  };
  let dropping = null;
  const drop = entry => {
    dropping = entry;
    at('drop').querySelector('.ask').textContent = entry.label;
    at('why').value = '';
    at('drop').showModal();
  };
  at('drop').addEventListener('close', async () => {
    const entry = dropping;
    const why = at('why').value.trim();
    dropping = null;
    if (at('drop').returnValue !== 'drop' || !entry || !why) { return; }
    at('drop').returnValue = '';
    await remove(entry);
    await follow(entry, entry.now?.version ?? null);
    if (entry.ticket && entry.kind !== 'comment') {
      // whoever reads the ticket learns what was done there and did not come in
      await add({ ticket: entry.ticket, kind: 'comment', path: 'comments', body: { subjectType: 'Ticket', subjectId: entry.ticket, internal: true,
        text: say('phone.dropped') + ' ' + entry.label + ', ' + moment(entry.at) + '. ' + why }, label: say('phone.dropped') + ' ' + entry.label });
    }
    draw();
    sync();
  });

  // ---- forms of a ticket
  const shownId = () => Number(/^#t(\d+)$/.exec(location.hash)?.[1]);
  const takes = (id, make) => at(id).addEventListener('submit', async event => {
    event.preventDefault();
    const form = event.target;
    const ticket = shownId();
    const fields = Object.fromEntries(new FormData(form));
    const entry = make(shownWork(ticket), fields);
    if (entry?.bytes) {
      entry.photo = await seal(person, entry.bytes);
      delete entry.bytes;
      chosenTests = null;
      sayTests('');
      at('tests').querySelector('button').hidden = true;
    }
    if (entry && await add({ ticket, ...entry })) { form.reset(); form.querySelector('[data-draw] button')?.click(); delete at('measure-room').dataset.of; delete at('finish-room').dataset.of; draw(); at('ticket').querySelector('h2').focus(); }
  });
  const proven = work => {
    if (work.done.length < stepsOf(work).length) { wrong(say('phone.steps_missing')); return false; }
    if (work.photo && !work.photos) { wrong(say('phone.photo_missing')); return false; }
    const missing = work.results.find(result => result.needed && !result.value);
    if (missing) { wrong(say('phone.results_missing') + ' ' + nameOf(missing)); return false; }
    return true;
  };
  // null where nothing is typed, not a number where it is none
  const number = text => text.trim() ? Number(text.trim().replace('\u2212', '-').replace(',', '.')) : null;
  // 1.000 is a thousand to who types it, and would be one
  const plain = text => /^\d{1,5}([.,]\d{1,2})?$/.test(text.trim());
  const numbers = (...typed) => {
    const odd = typed.find(text => number(text ?? '') !== null && !Number.isFinite(number(text)));
    if (odd !== undefined) { wrong(say('phone.no_number') + ' ' + odd); }
    return odd === undefined;
  };
  takes('wait', (work, f) => ({ action: 'WAIT', versioned: true, path: 'tickets/' + work.id + '/wait', body: { reason: f.reason, waitingFor: f.waitingFor }, label: say('TicketAction.WAIT') + ' ' + f.waitingFor + ' · ' + work.no }));
  takes('measure', (work, f) => proven(work) && numbers(f.lengthM, f.signalDbm) && { action: 'MEASURE', versioned: true, path: 'tickets/' + work.id + '/measure', label: say('TicketAction.MEASURE') + ': ' + f.socket + ' · ' + work.no,
    body: { roomId: Number(f.roomId), socket: f.socket, switchPort: f.switchPort, cableClass: f.cableClass, lengthM: number(f.lengthM), signalDbm: number(f.signalDbm), passed: f.passed === 'true', note: f.note || null } });
  takes('finish', (work, f) => {
    const action = work.acceptance ? 'FINISH' : 'SOLVE';
    return proven(work) && { action, versioned: true, path: 'tickets/' + work.id + '/' + action.toLowerCase(), body: { roomId: Number(f.roomId) || null, outcome: f.outcome }, label: say('TicketAction.' + action) + ' · ' + work.no };
  });
  // as the server reads it: three digits follow a comma only
  const typedNumber = /^[-\u2212]?\d{1,9}(?:,\d{1,3}|\.\d{1,2})?$/;
  takes('results', (work, f) => {
    const results = [];
    for (const result of work.results) {
      const typed = (f[result.no] ?? entered(result)).trim();
      if (typed === entered(result)) { continue; }
      if (typed && result.type === 'NUMBER') {
        const much = number(typed);
        if (!typedNumber.test(typed) || result.least !== null && much < result.least || result.most !== null && much > result.most) {
          wrong(nameOf(result) + ': ' + say('phone.no_number') + ' ' + typed + (limitsOf(result) ? ' (' + limitsOf(result) + ')' : ''));
          return false;
        }
        results.push({ resultNo: result.no, value: String(much).replace('.', ',') });
      } else { results.push({ resultNo: result.no, value: typed || null }); }
    }
    return results.length > 0 && { action: 'RESULT', path: 'tickets/' + work.id + '/results', body: { results },
      label: say('TicketAction.RESULT') + ': ' + results.map(one => nameOf(work.results.find(result => result.no === one.resultNo))).join(', ') + ' \u00b7 ' + work.no };
  });
  takes('sign', (work, f) => {
    if (!f.strokes) { wrong(say('phone.sign_missing')); return false; }
    return { kind: 'sign', path: 'effort/' + work.id + '/signature', body: { name: f.name, capacity: f.capacity || null, strokes: f.strokes, words: wordsOf(work) }, label: say('phone.sign') + ': ' + f.name + ' \u00b7 ' + work.no };
  });
  takes('note', (work, f) => ({ kind: 'comment', path: 'comments', body: { subjectType: 'Ticket', subjectId: work.id, text: f.text, internal: true }, label: say('phone.note') + ' · ' + work.no }));
  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
  takes('time', (work, f) => {
    const minutes = number(f.minutes);
    if (!plain(f.minutes) || !Number.isInteger(minutes) || minutes < 1 || minutes > 1440) { wrong(say('phone.no_number') + ' ' + f.minutes); return false; }
    // the day is that on which it was typed, whenever it arrives
    return { kind: 'time', path: 'effort/' + work.id + '/time', body: { minutes, workedOn: today(), note: f.note || null }, label: say('StoreAction.SPEND') + ': ' + minutes + ' min · ' + work.no };
  });
  takes('material', (work, f) => {
    const stock = (taken.stock ?? []).find(one => one.authorityId === work.authorityId && stockKey(one) === f.article);
    const much = number(f.amount);
    if (!stock || !plain(f.amount) || !(much > 0)) { wrong(say('phone.no_number') + ' ' + f.amount); return false; }
    return { kind: 'material', path: 'effort/' + work.id + '/material', body: { storeId: stock.storeId, article: stock.article, unit: stock.unit, amount: much },
      label: say('StoreAction.USE') + ': ' + amount(much) + ' ' + stock.unit + ' ' + stock.article + ' · ' + work.no };
  });
  // A photo is drawn anew, smaller and upright: nothing of what the camera wrote beside it, such as the place, comes along.
  const smaller = async file => {
    let picture;
    try { picture = await createImageBitmap(file, { imageOrientation: 'from-image' }); } catch { return file; }
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise(done => { canvas.toBlob(done, 'image/jpeg', QUALITY); });
    return made ? new File([made], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
  };
  /** The picture that was chosen, small enough to wait; null if it cannot. */
  const chosenPhoto = async input => {
    const [chosen] = input.files;
    if (!chosen) { return null; }
    let file;
    try {
      file = await smaller(await window.schulpaktPhoto(chosen));
    } catch {
      wrong(say('phone.heic'));
      return null;
    } finally {
      input.value = '';
    }
    if (file.size > BIGGEST) { wrong(say('phone.big')); return null; }
    return file;
  };
  const addPhoto = async (id, file, name) => add({ ticket: id, kind: 'photo', photo: await seal(person, await file.arrayBuffer()),
    path: 'files?' + new URLSearchParams({ subject: 'Ticket', id, kind: 'PHOTO', filename: name }), label: say('phone.photo') + ' ' + name + ' · ' + workOf(id).no });
  at('photo').addEventListener('change', async event => {
    const id = shownId();
    const file = await chosenPhoto(event.target);
    if (file) { await addPhoto(id, file, file.name); }
  });
  // the picture first, under a name of its own, then the result that names it
  const pictured = async (id, result, input) => {
    const file = await chosenPhoto(input);
    if (!file) { return; }
    const name = 'ergebnis-' + result.no + '-' + Date.now() + (/\.\w+$/.exec(file.name)?.[0] ?? '.jpg');
    if (await addPhoto(id, file, name)) {
      await add({ ticket: id, action: 'RESULT', path: 'tickets/' + id + '/results', body: { results: [{ resultNo: result.no, value: name }] },
        label: say('TicketAction.RESULT') + ': ' + nameOf(result) + ' \u00b7 ' + workOf(id).no });
    }
  };

  // The file of a tester: with network it is said first what fits; without it waits like a photo, and the server says it when it is sent.
  let chosenTests = null;
  const sayTests = (told, left) => {
    const place = at('tests-said');
    place.hidden = !told;
    place.replaceChildren(...(told ? [part('p', told, { role: 'status' })] : []), ...(left?.length ? [part('ul', '', { class: 'plain' })] : []));
    for (const line of left ?? []) {
      place.querySelector('ul').append(part('li', line.line + ' · ' + line.cable + ': ' + line.findings.map(finding => finding.reason).join(' ')));
    }
  };
  const counted = told => say('phone.tests_fit') + ' ' + told.taken + ' · ' + say('phone.tests_same') + ' ' + told.same + ' · ' + say('phone.tests_left') + ' ' + told.left;
  const unfit = told => told.lines.filter(line => line.outcome === 'WRONG').slice(0, 50);
  const tested = (entry, told) => { if (shownId() === entry.ticket) { sayTests(entry.label + ': ' + counted(told), unfit(told)); } };
  at('tests-file').addEventListener('change', async event => {
    const [file] = event.target.files;
    const id = shownId();
    chosenTests = null;
    sayTests('');
    at('tests').querySelector('button').hidden = true;
    if (!file) { return; }
    if (file.size > BIGGEST_TABLE) { wrong(say('phone.tests_big')); event.target.value = ''; return; }
    wrong('');
    const bytes = await file.arrayBuffer();
    let told = null;
    if (!away) {
      try {
        const answer = await ask('tickets/' + id + '/tests/check', { body: bytes, headers: { 'Content-Type': 'application/octet-stream' } });
        const read = await answer.json();
        if (!answer.ok && !busy(answer)) { wrong([read.detail, ...Object.values(read.fields ?? {})].filter(Boolean).join(' ') || say('phone.failed')); event.target.value = ''; return; }
        told = answer.ok ? read : null;
      } catch { /* no network: it is compared when it is sent */ }
    }
    if (shownId() !== id) { return; }
    chosenTests = { id, name: file.name, bytes };
    sayTests(told ? counted(told) : say('phone.tests_later'), told ? unfit(told) : []);
    at('tests').querySelector('button').hidden = told !== null && told.taken === 0;
  });
  takes('tests', work => {
    const chosen = chosenTests;
    if (!chosen || chosen.id !== work.id) { return false; }
    return { kind: 'tests', bytes: chosen.bytes, path: 'tickets/' + work.id + '/tests', label: say('TicketAction.TEST') + ': ' + chosen.name + ' \u00b7 ' + work.no };
  });

  // ---- begin
  const turn = () => {
    wrong('');
    draw();
    at('last').hidden = true;
    const head = at('ticket').querySelector('h2').checkVisibility() ? at('ticket').querySelector('h2') : at('count').querySelector('h2').checkVisibility() ? at('count').querySelector('h2')
      : document.querySelector('main h1');
    head.tabIndex = -1;
    head.focus();
    scrollTo(0, 0);
  };
  // what was taken along, of whoever is signed in; without network of whoever took something along last
  const settle = async () => {
    for (const row of await run('kept', 'readonly', s => s.getAll())) {
      // what is a day old is forgotten; what another person took along too, as soon as somebody signs in
      if (Date.now() - row.at > DAY || row.at > Date.now() + DAY || root.dataset.person && row.person !== person) { await run('kept', 'readwrite', s => s.delete(row.id)); }
    }
    if (!person) {
      const [latest] = (await run('kept', 'readonly', s => s.getAll())).sort((a, b) => b.at - a.at);
      person = latest?.person ?? (await run('queue', 'readonly', s => s.getAll())).pop()?.person ?? null;
    }
    if (person) {
      const row = await run('kept', 'readonly', s => s.get(keptId('day')));
      try { taken = row ? await unsealed(person, row.day) : null; } catch { taken = null; }
      for (const one of await run('kept', 'readonly', s => s.getAll())) {
        if (one.person !== person || !one.id.startsWith('count-')) { continue; }
        try { const count = await unsealed(person, one.day); counts.set(count.id, count); } catch { /* its key has gone */ }
      }
      await readQueue();
    }
  };
  // the kept page also stands in for one that comes late: the network then still says who is signed in
  const late = async () => {
    if (root.dataset.person || !navigator.onLine || location.pathname !== PAGE) { return; }
    const answer = await fetch(PAGE, { cache: 'no-store' });
    const found = answer.ok && !answer.redirected && (await answer.text()).match(/data-person="(\d+)"/);
    if (!found) { return; }
    root.dataset.person = found[1];
    if (person === Number(found[1])) { return; }
    person = Number(found[1]);
    taken = null;
    counts.clear();
    await settle();
    draw();
    await sync();
  };
  const begin = async () => {
    try {
      if (!window.isSecureContext) { throw new Error('insecure'); }
      db = await open();
    } catch {
      wrong(say('phone.no_store'));
      return;
    }
    await settle();
    show('elsewhere', location.pathname !== PAGE);
    const asked = location.pathname === '/install/ticket.xhtml' && new URLSearchParams(location.search).get('id');
    if (asked && !location.hash) { history.replaceState(null, '', '#t' + asked); }
    draw();
    window.addEventListener('hashchange', turn);
    window.addEventListener('online', sync);
    window.addEventListener('offline', () => { away = true; draw(); });
    document.addEventListener('visibilitychange', () => { if (!document.hidden) { sync(); } });
    setInterval(() => { if (queue.some(e => e.state === 'waits') || away) { sync(); } }, 30000);
    at('send').addEventListener('click', sync);
    at('refresh').addEventListener('click', sync);
    if (root.dataset.person && navigator.serviceWorker) {
      navigator.serviceWorker.register('/phone-worker.js').then(() => navigator.serviceWorker.ready).then(known => known.active?.postMessage({ keep: lang, since: performance.timeOrigin })).catch(() => { /* the page then needs the network to be opened */ });
    }
    await sync();
    await late().catch(() => { /* no network */ });
  };
  begin();
})();
