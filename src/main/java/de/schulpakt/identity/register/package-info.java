/**
 * What modules bring to the frame that stands around all pages: entries of the navigation and of the administration, names and
 * pages of subjects, counts of what waits, sources of the search. Nothing here knows a module by name.
 *
 * <p>D1: each entry is a bean of the module that it belongs to and names the permission without which nobody sees it, so a new
 * module changes no file of others.
 */
@Module(name = "identity.register", uses = {"platform", "identity"},
        exposes = {"AdminEntry", "Agents", "CalendarSource", "Links", "NavEntry", "NoticeKind", "SearchSource", "SubjectLink", "WaitingCount"},
        reads = "School")
package de.schulpakt.identity.register;

import de.schulpakt.platform.Module;
