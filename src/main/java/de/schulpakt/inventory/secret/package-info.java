/**
 * Passwords of devices: of their BIOS, of their administrator.
 *
 * <p>Words: a <em>secret</em> is one such password; to <em>open</em> one is to see it, with a reason.
 *
 * <p>D1: secrets are sealed ({@link de.schulpakt.platform.seal.Seal}) under device and kind and stand in no list, file, log or REST answer but the
 * one that opens them. Without a key of the installation none is taken in, and the page says so.
 * <p>D2: who may open them has a permission of its own, which technicians have. Each opening stands in the device's history, with who, when and why,
 * before the secret is shown: what cannot be recorded is not shown.
 * <p>D3: another secret of the same kind takes the place of the former one, of which nothing is kept.
 */
@Module(name = "inventory.secret", uses = {"inventory.device", "platform.seal"}, exposes = {"SecretQueries", "Secrets"}, reads = "Device")
package de.schulpakt.inventory.secret;

import de.schulpakt.platform.Module;
