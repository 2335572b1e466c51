package dev.rollcall.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Sends requests to a function as one of AWS's gateways would, and what that can't carry by a function URL, which carries
 * all.
 */
public record LambdaApiClient(Invoker function, EventForm form) implements ApiClient {

    @Override
    public ApiResponse send(String method, String target, Headers headers, byte[] body) {
        try {
            EventForm carrier = form.carries(target) ? form : EventForm.FUNCTION_URL;
            byte[] event = EventForm.JSON.writeValueAsBytes(carrier.event(method, target, headers, body));
            return answer(EventForm.JSON.readTree(function.invoke(event)));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + target, failure);
        }
    }

    /** What the gateway makes of a function's answer. */
    public static ApiResponse answer(JsonNode json) {
        String text = json.path("body").textValue();
        byte[] body = json.path("isBase64Encoded").booleanValue()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return new ApiResponse(json.path("statusCode").intValue(), EventForm.headers(json), body);
    }
}
