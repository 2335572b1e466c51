package dev.rollcall.rsvp.notification;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rsvp.user.EmailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * The settings of mail.
 *
 * @param url names the way: {@code file:FOLDER}, {@code smtp://…}, {@code smtps://…} or {@code ses:REGION}
 * @param from the sender's address; replies of calendar programs go to the same address with a plus-tag
 * @param publicUrl the URL at which guests reach this server, without a slash at its end
 */
public record MailSettings(String url, EmailAddress from, String publicUrl) {

    /** The variable that names the way. */
    public static final String URL_VARIABLE = "ROLLCALL_MAIL";

    /** The variable with the sender's address. */
    public static final String FROM_VARIABLE = "ROLLCALL_MAIL_FROM";

    /** The variable that says where guests reach this server. */
    public static final String PUBLIC_URL_VARIABLE = "ROLLCALL_PUBLIC_URL";

    private static final String DEFAULT_URL = "file:rollcall-data/mail";
    private static final String DEFAULT_FROM = "rollcall@localhost";

    /** Checks the public URL. */
    public MailSettings {
        try {
            URI uri = new URI(publicUrl);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
                throw invalid(PUBLIC_URL_VARIABLE, "must be an address such as https://rollcall.example.org");
            }
        } catch (URISyntaxException malformed) {
            throw invalid(PUBLIC_URL_VARIABLE, "must be an address such as https://rollcall.example.org");
        }
        publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /**
     * Reads the settings; a variable that is unset or blank takes its default.
     *
     * @param environment the variables by name
     * @param reachedAt the URL of this server, which is the default of the public URL
     * @return the settings; by default mails become files, so that trying it out never mails anybody
     * @throws InvalidInputException where a variable has a value that can't be right
     */
    public static MailSettings fromEnvironment(Map<String, String> environment, String reachedAt) {
        String from = value(environment, FROM_VARIABLE, DEFAULT_FROM);
        EmailAddress sender;
        try {
            sender = new EmailAddress(from);
        } catch (InvalidInputException malformed) {
            throw invalid(FROM_VARIABLE, "must be an e-mail address such as rsvp@example.org, not '" + from + "'");
        }
        return new MailSettings(
                value(environment, URL_VARIABLE, DEFAULT_URL),
                sender,
                value(environment, PUBLIC_URL_VARIABLE, reachedAt));
    }

    /**
     * These settings for a server that is reached elsewhere.
     *
     * @param reachedAt the URL at which guests reach it
     * @return the settings
     */
    public MailSettings reachedAt(String reachedAt) {
        return new MailSettings(url, from, reachedAt);
    }

    /**
     * The way as it may be shown and logged.
     *
     * @return the URL without user and password, and without its parameters
     */
    public String displayUrl() {
        // Up to the last at sign: a password may have one.
        return url.replaceFirst("//.*@", "//").replaceFirst("\\?.*", "");
    }

    /** Without the password that the URL may hold. */
    @Override
    public String toString() {
        return "MailSettings[" + displayUrl() + ", " + from + ", " + publicUrl + "]";
    }

    private static String value(Map<String, String> environment, String variable, String otherwise) {
        String value = environment.getOrDefault(variable, otherwise);
        return value.isBlank() ? otherwise : value.strip();
    }

    private static InvalidInputException invalid(String variable, String detail) {
        return new InvalidInputException(List.of(new Violation(variable, detail)));
    }
}
