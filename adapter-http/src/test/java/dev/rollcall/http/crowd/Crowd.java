package dev.rollcall.http.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.http.process.Mail;
import dev.rollcall.http.process.SocketApiClient;
import dev.rollcall.rest.http.Headers;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.Call;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many who are invited to an event of few seats, with parties of one to five. */
public final class Crowd {

    public static final int GUESTS = 500;
    static final int SEATS = 100;

    private static final int READERS = 8;
    private static final int MAX_POSTPONEMENTS = 60;

    private final String event;
    private final List<Guest> guests;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * One of them.
     *
     * @param number which one, from 0
     * @param id the invitation's id
     */
    public record Guest(int number, String id) {

        public int party() {
            return 1 + number % 5;
        }

        /** Whether they change their mind, as half of each size of party do. */
        public boolean leaves() {
            return number / 5 % 2 == 1;
        }
    }

    /**
     * What a guest was told.
     *
     * @param sentAt when the answer was sent, by {@link System#nanoTime}
     * @param toldAt when it was told
     */
    public record Reply(Guest guest, ApiResponse told, long sentAt, long toldAt) {

        /** Whether all of it has arrived: a server may be killed in the middle of a sentence. */
        public boolean isComplete() {
            return told.header("Content-Length").equals(Integer.toString(told.body().length));
        }

        /** Whether nothing was written, and the guest is asked to answer again. */
        boolean isPostponed() {
            return isComplete()
                    && told.status() == 503
                    && !told.json().get("type").textValue().equals("/problems/outcome-unknown");
        }

        /** What they were told, which must be that the answer is taken. */
        public JsonNode json() {
            assertThat(told.status()).as(told.toString()).isEqualTo(200);
            return told.json();
        }
    }

    private Crowd(String event, List<Guest> guests) {
        this.event = event;
        this.guests = guests;
    }

    /** Makes an event and invites them, all at once. */
    public static Crowd invite(URI server) {
        String organizer = Fresh.word();
        call(server, "POST", "/users")
                .body("{\"user_id\":\"" + organizer + "\",\"email\":\"" + organizer + "@example.org\"}")
                .expect(201);
        String event = Fresh.word();
        call(server, "POST", "/events")
                .body("{\"event_id\":\"" + event + "\",\"title\":\"Party\",\"organizer_id\":\"" + organizer
                        + "\",\"starts_at\":\"2131-05-01T18:00:00Z\",\"capacity\":" + SEATS + ",\"waitlist\":\"auto\"}")
                .expect(201);
        String invitations = IntStream.range(0, GUESTS)
                .mapToObj(i -> "{\"email\":\"guest" + i + "@example.org\"}")
                .collect(Collectors.joining(","));
        List<Guest> guests = new ArrayList<>();
        for (JsonNode item : call(server, "POST", "/events/" + event + "/invitations")
                .body("{\"invitations\":[" + invitations + "]}")
                .expect(201)
                .json()
                .get("items")) {
            assertThat(item.get("status").textValue()).as(item.toString()).isEqualTo("created");
            guests.add(new Guest(
                    guests.size(), item.get("invitation").get("invitation_id").textValue()));
        }
        assertThat(guests).hasSize(GUESTS);
        return new Crowd(event, guests);
    }

    public List<Guest> guests() {
        return guests;
    }

    /** Lets each find the link in the mail. */
    public void open(List<Mail> mails) {
        for (Mail mail : mails) {
            if (mail.kind().equals("invitation")) {
                tokens.put(mail.guest().orElseThrow(), mail.token().orElseThrow());
            }
        }
        assertThat(tokens).containsOnlyKeys(guests.stream().map(Guest::id).toList());
    }

    /** Some of them answer at once, in turns to each of the servers. */
    public List<Reply> answer(List<URI> servers, List<Guest> some, String response) {
        return Contention.amongVirtual(
                some.size(), i -> answer(servers.get(i % servers.size()), some.get(i), response));
    }

    /** Answers, and again as often as the server asks for it: a busy machine may be too slow for a crowd. */
    public Reply answer(URI server, Guest guest, String response) {
        String size = response.equals("accepted") ? ",\"party_size\":" + guest.party() : "";
        Call call = call(server, "POST", "/rsvp/" + tokens.get(guest.id()))
                .body("{\"response\":\"" + response + "\"" + size + "}");
        Reply reply = answer(guest, call);
        for (int more = 0; reply.isPostponed() && more < MAX_POSTPONEMENTS; more++) {
            LockSupport.parkNanos(
                    TimeUnit.SECONDS.toNanos(Integer.parseInt(reply.told().header("Retry-After"))));
            reply = answer(guest, call);
        }
        return reply;
    }

    private static Reply answer(Guest guest, Call call) {
        long sentAt = System.nanoTime();
        ApiResponse told = call.send();
        return new Reply(guest, told, sentAt, System.nanoTime());
    }

    /** Where the event is. */
    public String target() {
        return "/events/" + event;
    }

    /** The event as it is. */
    public JsonNode event(URI server) {
        return get(server, target());
    }

    /** A guest's invitation as it is, as the organizer sees it. */
    public JsonNode invitation(URI server, Guest guest) {
        return get(server, target() + "/invitations/" + guest.id());
    }

    /** What became of a guest's answers, the oldest first. */
    public JsonNode history(URI server, Guest guest) {
        return get(server, target() + "/invitations/" + guest.id() + "/history").get("items");
    }

    /** Asks something of each, of a few at a time: the crowd is in the answers, and not in what is read afterwards. */
    public <T> Map<Guest, T> forEach(Function<Guest, T> question) {
        Map<Guest, T> answers = new ConcurrentHashMap<>();
        Contention.amongVirtual(READERS, reader -> {
            for (int i = reader; i < guests.size(); i += READERS) {
                answers.put(guests.get(i), question.apply(guests.get(i)));
            }
            return reader;
        });
        return answers;
    }

    private static JsonNode get(URI server, String target) {
        return call(server, "GET", target).expect(200).json();
    }

    private static Call call(URI server, String method, String target) {
        return new Call(new SocketApiClient(server), method, target, Headers.NONE, new byte[0]);
    }
}
