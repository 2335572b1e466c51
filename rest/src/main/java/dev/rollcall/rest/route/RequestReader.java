package dev.rollcall.rest.route;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rest.http.ContentTypes;
import dev.rollcall.rest.http.MediaTypes;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.RequestBody;
import dev.rollcall.rest.problem.Problem;
import dev.rollcall.rest.problem.ProblemException;
import dev.rollcall.rest.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the body of a request, as far as it may be read. */
public final class RequestReader {

    /** The most bytes of a body: 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    private RequestReader() {}

    /**
     * Refuses a body by its declared length, before anything of it is read.
     *
     * @param body the body
     * @throws ProblemException where it is
     */
    public static void requireAllowedLength(RequestBody body) {
        if (body.declaredLength().orElse(0) > MAX_BYTES) {
            throw tooLarge();
        }
    }

    /**
     * Reads a body.
     *
     * @param request the request
     * @param accepted the media types that are taken, the first of them where the request names none
     * @return its bytes; none where it has no body
     * @throws ProblemException where it is too large or of another type
     * @throws InvalidInputException where it breaks off
     */
    static byte[] read(Request request, List<String> accepted) {
        requireAllowedLength(request.body());
        long declared = request.body().declaredLength().orElse(MAX_BYTES);
        if (declared == 0) {
            return new byte[0];
        }
        requireType(request, accepted);
        try (InputStream stream = request.body().open()) {
            // The stream makes room for as much as it may read, up to 16 KiB. One byte more shows that the body has
            // ended.
            byte[] bytes = stream.readNBytes((int) declared + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new InvalidInputException("must be whole; the body of the request broke off before its end");
        }
    }

    private static void requireType(Request request, List<String> accepted) {
        if (!ContentTypes.are(request.headers().all("Content-Type"), accepted)) {
            throw new ProblemException(Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            (accepted.contains(MediaTypes.JSON)
                                            ? "The body must be JSON in UTF-8"
                                            : "The body is of another type")
                                    + ": send it with \"Content-Type: " + accepted.getFirst() + "\", or without any.")
                    .with(request.method().equals("PATCH") ? "Accept-Patch" : "Accept", String.join(", ", accepted)));
        }
        for (String coding : request.headers().all("Content-Encoding")) {
            // Some clients name the charset here.
            if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity") && !ContentTypes.isUtf8(coding)) {
                throw new ProblemException(Problem.of(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "The body must come as it is, without Content-Encoding.")
                        .with("Accept-Encoding", "identity"));
            }
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                ProblemType.BODY_TOO_LARGE, "The body of a request has at most 1 MiB (" + MAX_BYTES + " bytes)."));
    }
}
