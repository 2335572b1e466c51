package dev.rollcall.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes instances of the schemas of openapi.yaml, at the bounds and between them.
 *
 * @param random decides
 */
record SchemaInstances(Random random) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_OF_TEXT = 10_000;

    /** An instance of a schema. */
    JsonNode of(JsonNode given) {
        JsonNode schema = OpenApiDocument.resolved(given);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(oneOf(schema.path(choice)));
            }
        }
        if (schema.has("enum")) {
            return oneOf(schema.path("enum"));
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        return switch (type(schema)) {
            case "string" -> JSON.textNode(text(schema));
            case "integer" -> whole(schema);
            case "number" -> JSON.numberNode(decimal(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            case "array" -> array(schema);
            default -> object(schema);
        };
    }

    private JsonNode oneOf(JsonNode choices) {
        return choices.path(random.nextInt(choices.size()));
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? oneOf(type).asText() : type.asText("object");
    }

    private String text(JsonNode schema) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(MOST_OF_TEXT);
        if (schema.has("examples") && schema.path("description").asText().contains("IANA")) {
            return oneOf(schema.path("examples")).asText();
        }
        return PatternText.of(schema.path("pattern").asText("^[ -~]*$"), least, most, random);
    }

    /** A whole number, sometimes with a fraction of zero. */
    private JsonNode whole(JsonNode schema) {
        BigInteger number = decimal(schema).toBigInteger();
        return random.nextInt(4) == 0 ? JSON.numberNode(new BigDecimal(number).setScale(1)) : JSON.numberNode(number);
    }

    private BigDecimal decimal(JsonNode schema) {
        BigDecimal least = schema.path("minimum").decimalValue();
        BigDecimal most = schema.path("maximum").decimalValue();
        BigDecimal step = schema.has("multipleOf") ? schema.path("multipleOf").decimalValue() : BigDecimal.ONE;
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> {
                BigInteger steps = most.subtract(least).divide(step).toBigInteger();
                BigInteger some = new BigInteger(steps.bitLength() + 8, random).mod(steps.add(BigInteger.ONE));
                yield least.add(step.multiply(new BigDecimal(some)));
            }
        };
    }

    private JsonNode array(JsonNode schema) {
        ArrayNode items = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int size = random.nextInt(64) == 0 ? schema.path("maxItems").asInt() : least + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            items.add(of(schema.path("items")));
        }
        return items;
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode members = JSON.objectNode();
        List<JsonNode> parts = new ArrayList<>(List.of(schema));
        schema.path("allOf").forEach(part -> parts.add(OpenApiDocument.resolved(part)));
        List<String> required = new ArrayList<>();
        parts.forEach(part -> part.path("required").forEach(name -> required.add(name.asText())));
        int mode = random.nextInt(3);
        for (JsonNode part : parts) {
            part.path("properties").properties().forEach(property -> {
                boolean wanted = mode == 0 || (mode == 1 && random.nextBoolean());
                if (wanted || required.contains(property.getKey())) {
                    members.set(property.getKey(), of(property.getValue()));
                }
            });
        }
        return members;
    }
}
