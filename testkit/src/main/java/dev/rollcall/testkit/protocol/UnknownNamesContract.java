package dev.rollcall.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.rest.http.Operation;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.Call;
import dev.rollcall.testkit.api.OpenApiDocument;
import dev.rollcall.testkit.rsvp.invitation.api.ManageApi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of parameters and members that no operation knows: refused, or ignored where that is right. */
interface UnknownNamesContract extends ManageApi {

    /** Parameters that mail gateways and link shorteners add to links, the malformed ones among them. */
    List<String> FOREIGN_PARAMETERS = List.of(
            "utm_content=footer%",
            "utm_campaign=50%_off", "q=caf%E9", "ref=%zz", "%E9=1", "a=1&a=2", "=1", "a", "&&", "nul=%00");

    private static Map<String, String> errors(ApiResponse answer) {
        Map<String, String> errors = new TreeMap<>();
        for (JsonNode error : answer.json().path("errors")) {
            errors.put(error.path("pointer").textValue(), error.path("detail").textValue());
        }
        return errors;
    }

    private static boolean isLink(Operation operation) {
        return operation.template().contains("{token}")
                || Set.of("/", "/docs", "/docs/{file}", "/assets/{file}", "/problems/{slug}")
                        .contains(operation.template());
    }

    @Test
    default void anUnknownParameterShouldBeRefusedByEveryOperationOfTheApi() {
        for (Operation operation : OpenApiDocument.operations()) {
            Call call = SampleRequests.of(operation, this);
            ApiResponse answer =
                    client().send(call.method(), call.target() + "?no_such=1", call.headers(), call.body());
            if (isLink(operation)) {
                assertThat(answer.text()).as("%s -> %s", operation, answer).doesNotContain("no_such");
            } else if (operation.method().equals("HEAD")) {
                assertThat(answer.status()).as("%s -> %s", operation, answer).isEqualTo(400);
            } else {
                assertThat(errors(answer)).as("%s -> %s", operation, answer).containsKey("no_such");
            }
        }
    }

    @Test
    default void anUnknownParameterShouldStoreNothing() {
        for (Write write : Write.all(this)) {
            Call good = write.good();
            ApiResponse answer = new Call(
                            good.client(), good.method(), good.target() + "?Limt=5", good.headers(), good.body())
                    .expectProblem(400, "invalid-input");
            assertThat(errors(answer)).containsOnlyKeys("Limt");
            write.trace().assertNothingWritten("" + good);
        }
    }

    @Test
    default void theNearestParameterShouldBeNamed() {
        assertThat(errors(get("/users?limt=5&cusor=x").expectProblem(400, "invalid-input")))
                .containsOnlyKeys("limt", "cusor")
                .containsEntry("limt", "is not known; did you mean 'limit'?")
                .containsEntry("cusor", "is not known; did you mean 'cursor'?");
        assertThat(errors(get("/customers?ID=x").expectProblem(400, "invalid-input")))
                .containsEntry("ID", "is not known; did you mean 'id'?");
        assertThat(errors(get("/events?organizerId=x&limit=0").expectProblem(400, "invalid-input")))
                .containsKey("limit")
                .containsEntry("organizerId", "is not known; did you mean 'organizer_id'?");
        assertThat(errors(get("/numbers?whatever").expectProblem(400, "invalid-input")))
                .containsEntry("whatever", "is not known; each parameter must be one of limit, cursor");
        assertThat(errors(get("/health/live?x=1").expectProblem(400, "invalid-input")))
                .containsEntry("x", "is not known; no parameter is taken here");
        assertThat(errors(get("/users?=1").expectProblem(400, "invalid-input"))).containsOnlyKeys("query");
        get("/users?&limit=1&").expect(200);
    }

    @Test
    default void pagesForPeopleShouldIgnoreForeignParameters() {
        Managed managed = managed("");
        String link = link(invite(managed.event(), ""));
        for (String foreign : FOREIGN_PARAMETERS) {
            for (String path : List.of("/", "/docs", "/assets/rollcall.css", "/problems/not-found", managed.page())) {
                get(path + "?" + foreign).with("Accept", BROWSER).expect(200);
            }
            get("/?" + foreign).expect(200);
            get(link + "?" + foreign).expect(200);
            get(link + "/invite.ics?" + foreign).expect(200);
            assertThat(page(get(link + "?response=tentative&" + foreign), 200)
                            .select("input[name=response][checked]")
                            .eachAttr("value"))
                    .as(foreign)
                    .containsExactly("tentative");
            form(link + "?" + foreign, "response", "accepted").expect(303);
        }
        for (String suggestion : List.of("response=%", "response=%zz", "response=soon")) {
            page(get(link + "?" + suggestion), 200);
        }
    }

    @Test
    default void unknownMembersShouldBeIgnored() {
        String id = unique();

        ApiResponse answer = put("/customers", "{\"more\": {\"id\": [1e5, null]}, \"id\": \"" + id + "\", \"\": 0}")
                .expect(200);
        assertThat(answer.headers().first("Preference-Applied")).isEmpty();
        put("/customers", "{\"id\": \"" + id + "\", \"x\": 1}")
                .with("Prefer", "handling=lenient, handling=strict")
                .expect(200);
    }

    @Test
    default void unknownMembersShouldBeRefusedWhereThatIsPreferred() {
        String id = unique();
        String user = "{\"user_id\": \"" + id + "\", \"emial\": \"x\", \"a/b~\": 1, \"\": 0, \"Name\": \"Ann\"}";
        for (String prefer : List.of(
                "handling=strict",
                "Handling = \"Strict\"; x=y",
                "respond-async, handling=strict",
                "wait=5,handling=strict")) {
            assertThat(errors(post("/users", user).with("Prefer", prefer).expectProblem(400, "invalid-input")))
                    .containsOnlyKeys("#/email", "#/emial", "#/a~1b~0", "#/", "#/Name")
                    .containsEntry("#/emial", "is not known; did you mean 'email'?")
                    .containsEntry("#/Name", "is not known; did you mean 'name'?")
                    .containsEntry("#/a~1b~0", "is not known; each member must be one of user_id, email, name");
        }
        get("/users/" + id).expectProblem(404, "not-found");
    }

    @Test
    default void unknownMembersOfGuestsShouldBeRefusedWhereThatIsPreferred() {
        String event = party("");
        String good = guest("");
        String bad = guest(", \"nmae\": \"Ann\"");

        ApiResponse refused = post(event + "/invitations", "{\"invitations\": [" + good + ", " + bad + "]}")
                .with("Prefer", "handling=strict")
                .expectProblem(400, "invalid-input");

        assertThat(errors(refused)).containsOnlyKeys("#/invitations/1/nmae");
        assertThat(invited(event)).isEmpty();
        post(event + "/invitations", "{\"invitations\": [" + good + ", " + bad + "]}")
                .expect(201);
        assertThat(invited(event)).hasSize(2);
    }

    @Test
    default void whatIsKnownShouldBeAcceptedWhereStrictnessIsPreferred() {
        for (Write write : Write.all(this)) {
            ApiResponse answer = write.good().with("Prefer", "handling=strict").send();
            assertThat(answer.status()).as("%s -> %s", write.good(), answer).isIn(200, 201, 204);
            if (!write.members().isEmpty()) {
                assertThat(answer.header("Preference-Applied")).isEqualTo("handling=strict");
            }
        }
    }
}
