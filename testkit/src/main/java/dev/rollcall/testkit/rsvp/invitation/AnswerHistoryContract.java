package dev.rollcall.testkit.rsvp.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.ResourceContract;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What became of answers. */
interface AnswerHistoryContract extends InvitationContract {

    @Test
    default void historyShouldHaveTheOrderOfItsNumbers() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 2);
        InvitationKey key = known.getFirst().key();
        // As numbers and not as texts, and whatever the order of the writes.
        List<AnswerRecord> records = LongStream.of(2, 3, 9, 10, 11, 100, 5_000_000_000L)
                .mapToObj(number -> record(key, number))
                .toList();
        write(GuestListDraft.from(present(event)).record(records.subList(3, 7)));
        write(GuestListDraft.from(present(event))
                .record(records.subList(0, 3))
                .record(record(known.getLast().key(), 4)));

        for (int limit : new int[] {1, 3, 7, 100}) {
            assertThat(Listing.<AnswerRecord, Long>all(request -> invitations().history(key, request), limit))
                    .isEqualTo(records);
        }
        assertThat(invitations()
                        .history(key, PageRequest.<Long>first(2).startingAfter(9L))
                        .items())
                .isEqualTo(records.subList(3, 5));
        assertThat(historyOf(stored().key())).isEmpty();
    }

    @Test
    default void historyShouldKeepEveryMember() {
        Invitation invitation = stored();
        InvitationKey key = invitation.key();
        Answer full = new Answer(ParticipationStatus.ACCEPTED, 1_000, Optional.of("😀".repeat(1_000)));
        Answer some = new Answer(ParticipationStatus.TENTATIVE, 1, Optional.of("Früher\r\n\t' \" \\ % _"));
        Answer none = new Answer(ParticipationStatus.DECLINED, 0, Optional.empty());
        List<AnswerRecord> records = new ArrayList<>(List.of(
                new AnswerRecord(key, 2, Fresh.instant(), Channel.API, Answer.NONE, full, Standing.CONFIRMED),
                new AnswerRecord(key, 3, Fresh.instant(), Channel.PAGE, full, some, Standing.NONE),
                new AnswerRecord(key, 4, Fresh.instant(), Channel.CALENDAR, some, none, Standing.NONE),
                new AnswerRecord(key, 5, Fresh.instant(), Channel.WAITLIST, none, full, Standing.WAITLISTED),
                new AnswerRecord(key, 6, Fresh.instant(), Channel.ORGANIZER, full, Answer.NONE, Standing.NONE)));
        for (Instant moment : ResourceContract.AWKWARD_MOMENTS) {
            records.add(new AnswerRecord(key, records.size() + 2L, moment, Channel.API, none, none, Standing.NONE));
        }

        records.add(reply(key, records.size() + 2L, Fresh.hash()));

        write(GuestListDraft.from(present(key.event())).record(records));

        assertThat(historyOf(key)).isEqualTo(records);
    }

    @Test
    default void aReplyShouldBeFoundByItsHashHoweverManyCameAfterIt() {
        EventId event = event().id();
        List<Invitation> known = invite(event, 2);
        InvitationKey key = known.getFirst().key();
        InvitationKey other = known.getLast().key();
        String first = Fresh.hash();
        assertThat(invitations().hasReply(key, first)).isFalse();

        write(GuestListDraft.from(present(event)).record(reply(key, 2, first)).record(reply(other, 2, Fresh.hash())));
        for (int from = 3; from < 1_100; from += 90) {
            write(GuestListDraft.from(present(event))
                    .record(LongStream.range(from, from + 90)
                            .mapToObj(number -> reply(key, number, Fresh.hash()))
                            .toList()));
        }

        assertThat(invitations().hasReply(key, first)).isTrue();
        assertThat(invitations().hasReply(key, Fresh.hash())).isFalse();
        assertThat(invitations().hasReply(other, first)).isFalse();
    }

    @Test
    default void historyShouldGrowWithEachAnswer() {
        Invitation first = stored();
        Invitation second = Invitations.answered(ParticipationStatus.ACCEPTED, first);
        Invitation third = Invitations.answered(ParticipationStatus.DECLINED, second);
        Stream.of(List.of(first, second), List.of(second, third))
                .forEach(step -> write(GuestListDraft.from(present(first.key().event()))
                        .change(step.getFirst(), step.getLast())
                        .record(Invitations.record(step.getFirst(), step.getLast()))));

        assertThat(historyOf(first.key())).map(AnswerRecord::number).containsExactly(2L, 3L);
        assertThat(historyOf(first.key())).map(AnswerRecord::before).containsExactly(first.answer(), second.answer());
        assertThat(historyOf(first.key())).map(AnswerRecord::after).containsExactly(second.answer(), third.answer());
    }

    private static AnswerRecord reply(InvitationKey key, long number, String hash) {
        Answer same = new Answer(ParticipationStatus.DECLINED, 0, Optional.empty());
        return new AnswerRecord(
                key, number, Fresh.instant(), Channel.CALENDAR, same, same, Standing.NONE, Optional.of(hash));
    }

    private static AnswerRecord record(InvitationKey key, long number) {
        return new AnswerRecord(
                key,
                number,
                Fresh.instant(),
                Channel.API,
                Answer.NONE,
                new Answer(ParticipationStatus.DECLINED, 0, Optional.of(Fresh.word())),
                Standing.NONE);
    }

    private List<AnswerRecord> historyOf(InvitationKey invitation) {
        return invitations().history(invitation, PageRequest.first(100)).items();
    }
}
