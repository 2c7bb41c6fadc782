/** What pages of all modules share: language, formats, messages, the forms' drafts, addresses. */
@Module(name = "platform.web", uses = {"platform", "platform.text", "platform.step", "platform.draft"},
        exposes = {"Act", "Amounts", "Form", "Formats", "Here", "Language", "Params", "Step", "TextsBean"})
package de.schulpakt.platform.web;

import de.schulpakt.platform.Module;
