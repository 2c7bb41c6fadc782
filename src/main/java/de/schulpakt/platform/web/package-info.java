/**
 * What pages of all modules share: language, formats, messages, the forms' drafts, pickers, addresses.
 *
 * <p>D1: a picker (k:choose) is a plain select with a search field before it, and no widget: it works by keyboard, on the phone and
 * without scripts. A room brings what is offered as a ChoiceSource; what is sent is compared with what the source offers its sender.
 */
@Module(name = "platform.web", uses = {"platform", "platform.text", "platform.step", "platform.draft"},
        exposes = {"Act", "Amounts", "ChoiceSource", "Choices", "Disposition", "FileServlet", "Form", "Formats", "Here", "Language", "Params", "Qr", "Step",
                "TextsBean"})
package de.schulpakt.platform.web;

import de.schulpakt.platform.Module;
