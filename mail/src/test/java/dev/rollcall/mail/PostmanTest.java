package dev.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import biweekly.Biweekly;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.InvalidInputException;
import dev.rollcall.rsvp.EmailAddress;
import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.MailSettings;
import dev.rollcall.rsvp.Postman;
import dev.rollcall.rsvp.PostmanProvider;
import dev.rollcall.rsvp.UndeliverableException;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostmanTest {

    private static final Letter LETTER = Letters.plain().of(LetterKind.INVITATION);

    private static Postman open(String url) {
        MailSettings settings = Letters.settings(url);
        return PostmanProvider.forUrl(settings).open(settings);
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Test
    void everyKindShouldArriveWhole() throws Exception {
        GreenMail server = server();
        try (Postman postman = open("smtp://127.0.0.1:" + server.getSmtp().getPort() + "?starttls=off")) {
            for (LetterKind kind : Letters.KINDS) {
                postman.send(Letters.plain().of(kind));
            }
            MimeMessage[] arrived = server.getReceivedMessages();
            assertThat(arrived).hasSize(Letters.KINDS.size());
            for (int i = 0; i < arrived.length; i++) {
                LetterKind kind = Letters.KINDS.get(i);
                MimeMessage mail = arrived[i];
                assertThat(mail.getHeader("Message-ID")[0])
                        .startsWith("<"
                                + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".")
                        .endsWith("@example.com>");
                assertThat(mail.getFrom()[0]).hasToString("Ann Host via Rollcall <rsvp@example.com>");
                assertThat(mail.getReplyTo()[0]).hasToString("Ann Host <ann@example.net>");
                assertThat(mail.getAllRecipients()).hasSize(1);
                assertThat(mail.getAllRecipients()[0])
                        .hasToString(
                                kind == LetterKind.DIGEST
                                        ? "Ann Host <ann@example.net>"
                                        : "Bea Guest <bea@example.org>");
                assertThat(mail.getSentDate().toInstant()).isEqualTo("2031-04-01T08:30:15Z");
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                assertThat(mail.getSubject()).contains("Summer party");
                assertThat(Mails.text(mail, "text/plain"))
                        .contains("Summer party", "Saturday, 3 May 2031, 18:00–22:00");
                assertThat(Mails.text(mail, "text/html")).contains("Summer party");
                for (String calendar : Mails.texts(mail, "text/calendar")) {
                    assertThat(Biweekly.parse(calendar).all()).hasSize(1);
                }
                boolean plain = List.of(LetterKind.DEADLINE_REMINDER, LetterKind.START_REMINDER, LetterKind.DIGEST)
                        .contains(kind);
                assertThat(Mails.texts(mail, "text/calendar")).hasSize(plain ? 0 : 1);
                assertThat(Mails.texts(mail, "application/ics")).isEqualTo(Mails.texts(mail, "text/calendar"));
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void theSameLetterShouldBeTheSameMessage() throws Exception {
        GreenMail server = server();
        try (Postman postman = open("smtp://127.0.0.1:" + server.getSmtp().getPort())) {
            postman.send(LETTER);
            postman.send(LETTER);
            assertThat(Stream.of(server.getReceivedMessages())
                            .map(PostmanTest::id)
                            .distinct())
                    .containsExactly("<" + LETTER.id() + "@example.com>");
        } finally {
            server.stop();
        }
    }

    @Test
    void aLoginShouldBeTaken() throws Exception {
        GreenMail server = server();
        server.setUser("ann@example.net", "ann@host", "p:a/ss+w%rd");
        server.getSmtp();
        server.getManagers().getUserManager().setAuthRequired(true);
        String port = server.getSmtp().getPort() + "?starttls=off";
        try (Postman right = open("smtp://ann%40host:p%3Aa%2Fss+w%25rd@127.0.0.1:" + port);
                Postman wrong = open("smtp://ann%40host:hunter2@127.0.0.1:" + port)) {
            right.send(LETTER);
            assertThat(server.getReceivedMessages()).hasSize(1);

            UndeliverableException refused = refusal(wrong);
            assertThat(refused.isPermanent()).isFalse();
            assertThat(refused.reason())
                    .isEqualTo("The mail server 127.0.0.1:%d refused the login."
                            .formatted(server.getSmtp().getPort()));
        } finally {
            server.stop();
        }
    }

    @Test
    void aPasswordShouldNotTravelInTheClear() throws Exception {
        GreenMail server = server();
        try (Postman postman =
                open("smtp://ann:hunter2@127.0.0.1:" + server.getSmtp().getPort())) {
            UndeliverableException refused = refusal(postman);
            assertThat(refused.isPermanent()).isFalse();
            assertThat(refused.reason()).doesNotContain("hunter2");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereShouldBeTriedAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Postman postman = open("smtp://127.0.0.1:" + port)) {
            UndeliverableException refused = refusal(postman);
            assertThat(refused.isPermanent()).isFalse();
            assertThat(refused.reason()).isEqualTo("The mail server 127.0.0.1:" + port + " could not be reached.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 No such user here,true,The mail server refused the address: 550 5.1.1 No such user here",
        "RCPT,450 4.2.1 Mailbox is busy,false,The mail server refused the address: 450 4.2.1 Mailbox is busy",
        "BODY,554 5.7.1 Looks like spam,true,The mail server refused the mail: 554 5.7.1 Looks like spam",
        "BODY,451 4.3.0 Later please,false,The mail server refused the mail: 451 4.3.0 Later please",
        "DATA,452 4.3.1 Full,false,The mail server refused the mail: 452 4.3.1 Full",
        "MAIL,550 5.7.1 You are nobody,false,refused the sender: 550 5.7.1 You are nobody",
        "CONNECT,554 5.3.2 Closed,false,The mail server",
    })
    void refusalsShouldBeToldApart(String command, String answer, boolean permanent, String reason) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(command, answer));
                Postman postman = open(server.url())) {
            UndeliverableException refused = refusal(postman);
            assertThat(refused.reason()).contains(reason);
            assertThat(refused.isPermanent()).isEqualTo(permanent);
        }
    }

    @Test
    void aConnectionThatBreaksShouldBeTriedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT", "421 4.3.2 Shutting down"));
                Postman postman = open(server.url())) {
            assertThat(refusal(postman).isPermanent()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://ann:hunter2@host:99999",
                "smtp://ann:hunter2@",
                "smtp://ann:hunter2@host/path",
                "smtp://ann:hunter2@host?starttls=maybe",
                "smtps://ann:hunter2@host?starttls=off",
                "smtp://ann:hun ter2@host",
                "smtp:hunter2@host",
                "smtp://hunter2@host",
                "ses:hunter2",
                "ses:",
                "file:",
            })
    void whatCanNotBeRightShouldBeRefusedWithoutItsPassword(String url) {
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ROLLCALL_MAIL: must ")
                .message()
                .doesNotContain("hunter2", "hun ter2");
    }

    @Test
    void portAndSecurityShouldHaveDefaults() {
        assertThat(Smtp.parse("smtps://host").port()).isEqualTo(465);
        assertThat(Smtp.parse("smtp://host").port()).isEqualTo(587);
        assertThat(Smtp.parse("smtp://host").startTls()).isEqualTo(Smtp.StartTls.OPTIONAL);
        assertThat(Smtp.parse("smtp://ann:x@host").startTls()).isEqualTo(Smtp.StartTls.REQUIRED);
        assertThat(Smtp.parse("smtp://ann:x@host?starttls=off").startTls()).isEqualTo(Smtp.StartTls.OFF);
        assertThat(Smtp.parse("smtp://ann:hunter2@host")).asString().doesNotContain("hunter2", "ann");
        assertThat(Smtp.parse("smtp://[::1]:25").display()).isEqualTo("[::1]:25");
    }

    @Test
    void aFileShouldBeWrittenOnce(@TempDir Path folder) throws Exception {
        Path mails = folder.resolve("a/mail");
        try (Postman postman = open("file:" + mails)) {
            postman.send(LETTER);
            postman.send(LETTER);
        }
        try (Stream<Path> files = Files.list(mails)) {
            assertThat(files).containsExactly(mails.resolve(LETTER.id() + ".eml"));
        }
        MimeMessage mail = Mails.parse(Files.readAllBytes(mails.resolve(LETTER.id() + ".eml")));
        assertThat(id(mail)).isEqualTo("<" + LETTER.id() + "@example.com>");
        assertThat(Mails.texts(mail, "text/calendar")).hasSize(1);
    }

    @Test
    void aFileShouldShowItsLinkToAPerson(@TempDir Path folder) throws Exception {
        Letter letter = Letters.plain().titled("Grüße aus Köln").of(LetterKind.INVITATION);
        try (Postman postman = open("file:" + folder)) {
            postman.send(letter);
        }
        assertThat(Files.readAllLines(folder.resolve(letter.id() + ".eml")))
                .contains("https://rollcall.example.com/base/rsvp/" + Letters.LINK.value() + "?response=accepted")
                .anyMatch(line -> line.contains("Grüße aus Köln"));
    }

    @Test
    void aFolderThatIsAFileShouldBeTriedAgain(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));
        try (Postman postman = open("file:" + file)) {
            assertThat(refusal(postman).isPermanent()).isFalse();
        }
    }

    @Test
    void anAddressInAnyScriptShouldBeSentTo() throws Exception {
        Letter letter = Letters.plain().to("Jürgen 😀", "jürgen@bücher.example").of(LetterKind.INVITATION);
        MimeMessage mail = Mails.arrived(letter);
        byte[] header = mail.getHeader("To")[0].getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(header, StandardCharsets.UTF_8)).contains("jürgen@xn--bcher-kva.example");
        MimeMessage ascii = Mails.arrived(
                Letters.plain().to("Jürgen 😀", "j@bücher.example").of(LetterKind.INVITATION));
        assertThat(ascii.getHeader("To")[0]).matches("\\p{ASCII}*").contains("j@xn--bcher-kva.example");
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
            Map.Entry<Integer, String> answer = answers.remove();
            byte[] body = answer.getValue().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(answer.getKey(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (Postman postman = open(
                "ses:eu-west-1?endpoint=http://127.0.0.1:" + server.getAddress().getPort())) {
            answers.add(Map.entry(
                    200,
                    "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult>"
                            + "<MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>"));
            postman.send(LETTER);
            String request = requests.take();
            assertThat(URLDecoder.decode(request, StandardCharsets.UTF_8))
                    .contains(
                            "Action=SendRawEmail", "Source=rsvp@example.com", "Destinations.member.1=bea@example.org");
            String raw = request.replaceFirst(".*RawMessage\\.Data=([^&]*).*", "$1");
            MimeMessage mail = Mails.parse(Base64.getDecoder().decode(URLDecoder.decode(raw, StandardCharsets.UTF_8)));
            assertThat(mail.getSubject()).isEqualTo("Invitation: Summer party");

            answers.add(Map.entry(400, error("MessageRejected", "Email address is not verified.")));
            UndeliverableException rejected = refusal(postman);
            assertThat(rejected.isPermanent()).isTrue();
            assertThat(rejected.reason()).isEqualTo("Amazon SES refused the mail: Email address is not verified.");

            answers.add(Map.entry(400, error("Throttling", "Maximum sending rate exceeded.")));
            assertThat(refusal(postman).isPermanent()).isFalse();
            answers.add(Map.entry(403, error("AccessDenied", "User arn:aws:iam::1:user/x is not authorized")));
            UndeliverableException denied = refusal(postman);
            assertThat(denied.isPermanent()).isFalse();
            assertThat(denied.reason()).isEqualTo("Amazon SES did not take the mail: AccessDenied.");
            server.stop(0);
            UndeliverableException unreachable = refusal(postman);
            assertThat(unreachable.isPermanent()).isFalse();
            assertThat(unreachable.reason()).isEqualTo("Amazon SES could not be reached.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theProviderShouldBeFoundByEveryScheme() {
        for (String url : List.of("file:x", "smtp://host", "smtps://host", "ses:eu-west-1")) {
            assertThat(PostmanProvider.forUrl(Letters.settings(url))).isInstanceOf(MailProvider.class);
        }
        assertThatThrownBy(() -> PostmanProvider.forUrl(
                        new MailSettings("pigeon:", new EmailAddress("a@example.org"), "https://example.org")))
                .hasMessageContaining("file:…, ses:…, smtp:…, smtps:…");
    }

    private static String error(String code, String message) {
        return "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type><Code>"
                + code + "</Code><Message>" + message + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }

    private static UndeliverableException refusal(Postman postman) {
        return catchThrowableOfType(UndeliverableException.class, () -> postman.send(LETTER));
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getHeader("Message-ID")[0];
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
