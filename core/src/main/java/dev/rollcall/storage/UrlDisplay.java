package dev.rollcall.storage;

import java.util.regex.Pattern;

/** A store's URL as it may be shown. Where it can't tell what is a secret, it shows too little. */
final class UrlDisplay {

    private static final String HIDDEN = "***";

    /** The login of {@code //user:password@host}, up to the last sign that may end it. */
    private static final Pattern LOGIN = Pattern.compile("(?<=//).*@");

    /** The same where no slashes lead to it. A path such as {@code jdbc:sqlite:/home/ann@work/db} has none. */
    private static final Pattern BARE_LOGIN = Pattern.compile("(?<=:)[^:/@]+:[^@]*@");

    /** From the first parameter that says who logs in or proves it, to the end: its value may hold separators. */
    private static final Pattern SECRETS = Pattern.compile("(?i)([?&;,](?:[^=&;,]*user(?:name|id)?"
            + "|[^=&;,]*(?:pass|pwd|secret|token|key|credential|login|%)[^=&;,]*)=).*");

    private UrlDisplay() {}

    static String of(String url) {
        int question = url.indexOf('?');
        String place = question < 0 ? url : url.substring(0, question);
        String parameters = question < 0 ? "" : url.substring(question);
        int slashes = place.indexOf("//");
        boolean hostInParentheses = place.indexOf('(') >= 0;
        boolean loginWithQuestionMark = slashes >= 0 && place.indexOf('@') < 0 && parameters.indexOf('@') >= 0;
        if (hostInParentheses || loginWithQuestionMark) {
            return place.substring(0, slashes < 0 ? place.indexOf(':') + 1 : slashes + 2) + HIDDEN;
        }
        String host = slashes < 0
                ? BARE_LOGIN.matcher(place).replaceFirst("")
                : LOGIN.matcher(place).replaceFirst("");
        return SECRETS.matcher(host + parameters).replaceFirst("$1" + HIDDEN);
    }
}
