/**
 * Service levels: within which working time a fault is answered and solved, by its priority.
 *
 * <p>Words: the <em>response</em> is that somebody has the ticket; the <em>solution</em> is that its work is done; a
 * <em>lead</em> is who is told when a time is broken.
 *
 * <p>D1: the times count working minutes ({@code install.calendar}) and stand still while a ticket waits for somebody whose
 * waiting stops the clock, as it is set. They are start values of ours (domain.md 7.4), no contract.
 * <p>D3: the movable days of a school ("bewegliche Ferientage", which each school sets within what its state allows) do not count at its tickets. When one is entered or
 * taken out, the running clocks of the school are set anew, with the times that hold then.
 * <p>D2: a change holds for clocks that are set from then on: at the opening, another priority, a stop or its end.
 */
@Module(name = "install.level", uses = {"install.calendar", "install.kind"},
        exposes = {"LevelClock", "LevelQueries", "ServiceLevels", "WaitingReason"},
        reads = {"AppUser", "RoleAssignment", "SiteBlock"})
package de.schulpakt.install.level;

import de.schulpakt.platform.Module;
