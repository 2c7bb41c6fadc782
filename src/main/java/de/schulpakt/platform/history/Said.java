package de.schulpakt.platform.history;

import de.schulpakt.platform.text.Sentence;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a line of the history says beside its action: facts, told in the language of the reader, and apart from them the words
 * of a person, which stay as they were typed.
 *
 * @param words null if nobody said anything
 */
public record Said(List<Sentence> facts, String words) {
    /** Only the action. */
    public static final Said NOTHING = new Said(List.of(), null);

    /** What a person typed; may be null. Never a text that the program has put together: that is a fact. */
    public static Said words(String words) {
        return new Said(List.of(), words);
    }

    /** A fact: text key and values. */
    public static Said that(String key, Object... values) {
        return new Said(List.of(Sentence.of(key, values)), null);
    }

    /** Facts that are known already. */
    public static Said all(List<Sentence> facts) {
        return new Said(List.copyOf(facts), null);
    }

    /** One more fact. */
    public Said and(String key, Object... values) {
        return new Said(Stream.concat(facts.stream(), Stream.of(Sentence.of(key, values))).toList(), words);
    }

    /** More facts, and the words that came with them if there are none yet. */
    public Said and(Said more) {
        return new Said(Stream.concat(facts.stream(), more.facts.stream()).toList(), words == null ? more.words : words);
    }

    /** The same with what a person typed; may be null. */
    public Said andWords(String typed) {
        return new Said(facts, typed);
    }
}
