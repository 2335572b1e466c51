package dev.rollcall.mail.message;

import java.util.List;
import java.util.Optional;

/**
 * The texts of a notification before they are laid out, without control characters.
 *
 * @param subject its subject
 * @param greeting the salutation
 * @param lead the first sentence, which says what the mail is about
 * @param quote the organizer's message; empty for none
 * @param standing the sentence about the guest's answer; empty for none
 * @param facts the facts of the event, such as its time and its place
 * @param guests for a digest a line for each who answered
 * @param question the question and its answers; empty where nothing is asked
 * @param footer the sentence that says who sent the mail, and why
 */
record MailContent(
        String subject,
        String greeting,
        String lead,
        Optional<Quote> quote,
        Optional<String> standing,
        List<Fact> facts,
        List<String> guests,
        Optional<Question> question,
        String footer) {

    /** Somebody's own words, and who says them. */
    record Quote(String who, String text) {}

    /** One of the event's facts. */
    record Fact(String label, String text) {}

    /** A link and its label. */
    record Link(String label, String url) {}

    /** A question, the links that answer it, what they do, and the page that has them all. */
    record Question(String text, List<Link> answers, String explanation, Link page, String warning) {}
}
