package dev.rollcall.http;

import dev.rollcall.rest.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The body of a request that is still on its way. */
record WireBody(HttpServletRequest request) implements RequestBody {

    @Override
    public OptionalLong declaredLength() {
        if (request.getHeader("Transfer-Encoding") != null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, request.getContentLengthLong()));
    }

    @Override
    public InputStream open() throws IOException {
        return request.getInputStream();
    }
}
