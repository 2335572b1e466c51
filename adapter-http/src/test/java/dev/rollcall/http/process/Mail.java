package dev.rollcall.http.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as it lies in a file.
 *
 * @param messageId by which its reader knows it again
 * @param kind what it says, such as {@code invitation}
 * @param guest the id of the invitation that it is about; empty where it is for the organizer
 * @param token opens the guest's page
 */
public record Mail(String messageId, String kind, Optional<String> guest, Optional<String> token) {

    private static final Pattern ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>]+)>");
    private static final Pattern PARTS = Pattern.compile("([a-z-]+)\\.\\d+\\.(?:([0-9a-f]{32})\\.)?.*");
    private static final Pattern LINK = Pattern.compile("/rsvp/([A-Za-z0-9_-]+)");

    public static Mail read(Path file) throws IOException {
        String source = Files.readString(file);
        String messageId = first(ID, source).orElseThrow(() -> new AssertionError("no Message-ID in " + file));
        Matcher parts = PARTS.matcher(messageId);
        if (!parts.matches()) {
            throw new AssertionError("not a Message-ID of ours: " + messageId);
        }
        return new Mail(messageId, parts.group(1), Optional.ofNullable(parts.group(2)), first(LINK, source));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
