/**
 * What an award obliges to after the money is spent: to tell the public who has paid, and to keep what was bought for its purpose.
 *
 * <p>Words: <em>publicity</em> (Publizität) is the line that a programme wants to be read where its money was spent; a photo at the application proves
 * it. What is <em>at stake</em> (Rückforderungsrisiko) may be claimed back if all that is bound were given up today.
 *
 * <p>D1: whether a programme asks for publicity says its rule; a paper of the kind {@code PUBLICITY} at the application proves it. It is due when the
 * approval period ends, because the proof of use confirms it.
 * <p>D2: what is at stake is reckoned as for one device: its price falls day by day from the event that starts the binding to its end. Of a device
 * that several have paid only the part of the award counts. One statement reckons all devices.
 */
@Module(name = "funding.duty", uses = "funding.application", exposes = {"PublicityQueries", "StakeQueries"},
        reads = {"Application", "Budget", "Device", "DevicePayer", "Paper", "PaperKind"})
package de.schulpakt.funding.duty;

import de.schulpakt.platform.Module;
