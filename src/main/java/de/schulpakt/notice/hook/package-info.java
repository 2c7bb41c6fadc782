/**
 * Webhooks: other programs are told what happens, by a message to their address.
 *
 * <p>Words: a <em>hook</em> is an address with what it wants to hear of; a <em>delivery</em> is one message to one hook.
 *
 * <p>D1: what happened is read from the history, which is written in the transaction of each step and never changed: it is the outbox.
 * A job makes deliveries of it, each line once for one hook by a unique key, and another one sends them: on any number of nodes
 * each is taken by one. A receiver knows by the event's id what it has heard of already.
 * <p>D2: a message says what was done to which subject, when and where, and names nobody; who wants more asks the REST API with a token.
 * It is signed: HMAC-SHA256 over time and body, under a secret that is sealed in the database and shown once.
 * <p>D3: an address must be {@code https} and outside: no loopback, link-local, private or otherwise special network, unless the
 * operator allows its host ({@code SCHULPAKT_WEBHOOK_PRIVATE}). Names are resolved by ourselves and what they resolve to is
 * checked; the connection goes to these addresses and no other. Redirects are not followed, answers not read beyond their status.
 * <p>D4: what is not answered by 2xx is tried again after 1, 5, 15 minutes, 1, 4 and 12 hours, and is then dead. After twenty failures in a
 * row the hook is off, and administrators are told; what was written until then is sent when it is on again, what happens meanwhile is not told.
 * <p>D5: a hook that is removed sends nothing from then on and is shown no more; its messages go with their retention, and its row with the last of them.
 */
@Module(name = "notice.hook", uses = {"platform", "platform.history", "platform.job", "platform.seal", "identity", "identity.register", "paper", "notice"},
        exposes = "Hooks", reads = {"Authority", "HistoryRow", "School"})
package de.schulpakt.notice.hook;

import de.schulpakt.platform.Module;
