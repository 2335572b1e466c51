package dev.rollcall.rest.http;

/**
 * A response as any transport can send it.
 *
 * @param status the status code
 * @param headers the header fields, {@code Content-Length} among them; for HEAD it is the one that GET would have
 * @param body the bytes to send; empty for HEAD, 204 and 304. Not copied, and not to be changed: it may be shared
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Bytes are what a transport sends; copying them would cost time in each response.
public record Response(int status, Headers headers, byte[] body) {

    /**
     * This response with one more header field.
     *
     * @param header the field's name
     * @param value its value
     * @return the response
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
