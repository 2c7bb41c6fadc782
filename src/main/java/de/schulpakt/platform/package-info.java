/**
 * The ground that every module stands on: history, numbers, messages to schools, money, states, errors, time and texts.
 * It knows no word of the field.
 *
 * <p>D1: entities are package-private and other modules meet them only as ids, records and JPQL names, so the compiler
 * keeps the boundaries that reviews would forget.
 * <p>D2: a refused action is an exception with a code, because a transaction must end with it; the code is the key of
 * the sentence that a person reads.
 * <p>D3: the row whose state changes is locked before it is checked ({@link de.schulpakt.platform.Find#locked}); the
 * second of two people waits, sees the newer version and gets {@link de.schulpakt.platform.Conflict}. Budgets are locked
 * last, counters before them.
 * <p>D4: texts of all modules form one map; a key exists once. {@code TextsTest} holds it.
 * <p>D5: {@link de.schulpakt.platform.Outbox} rows are the messages a school reads on its home page. A sender by mail
 * would be one more reader of the same rows.
 * <p>D6: {@link de.schulpakt.platform.Ask} maps the columns of a question into records by name. It reads the aliases from
 * EclipseLink's query, because those of a JPA Tuple are known only once there is a row, and a wrong alias is to fail always.
 * <p>D7: a line of the history carries its place ({@link de.schulpakt.platform.Ref}), so that what several places share can be
 * shown line by line to who may know the place ({@link de.schulpakt.platform.Visible}).
 */
@Module(name = "platform", uses = {})
package de.schulpakt.platform;
