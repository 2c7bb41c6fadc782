/**
 * What the school thinks of work that it has accepted: one to five, and a word.
 *
 * <p>D1: a rating is optional and never holds up an acceptance. It is given with the acceptance or later, changed and taken back by who accepts for the school.
 * <p>D2: the rating itself names nobody, neither who gave it nor who worked: it is for the work of a ticket. That somebody of the school gave it stands in the history,
 * as every step does, without the number and the word.
 */
@Module(name = "install.rating", uses = {"identity", "install.ticket"}, exposes = {"RatingQueries", "Ratings"}, reads = {"Ticket"})
package de.schulpakt.install.rating;

import de.schulpakt.platform.Module;
