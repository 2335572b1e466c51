package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Outcome;
import dev.rollcall.PageRequest;
import dev.rollcall.Replacement;
import dev.rollcall.Revision;
import dev.rollcall.StoreUnavailableException;
import dev.rollcall.guid.Expiry;
import dev.rollcall.memory.InMemoryRepositories;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.rsvp.Answer;
import dev.rollcall.rsvp.AnswerRecord;
import dev.rollcall.rsvp.Channel;
import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.LinkOwner;
import dev.rollcall.rsvp.SecretLink;
import dev.rollcall.rsvp.Standing;
import dev.rollcall.rsvp.User;
import dev.rollcall.testkit.Assorted;
import dev.rollcall.testkit.Fresh;
import dev.rollcall.testkit.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Transfers from memory to memory. */
class TransferTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final int COUNT = 250;
    private static final int PARTS = Kind.ALL.size() * 3;
    private static final Observer SILENT = new Observer() {
        @Override
        public void advanced(Phase phase, Kind<?> feature, long count, OptionalDouble share) {
            // Nobody looks.
        }

        @Override
        public void finished(Phase phase, Kind<?> feature, long count) {
            // Nobody looks.
        }
    };

    private final Store source = new Store("source", new InMemoryRepositories());
    private final Store target = new Store("target", new InMemoryRepositories());
    private final List<Progress> saved = new ArrayList<>();

    @Test
    void everythingShouldBeMovedAsItIs() {
        fill();
        Progress progress = transfer(Progress.start(), saved::add).run();
        assertThat(progress.done()).isTrue();
        assertThat(saved).hasSize(PARTS).last().isEqualTo(progress);
        assertThat(compare()).hasSameSizeAs(Kind.ALL).allMatch(Comparison::same).allSatisfy(one -> {
            assertThat(one.source().count()).isEqualTo(COUNT);
            assertThat(progress.moved(one.feature())).isEqualTo(COUNT);
            assertThat(progress.refused(one.feature())).isZero();
        });
    }

    @Test
    void aKillAfterAnyPartShouldChangeNothing() {
        fill();
        for (int part = 1; part <= PARTS; part++) {
            Store other = new Store("other", new InMemoryRepositories());
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
                    .hasSameSizeAs(Kind.ALL);
            requireSame(source, other);
        }
    }

    @Test
    void aPartThatWasWrittenAndNotRememberedShouldBeWrittenAgain() {
        fill();
        for (int part = 1; part <= PARTS; part++) {
            Store other = new Store("other", new InMemoryRepositories());
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
    void anotherRunShouldBringWhatIsNewAndChanged() {
        fill();
        transfer(Progress.start(), saved::add).run();
        User changed =
                source.repositories().users().list(PageRequest.first(1)).items().getFirst();
        source.repositories()
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
        write(source, Kind.USERS, List.of(ours, taken));
        User owner = Fresh.user(Fresh.userId(), taken.email());
        write(target, Kind.USERS, List.of(newer, owner));
        Transfer transfer = transfer(Progress.start(), saved::add);
        Progress progress = transfer.run();
        assertThat(progress.refused(Kind.USERS)).isEqualTo(2);
        assertThat(progress.moved(Kind.USERS)).isZero();
        assertThat(transfer.refusals())
                .extracting(Refusal::id)
                .containsExactlyInAnyOrder(ours.id().value(), taken.id().value());
        Difference difference = difference(Kind.USERS);
        assertThat(difference.changedIds()).containsExactly(ours.id().value());
        assertThat(difference.missingIds()).containsExactly(taken.id().value());
        assertThat(difference.extraIds()).containsExactly(owner.id().value());
        assertThat(target.repositories().users().find(ours.id())).contains(newer);
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
        List.of(source, target).forEach(store -> write(store, Kind.USERS, List.of(user)));
        write(source, Kind.SECRET_LINKS, List.of(ours));
        write(target, Kind.SECRET_LINKS, List.of(theirs));
        write(source, Kind.ANSWERS, List.of(answer));
        write(target, Kind.ANSWERS, List.of(other));
        Transfer transfer = transfer(Progress.start(), saved::add);
        Progress progress = transfer.run();
        List<String> refused = List.of(answer.key().toString(), ours.owner().subject());
        assertThat(transfer.refusals()).extracting(Refusal::id).containsExactlyElementsOf(refused);
        assertThat(progress.refused(Kind.SECRET_LINKS) + progress.refused(Kind.ANSWERS))
                .isEqualTo(2);
        assertThat(difference(Kind.SECRET_LINKS).changedIds())
                .containsExactly(ours.owner().subject());
        assertThat(difference(Kind.ANSWERS).changedIds())
                .containsExactly(answer.key().toString());
        assertThat(target.repositories().links().findSecret(ours.owner())).contains(theirs);
        assertThat(target.repositories()
                        .invitations()
                        .history(invitation, PageRequest.first(10))
                        .items())
                .containsExactly(other);
    }

    @Test
    void manyRefusalsShouldBeCountedAndTheFirstNamed() {
        fill();
        new Transfer(source, target, Progress.start(), saved::add, SILENT, new MutableClock(NOW)).run();
        Store other = new Store("other", new InMemoryRepositories());
        target.page(Kind.NUMBERS, Optional.empty(), NOW)
                .items()
                .forEach(one ->
                        write(other, Kind.NUMBERS, List.of(new RegisteredNumber(one.number(), Revision.first(NOW)))));
        Transfer transfer = new Transfer(source, other, Progress.start(), saved::add, SILENT, new MutableClock(NOW));
        assertThat(transfer.run().refused(Kind.NUMBERS)).isEqualTo(100);
        assertThat(transfer.refusals()).hasSize(Transfer.MAX_REFUSALS);
    }

    @Test
    void everyDifferenceShouldBeCountedAndTheFirstNamed() {
        fill();
        Difference difference = difference(Kind.CUSTOMERS);
        assertThat(difference.missing()).isEqualTo(COUNT);
        assertThat(difference.missingIds()).hasSize(Difference.MAX_IDS);
        assertThat(difference.complete()).isTrue();
    }

    @Test
    void expiredGuidsShouldStay() {
        var gone = Fresh.guid(Fresh.guidUser(), new Expiry(NOW));
        var live = Fresh.guid(Fresh.guidUser(), new Expiry(NOW.plusSeconds(1)));
        source.repositories().guids().restoreAll(List.of(gone, live), Instant.EPOCH);
        assertThat(transfer(Progress.start(), saved::add).run().moved(Kind.GUIDS))
                .isEqualTo(1);
        assertThat(target.page(Kind.GUIDS, Optional.empty(), Instant.EPOCH).items())
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
            public <T> List<Outcome<T>> write(Kind<T> feature, List<T> things, Instant now) {
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

    private Progress resume(Store other, Progress start) {
        return new Transfer(source, other, start, saved::add, SILENT, new MutableClock(NOW)).run();
    }

    private List<Comparison> compare() {
        return new Verification(source, target, SILENT, NOW).run();
    }

    private Difference difference(Kind<?> feature) {
        return compare().stream()
                .filter(one -> one.feature().equals(feature))
                .findFirst()
                .flatMap(Comparison::difference)
                .orElseThrow();
    }

    private static AnswerRecord record(InvitationKey invitation, Channel channel) {
        return new AnswerRecord(invitation, 2, NOW, channel, Answer.NONE, Answer.NONE, Standing.NONE);
    }

    private static void requireSame(Store one, Store other) {
        assertThat(new Verification(one, other, SILENT, NOW).run()).allMatch(Comparison::same);
    }

    private static <T> void write(Store store, Kind<T> feature, List<T> things) {
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
