package dev.rollcall.rest.http;

import java.util.List;

/** The media types that the API speaks. */
final class MediaTypes {

    /** JSON (RFC 8259). */
    static final String JSON = "application/json";

    /** A change of a JSON document (RFC 7396). */
    static final String MERGE_PATCH = "application/merge-patch+json";

    /** A problem (RFC 9457). */
    static final String PROBLEM = "application/problem+json";

    /** YAML (RFC 9512). */
    static final String YAML = "application/yaml";

    /** A form as browsers send it. */
    static final String FORM = "application/x-www-form-urlencoded";

    /** A table (RFC 4180). */
    static final String CSV = "text/csv";

    /** A page for browsers. */
    static final String HTML = "text/html";

    /** A calendar (RFC 5545). */
    static final String CALENDAR = "text/calendar";

    /** A mail (RFC 5322). */
    static final String MESSAGE = "message/rfc822";

    /** What there is for programs and for people. */
    static final List<String> JSON_OR_HTML = List.of(JSON, HTML);

    /** What a body of JSON may be called. */
    static final List<String> JSON_OR_PATCH = List.of(MERGE_PATCH, JSON);

    private MediaTypes() {}
}
