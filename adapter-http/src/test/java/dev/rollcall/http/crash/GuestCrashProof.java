package dev.rollcall.http.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.crowd.Crowd;
import dev.rollcall.http.crowd.Crowd.Guest;
import dev.rollcall.http.crowd.Crowd.Reply;
import dev.rollcall.http.crowd.CrowdMail;
import dev.rollcall.http.crowd.Histories;
import dev.rollcall.http.crowd.Seating;
import dev.rollcall.http.process.Laps;
import dev.rollcall.http.process.MailFolders;
import dev.rollcall.http.process.ServerProcess;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while it sends invitations, while a crowd accepts, and again while half of it declines: whoever was
 * told nothing answers again, and then everything is as if it had never been killed. The system property {@code
 * rollcall.crash.rounds} says how often all that happens.
 */
abstract class GuestCrashProof {

    private static final int ROUNDS = Integer.getInteger("rollcall.crash.rounds", 1);

    /** As many are worked on at once at most, and so are left to whoever comes when the lease of the killed server has ended. */
    private static final int LEASED = 20;

    private final Laps laps = new Laps();

    @TempDir
    Path folder;

    /** Says where the data lies. */
    abstract Map<String, String> environment(Path data);

    /** Whether other programs may send from the store while a server uses it. */
    boolean shared() {
        return true;
    }

    @Test
    void aKillShouldNeitherLoseNorDoubleAnything() throws Exception {
        Map<String, String> environment = environment(folder);
        for (int round = 1; round <= ROUNDS; round++) {
            MailFolders mails = new MailFolders(Files.createDirectory(folder.resolve("round-" + round)));
            Crowd crowd = killWhileInvitationsAreSent(environment, mails);
            List<Reply> accepted = killWhileAllAccept(environment, mails, crowd);
            killWhileHalfDecline(environment, mails, crowd, accepted);
            laps.report("round " + round + " ends, with mails by each " + mails.shares());
        }
    }

    private Crowd killWhileInvitationsAreSent(Map<String, String> environment, MailFolders mails) throws Exception {
        try (ServerProcess server = start(mails.next(environment), "--migrate")) {
            URI url = server.awaitUrl();
            laps.report("serving");
            Crowd crowd = Crowd.invite(url);
            laps.report("invited");
            mails.await("invitation", Crowd.GUESTS / 5);
            server.kill();
            assertThat(mails.count("invitation")).as("not in the middle").isLessThan(Crowd.GUESTS);
            return crowd;
        }
    }

    /** Gives what those were told whose answers were acknowledged. */
    private List<Reply> killWhileAllAccept(Map<String, String> environment, MailFolders mails, Crowd crowd)
            throws Exception {
        if (!shared()) {
            LaterDispatch.deliver(mails.next(environment));
        }
        try (ServerProcess server = start(mails.next(environment))) {
            URI url = server.awaitUrl();
            laps.report("serving again");
            mails.await("invitation", Crowd.GUESTS - LEASED);
            laps.report("almost all mailed");
            if (shared()) {
                LaterDispatch.deliver(mails.next(environment));
            }
            laps.report("all mailed");
            crowd.open(mails.read());
            return killWhileAnswering(crowd, crowd.guests(), "accepted", server, url);
        }
    }

    private void killWhileHalfDecline(
            Map<String, String> environment, MailFolders mails, Crowd crowd, List<Reply> accepted) throws Exception {
        List<Guest> leaving = crowd.guests().stream().filter(Guest::leaves).toList();
        List<Reply> declined;
        Seating full;
        try (ServerProcess server = start(mails.next(environment))) {
            URI url = server.awaitUrl();
            laps.report("serving for the third time");
            List<Reply> told = new ArrayList<>(accepted);
            told.addAll(crowd.answer(List.of(url), others(crowd.guests(), accepted), "accepted"));
            laps.report("all accepted");
            full = Seating.read(crowd, url);
            full.assertCountsAreRight();
            full.assertAsTold(told);
            full.assertAllAcceptedInTurn();
            declined = killWhileAnswering(crowd, leaving, "declined", server, url);
        }
        try (ServerProcess server = start(mails.next(environment))) {
            URI url = server.awaitUrl();
            laps.report("serving for the last time");
            assertThat(crowd.answer(List.of(url), others(leaving, declined), "declined"))
                    .allSatisfy(Reply::json);
            laps.report("half declined");
            Seating after = Seating.read(crowd, url);
            after.assertCountsAreRight();
            List<Guest> movedUp = after.assertMovedUpSince(full);
            Set<Guest> promoted = Histories.assertNothingIsDoubled(crowd, url, after);
            laps.report("all read");
            server.terminate();
            assertThat(server.exitCode()).as(server.said()).isZero();
            LaterDispatch.deliver(mails.next(environment));
            CrowdMail.assertEachHasTheirs(mails.read(), crowd.guests(), movedUp, promoted);
        }
    }

    private ServerProcess start(Map<String, String> environment, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--port", "0"));
        arguments.addAll(List.of(options));
        return ServerProcess.start(folder, environment, arguments.toArray(String[]::new));
    }

    /** Whoever was the last of the first quarter to be told kills the server. */
    private static List<Reply> killWhileAnswering(
            Crowd crowd, List<Guest> some, String response, ServerProcess server, URI url) {
        AtomicInteger told = new AtomicInteger();
        Queue<Reply> acknowledged = new ConcurrentLinkedQueue<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Guest guest : some) {
                clients.execute(() -> {
                    try {
                        Reply reply = crowd.answer(url, guest, response);
                        if (reply.isComplete()) {
                            acknowledged.add(reply);
                            if (told.incrementAndGet() == some.size() / 4) {
                                server.kill();
                            }
                        }
                    } catch (UncheckedIOException killed) {
                        // Was told nothing, and so answers again.
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
        assertThat(acknowledged).allSatisfy(Reply::json).hasSizeBetween(some.size() / 4, some.size() - 1);
        return List.copyOf(acknowledged);
    }

    /** Those of some who were told nothing. */
    private static List<Guest> others(List<Guest> some, List<Reply> acknowledged) {
        Set<Guest> told = acknowledged.stream().map(Reply::guest).collect(Collectors.toUnmodifiableSet());
        return some.stream().filter(guest -> !told.contains(guest)).toList();
    }
}
