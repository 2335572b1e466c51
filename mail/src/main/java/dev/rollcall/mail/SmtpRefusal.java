package dev.rollcall.mail;

import dev.rollcall.error.LoggableError;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.rsvp.notification.UndeliverableException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/** Says what a mail server's refusal means: whether it is for good, and what the organizer should know of it. */
final class SmtpRefusal {

    private static final int PERMANENT = 500;
    private static final int MAX_CHAIN = 10;
    private static final int MAX_REPLY = 300;

    private SmtpRefusal() {}

    static UndeliverableException of(MessagingException refusal, String server) {
        Exception next = refusal;
        for (int i = 0; i < MAX_CHAIN && next != null; i++) {
            if (next instanceof SMTPAddressFailedException address) {
                return refused("the address", address.getReturnCode(), address.getMessage(), refusal);
            }
            next = next instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return switch (refusal) {
            // The operator of the server can solve these; the guests cannot.
            case AuthenticationFailedException login ->
                temporary("The mail server " + server + " refused the login.", "login refused", null);
            case SMTPSendFailedException sender
            when sender.getCommand() != null && sender.getCommand().startsWith("MAIL") ->
                temporary(
                        "The mail server " + server + " refused the sender: " + reply(sender.getMessage()),
                        "sender refused, " + code(sender.getReturnCode()),
                        sender);
            case SMTPSendFailedException mail -> refused("the mail", mail.getReturnCode(), mail.getMessage(), mail);
            case SendFailedException invalid
            when invalid.getInvalidAddresses() != null && invalid.getInvalidAddresses().length > 0 ->
                new UndeliverableException(
                        "The address is not one that mail can be sent to.", "invalid address", true, invalid);
            case AddressException invalid ->
                new UndeliverableException(
                        "The address is not one that mail can be sent to.", "invalid address", true, invalid);
            case MailConnectException unreachable ->
                temporary("The mail server " + server + " could not be reached.", "unreachable", unreachable);
            default ->
                refusal.getCause() instanceof SocketConnectException
                        ? temporary("The mail server " + server + " could not be reached.", "unreachable", refusal)
                        : temporary(
                                "The mail server " + server + " did not take the mail.",
                                LoggableError.summary(refusal),
                                refusal);
        };
    }

    private static UndeliverableException refused(String what, int code, @Nullable String reply, Exception cause) {
        return new UndeliverableException(
                "The mail server refused " + what + ": " + reply(reply), code(code), code >= PERMANENT, cause);
    }

    /** The status code alone, for the log: the words after it often quote the address. */
    private static String code(int status) {
        return "SMTP " + status;
    }

    private static UndeliverableException temporary(String reason, String code, @Nullable Exception cause) {
        return new UndeliverableException(reason, code, false, cause);
    }

    /** The server's own words, in one line. */
    private static String reply(@Nullable String text) {
        return text == null ? "it did not say why" : SafeText.cut(SafeText.line(text), MAX_REPLY);
    }
}
