package dev.rollcall.http.process;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server writes into files instead of sending it, as it comes.
 *
 * @param server the server, which names each file in its log
 * @param folder where it runs
 */
public record LetterBox(ServerProcess server, Path folder) {

    /** Waits for the first invitation of a guest, and gives the path of the link in it. */
    public String firstLink(String invitation) throws Exception {
        return link("1\\." + invitation);
    }

    /** Waits for an invitation that is sent again. The numbers of an event's notifications grow, not always by one. */
    public String laterLink(String invitation) throws Exception {
        return link("(?!1\\.)\\d+\\." + invitation);
    }

    private String link(String notification) throws Exception {
        Pattern line = Pattern.compile("written to (\\S*/invitation\\." + notification + "\\.\\S+eml)");
        Matcher said = line.matcher(server.said());
        String file = said.find() ? said.group(1) : server.await(line).group(1);
        return "/rsvp/" + Mail.read(folder.resolve(file)).token().orElseThrow();
    }
}
