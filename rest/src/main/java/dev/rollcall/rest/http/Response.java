package dev.rollcall.rest.http;

/**
 * An answer as any transport can give it.
 *
 * @param status the status code
 * @param headers the header fields, {@code Content-Length} among them; that of an answer to HEAD is the one that GET would have
 * @param body the bytes to send; empty for HEAD, 204 and 304. Not copied, and not to be changed: it may be shared
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are what a transport sends; copying them would cost each answer.
public record Response(int status, Headers headers, byte[] body) {

    /**
     * This answer and one header field more.
     *
     * @param header the field's name
     * @param value its value
     * @return the answer
     */
    public Response with(String header, String value) {
        return new Response(status, headers.with(header, value), body);
    }

    /** The status alone. */
    @Override
    public String toString() {
        return "Response[" + status + ", " + body.length + " bytes]";
    }
}
