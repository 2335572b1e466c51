package dev.rollcall.lambda.zip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rollcall.lambda.OutboxHandler;
import dev.rollcall.lambda.RollcallHandler;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.LambdaApiClient;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.testkit.fixture.Fresh;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that one function of a built zip queues and another sends, both under Lambda's runtime interface client. */
abstract class OutboxZip {

    private static final byte[] SCHEDULED =
            "{\"source\": \"aws.events\", \"detail-type\": \"Scheduled Event\"}".getBytes(StandardCharsets.UTF_8);

    private static final Pattern LINK = Pattern.compile("https://rollcall\\.example\\.org(/rsvp/[0-9a-v]{52})");

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String zip;
    private Path root;
    private Map<String, String> environment;

    OutboxZip(String zip) {
        this.zip = zip;
    }

    /** The variables of a store that is ready. */
    abstract Map<String, String> store() throws IOException;

    @BeforeEach
    void start() throws IOException {
        mails.start();
        root = FunctionProcess.unpack(zip);
        environment = new HashMap<>(store());
        environment.put("ROLLCALL_MAIL", "smtp://127.0.0.1:" + mails.getSmtp().getPort() + "?starttls=off");
        environment.put("ROLLCALL_MAIL_FROM", "rsvp@example.org");
        environment.put("ROLLCALL_PUBLIC_URL", "https://rollcall.example.org");
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    @Test
    void anInvitationShouldArriveOnceAndOpen() throws Exception {
        String guest = Fresh.email().toString();
        try (FunctionProcess api = FunctionProcess.start(root, RollcallHandler.class, environment);
                FunctionProcess outbox = FunctionProcess.start(root, OutboxHandler.class, environment)) {
            invite(api, guest);

            assertThat(outbox.api().invoke(SCHEDULED)).asString().isEqualTo("{\"done\":1}");
            assertThat(outbox.api().invoke(SCHEDULED)).asString().isEqualTo("{\"done\":0}");
            assertThat(api.threads()).contains("\"main\"").doesNotContain("rollcall-", "mysql-cj-abandoned");
            assertThat(outbox.threads()).contains("\"main\"").doesNotContain("rollcall-", "mysql-cj-abandoned");

            assertThat(mails.getReceivedMessages()).singleElement().satisfies(mail -> requireInvitation(mail, guest));
            String link = link(mails.getReceivedMessages()[0]);
            assertThat(send(api, "GET", link, "").path("response").textValue()).isEqualTo("needs_action");
        }
    }

    @Test
    void snapStartShouldSendNothingBeforeItIsWoken() throws Exception {
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        try (FunctionProcess outbox = FunctionProcess.start(root, OutboxHandler.class, environment)) {
            Map<String, String> served = new HashMap<>(environment);
            served.remove("AWS_LAMBDA_INITIALIZATION_TYPE");
            try (FunctionProcess api = FunctionProcess.start(root, RollcallHandler.class, served)) {
                invite(api, Fresh.email().toString());
            }
            outbox.api().awaitFrozen();
            assertThat(mails.getReceivedMessages()).isEmpty();
            outbox.api().wake();

            assertThat(outbox.api().invoke(SCHEDULED)).asString().isEqualTo("{\"done\":1}");
            assertThat(mails.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void settingsThatAreMissingShouldBeAnInitErrorThatNamesThem() throws IOException {
        environment.remove("ROLLCALL_MAIL");
        environment.remove("ROLLCALL_PUBLIC_URL");
        try (FunctionProcess outbox = FunctionProcess.start(root, OutboxHandler.class, environment)) {
            assertThat(outbox.api().initError())
                    .contains("ROLLCALL_MAIL: must be set", "ROLLCALL_PUBLIC_URL: must be set");
        }
    }

    /** What the mail module brings is loaded by those who need it. */
    @Test
    void theApiShouldLoadNoMailBeforeACalendarIsAskedFor() throws IOException {
        try (FunctionProcess api =
                FunctionProcess.start(root, RollcallHandler.class, environment, "-Xlog:class+load")) {
            send(api, "GET", "/events?limit=1", "");
            assertThat(api.log()).contains("dev.rollcall.rest").doesNotContain("dev.rollcall.mail.");

            send(api, "POST", "/imip", "no mail");
            assertThat(api.log()).contains("dev.rollcall.mail.");
        }
    }

    private static void invite(FunctionProcess api, String guest) throws IOException {
        String organizer = send(
                        api, "POST", "/users", "{\"email\": \"" + Fresh.email().toString() + "\"}")
                .path("user_id")
                .textValue();
        String event = send(api, "POST", "/events", """
                        {"title": "Summer party", "organizer_id": "%s", "starts_at": "2031-05-03T18:00:00Z"}
                        """.formatted(organizer))
                .path("event_id")
                .textValue();
        JsonNode invited = send(
                api,
                "POST",
                "/events/" + event + "/invitations",
                "{\"invitations\": [{\"email\": \"" + guest + "\"}]}");
        assertThat(invited.toString()).contains("created");
    }

    private static JsonNode send(FunctionProcess function, String method, String target, String body)
            throws IOException {
        String text = new LambdaApiClient(function.api(), EventForm.HTTP_API)
                .send(
                        method,
                        target,
                        new Headers(List.of(
                                new Headers.Field(
                                        "Content-Type", target.equals("/imip") ? "message/rfc822" : "application/json"),
                                new Headers.Field("Accept", "application/json"))),
                        body.getBytes(StandardCharsets.UTF_8))
                .text();
        return EventForm.JSON.readTree(text);
    }

    private static void requireInvitation(MimeMessage mail, String guest) throws MessagingException {
        assertThat(mail.getAllRecipients()).singleElement().asString().contains(guest);
        assertThat(mail.getSubject()).contains("Summer party");
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
    }

    /** The path of the link to answer by. */
    private static String link(MimeMessage mail) throws IOException, MessagingException {
        return LINK.matcher(text(mail))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Part part) throws IOException, MessagingException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            return text(parts.getBodyPart(0));
        }
        return content.toString();
    }
}
