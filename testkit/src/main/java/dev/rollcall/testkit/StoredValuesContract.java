package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.transfer.RecordType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That what earlier rules for input let in stays readable on a store, whatever the rules are today. */
public interface StoredValuesContract extends StoreContract {

    /** An address that is refused today. */
    private static EmailAddress refusedAddress() {
        return StoredValues.trust(() -> new EmailAddress("ann@exam\u00adple-" + Fresh.word() + ".org"));
    }

    /** An event whose every member that can be is one that is refused today. */
    private static Event refusedEvent(UserId organizer) {
        EventTime start =
                new EventTime(LocalDateTime.parse("2031-05-01T20:00:00"), Instant.parse("2031-05-01T14:15:00Z"));
        return StoredValues.trust(() -> {
            EventDetails details = new EventDetails(
                    "a\tb",
                    Optional.of("\u0007"),
                    Optional.of("a\nb"),
                    organizer,
                    start,
                    Optional.of(EventTime.of(start.instant().minusSeconds(60), ZoneOffset.UTC)),
                    EventZone.stored("Mars/Olympus", start),
                    true,
                    Optional.of(EventDetails.MAX_CAPACITY + 1),
                    WaitlistPolicy.OFF,
                    Optional.of(EventDetails.MAX_PARTY + 1),
                    Optional.empty(),
                    EventStatus.SCHEDULED);
            return Fresh.event(new EventId(Fresh.word()), details, Fresh.instant());
        });
    }

    /** A user whose address and name are refused today is found and listed. */
    @Test
    default void usersOfEarlierRulesShouldStayReadable() {
        User user = StoredValues.trust(() -> new User(
                Fresh.userId(),
                refusedAddress(),
                Optional.of(new UserName("a\tb")),
                Fresh.instant(),
                Fresh.user(Fresh.instant()).revision()));
        repositories().users().restoreAll(List.of(user)).forEach(Outcome::orThrow);

        assertThat(repositories().users().find(user.id())).contains(user);
        assertThat(Listing.all(repositories().users()::list, 100)).contains(user);
    }

    /** An event in a zone that this Java does not know is found and listed, with the times that it has. */
    @Test
    default void eventsOfEarlierRulesShouldStayReadable() {
        User organizer = repositories().users().add(Fresh.user(Fresh.instant()));
        Event event = refusedEvent(organizer.id());
        repositories().events().restoreAll(List.of(event)).forEach(Outcome::orThrow);

        Event found = repositories().events().find(event.id()).orElseThrow();

        assertThat(found).isEqualTo(event);
        assertThat(found.details().timeZone()).hasToString("Mars/Olympus");
        assertThat(found.details().timeZone().id()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 45));
        assertThat(repositories()
                        .events()
                        .list(organizer.id(), new PageRequest<>(Optional.empty(), 10))
                        .items())
                .containsExactly(event);
    }

    /** An invitation to an address that is refused today is found by its key and by its address. */
    @Test
    default void invitationsOfEarlierRulesShouldStayReadable() {
        User organizer = repositories().users().add(Fresh.user(Fresh.instant()));
        Event event = repositories().events().add(Fresh.event(organizer.id(), Fresh.instant()));
        Invitation invitation = Fresh.invitation(event.id(), refusedAddress(), Fresh.instant());
        repositories().invitations().restoreAll(List.of(invitation)).forEach(Outcome::orThrow);

        assertThat(repositories().invitations().find(invitation.key())).contains(invitation);
        assertThat(repositories()
                        .invitations()
                        .list(event.id(), new PageRequest<>(Optional.empty(), 10))
                        .items())
                .containsExactly(invitation);
        assertThat(repositories()
                        .invitations()
                        .list(invitation.guest().email(), new PageRequest<>(Optional.empty(), 10))
                        .items())
                .containsExactly(invitation);
    }

    /** Ids and names that are refused today are read, and stand in a list. */
    @Test
    default void idsAndNamesOfEarlierRulesShouldStayReadable() {
        CustomerId dots = StoredValues.trust(() -> new CustomerId(".."));
        repositories().customers().put(dots, Fresh.instant());
        GuidUser tabbed = StoredValues.trust(() -> new GuidUser("a\t" + Fresh.word()));
        GuidRegistration guid = Fresh.guid(tabbed, Fresh.NEVER);
        repositories().guids().restoreAll(List.of(guid), Fresh.instant()).forEach(Outcome::orThrow);

        assertThat(repositories().customers().find(dots)).isPresent();
        assertThat(repositories().guids().find(guid.guid(), Fresh.instant())).contains(guid);
    }

    /** What stays readable can be moved. */
    @Test
    default void whatEarlierRulesLetInShouldHaveAPortableForm() {
        Event event = refusedEvent(Fresh.userId());
        Invitation invitation = Fresh.invitation(event.id(), refusedAddress(), Fresh.instant());

        assertThat(RecordType.EVENTS.read(RecordType.EVENTS.write(event))).isEqualTo(event);
        assertThat(RecordType.INVITATIONS.read(RecordType.INVITATIONS.write(invitation)))
                .isEqualTo(invitation);
    }
}
