package dev.rollcall.mail;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.MailSettings;
import dev.rollcall.rsvp.Postman;
import dev.rollcall.rsvp.PostmanProvider;
import dev.rollcall.rsvp.UndeliverableException;

/** Opens postmen, and hears what they refuse. */
final class Postmen {

    /** What tests send where any letter will do. */
    static final Letter LETTER = Letters.plain().of(LetterKind.INVITATION);

    private Postmen() {}

    static Postman open(String url) {
        MailSettings settings = Letters.settings(url);
        return PostmanProvider.forUrl(settings).open(settings);
    }

    /** What a letter is refused with. */
    static UndeliverableException refusal(Postman postman) {
        return catchThrowableOfType(UndeliverableException.class, () -> postman.send(LETTER));
    }
}
