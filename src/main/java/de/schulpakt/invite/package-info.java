/**
 * Many people invited at once, from a table: the import of people.
 *
 * <p>D1: it is a kind of import like any other ({@link de.schulpakt.exchange.ImportKind}): columns are assigned, the dry run says of each row
 * what is wrong with it, and all rows are stored or none. Each row becomes an account through the use case that makes one by hand, so roles
 * that move money or administer wait for a second person, and links go by mail in the transaction that makes the accounts.
 * <p>D2: it needs a mail server: links of many people are not to be shown to one.
 * <p>D3: an account that is there already stays as it is; what somebody may do is changed on the account's page, where one looks at it.
 */
@Module(name = "invite", uses = {"exchange", "school"}, reads = {"AppUser", "Authority", "School"})
package de.schulpakt.invite;

import de.schulpakt.platform.Module;
