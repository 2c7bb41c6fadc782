/**
 * Labels with a code that opens the page of the thing: on sheets and from rolls.
 *
 * <p>Words: a <em>format</em> is a sheet or roll with the size and place of its labels; a <em>source</em> is what a room has labels for.
 *
 * <p>D1: formats are rows, in hundredths of a millimetre. Those that come along are named after what the makers print on their packages;
 * printers differ, so a page can be printed with frames on plain paper and held against the sheet before a sheet is used.
 * An administrator adds and changes formats in the browser; how one was before is kept and can be had again.
 * <p>D2: labels are drawn, not laid out as a page, one after the other as the source gives them, and of a page only its compressed
 * drawing is held, the codes in it as pictures of one bit a module: twenty thousand from a roll, a page each, hold less than eighty
 * megabytes, on sheets a tenth of that.
 * <p>D3: a QR code holds the address of the page as people reach it (setting {@code schulpakt.base.url}), a Code 128 the number, for
 * scanners that type.
 * <p>D5: each label is one paragraph of a tagged PDF (PDF/UA-1) that can be archived (PDF/A-3b), in the order of the sheet; the code beside it is for cameras and scanners
 * and says nothing that the words do not.
 * <p>D4: many labels are made in the background, in files of full pages with some thousand things each. Which things these are is fixed when somebody asks;
 * each part is made on behalf of who asked, of what they may see then, and kept before the next one is begun: a server that dies loses one part, and nothing is made
 * twice. Who asked alone sees and ends them; 14 days after the end they are removed.
 */
@Module(name = "paper.label", uses = {"platform", "platform.job", "platform.person", "identity", "identity.account"},
        exposes = {"Label", "LabelCode", "LabelFormatAction", "LabelFormats", "LabelJobQueries", "LabelJobs", "LabelQueries", "LabelSource"})
package de.schulpakt.paper.label;

import de.schulpakt.platform.Module;
