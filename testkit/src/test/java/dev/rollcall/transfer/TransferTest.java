package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.testkit.fixture.Assorted;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Transfers from memory to memory. */
class TransferTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final int COUNT = 250;
    private static final int PARTS = RecordType.ALL.size() * 3;
    private static final TransferListener SILENT = new SilentListener();
    private final NamedStore source = new NamedStore("source", new InMemoryStore());
    private final NamedStore target = new NamedStore("target", new InMemoryStore());
    private final List<Progress> saved = new ArrayList<>();

    @Test
    void everythingShouldBeMovedAsItIs() {
        fill();
        Progress progress = transfer(Progress.start(), saved::add).run();
        assertThat(progress.done()).isTrue();
        assertThat(saved).hasSize(PARTS).last().isEqualTo(progress);
        assertThat(compare())
                .hasSameSizeAs(RecordType.ALL)
                .allMatch(Comparison::same)
                .allSatisfy(one -> {
                    assertThat(one.source().count()).isEqualTo(COUNT);
                    assertThat(progress.moved(one.feature())).isEqualTo(COUNT);
                    assertThat(progress.refused(one.feature())).isZero();
                });
    }

    @Test
    void aKillAfterAnyPartShouldChangeNothing() {
        fill();
        for (int part = 1; part <= PARTS; part++) {
            NamedStore other = new NamedStore("other", new InMemoryStore());
            List<Progress> remembered = new ArrayList<>(List.of(Progress.start()));
            int last = part;
            assertThatThrownBy(() -> new Transfer(
                                    source,
                                    other,
                                    Progress.start(),
                                    progress -> {
                                        remembered.add(progress);
                                        killAt(remembered.size() - 1 == last);
                                    },
                                    SILENT,
                                    new MutableClock(NOW))
                            .run())
                    .isInstanceOf(Killed.class);
            Progress progress = resume(other, remembered.getLast());
            assertThat(progress.moved())
                    .as("killed after part " + part)
                    .containsValues((long) COUNT)
                    .hasSameSizeAs(RecordType.ALL);
            requireSame(source, other);
        }
    }

    @Test
    void aPartThatWasWrittenAndNotRememberedShouldBeWrittenAgain() {
        fill();
        for (int part = 1; part <= PARTS; part++) {
            NamedStore other = new NamedStore("other", new InMemoryStore());
            List<Progress> remembered = new ArrayList<>(List.of(Progress.start()));
            int last = part;
            assertThatThrownBy(() -> new Transfer(
                                    source,
                                    other,
                                    Progress.start(),
                                    progress -> {
                                        killAt(remembered.size() == last);
                                        remembered.add(progress);
                                    },
                                    SILENT,
                                    new MutableClock(NOW))
                            .run())
                    .isInstanceOf(Killed.class);
            assertThat(resume(other, remembered.getLast()).moved().values()).containsOnly((long) COUNT);
            requireSame(source, other);
        }
    }

    @Test
    void anotherRunShouldMoveNewAndChangedThings() {
        fill();
        transfer(Progress.start(), saved::add).run();
        User changed = source.store()
                .repositories()
                .users()
                .list(PageRequest.first(1))
                .items()
                .getFirst();
        source.store()
                .repositories()
                .users()
                .update(new Replacement<>(
                        new User(
                                changed.id(),
                                Fresh.email(),
                                Optional.empty(),
                                changed.updatedAt(),
                                changed.revision().next()),
                        changed.revision()));
        new Assorted(new Random(7)).fill(source, 1);
        assertThat(compare()).noneMatch(Comparison::same);
        transfer(Progress.start(), saved::add).run();
        assertThat(compare()).allMatch(Comparison::same);
    }

    @Test
    void whatIsNewerOrOtherInTheTargetShouldBeRefusedAndNamed() {
        User ours = Fresh.user(NOW);
        User newer = new User(
                ours.id(), Fresh.email(), ours.name(), NOW, ours.revision().next());
        User taken = Fresh.user(NOW);
        write(source, RecordType.USERS, List.of(ours, taken));
        User owner = Fresh.user(Fresh.userId(), taken.email());
        write(target, RecordType.USERS, List.of(newer, owner));
        Transfer transfer = transfer(Progress.start(), saved::add);
        Progress progress = transfer.run();
        assertThat(progress.refused(RecordType.USERS)).isEqualTo(2);
        assertThat(progress.moved(RecordType.USERS)).isZero();
        assertThat(transfer.refusals())
                .extracting(Refusal::id)
                .containsExactlyInAnyOrder(ours.id().value(), taken.id().value());
        Difference difference = difference(RecordType.USERS);
        assertThat(difference.changedIds()).containsExactly(ours.id().value());
        assertThat(difference.missingIds()).containsExactly(taken.id().value());
        assertThat(difference.extraIds()).containsExactly(owner.id().value());
        assertThat(target.store().repositories().users().find(ours.id())).contains(newer);
    }

    @Test
    void aSecretLinkOrARecordThatIsAnotherInTheTargetShouldStay() {
        User user = Fresh.user(NOW);
        SecretLink ours = new SecretLink(LinkOwner.of(user), Fresh.hash());
        SecretLink theirs = new SecretLink(ours.owner(), Fresh.hash());
        InvitationKey invitation =
                Fresh.invitation(new EventId(Fresh.word()), NOW).key();
        AnswerRecord answer = record(invitation, Channel.API);
        AnswerRecord other = record(invitation, Channel.PAGE);
        List.of(source, target).forEach(store -> write(store, RecordType.USERS, List.of(user)));
        write(source, RecordType.SECRET_LINKS, List.of(ours));
        write(target, RecordType.SECRET_LINKS, List.of(theirs));
        write(source, RecordType.ANSWERS, List.of(answer));
        write(target, RecordType.ANSWERS, List.of(other));
        Transfer transfer = transfer(Progress.start(), saved::add);
        Progress progress = transfer.run();
        List<String> refused = List.of(answer.key().toString(), ours.owner().subject());
        assertThat(transfer.refusals()).extracting(Refusal::id).containsExactlyElementsOf(refused);
        assertThat(progress.refused(RecordType.SECRET_LINKS) + progress.refused(RecordType.ANSWERS))
                .isEqualTo(2);
        assertThat(difference(RecordType.SECRET_LINKS).changedIds())
                .containsExactly(ours.owner().subject());
        assertThat(difference(RecordType.ANSWERS).changedIds())
                .containsExactly(answer.key().toString());
        assertThat(target.store().repositories().links().findSecret(ours.owner()))
                .contains(theirs);
        assertThat(target.store()
                        .repositories()
                        .invitations()
                        .history(invitation, PageRequest.first(10))
                        .items())
                .containsExactly(other);
    }

    @Test
    void manyRefusalsShouldBeCountedAndTheFirstNamed() {
        fill();
        new Transfer(source, target, Progress.start(), saved::add, SILENT, new MutableClock(NOW)).run();
        NamedStore other = new NamedStore("other", new InMemoryStore());
        target.page(RecordType.NUMBERS, Optional.empty(), NOW)
                .items()
                .forEach(one -> write(
                        other, RecordType.NUMBERS, List.of(new RegisteredNumber(one.number(), Revision.first(NOW)))));
        Transfer transfer = new Transfer(source, other, Progress.start(), saved::add, SILENT, new MutableClock(NOW));
        assertThat(transfer.run().refused(RecordType.NUMBERS)).isEqualTo(100);
        assertThat(transfer.refusals()).hasSize(Transfer.MAX_REFUSALS);
    }

    @Test
    void everyDifferenceShouldBeCountedAndTheFirstNamed() {
        fill();
        Difference difference = difference(RecordType.CUSTOMERS);
        assertThat(difference.missing()).isEqualTo(COUNT);
        assertThat(difference.missingIds()).hasSize(Difference.MAX_IDS);
        assertThat(difference.complete()).isTrue();
    }

    @Test
    void expiredGuidsShouldStay() {
        var gone = Fresh.guid(Fresh.guidUser(), new Expiry(NOW));
        var live = Fresh.guid(Fresh.guidUser(), new Expiry(NOW.plusSeconds(1)));
        source.store().repositories().guids().restoreAll(List.of(gone, live), Instant.EPOCH);
        assertThat(transfer(Progress.start(), saved::add).run().moved(RecordType.GUIDS))
                .isEqualTo(1);
        assertThat(target.page(RecordType.GUIDS, Optional.empty(), Instant.EPOCH)
                        .items())
                .containsExactly(live);
        assertThat(compare()).allMatch(Comparison::same);
    }

    @Test
    void aStoreThatCanNotServeShouldStopTheTransferAndBeNamed() {
        fill();
        Sink broken = new Sink() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public <T> List<Outcome<T>> write(RecordType<T> feature, List<T> things, Instant now) {
                return things.stream()
                        .map(thing -> Outcome.<T>failure(new StoreUnavailableException(
                                StoreUnavailableException.Reason.OVERLOADED, "Too much to do.")))
                        .toList();
            }
        };
        Transfer transfer = new Transfer(source, broken, Progress.start(), saved::add, SILENT, new MutableClock(NOW));
        assertThatThrownBy(transfer::run).isInstanceOf(StoreUnavailableException.class);
        assertThat(saved).isEmpty();
    }

    private void fill() {
        new Assorted(new Random(COUNT)).fill(source, COUNT);
    }

    private Transfer transfer(Progress start, Checkpoint checkpoint) {
        return new Transfer(source, target, start, checkpoint, SILENT, new MutableClock(NOW));
    }

    private Progress resume(NamedStore other, Progress start) {
        return new Transfer(source, other, start, saved::add, SILENT, new MutableClock(NOW)).run();
    }

    private List<Comparison> compare() {
        return new Verification(source, target, SILENT, NOW).run();
    }

    private Difference difference(RecordType<?> feature) {
        return compare().stream()
                .filter(one -> one.feature().equals(feature))
                .findFirst()
                .flatMap(Comparison::difference)
                .orElseThrow();
    }

    private static AnswerRecord record(InvitationKey invitation, Channel channel) {
        return new AnswerRecord(invitation, 2, NOW, channel, Answer.NONE, Answer.NONE, Standing.NONE);
    }

    private static void requireSame(NamedStore one, NamedStore other) {
        assertThat(new Verification(one, other, SILENT, NOW).run()).allMatch(Comparison::same);
    }

    private static <T> void write(NamedStore store, RecordType<T> feature, List<T> things) {
        store.write(feature, things, NOW).forEach(Outcome::orThrow);
    }

    private static void killAt(boolean now) {
        if (now) {
            throw new Killed();
        }
    }

    /** Ends a transfer at once, as a kill does. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
