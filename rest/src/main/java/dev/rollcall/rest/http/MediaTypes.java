package dev.rollcall.rest.http;

import java.util.List;

/** The media types that the API speaks. */
public final class MediaTypes {

    /** JSON (RFC 8259). */
    public static final String JSON = "application/json";

    /** A change of a JSON document (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** A problem (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    /** YAML (RFC 9512). */
    public static final String YAML = "application/yaml";

    /** A form as browsers send it. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** A table (RFC 4180). */
    public static final String CSV = "text/csv";

    /** A page for browsers. */
    public static final String HTML = "text/html";

    /** A calendar (RFC 5545). */
    public static final String CALENDAR = "text/calendar";

    /** A mail (RFC 5322). */
    public static final String MESSAGE = "message/rfc822";

    /** For resources that have a page beside their JSON. */
    public static final List<String> JSON_OR_HTML = List.of(JSON, HTML);

    /** The media types of a merge patch. */
    public static final List<String> JSON_OR_PATCH = List.of(MERGE_PATCH, JSON);

    private MediaTypes() {}
}
