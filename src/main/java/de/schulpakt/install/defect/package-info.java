/**
 * What a school finds when it accepts work, and how it is put right.
 *
 * <p>Words: a <em>defect</em> (Mangel) is one thing that is not as it should be, with a day until which it is to be put right; its
 * <em>follow-up</em> is the ticket that does that, and who has that ticket owns the defect.
 *
 * <p>D1: each defect opens its follow-up in the transaction of the acceptance, of the kind that the kind of the accepted work names.
 * <p>D2: a defect has no state of its own: it is open while its follow-up is to be worked on, put right when that has ended, dropped when
 * that was cancelled, which needs a reason. Whoever opens the follow-up again has an open defect again.
 * <p>D3: the accepted work is closed by a technician, and not while one of its defects is open.
 * <p>D4: a school may also accept with defects in words only, without a day; then nothing follows, and the words of the closing say how
 * they were put right.
 * <p>D5: a defect may say in which room it is: its follow-up is for that room and the devices there. A picture of it stands at the follow-up, where who puts it right looks.
 * <p>D6: what was found in rooms that were accepted before stays, whoever accepts the rest and how: the work is then accepted with defects.
 */
@Module(name = "install.defect", uses = {"install.team", "install.ticket", "paper", "school.place"}, exposes = {"DefectList", "Defects"}, reads = {"Room", "School", "Ticket"})
package de.schulpakt.install.defect;

import de.schulpakt.platform.Module;
