/**
 * Which position of an award may have paid for a thing that was not ordered here, by its day, kind, price and supplier.
 *
 * <p>Words: a <em>guess</em> is such a position with its certainty in percent and the reasons for it.
 *
 * <p>D1: nothing is guessed for good: what is sure enough and clearly ahead of the next one is proposed, all else is asked.
 * <p>D2: how much each fact counts is ours, and no rule of a programme: a day within the approval period and a fitting kind alone are not enough.
 * <p>D3: the room knows neither devices nor money: whoever has a thing says what is known of it, and a room of the money implements
 * {@link de.schulpakt.inventory.award.Awards}.
 */
@Module(name = "inventory.award", uses = "identity", exposes = {"AwardGuess", "AwardHow", "Awards"})
package de.schulpakt.inventory.award;

import de.schulpakt.platform.Module;
