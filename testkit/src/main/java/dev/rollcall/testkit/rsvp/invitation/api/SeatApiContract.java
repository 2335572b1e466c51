package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Who gets a seat over HTTP, and who waits for one. */
interface SeatApiContract extends PartyApi {

    @Test
    default void aPartyShouldNotBeLargerThanTheGuestMayBring() {
        String event = party(", \"party_limit\": 3, \"capacity\": 10");
        String guest = link(invite(event, ""));
        String other = link(invite(event, ", \"party_limit\": 5"));

        refuse(guest, 4, 400, "party-too-large");
        answer(guest, "accepted", 3);
        refuse(guest, 4, 400, "party-too-large");
        answer(other, "accepted", 5);
        refuse(other, 6, 400, "party-too-large");
    }

    @Test
    default void aFullEventShouldTurnAwayWhereNobodyWaits() {
        String event = party(", \"capacity\": 3");
        String first = link(invite(event, ""));
        String second = link(invite(event, ""));
        answer(first, "accepted", 2);

        refuse(second, 2, 409, "event-full");
        answer(second, "accepted", 1);
        refuse(first, 3, 409, "event-full");

        assertThat(get(first).expect(200).json().path("party_size").intValue()).isEqualTo(2);
        answer(first, "declined", 0);
        answer(second, "accepted", 3);
    }

    @Test
    default void thoseWhoWaitShouldBeToldTheirPlaces() {
        String event = party(", \"capacity\": 2, \"waitlist\": \"auto\"");
        String holder = link(invite(event, ""));
        String large = invite(event, "");
        String small = invite(event, "");
        answer(holder, "accepted", 2);

        JsonNode waits = answer(link(large), "accepted", 2);
        assertThat(waits.path("standing").textValue()).isEqualTo("waitlisted");
        assertThat(waits.path("waitlist_position").intValue()).isEqualTo(1);
        assertThat(answer(link(small), "accepted", 1).path("waitlist_position").intValue())
                .isEqualTo(2);
        assertThat(get(small).expect(200).json().path("waitlist_position").intValue())
                .isEqualTo(2);
        assertThat(get(link(small))
                        .expect(200)
                        .json()
                        .path("event")
                        .path("seats_left")
                        .intValue())
                .isZero();
    }

    @Test
    default void thoseWhoWaitShouldMoveUpInTheirOrder() {
        String event = party(", \"capacity\": 2, \"waitlist\": \"auto\"");
        String holder = link(invite(event, ""));
        String large = invite(event, "");
        String small = invite(event, "");
        answer(holder, "accepted", 2);
        answer(link(large), "accepted", 2);
        answer(link(small), "accepted", 1);

        // One seat comes free, and the first in the list needs two: nobody overtakes it.
        answer(holder, "accepted", 1);
        assertThat(get(large).expect(200).json().path("standing").textValue()).isEqualTo("waitlisted");
        assertThat(get(small).expect(200).json().path("standing").textValue()).isEqualTo("waitlisted");

        String tag = get(small).expect(200).header("ETag");
        answer(holder, "declined", 0);
        assertThat(get(large).expect(200).json().path("standing").textValue()).isEqualTo("confirmed");
        assertThat(get(small)
                        .with("If-None-Match", tag)
                        .expect(200)
                        .json()
                        .path("waitlist_position")
                        .intValue())
                .isEqualTo(1);
        assertThat(get(large + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .path(1)
                        .path("channel")
                        .textValue())
                .isEqualTo("waitlist");

        put(event, "{\"capacity\": 3}").expect(200);
        assertThat(get(small).expect(200).json().path("standing").textValue()).isEqualTo("confirmed");
    }

    @Test
    default void fewerSeatsShouldTakeNoneAway() {
        String event = party(", \"capacity\": 4");
        String link = link(invite(event, ""));
        answer(link, "accepted", 4);

        JsonNode smaller = put(event, "{\"capacity\": 2}").expect(200).json();

        assertThat(smaller.path("over_capacity").booleanValue()).isTrue();
        assertThat(smaller.path("counts").path("seats").intValue()).isEqualTo(4);
        assertThat(get(link).expect(200).json().path("standing").textValue()).isEqualTo("confirmed");
        answer(link, "accepted", 2);
        assertThat(get(event).expect(200).json().path("over_capacity").booleanValue())
                .isFalse();
    }
}
