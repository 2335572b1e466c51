package dev.rollcall.http.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.crowd.Crowd.Guest;
import dev.rollcall.http.crowd.Crowd.Reply;
import dev.rollcall.http.process.Laps;
import dev.rollcall.http.process.Mail;
import dev.rollcall.http.process.MailFolders;
import dev.rollcall.http.process.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crowd answers at once, to all servers over one store, and half of it changes its mind at once. */
abstract class CrowdProof {

    private final Laps laps = new Laps();

    @TempDir
    Path folder;

    /** Says where the data lies. */
    abstract Map<String, String> environment(Path data);

    /** How many servers share the store. */
    int servers() {
        return 2;
    }

    @Test
    void aCrowdShouldShareTheSeatsThereAre() throws Exception {
        MailFolders mails = new MailFolders(folder);
        List<ServerProcess> running = new ArrayList<>();
        try {
            List<URI> servers = start(environment(folder), mails, running);
            laps.report(servers.size() + " servers");
            Crowd crowd = Crowd.invite(servers.getFirst());
            laps.report("invited");
            mails.await("invitation", Crowd.GUESTS);
            laps.report("mailed, by each server " + mails.shares());
            crowd.open(mails.read());

            Promotions promoted = answer(crowd, servers);

            mails.await("promoted", promoted.staying().size());
            for (ServerProcess server : running) {
                server.terminate();
                assertThat(server.exitCode()).as(server.said()).isZero();
                assertThat(server.said()).doesNotContain("WARN", "ERROR", "Exception");
            }
            List<Mail> written = mails.read();
            assertThat(written.stream().map(Mail::messageId)).doesNotHaveDuplicates();
            CrowdMail.assertEachHasTheirs(written, crowd.guests(), promoted.staying(), promoted.ever());
            laps.report("all");
        } finally {
            running.forEach(ServerProcess::close);
        }
    }

    /** The first one migrates before the others look. */
    private List<URI> start(Map<String, String> environment, MailFolders mails, List<ServerProcess> running)
            throws Exception {
        List<URI> urls = new ArrayList<>();
        while (urls.size() < servers()) {
            ServerProcess server = ServerProcess.start(folder, mails.next(environment), "--port", "0", "--migrate");
            running.add(server);
            urls.add(server.awaitUrl());
        }
        return urls;
    }

    /** Who got seats that came free, and has them still, and who got them at any time. */
    private record Promotions(List<Guest> staying, Set<Guest> ever) {}

    private Promotions answer(Crowd crowd, List<URI> servers) throws Exception {
        try (SeatWatch watch = new SeatWatch(crowd, servers)) {
            List<Reply> accepted = crowd.answer(servers, crowd.guests(), "accepted");
            laps.report(slowest("all accepted", accepted));
            Seating full = Seating.read(crowd, servers.getLast());
            full.assertCountsAreRight();
            full.assertAllAcceptedInTurn();
            full.assertAsTold(accepted);
            assertFirstComeFirstServed(accepted, full);

            List<Guest> leaving = crowd.guests().stream().filter(Guest::leaves).toList();
            List<Reply> declined = crowd.answer(servers, leaving, "declined");
            laps.report(slowest("half declined", declined));
            assertThat(declined).allSatisfy(Reply::json);
            Seating after = Seating.read(crowd, servers.getFirst());
            after.assertCountsAreRight();
            List<Guest> promoted = after.assertMovedUpSince(full);
            laps.report(promoted.size() + " promoted, seats looked at " + watch.stop() + " times");
            return new Promotions(promoted, Histories.assertNothingIsDoubled(crowd, servers.getFirst(), after));
        }
    }

    /** Whoever was told their place before another had asked is before the other. */
    private static void assertFirstComeFirstServed(List<Reply> replies, Seating seating) {
        List<Reply> queue = replies.stream()
                .filter(reply -> seating.position(reply.guest()) > 0)
                .sorted(Comparator.comparingInt(reply -> seating.position(reply.guest())))
                .toList();
        Reply latest = queue.getFirst();
        for (Reply reply : queue) {
            assertThat(reply.toldAt() - latest.sentAt())
                    .as(latest + " came after " + reply)
                    .isPositive();
            latest = reply.sentAt() - latest.sentAt() > 0 ? reply : latest;
        }
    }

    private static String slowest(String what, List<Reply> replies) {
        long nanos = replies.stream()
                .mapToLong(reply -> reply.toldAt() - reply.sentAt())
                .max()
                .orElse(0);
        return what + ", the slowest after " + Duration.ofNanos(nanos).toMillis() + " ms";
    }
}
