package dev.rollcall.mail;

import static dev.rollcall.mail.MailSenders.NOTIFICATION;
import static dev.rollcall.mail.MailSenders.open;
import static dev.rollcall.mail.MailSenders.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.rsvp.notification.MailSender;
import dev.rollcall.rsvp.notification.UndeliverableException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** How notifications are handed to Amazon SES. */
final class SesMailSenderTest {

    private static void respond(HttpExchange exchange, Map.Entry<Integer, String> answer) throws IOException {
        byte[] body = answer.getValue().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(answer.getKey(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void assertIsTheInvitation(String request) throws Exception {
        assertThat(URLDecoder.decode(request, StandardCharsets.UTF_8))
                .contains("Action=SendRawEmail", "Source=rsvp@example.com", "Destinations.member.1=bea@example.org");
        String raw = request.replaceFirst(".*RawMessage\\.Data=([^&]*).*", "$1");
        MimeMessage mail = Mails.parse(Base64.getDecoder().decode(URLDecoder.decode(raw, StandardCharsets.UTF_8)));
        assertThat(mail.getSubject()).isEqualTo("Invitation: Summer party");
    }

    @Test
    void amazonShouldGetTheWholeMail() throws Exception {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        LinkedBlockingQueue<Map.Entry<Integer, String>> answers = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            respond(exchange, answers.remove());
        });
        server.start();
        try (MailSender mailSender = open(
                "ses:eu-west-1?endpoint=http://127.0.0.1:" + server.getAddress().getPort())) {
            answers.add(Map.entry(
                    200,
                    "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult>"
                            + "<MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>"));
            mailSender.send(NOTIFICATION);
            assertIsTheInvitation(requests.take());

            answers.add(Map.entry(400, error("MessageRejected", "Email address is not verified.")));
            UndeliverableException rejected = refusal(mailSender);
            assertThat(rejected.isPermanent()).isTrue();
            assertThat(rejected.reason()).isEqualTo("Amazon SES refused the mail: Email address is not verified.");

            answers.add(Map.entry(400, error("Throttling", "Maximum sending rate exceeded.")));
            assertThat(refusal(mailSender).isPermanent()).isFalse();
            answers.add(Map.entry(403, error("AccessDenied", "User arn:aws:iam::1:user/x is not authorized")));
            UndeliverableException denied = refusal(mailSender);
            assertThat(denied.isPermanent()).isFalse();
            assertThat(denied.reason()).isEqualTo("Amazon SES did not take the mail: AccessDenied.");
            server.stop(0);
            UndeliverableException unreachable = refusal(mailSender);
            assertThat(unreachable.isPermanent()).isFalse();
            assertThat(unreachable.reason()).isEqualTo("Amazon SES could not be reached.");
        } finally {
            server.stop(0);
        }
    }

    private static String error(String code, String message) {
        return "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type><Code>"
                + code + "</Code><Message>" + message + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }
}
