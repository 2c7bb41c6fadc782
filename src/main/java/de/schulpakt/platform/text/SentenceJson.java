package de.schulpakt.platform.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.schulpakt.platform.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences as JSON: a list of {@code {"key": ..., "values": [...]}}. A text and a number stand for themselves; all else is an
 * object that says what it is: {@code {"cents": 123450}}, {@code {"basisPoints": 1000}}, {@code {"day": "2026-11-23"}},
 * {@code {"at": "2026-11-23T09:42:00Z"}}, {@code {"dayOfYear": "--06-30"}}, {@code {"subject": "Device", "id": 7, "label": ...}},
 * {@code {"key": ...}}.
 */
public final class SentenceJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SentenceJson() {
    }

    /** The sentences as they are stored; null for none. */
    public static String write(List<Sentence> sentences) {
        if (sentences.isEmpty()) {
            return null;
        }
        ArrayNode all = NODES.arrayNode();
        sentences.forEach(s -> all.add(node(s)));
        return all.toString();
    }

    /** The sentences of what {@link #write} has stored; none for null. */
    public static List<Sentence> read(String stored) {
        if (stored == null) {
            return List.of();
        }
        try {
            List<Sentence> sentences = new ArrayList<>();
            JSON.readTree(stored).forEach(node -> sentences.add(sentence(node)));
            return List.copyOf(sentences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a list of sentences: " + stored, e);
        }
    }

    /** One sentence as JSON. */
    public static ObjectNode node(Sentence sentence) {
        ObjectNode node = NODES.objectNode().put("key", sentence.key());
        if (!sentence.values().isEmpty()) {
            node.set("values", list(sentence.values()));
        }
        return node;
    }

    private static ArrayNode list(List<?> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(v -> list.add(value(v)));
        return list;
    }

    private static JsonNode value(Object value) {
        if (value instanceof Sentence sentence) {
            return node(sentence);
        }
        if (value instanceof List<?> values) {
            return list(values);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Money money) {
            return NODES.objectNode().put("cents", money.cents());
        }
        if (value instanceof Percent percent) {
            return NODES.objectNode().put("basisPoints", percent.basisPoints());
        }
        if (value instanceof LocalDate day) {
            return NODES.objectNode().put("day", day.toString());
        }
        if (value instanceof Instant at) {
            return NODES.objectNode().put("at", at.toString());
        }
        if (value instanceof MonthDay day) {
            return NODES.objectNode().put("dayOfYear", day.toString());
        }
        if (value instanceof Ref ref) {
            return NODES.objectNode().put("subject", ref.type()).put("id", ref.id()).put("label", ref.no());
        }
        return NODES.textNode((String) value);
    }

    private static Sentence sentence(JsonNode node) {
        return new Sentence(node.path("key").asText(), values(node.path("values")));
    }

    private static List<Object> values(JsonNode nodes) {
        List<Object> values = new ArrayList<>();
        nodes.forEach(n -> values.add(value(n)));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            return values(node);
        }
        if (node.isNumber()) {
            return node.asLong();
        }
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.has("key")) {
            return sentence(node);
        }
        if (node.has("cents")) {
            return Money.of(node.get("cents").asLong());
        }
        if (node.has("basisPoints")) {
            return new Percent(node.get("basisPoints").asInt());
        }
        if (node.has("day")) {
            return LocalDate.parse(node.get("day").asText());
        }
        if (node.has("at")) {
            return Instant.parse(node.get("at").asText());
        }
        if (node.has("dayOfYear")) {
            return MonthDay.parse(node.get("dayOfYear").asText());
        }
        return new Ref(node.path("subject").asText(), node.path("id").asLong(), node.path("label").asText());
    }
}
