/**
 * The door of the house: what every request meets before a page, a resource or a static file, and what every answer
 * carries. It knows no page; where files may be uploaded stands in {@code web.xml}.
 *
 * <p>D1: one filter, declared first in {@code web.xml} because the order of annotated filters is nobody's. It refuses in
 * this order: a foreign host, a method that the place does not have, an address that cannot be read, a request that
 * another site has sent, a body that is too large, of a kind or from somebody that has no business there.
 * <p>D2: nothing reads a parameter before the sender is known: reading one of a multipart request makes the server store
 * all of its parts.
 * <p>D3: behind TLS the address of the installation decides scheme, host and cookie; no header of a request does.
 * Redirects name the path only, so no answer can be bent to a foreign host. Every cookie is then Secure, those of the session
 * carry {@code __Host-}.
 * <p>D4: a body that has not come whole with its head holds one of few places, so slow senders use up the places and not
 * the threads of the server.
 */
@Module(name = "platform.front", uses = {"platform", "platform.text", "platform.step", "platform.web", "platform.rest"})
package de.schulpakt.platform.front;

import de.schulpakt.platform.Module;
