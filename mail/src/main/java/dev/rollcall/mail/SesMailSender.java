package dev.rollcall.mail;

import dev.rollcall.error.LoggableError;
import dev.rollcall.mail.message.MailComposer;
import dev.rollcall.mail.text.Addresses;
import dev.rollcall.mail.text.SafeText;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.notification.UndeliverableException;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;

/** Hands notifications to Amazon SES. SES replaces the Message-ID by its own. */
final class SesMailSender implements MailSender {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(30);

    /** What no later attempt would change: the mail, or one of its addresses, is refused. */
    private static final List<String> PERMANENT = List.of("MessageRejected", "InvalidParameterValue");

    private final MailComposer composer;
    private final String from;
    private final SesClient client;

    SesMailSender(SesLocation location, String from, MailComposer composer) {
        this.composer = composer;
        this.from = from;
        SesClientBuilder builder = SesClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(ANSWERING))
                // Who sends the notifications tries again, and nothing below: each attempt would be another mail.
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .region(Region.of(location.region()));
        location.endpoint().ifPresent(builder::endpointOverride);
        client = builder.build();
    }

    @Override
    public void send(Notification notification) throws UndeliverableException {
        SdkBytes mail = bytes(notification);
        try {
            client.sendRawEmail(request -> request.source(from)
                    .destinations(Addresses.written(notification.recipient()))
                    .rawMessage(message -> message.data(mail)));
        } catch (AwsServiceException refused) {
            throw refusal(refused);
        } catch (SdkException unreachable) {
            throw new UndeliverableException(
                    "Amazon SES could not be reached.", LoggableError.summary(unreachable), false, unreachable);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private SdkBytes bytes(Notification notification) throws UndeliverableException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            composer.compose(notification, new Properties()).writeTo(bytes);
            return SdkBytes.fromByteArrayUnsafe(bytes.toByteArray());
        } catch (MessagingException | IOException malformed) {
            throw new UndeliverableException(
                    "The mail could not be made.", LoggableError.summary(malformed), true, malformed);
        }
    }

    private static UndeliverableException refusal(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        if (PERMANENT.contains(code)) {
            String said = details == null || details.errorMessage() == null ? code : details.errorMessage();
            return new UndeliverableException(
                    "Amazon SES refused the mail: " + SafeText.line(said), "SES " + code, true, refused);
        }
        // Not its words: those about rights and keys are for the operator, who finds them in the cause.
        return new UndeliverableException(
                "Amazon SES did not take the mail" + (code.isEmpty() ? "." : ": " + code + "."),
                "SES " + refused.statusCode() + " " + code,
                false,
                refused);
    }
}
