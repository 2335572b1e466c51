package dev.rollcall.mail;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.mail.message.MailComposer;
import dev.rollcall.mail.message.TextEncoding;
import dev.rollcall.mail.text.Addresses;
import dev.rollcall.rsvp.notification.CalendarFormat;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.MailSenderProvider;
import dev.rollcall.rsvp.notification.MailSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Sends by SMTP or Amazon SES, or writes files. Thread-safe. */
public final class MailProvider implements MailSenderProvider {

    private static final String FILE = "file:";
    private static final String SMTP = "smtp:";
    private static final String SMTPS = "smtps:";
    private static final String SES = "ses:";

    private final CalendarFormat calendars = new IcalendarFormat();

    /** Makes a provider, for {@link java.util.ServiceLoader}. */
    public MailProvider() {}

    @Override
    public Set<String> schemes() {
        return Set.of(FILE, SMTP, SMTPS, SES);
    }

    @Override
    public MailSender open(MailSettings settings) {
        MailComposer composer = new MailComposer(settings, TextEncoding.SEVEN_BIT);
        String from = Addresses.written(settings.from());
        String url = settings.url();
        if (url.startsWith(FILE)) {
            return new FileMailSender(folder(url), new MailComposer(settings, TextEncoding.EIGHT_BIT));
        }
        if (url.startsWith(SES)) {
            return new SesMailSender(SesLocation.parse(url), from, composer);
        }
        if (url.startsWith(SMTP) || url.startsWith(SMTPS)) {
            return new SmtpMailSender(Smtp.parse(url), from, composer);
        }
        throw invalid("must begin with file:, smtp:, smtps: or ses:");
    }

    @Override
    public CalendarFormat calendars() {
        return calendars;
    }

    private static Path folder(String url) {
        String folder = url.substring(FILE.length());
        String path = folder.startsWith("///") ? folder.substring(2) : folder;
        if (path.isBlank()) {
            throw invalid("must name a folder, such as file:rollcall-data/mail");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException malformed) {
            throw invalid("must name a folder, such as file:rollcall-data/mail, not '" + path + "'");
        }
    }

    private static InvalidInputException invalid(String detail) {
        return new InvalidInputException(List.of(new Violation(MailSettings.URL_VARIABLE, detail)));
    }
}
