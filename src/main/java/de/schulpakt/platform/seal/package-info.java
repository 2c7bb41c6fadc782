/**
 * Sealing: what the program must read again but a stolen copy of the database must not betray, such as the secret of a second
 * factor.
 *
 * <p>D1: AES-256-GCM of the JDK; the key belongs to the installation and never stands in the database or its backup. It is
 * {@code SCHULPAKT_KEY} (32 bytes in Base64, the same on all nodes), or the file {@code key} that the launcher makes in the folder
 * of the installation. The context goes into the seal, so that a sealed value copied into another row does not open there.
 */
@Module(name = "platform.seal", uses = {"platform"}, exposes = {"Seal"})
package de.schulpakt.platform.seal;

import de.schulpakt.platform.Module;
