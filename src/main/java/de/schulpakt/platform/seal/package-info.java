/**
 * Sealing: what the program must read again but a stolen copy of the database must not betray, such as the secret of a second
 * factor.
 *
 * <p>D1: AES-256-GCM of the JDK; the key belongs to the installation and never stands in the database or its backup. It is
 * {@code SCHULPAKT_KEY} (32 bytes in Base64, the same on all nodes), or the file {@code key} that the launcher makes in the folder
 * of the installation. The context goes into the seal, so that a sealed value copied into another row does not open there.
 * <p>D2: a key is changed without a gap: the new one becomes {@code SCHULPAKT_KEY}, the former one {@code SCHULPAKT_KEY_OLD}. What opens with the
 * former one only still opens, and a job seals it anew; then the former one is taken out. Rooms say where their sealed values stand
 * ({@link de.schulpakt.platform.seal.SealedColumn}).
 */
@Module(name = "platform.seal", uses = {"platform", "platform.job", "platform.row"}, exposes = {"Seal", "SealedColumn"})
package de.schulpakt.platform.seal;

import de.schulpakt.platform.Module;
