/**
 * The page of a device model: what it is, how many devices of it there are, and what happened to it.
 *
 * <p>D1: a model is never deleted and keeps its kind, for devices, articles and sums were counted by it. What was typed wrong is named otherwise;
 * what is not bought any more is ended and offered nowhere.
 */
@Module(name = "inventory.model", uses = {"inventory.device", "identity"}, exposes = "ModelQueries", reads = {"Device", "DeviceModel", "School"})
package de.schulpakt.inventory.model;

import de.schulpakt.platform.Module;
