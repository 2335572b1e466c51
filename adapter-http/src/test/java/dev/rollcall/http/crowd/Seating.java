package dev.rollcall.http.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.http.crowd.Crowd.Guest;
import dev.rollcall.http.crowd.Crowd.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who of a crowd has seats at a moment at which nobody answers, and who waits for them. */
public final class Seating {

    private final JsonNode counts;
    private final Map<Guest, JsonNode> invitations;

    private Seating(JsonNode counts, Map<Guest, JsonNode> invitations) {
        this.counts = counts;
        this.invitations = invitations;
    }

    /** Reads it from one of the servers. */
    public static Seating read(Crowd crowd, URI server) {
        Map<Guest, JsonNode> invitations = crowd.forEach(guest -> crowd.invitation(server, guest));
        return new Seating(crowd.event(server).get("counts"), invitations);
    }

    public List<Guest> confirmed() {
        return standing("confirmed");
    }

    /** Those who wait, by their places, which have no gaps. */
    public List<Guest> waiting() {
        List<Guest> unordered = standing("waitlisted");
        List<Guest> waiting = unordered.stream()
                .sorted(Comparator.comparingInt(this::position))
                .toList();
        assertThat(waiting.stream().map(this::position))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, waiting.size()).boxed().toList());
        return waiting;
    }

    public int position(Guest guest) {
        return get(guest).path("waitlist_position").intValue();
    }

    public JsonNode get(Guest guest) {
        JsonNode invitation = invitations.get(guest);
        assertThat(invitation).isNotNull();
        return invitation;
    }

    public Instant answeredAt(Guest guest) {
        return Instant.parse(get(guest).get("answered_at").textValue());
    }

    /** How many seats some of them take. */
    public static int seats(List<Guest> some) {
        return some.stream().mapToInt(Guest::party).sum();
    }

    /** The event's counts are what its invitations add up to. */
    public void assertCountsAreRight() {
        assertThat(counts("invited")).isEqualTo(invitations.size());
        for (String response : List.of("accepted", "tentative", "declined")) {
            assertThat(counts(response)).as(response).isEqualTo(count("response", response));
        }
        assertThat(counts("waitlisted")).isEqualTo(count("standing", "waitlisted"));
        int seats = invitations.values().stream()
                .filter(one -> one.get("standing").textValue().equals("confirmed"))
                .mapToInt(one -> one.get("party_size").intValue())
                .sum();
        assertThat(counts("seats")).isEqualTo(seats).isLessThanOrEqualTo(Crowd.SEATS);
    }

    /** Nobody has left meanwhile, so that all stand as they were told. */
    public void assertAsTold(List<Reply> replies) {
        assertThat(replies).allSatisfy(reply -> {
            JsonNode told = reply.json();
            assertThat(told.get("standing")).isEqualTo(get(reply.guest()).get("standing"));
            assertThat(told.path("waitlist_position").intValue()).isEqualTo(position(reply.guest()));
        });
    }

    /** Everybody has an answer, and nobody has overtaken anybody. */
    public void assertAllAcceptedInTurn() {
        assertThat(invitations.values())
                .allSatisfy(one -> assertThat(one.get("response").textValue()).isEqualTo("accepted"));
        List<Guest> waiting = waiting();
        assertThat(waiting).isNotEmpty();
        assertThat(seats(confirmed()) + waiting.getFirst().party()).isGreaterThan(Crowd.SEATS);
        assertThat(waiting.stream().map(this::answeredAt)).isSorted();
        assertThat(confirmed().stream().map(this::answeredAt))
                .allSatisfy(at -> assertThat(at).isBeforeOrEqualTo(answeredAt(waiting.getFirst())));
    }

    /**
     * Half have left since: those who waited have moved up in their order, until a party did not fit. Whoever leaves may have
     * been given seats before, and has given them back.
     *
     * @param before the seating before that
     * @return those who have moved up
     */
    public List<Guest> assertMovedUpSince(Seating before) {
        List<Guest> seated = staying(before.confirmed());
        List<Guest> waiting = staying(before.waiting());
        List<Guest> movedUp = new ArrayList<>();
        int free = Crowd.SEATS - seats(seated);
        for (Guest guest : waiting) {
            if (guest.party() > free) {
                break;
            }
            free -= guest.party();
            movedUp.add(guest);
        }
        assertThat(movedUp).isNotEmpty();
        seated.addAll(movedUp);
        assertThat(confirmed()).containsExactlyInAnyOrderElementsOf(seated);
        assertThat(waiting()).isEqualTo(waiting.subList(movedUp.size(), waiting.size()));
        assertThat(counts("declined")).isEqualTo((int)
                invitations.keySet().stream().filter(Guest::leaves).count());
        return movedUp;
    }

    private static List<Guest> staying(List<Guest> some) {
        return new ArrayList<>(some.stream().filter(guest -> !guest.leaves()).toList());
    }

    private List<Guest> standing(String standing) {
        return invitations.keySet().stream()
                .filter(guest -> get(guest).get("standing").textValue().equals(standing))
                .toList();
    }

    private int counts(String member) {
        return counts.get(member).intValue();
    }

    private int count(String member, String value) {
        return (int) invitations.values().stream()
                .filter(one -> one.get(member).textValue().equals(value))
                .count();
    }
}
