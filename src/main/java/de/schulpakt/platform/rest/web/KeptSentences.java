package de.schulpakt.platform.rest.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.util.Locale;

/** Kept sentences in JSON: key and values for programs, and {@code text} in the language that the request wishes for people. */
class KeptSentences extends SimpleModule {
    private static final long serialVersionUID = 1L;

    KeptSentences() {
        super("sentences");
        addSerializer(Sentence.class, new Told());
    }

    private static final class Told extends StdSerializer<Sentence> {
        private static final long serialVersionUID = 1L;

        Told() {
            super(Sentence.class);
        }

        @Override
        public void serialize(Sentence sentence, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeTree(SentenceJson.node(sentence).put("text", sentence.told(wished(provider))));
        }

        /** Asked once an answer: the container finds out who asks by walking the stack, which a page of history would do for each of its lines. */
        private static Locale wished(SerializerProvider provider) {
            if (provider.getAttribute(Told.class) instanceof Locale known) {
                return known;
            }
            Locale locale = CDI.current().select(Language.class).get().getLocale();
            provider.setAttribute(Told.class, locale);
            return locale;
        }
    }
}
