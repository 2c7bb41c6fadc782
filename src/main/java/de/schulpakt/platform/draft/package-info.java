/** What somebody types, kept on the server while it is typed, so that it outlives the session, the tab and the device. */
@Module(name = "platform.draft", uses = {"platform", "platform.person"},
        exposes = {"Draft", "Drafts"})
package de.schulpakt.platform.draft;

import de.schulpakt.platform.Module;
