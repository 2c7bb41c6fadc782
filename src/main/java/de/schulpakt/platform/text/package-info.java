/**
 * What people read and write: the texts of all modules in two languages, amounts of money, numbers as they are typed, and
 * how two texts compare.
 *
 * <p>D1: texts of all modules form one map; a key exists once. {@code TextsTest} holds it.
 * <p>D2: what is kept and read by people later is a {@link de.schulpakt.platform.text.Sentence}, key and values, because a sentence
 * has the language of whoever wrote it, and amounts and days in it can no longer be told from names.
 */
@Module(name = "platform.text", uses = "platform",
        exposes = {"Fold", "Frozen", "Fulltext", "Like", "Money", "NumberText", "Percent", "Sentence", "SentenceJson", "Texts", "Worded"})
package de.schulpakt.platform.text;

import de.schulpakt.platform.Module;
