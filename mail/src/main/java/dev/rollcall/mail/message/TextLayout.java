package dev.rollcall.mail.message;

import java.util.ArrayList;
import java.util.List;

/** Lays a notification out as plain text. */
final class TextLayout {

    private TextLayout() {}

    /** The notification in paragraphs. */
    static String of(MailContent content) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(content.greeting());
        paragraphs.add(content.lead());
        content.quote().ifPresent(quote -> paragraphs.add(quote.who() + "\n" + quoted(quote.text())));
        if (!content.guests().isEmpty()) {
            paragraphs.add("- " + String.join("\n- ", content.guests()));
        }
        List<String> facts = content.facts().stream()
                .map(fact -> fact.label() + ": " + fact.text().replace("\n", "\n  "))
                .toList();
        paragraphs.add(String.join("\n", facts));
        content.standing().ifPresent(paragraphs::add);
        content.question().ifPresent(question -> {
            List<String> lines = new ArrayList<>();
            lines.add(question.text());
            question.answers().forEach(answer -> lines.add(answer.label() + ":\n" + answer.url()));
            paragraphs.add(String.join("\n", lines));
            paragraphs.add(question.explanation() + " " + question.warning());
        });
        // The signature's mark, which mail programs show in grey and leave out of replies; its blank belongs to it.
        paragraphs.add("-- \n" + content.footer());
        return String.join("\n\n", paragraphs) + "\n";
    }

    /** Indents a text of the organizer, so that it can't be mistaken for the words of the notification. */
    private static String quoted(String text) {
        return "> " + text.replace("\n", "\n> ");
    }
}
