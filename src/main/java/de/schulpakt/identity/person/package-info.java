/**
 * What is kept of people, for themselves and for the day on which they have left: each sees what stands of oneself and takes it along as
 * a file; of who has left the name is replaced by a number.
 *
 * <p>D1: the rooms say where people stand ({@link de.schulpakt.platform.person.PersonalData}); page, file, dry run and run read that list, so
 * that what was shown is what is done.
 * <p>D2: replacing is for good, so it is never the installation's idea: without {@code SCHULPAKT_LEFT_DAYS} (days after the deactivation,
 * 30 at least) the job does nothing and says so. How long it must be known who decided about money is a question of the grant's rules
 * (proofs are kept for years), which no default can answer. An administrator may do it for one person at once.
 * <p>D3: nothing is deleted that says what happened to money, devices and work; the account's row stays, with a number for the name, so
 * that all references hold. What people typed into notes and files is not looked through, and the page says so.
 * <p>D4: rows that know a person by name only are changed only while no other account has this name.
 */
@Module(name = "identity.person", uses = {"platform", "identity", "identity.account", "identity.register"}, reads = "AppUser")
package de.schulpakt.identity.person;

import de.schulpakt.platform.Module;
