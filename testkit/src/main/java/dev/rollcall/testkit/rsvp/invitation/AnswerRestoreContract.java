package dev.rollcall.testkit.rsvp.invitation;

import static dev.rollcall.testkit.contract.Outcomes.failure;
import static dev.rollcall.testkit.contract.Outcomes.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.ConflictException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.contract.ResourceContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The histories of all invitations, and records of them as they are elsewhere. */
public interface AnswerRestoreContract extends ListContract<AnswerRecord, AnswerKey> {

    /** Any number and any time are stored as they are given. */
    @Test
    default void restoreHistoryShouldStoreNewRecordsUnchanged() {
        InvitationKey invitation = invitation();
        List<AnswerRecord> records = new ArrayList<>();
        for (Instant moment : ResourceContract.AWKWARD_MOMENTS) {
            records.add(record(invitation, records.size() + 2L, moment, "Früher\r\n\t' \" \\ % _ 😀"));
        }
        records.add(record(invitation, Long.MAX_VALUE, Fresh.instant(), "😀".repeat(1_000)));

        assertThat(invitations().restoreHistory(records)).map(Outcomes::success).isEqualTo(records);
        assertThat(historyOf(invitation)).isEqualTo(records);
    }

    /** The same record again is a success that changes nothing. */
    @Test
    default void restoreHistoryShouldAcceptEqualRecords() {
        AnswerRecord known = storeSome(1).getFirst();

        assertThat(success(restore(known))).isEqualTo(known);
        assertThat(historyOf(known.invitation())).containsExactly(known);
    }

    /** A record is never replaced by another of its number. */
    @Test
    default void restoreHistoryShouldFailWhereAnotherRecordOfTheNumberIsThere() {
        AnswerRecord known = storeSome(1).getFirst();
        AnswerRecord other = record(known.invitation(), known.number(), known.at(), Fresh.word());
        AnswerRecord first = record(known.invitation(), known.number() + 1, known.at(), Fresh.word());
        AnswerRecord last = record(invitation(), known.number(), known.at(), Fresh.word());

        List<Outcome<AnswerRecord>> outcomes = invitations().restoreHistory(List.of(first, other, last));

        assertThat(outcomes).hasSize(3);
        assertThat(success(outcomes.get(0))).isEqualTo(first);
        ConflictException refusal = failure(outcomes.get(1), ConflictException.class);
        assertThat(refusal.resource()).isEqualTo("answer");
        assertThat(refusal.id()).isEqualTo(known.key().toString());
        assertThat(success(outcomes.get(2))).isEqualTo(last);
        assertThat(historyOf(known.invitation())).containsExactly(known, first);
        assertThat(historyOf(last.invitation())).containsExactly(last);
    }

    /** A batch that was stored in part can be restored again. */
    @Test
    default void restoreHistoryShouldTakeAFullBatchAndRepeatFromItsMiddle() {
        InvitationKey invitation = invitation();
        List<AnswerRecord> records = LongStream.rangeClosed(2, 301)
                .mapToObj(number -> record(invitation, number, Fresh.instant(), Fresh.word()))
                .toList();

        assertThat(invitations().restoreHistory(records.subList(0, 150)))
                .map(Outcomes::success)
                .isEqualTo(records.subList(0, 150));
        assertThat(invitations().restoreHistory(records)).map(Outcomes::success).isEqualTo(records);
        assertThat(historyOf(invitation)).isEqualTo(records);
    }

    /** Nothing is done for no records. */
    @Test
    default void restoreHistoryShouldTakeAnEmptyBatch() {
        assertThat(invitations().restoreHistory(List.of())).isEmpty();
    }

    @Override
    default Page<AnswerRecord, AnswerKey> list(PageRequest<AnswerKey> request) {
        return invitations().history(request);
    }

    @Override
    default AnswerKey keyOf(AnswerRecord item) {
        return item.key();
    }

    /** Some of one invitation, and some of others. */
    @Override
    default List<AnswerRecord> storeSome(int count) {
        InvitationKey one = invitation();
        List<AnswerRecord> records = Stream.iterate(2L, number -> number + 1)
                .limit(count)
                .map(number -> record(number % 2 == 0 ? one : invitation(), number, Fresh.instant(), Fresh.word()))
                .toList();
        invitations().restoreHistory(records).forEach(Outcome::orThrow);
        return records;
    }

    @Override
    default void disturb() {
        AnswerRecord unused = success(restore(record(invitation(), 2, Fresh.instant(), Fresh.word())));
    }

    private InvitationRepository invitations() {
        return repositories().invitations();
    }

    private Outcome<AnswerRecord> restore(AnswerRecord record) {
        return invitations().restoreHistory(List.of(record)).getFirst();
    }

    private List<AnswerRecord> historyOf(InvitationKey invitation) {
        return Listing.<AnswerRecord, Long>all(
                request -> invitations().history(invitation, request), PageRequest.MAX_LIMIT);
    }

    private static InvitationKey invitation() {
        EventId event = new EventId(Fresh.word());
        return new InvitationKey(event, InvitationId.of(event, Fresh.email()));
    }

    private static AnswerRecord record(InvitationKey invitation, long number, Instant at, String comment) {
        return new AnswerRecord(
                invitation,
                number,
                at,
                Channel.PAGE,
                Answer.NONE,
                new Answer(ParticipationStatus.ACCEPTED, 3, Optional.of(comment)),
                Standing.CONFIRMED,
                number % 2 == 0 ? Optional.of(Fresh.hash()) : Optional.empty());
    }
}
