'use strict';
// Keeps one page without anybody's data, and stands in with it where there is no network. All else goes to the network as ever.
const KEPT = 'schulpakt-phone-';
const CACHE = KEPT + VERSION;
const PAGE = '/phone.xhtml';
const PARTS = /(?:src|href)="(\/jakarta\.faces\.resource\/[^"#]+)/g;
const PATIENCE = 4000;

// The page as somebody sees it who is not signed in, and what it is made of; the page last, so that it is never kept alone.
const keep = async lang => {
  const answer = await fetch(PAGE + '?lang=' + lang, { credentials: 'omit', cache: 'no-store' });
  if (!answer.ok || answer.redirected) { throw new Error('no page'); }
  const cache = await caches.open(CACHE);
  const text = await answer.clone().text();
  const parts = new Set([...text.matchAll(PARTS)].map(found => found[1].replaceAll('&amp;', '&')));
  await Promise.all([...parts].map(async part => {
    if (await cache.match(part, { ignoreVary: true })) { return; }
    const file = await fetch(part, { credentials: 'omit' });
    if (!file.ok) { throw new Error(part); }
    await cache.put(part, file);
  }));
  await cache.put(PAGE, answer);
};
// the language of the page that some worker has kept, null if none has
const spoken = async () => {
  for (const name of await caches.keys()) {
    const page = name.startsWith(KEPT) && await (await caches.open(name)).match(PAGE, { ignoreVary: true });
    if (page) { return (await page.text()).match(/<html[^>]*\slang="(\w+)"/)?.[1] ?? null; }
  }
  return null;
};
// One page after the other: of two languages that were asked for right after another the last one stays, and what an older page
// has asked for does not come after what a newer one has.
let wanted = null;
let newest = 0;
let left = false;
// the pages that were open when somebody signed out; after it they ask for nothing any more
let opened = Promise.resolve(new Set());
let line = Promise.resolve();
const keepNext = lang => {
  wanted = lang;
  line = line.then(() => (wanted === lang && !left ? keep(lang) : null)).catch(() => { /* no network: the one before stays */ });
  return line;
};
const older = since => {
  // no page is opened later than now: the clock was put back since
  if (newest > Date.now()) { newest = 0; }
  if (since < newest) { return true; }
  newest = since;
  return false;
};
const kept = async () => (await caches.open(CACHE)).match(PAGE, { ignoreVary: true });

// a new program speaks the language of the one before
self.addEventListener('install', event => {
  const first = spoken().then(lang => keep(lang === 'en' ? 'en' : 'de'));
  line = first.catch(() => { /* then it is not installed */ });
  event.waitUntil(first.then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(KEPT) && name !== CACHE) { await caches.delete(name); }
  }
  // the browser itself asks, so that what it says of who asks stays true
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
})()));

self.addEventListener('message', event => {
  const { speak, since = 0, leave } = event.data ?? {};
  const own = event.data?.keep;
  if (leave) {
    // somebody signs out: what is being kept just now comes to its end, nothing is kept after it
    left = true;
    // which pages were there before is told by their names, because a clock can be put back
    newest = 0;
    opened = self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(all => new Set([event.source?.id, ...all.map(one => one.id)]));
    event.waitUntil(Promise.all([line, opened]).then(() => event.ports[0]?.postMessage('left')));
    return;
  }
  if (![speak, own].some(lang => lang === 'de' || lang === 'en')) { return; }
  event.waitUntil(opened.then(before => {
    if (before.has(event.source?.id) || older(since)) { return null; }
    left = false;
    if (own) { return keepNext(own); }
    // what is still being kept may speak another language in a moment
    return line.then(spoken).then(lang => (since < newest || lang === speak && (wanted ?? speak) === speak ? null : keepNext(speak)));
  }));
});

const late = () => new Promise((go, fail) => { setTimeout(() => fail(new Error('late')), PATIENCE); });

const page = async (event, url) => {
  const own = url.pathname === PAGE;
  try {
    const asked = Promise.resolve(event.preloadResponse).then(answer => answer || fetch(event.request));
    asked.catch(() => { /* said below */ });
    const answer = await (own ? Promise.race([asked, late()]) : asked);
    return own && answer.status >= 500 ? await kept() || answer : answer;
  } catch {
    return await kept() || Response.error();
  }
};

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) { return; }
  if (event.request.mode === 'navigate') {
    // Where the browser has not asked in advance, what the worker asks for looks like asked by a page of ours, and a language that some address
    // has named would go into the account: with network such an address is left to the browser.
    if (url.searchParams.has('lang') && navigator.onLine) { return; }
    event.respondWith(page(event, url));
  } else if (url.pathname.startsWith('/jakarta.faces.resource/') && url.searchParams.has('v')) {
    // its address carries the sum of its bytes
    event.respondWith(caches.match(event.request, { ignoreVary: true }).then(hit => hit || fetch(event.request)));
  }
});
