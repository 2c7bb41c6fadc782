/**
 * From where people sign in: whoever signs in with a browser or from a network that the account has not used before is told so,
 * in the inbox and by mail.
 *
 * <p>Words: a <em>place</em> is the browser without its version together with the network (the first three numbers of an IPv4 address,
 * the first three groups of an IPv6 address).
 *
 * <p>D1: of a place only a hash is kept, as long as the rule says (180 days after the last sign-in, or
 * {@code SCHULPAKT_KNOWN_PLACE_DAYS}). The first place of an account is no news: it is where its owner begins.
 * <p>D2: the notice cannot be switched off and goes by mail at once unless its reader has chosen otherwise: it is how somebody learns that
 * a password is in the wrong hands.
 */
@Module(name = "identity.known", uses = {"platform", "identity", "identity.account", "identity.register"})
package de.schulpakt.identity.known;

import de.schulpakt.platform.Module;
