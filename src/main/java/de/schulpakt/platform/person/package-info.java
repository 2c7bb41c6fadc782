/**
 * What is kept of people: each room says of its tables where a person stands in them and what becomes of it when the person's data are
 * to be forgotten.
 *
 * <p>D1: it is said as data and not as code, so that what people are shown, what a run would do and what it does are one and the same
 * list, and a test can ask the schema whether a table was left out.
 */
@Module(name = "platform.person", uses = "platform", exposes = "PersonalData")
package de.schulpakt.platform.person;

import de.schulpakt.platform.Module;
