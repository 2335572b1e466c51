package dev.rollcall.testkit.rsvp.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.rsvp.event.EventApi;
import java.security.SecureRandom;
import java.util.List;

/** Events in the future, guests whom nobody knows and their answers, for the contracts of what becomes of them over HTTP. */
public interface PartyApi extends EventApi {

    /** The mail of a calendar program, with words in capital letters in the places of what differs. */
    String REPLY = """
            From: Bob <bob@elsewhere.example>
            To: Rollcall <rollcall+TOKEN@localhost>
            Subject: Accepted: Party
            Message-ID: <1@elsewhere.example>
            Date: Thu, 01 May 2025 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: text/calendar; method=REPLY; charset=UTF-8
            Content-Transfer-Encoding: 7bit

            BEGIN:VCALENDAR
            PRODID:-//Example//Calendar//EN
            VERSION:2.0
            METHOD:REPLY
            BEGIN:VEVENT
            UID:THEUID
            SEQUENCE:THESEQUENCE
            DTSTAMP:THESTAMP
            DTSTART:20310501T180000Z
            ORGANIZER:mailto:rollcall+TOKEN@localhost
            ATTENDEE;PARTSTAT=THEPARTSTAT:mailto:THEATTENDEE
            END:VEVENT
            END:VCALENDAR
            """;

    /**
     * The store behind the API. No mail is sent in these runs: the links that mails would carry are put into the store, and the
     * secrets of their reply addresses are read from it.
     *
     * @return the store, the same or another view of it at each call
     */
    Store store();

    /**
     * Stores an event that starts in 2031.
     *
     * @param more further members, each after a comma
     * @return the event's path
     */
    default String party(String more) {
        return post("/events", event(organizer(), ", \"starts_at\": \"2031-05-01T18:00Z\"" + more))
                .expect(201)
                .header("Location");
    }

    /**
     * Invites a guest whom nobody knows.
     *
     * @param event the event's path
     * @param more further members of the guest, each after a comma
     * @return the invitation's path
     */
    default String invite(String event, String more) {
        JsonNode item = post(event + "/invitations", "{\"invitations\": [" + guest(more) + "]}")
                .expect(201)
                .json()
                .path("items")
                .path(0);
        assertThat(item.path("status").textValue()).as("%s", item).isEqualTo("created");
        return event + "/invitations/"
                + item.path("invitation").path("invitation_id").textValue();
    }

    /**
     * The JSON of a guest whom nobody knows.
     *
     * @param more further members, each after a comma
     * @return the object
     */
    default String guest(String more) {
        return "{\"email\": \"" + unique() + "@example.org\"" + more + "}";
    }

    /**
     * The invitation as the store has it.
     *
     * @param path the invitation's path
     * @return the invitation
     */
    default Invitation stored(String path) {
        String[] segments = path.split("/", -1);
        InvitationKey key = new InvitationKey(new EventId(segments[2]), new InvitationId(segments[4]));
        return store().repositories().invitations().find(key).orElseThrow();
    }

    /**
     * Makes what the next mail to a guest would make: a link, and that the invitation is found by its reply address.
     *
     * @param path the invitation's path
     * @return the link's path
     */
    default String link(String path) {
        Invitation invitation = stored(path);
        LinkToken token = LinkToken.random(new SecureRandom());
        store().repositories()
                .links()
                .addAll(List.of(
                        new AnswerLink(
                                token.hash(),
                                invitation.key(),
                                invitation.links().generation()),
                        new AnswerLink(invitation.links().replyToken().replyHash(), invitation.key(), 0)));
        return "/rsvp/" + token.value();
    }

    /**
     * An answer that must be taken.
     *
     * @param link the link's path
     * @param response the response
     * @param size the party's size
     * @return what came of it
     */
    default JsonNode answer(String link, String response, int size) {
        return post(link, "{\"response\": \"" + response + "\", \"party_size\": " + size + "}")
                .expect(200)
                .json();
    }

    /**
     * An answer by somebody who comes, that must be refused.
     *
     * @param link the link's path
     * @param size the party's size
     * @param status the status
     * @param slug the problem
     */
    default void refuse(String link, int size, int status, String slug) {
        String before = get(link).send().text();
        post(link, "{\"response\": \"accepted\", \"party_size\": " + size + "}").expectProblem(status, slug);
        if (status != 410) {
            assertThat(get(link).expect(200).text()).isEqualTo(before);
        }
    }
}
