package dev.rollcall.mail.message;

import java.util.List;
import java.util.Optional;

/**
 * What a notification says, before it is laid out: plain texts without control characters.
 *
 * @param subject its subject
 * @param greeting how it begins
 * @param lead what it is about
 * @param quote what the organizer writes
 * @param standing how the guest's answer stands
 * @param facts what, when and where
 * @param guests for a digest a line for each who answered
 * @param question the question and its answers; empty where nothing is asked
 * @param footer who sent it, and why
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

    /** Where a link leads, and what it is called. */
    record Link(String label, String url) {}

    /** A question, the links that answer it, what they do, and the page that has them all. */
    record Question(String text, List<Link> answers, String explanation, Link page, String warning) {}
}
