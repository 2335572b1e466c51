package dev.rollcall.mail;

import dev.rollcall.error.LoggableError;
import dev.rollcall.mail.message.MailComposer;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.notification.UndeliverableException;
import dev.rollcall.storage.PrivateFiles;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Writes each notification into a file, for those who try it out. */
final class FileMailSender implements MailSender {

    private static final Logger LOG = System.getLogger(FileMailSender.class.getName());

    private final Path folder;
    private final MailComposer composer;

    FileMailSender(Path folder, MailComposer composer) {
        this.folder = folder;
        this.composer = composer;
    }

    @Override
    public void send(Notification notification) throws UndeliverableException {
        try {
            PrivateFiles.createFolders(folder);
            Path file = folder.resolve(notification.id().value() + ".eml");
            // Only its owner reads such a file, for it has the guest's secret link.
            Path unfinished = Files.createTempFile(folder, "unfinished", ".tmp");
            try {
                try (OutputStream out = Files.newOutputStream(unfinished)) {
                    composer.compose(notification, new Properties()).writeTo(out);
                }
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            LOG.log(Level.INFO, "A mail was written to {0}, and not sent.", file);
        } catch (IOException unwritable) {
            throw new UndeliverableException(
                    "The mail could not be written into its folder.",
                    LoggableError.summary(unwritable),
                    false,
                    unwritable);
        } catch (MessagingException malformed) {
            throw new UndeliverableException(
                    "The mail could not be made.", LoggableError.summary(malformed), true, malformed);
        }
    }

    @Override
    public void close() {}
}
