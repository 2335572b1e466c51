package dev.rollcall.rest.documentation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.json.JsonWriter;
import dev.rollcall.rest.page.Content;
import dev.rollcall.rest.page.Lazy;
import dev.rollcall.rest.page.Pages;
import dev.rollcall.rest.page.StaticDocument;
import dev.rollcall.rest.problem.ProblemType;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What there is to say of every kind of problem, as JSON and as a page. All made when first asked for. Thread-safe. */
final class ProblemPages {

    private final Lazy<Map<ProblemType, StaticDocument>> json = new Lazy<>(ProblemPages::allJson);
    private final Lazy<Map<ProblemType, StaticDocument>> pages = new Lazy<>(ProblemPages::allPages);

    /** The explanation for programs. */
    StaticDocument json(ProblemType type) {
        return of(json, type);
    }

    /** The explanation for people. */
    StaticDocument page(ProblemType type) {
        return of(pages, type);
    }

    private static StaticDocument of(Lazy<Map<ProblemType, StaticDocument>> documents, ProblemType type) {
        StaticDocument document = documents.get().get(type);
        if (document == null) {
            throw new IllegalStateException(type + " is not explained");
        }
        return document;
    }

    private static Map<ProblemType, StaticDocument> allJson() {
        Map<ProblemType, StaticDocument> documents = new EnumMap<>(ProblemType.class);
        JsonWriter<ProblemType> writer = ProblemPages::write;
        for (ProblemType type : ProblemType.values()) {
            documents.put(type, StaticDocument.of(MediaTypes.JSON, writer.bytes(type)));
        }
        return documents;
    }

    private static Map<ProblemType, StaticDocument> allPages() {
        Map<ProblemType, StaticDocument> documents = new EnumMap<>(ProblemType.class);
        for (ProblemType type : ProblemType.values()) {
            String page = Pages.html(
                    "problem",
                    new Content()
                            .with("title", type.title())
                            .with("status", type.status())
                            .with("slug", type.slug())
                            .with("explanation", type.explanation())
                            .with("cure", type.cure()));
            documents.put(type, StaticDocument.of(MediaTypes.HTML, page));
        }
        return documents;
    }

    private static void write(JsonGenerator json, ProblemType type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type.path());
        json.writeStringField("title", type.title());
        json.writeNumberField("status", type.status());
        json.writeStringField("explanation", type.explanation());
        json.writeStringField("cure", type.cure());
        json.writeEndObject();
    }
}
