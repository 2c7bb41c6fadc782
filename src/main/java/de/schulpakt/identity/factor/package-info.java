/**
 * The second factor: a code that a device shows every thirty seconds (TOTP, RFC 6238), and ten recovery codes for the day on
 * which the device is lost.
 *
 * <p>D1: the secret must be read again to compare a code, so it is sealed with the key of the installation, which is not in the
 * database. Recovery codes are 50 random bits each and are kept as hashes; they need no key, so they work also on a copy that was
 * restored without it.
 * <p>D2: a code counts once and within one step of the clock to either side (NIST SP 800-63B 5.1.4.2, 5.1.5.2). After a hundred
 * wrong codes in a row (5.2.2) only a recovery code or an administrator helps; nobody gets that far without the password.
 * <p>D3: where a role demands it and the account has none, signing in opens nothing but the page on which it is set up. A demand
 * takes effect at the next sign-in, since it ends nothing that was begun.
 * <p>D4: setting up, switching off and losing a second factor end all other sessions and all tokens. A token cannot do any of it,
 * and the requests that take a password instead of a token need the code as well.
 */
@Module(name = "identity.factor", uses = {"platform", "platform.seal", "identity", "identity.account", "identity.register"},
        reads = {"AppUser", "RoleAssignment"})
package de.schulpakt.identity.factor;

import de.schulpakt.platform.Module;
