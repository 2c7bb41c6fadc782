/**
 * Whom to ask at a school: by task, with phone and mail.
 *
 * <p>Words: a <em>contact</em> (Ansprechperson) is a person with a task at a school; it need not have an account.
 *
 * <p>D1: name, phone and mail of a task and nothing else of a person. The history says the task and never the name.
 * <p>D2: a contact ends on a day and stays for who looks after something from that time; it is deleted a year after the end of the school
 * year in which it ended, as the school law of Rheinland-Pfalz says of teachers. Who should not have been entered is removed at once.
 */
@Module(name = "school.contact", uses = "school.place", exposes = {"ContactList", "ContactQueries", "ContactTask", "Contacts"}, reads = "School")
package de.schulpakt.school.contact;

import de.schulpakt.platform.Module;
