/**
 * Days on which work disturbs no lessons: school holidays, and the movable days that a school has set itself.
 *
 * <p>D1: school holidays come from the file of {@code install.calendar}, movable days from the times of the school ({@code install.planning}).
 */
@Module(name = "install.quiet", uses = "install.calendar", exposes = {"Lessons", "QuietDays"}, reads = "SiteBlock")
package de.schulpakt.install.quiet;

import de.schulpakt.platform.Module;
