package dev.rollcall.http;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server writes into files instead of sending it.
 *
 * @param server the server, which names each file in its log
 * @param folder where it runs
 */
record Letters(ServerProcess server, Path folder) {

    private static final Pattern LINK = Pattern.compile("/rsvp/[0-9a-z]{52}");

    /** Waits for the first invitation of a guest, and gives the path of the link in it. */
    String firstLink(String invitation) throws Exception {
        return link("1\\." + invitation);
    }

    /** Waits for an invitation that is sent again. The numbers of an event's letters grow, not always by one. */
    String laterLink(String invitation) throws Exception {
        return link("(?!1\\.)\\d+\\." + invitation);
    }

    private String link(String letter) throws Exception {
        Pattern line = Pattern.compile("written to (\\S*/invitation\\." + letter + "\\.\\S+eml)");
        Matcher said = line.matcher(server.said());
        String file = said.find() ? said.group(1) : server.await(line).group(1);
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            String text = text(new MimeMessage(Session.getInstance(new Properties()), in));
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in " + text);
            }
            return link.group();
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart parts ? text(parts.getBodyPart(0)) : (String) part.getContent();
    }
}
