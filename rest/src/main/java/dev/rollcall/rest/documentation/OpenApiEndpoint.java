package dev.rollcall.rest.documentation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.page.Lazy;
import dev.rollcall.rest.page.Resources;
import dev.rollcall.rest.page.StaticDocument;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rest.route.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The description of the API for programs (OpenAPI 3.1), as it is written and as JSON. */
public final class OpenApiEndpoint implements Endpoint {

    private static final String FILE = "openapi.yaml";

    private final Lazy<StaticDocument> yaml =
            new Lazy<>(() -> StaticDocument.of(MediaTypes.YAML, Resources.bytes(FILE)));
    private final Lazy<StaticDocument> json = new Lazy<>(() -> StaticDocument.of(MediaTypes.JSON, toJson()));

    /** The description. Its file is read when it is first asked for. */
    public OpenApiEndpoint() {}

    @Override
    public void register(Routes routes) {
        routes.get(
                "/openapi.yaml",
                List.of(MediaTypes.YAML),
                exchange -> yaml.get().responseTo(exchange));
        routes.get("/openapi.json", exchange -> json.get().responseTo(exchange));
    }

    private static byte[] toJson() {
        // Exact, because among its examples are numbers that no double can hold.
        YAMLMapper reader = YAMLMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try {
            return new JsonMapper().writeValueAsBytes(reader.readTree(Resources.bytes(FILE)));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
