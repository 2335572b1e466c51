package dev.rollcall.mail;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rsvp.notification.MailSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The location of Amazon SES, as {@code ses:eu-west-1} or {@code ses:eu-west-1?endpoint=https://…} names it.
 *
 * @param region the region's name
 * @param endpoint another address than the region's own
 */
record SesLocation(String region, Optional<URI> endpoint) {

    private static final Pattern FORM =
            Pattern.compile("ses:([a-z]{2,}(?:-[a-z]+)+-[0-9]+)(?:\\?endpoint=(https?://[A-Za-z0-9._~:/-]+))?");

    /** Reads a URL. */
    static SesLocation parse(String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new InvalidInputException(List.of(new Violation(
                    MailSettings.URL_VARIABLE, "must name a region of Amazon SES, such as ses:eu-west-1")));
        }
        @Nullable String endpoint = matcher.group(2);
        return new SesLocation(matcher.group(1), Optional.ofNullable(endpoint).map(URI::create));
    }
}
