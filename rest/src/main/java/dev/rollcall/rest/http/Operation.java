package dev.rollcall.rest.http;

/**
 * An operation of the API by its name, as {@code openapi.yaml} has it.
 *
 * @param method the method, in upper case
 * @param template the path with its parameters in braces, such as {@code /users/{user_id}}
 */
public record Operation(String method, String template) {

    /** Method and template, such as {@code GET /users/{user_id}}. */
    @Override
    public String toString() {
        return method + " " + template;
    }
}
