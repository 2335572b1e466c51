package dev.rollcall.mail.text;

import dev.rollcall.rsvp.event.EventTimeText;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of notifications in one language. Thread-safe. */
public final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;

    /**
     * The words in a language, in English where a word has no translation.
     *
     * @param locale the language
     */
    public Words(Locale locale) {
        this.locale = locale;
        // By itself the JDK falls back to the language of the server, which its guests need not know.
        bundle = ResourceBundle.getBundle(
                "dev.rollcall.mail.notifications",
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The language, as HTML names it.
     *
     * @return a language tag (RFC 5646)
     */
    public String language() {
        return locale.toLanguageTag();
    }

    /**
     * A sentence with its values.
     *
     * @param key the key of the sentence
     * @param values the values for its places
     * @return the sentence
     */
    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /**
     * Writes the times of events in this language.
     *
     * @return the formatter
     */
    public EventTimeText times() {
        return new EventTimeText(
                locale,
                new EventTimeText.Patterns(
                        bundle.getString("date"),
                        bundle.getString("time"),
                        bundle.getString("time.at"),
                        bundle.getString("time.range"),
                        bundle.getString("time.span")));
    }
}
