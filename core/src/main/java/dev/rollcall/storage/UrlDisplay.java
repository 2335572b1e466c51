package dev.rollcall.storage;

import java.util.regex.Pattern;

/** A store's URL as it may be shown. Where it can't tell what is a secret, it shows too little. */
final class UrlDisplay {

    private static final String HIDDEN = "***";

    /** The one kind of URL that is a path, where an at sign is but a notification. */
    private static final String FILE = "jdbc:sqlite:";

    /** The login of {@code //user:password@host}, up to the last sign that may end it. */
    private static final Pattern LOGIN = Pattern.compile("(?<=//).*@");

    /** From the first parameter that says who logs in or proves it, to the end: its value may hold separators. */
    private static final Pattern SECRETS = Pattern.compile("(?i)([?&;,](?:[^=&;,]*user(?:name|id)?"
            + "|[^=&;,]*(?:pass|pwd|secret|token|key|credential|login|%)[^=&;,]*)=).*");

    private UrlDisplay() {}

    static String of(String url) {
        int question = url.indexOf('?');
        String place = question < 0 ? url : url.substring(0, question);
        String parameters = question < 0 ? "" : url.substring(question);
        if (place.startsWith(FILE)) {
            return place + withoutSecrets(parameters);
        }
        int slashes = place.indexOf("//");
        boolean hostInParentheses = place.indexOf('(') >= 0;
        boolean loginWithoutSlashes = slashes < 0 && place.indexOf('@') >= 0;
        boolean loginWithQuestionMark = slashes >= 0 && place.indexOf('@') < 0 && parameters.indexOf('@') >= 0;
        if (hostInParentheses || loginWithoutSlashes || loginWithQuestionMark) {
            return place.substring(0, slashes < 0 ? place.indexOf(':') + 1 : slashes + 2) + HIDDEN;
        }
        return withoutSecrets(LOGIN.matcher(place).replaceFirst("") + parameters);
    }

    private static String withoutSecrets(String text) {
        return SECRETS.matcher(text).replaceFirst("$1" + HIDDEN);
    }
}
