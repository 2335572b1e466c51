package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.AnswerRefusedException.Reason;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.CalendarReply;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.Party.Guest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of a guest's answers is the newest, where some come by mail. */
interface ReplyOrderContract extends PartyContract {

    @Test
    default void anOlderReplyShouldBeRefused() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            Instant now = seconds(clock);
            answer(party, guest, ParticipationStatus.ACCEPTED, now.minusSeconds(60));

            assertOutdated(party, guest, ParticipationStatus.DECLINED, now.minusSeconds(61));
            // A page answer is no reason to take a reply that is older than another reply.
            party.answer(guest, ParticipationStatus.TENTATIVE);
            assertOutdated(party, guest, ParticipationStatus.DECLINED, now.minusSeconds(61));
            answer(party, guest, ParticipationStatus.DECLINED, now.minusSeconds(59));
        });
    }

    @Test
    default void aPageAnswerShouldBeKnownButForTheSkewOfClocks() {
        withoutLimit((party, clock) -> {
            clock.set(seconds(clock));
            Guest guest = party.guest();
            party.answer(guest, ParticipationStatus.DECLINED);
            Instant answered = clock.instant();
            clock.advance(Duration.ofHours(1));

            assertOutdated(party, guest, ParticipationStatus.ACCEPTED, answered.minusSeconds(301));
            assertOutdated(party, guest, ParticipationStatus.ACCEPTED, answered.minus(Duration.ofHours(1)));
            answer(party, guest, ParticipationStatus.ACCEPTED, answered.minusSeconds(300));
        });
    }

    @Test
    default void theSameAnswerAgainShouldBeKnown() {
        withoutLimit((party, clock) -> {
            Guest page = party.guest();
            Guest mail = party.guest();
            for (Guest guest : List.of(page, mail)) {
                answer(party, guest, ParticipationStatus.ACCEPTED, seconds(clock));
            }
            clock.advance(Duration.ofHours(2));
            party.answer(page, ParticipationStatus.ACCEPTED);
            answer(party, mail, ParticipationStatus.ACCEPTED, seconds(clock));
            clock.advance(Duration.ofHours(1));

            for (Guest guest : List.of(page, mail)) {
                assertOutdated(
                        party,
                        guest,
                        ParticipationStatus.DECLINED,
                        seconds(clock).minus(Duration.ofHours(2)));
                answer(
                        party,
                        guest,
                        ParticipationStatus.DECLINED,
                        seconds(clock).minus(Duration.ofMinutes(30)));
            }
        });
    }

    @Test
    default void aStampInTheFutureShouldBeTheMomentOfArrival() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            answer(party, guest, ParticipationStatus.ACCEPTED, seconds(clock).plus(Duration.ofDays(400)));
            answer(party, guest, ParticipationStatus.DECLINED, seconds(clock));
            clock.advance(Duration.ofSeconds(2));
            answer(party, guest, ParticipationStatus.TENTATIVE, seconds(clock).minusSeconds(1));

            assertOutdated(
                    party, guest, ParticipationStatus.ACCEPTED, seconds(clock).minusSeconds(10));
        });
    }

    @Test
    default void ofEqualStampsTheLaterArrivalShouldWin() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            Instant same = seconds(clock).minusSeconds(600);

            answer(party, guest, ParticipationStatus.ACCEPTED, same);
            answer(party, guest, ParticipationStatus.DECLINED, same);
            answer(party, guest, ParticipationStatus.TENTATIVE, same);
        });
    }

    @Test
    default void aReplyThatWasTakenBeforeShouldChangeNothing() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            Instant same = seconds(clock).minusSeconds(600);
            CalendarReply first = party.reply(guest).at(same).made();
            party.answer(first);
            party.answer(party.reply(guest).at(same).commenting("Gladly").made());
            answer(party, guest, ParticipationStatus.DECLINED, same);
            Invitation invitation = party.read(guest);
            Event event = party.event();
            int queued = party.queued().size();

            clock.advance(Duration.ofDays(1));
            assertThat(party.answer(first).invitation()).isEqualTo(invitation);
            answer(party, guest, ParticipationStatus.DECLINED, same);

            assertThat(party.read(guest)).isEqualTo(invitation);
            assertThat(party.event()).isEqualTo(event);
            assertThat(party.queued()).hasSize(queued);
            assertThat(party.history(guest))
                    .map(AnswerRecord::after)
                    .map(answer -> answer.response() + " " + answer.comment().orElse(""))
                    .containsExactly("ACCEPTED ", "ACCEPTED Gladly", "DECLINED Gladly");
        });
    }

    @Test
    default void ofACrowdOfTheSameReplyOneShouldBeRecorded() {
        withoutLimit((party, clock) -> {
            Guest guest = party.guest();
            party.accept(guest, 1);
            CalendarReply reply = party.reply(guest).made();

            List<ParticipationStatus> taken = Contention.amongVirtual(
                    20, i -> party.answer(reply).invitation().answer().response());

            assertThat(taken).hasSize(20).containsOnly(ParticipationStatus.ACCEPTED);
            assertThat(party.history(guest)).hasSize(2);
        });
    }

    private static Instant seconds(MutableClock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void answer(Party party, Guest guest, ParticipationStatus response, Instant stamp) {
        party.answer(party.reply(guest).saying(response).at(stamp).made());
        assertThat(party.read(guest).answer().response()).isEqualTo(response);
    }

    private static void assertOutdated(Party party, Guest guest, ParticipationStatus response, Instant stamp) {
        Invitation before = party.read(guest);
        assertRefused(
                Reason.OUTDATED,
                () -> party.answer(party.reply(guest).saying(response).at(stamp).made()));
        assertThat(party.read(guest)).isEqualTo(before);
    }
}
