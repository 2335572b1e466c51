package dev.rollcall.mail;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rsvp.notification.MailSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail server, as {@code smtp://user:password@host:587?starttls=required} or {@code smtps://…} names it.
 *
 * @param secure whether TLS is spoken from the start
 * @param host its name
 * @param port its port
 * @param login the user name and password; empty for no login
 * @param startTls whether a connection becomes TLS
 */
record Smtp(boolean secure, String host, int port, Optional<Login> login, StartTls startTls) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int MAX_PORT = 65_535;
    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String ANSWER_MILLISECONDS = "30000";

    /** A name and a password, which are never shown. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /** The security of a connection that is not TLS from the start. */
    enum StartTls {
        REQUIRED,
        OPTIONAL,
        OFF
    }

    /** Reads a URL. No message repeats it, because it may have a password. */
    static Smtp parse(String url) {
        URI uri;
        try {
            uri = new URI(url).parseServerAuthority();
        } catch (URISyntaxException malformed) {
            throw invalid("must be like smtp://user:password@mail.example.org:587; of user and password each"
                    + " character but letters, digits and -._~ is written as in a URL, such as %40 for @");
        }
        boolean secure = "smtps".equals(uri.getScheme());
        String path = uri.getPath();
        if (uri.getHost() == null
                || !(path == null || path.isEmpty() || path.equals("/"))
                || uri.getFragment() != null) {
            throw invalid("must be like smtp://user:password@mail.example.org:587, without a path");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? SUBMISSIONS : SUBMISSION;
        if (port < 1 || port > MAX_PORT) {
            throw invalid("must have a port from 1 to " + MAX_PORT);
        }
        Optional<Login> login = login(uri.getRawUserInfo());
        return new Smtp(secure, uri.getHost(), port, login, startTls(secure, login.isPresent(), uri.getRawQuery()));
    }

    /** The server's name and port, for messages. */
    String display() {
        return host + ":" + port;
    }

    /** The library's protocol. */
    String protocol() {
        return secure ? "smtps" : "smtp";
    }

    /** The library's settings. */
    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "auth", Boolean.toString(login.isPresent()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(!secure && startTls != StartTls.OFF));
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(!secure && startTls == StartTls.REQUIRED));
        return properties;
    }

    private static Optional<Login> login(String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        if (colon < 1) {
            throw invalid("must have both a user and a password, or neither");
        }
        return Optional.of(new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw invalid("must write each % in user and password as %25");
        }
    }

    /** By default a password never travels in the clear. */
    private static StartTls startTls(boolean secure, boolean login, String query) {
        if (query == null || query.isEmpty()) {
            return secure ? StartTls.OFF : login ? StartTls.REQUIRED : StartTls.OPTIONAL;
        }
        String name = "starttls=";
        if (!secure && query.startsWith(name)) {
            String value = query.substring(name.length());
            for (StartTls known : StartTls.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return known;
                }
            }
        }
        throw invalid(
                secure
                        ? "must have nothing after a question mark: smtps:// is TLS from the start"
                        : "must have nothing after a question mark but starttls=required, optional or off");
    }

    private static InvalidInputException invalid(String detail) {
        return new InvalidInputException(List.of(new Violation(MailSettings.URL_VARIABLE, detail)));
    }
}
