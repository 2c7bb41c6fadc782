/** How the running program fares: database and disk, the checks of each night, and requests that are let finish before it stops. */
@Module(name = "platform.health", uses = {"platform", "platform.job"}, reads = {"JobRunRow"})
package de.schulpakt.platform.health;

import de.schulpakt.platform.Module;
