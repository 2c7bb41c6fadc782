/**
 * What people read and write: the texts of all modules in two languages, amounts of money, numbers as they are typed, and
 * how two texts compare.
 *
 * <p>D1: texts of all modules form one map; a key exists once. {@code TextsTest} holds it.
 */
@Module(name = "platform.text", uses = "platform",
        exposes = {"Fold", "Fulltext", "Like", "Money", "NumberText", "Texts"})
package de.schulpakt.platform.text;

import de.schulpakt.platform.Module;
