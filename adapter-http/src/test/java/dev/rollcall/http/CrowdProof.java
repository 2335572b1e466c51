package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.Crowd.Guest;
import dev.rollcall.http.Crowd.Reply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crowd answers at once, to two servers over one store, and half of it changes its mind at once. */
abstract class CrowdProof {

    @TempDir
    Path folder;

    /** Says where the data lies. */
    abstract Map<String, String> environment(Path data);

    @Test
    void aCrowdShouldShareTheSeatsThereAre() throws Exception {
        Map<String, String> environment = environment(folder);
        MailFolders mails = new MailFolders(folder);
        Laps laps = new Laps();
        try (ServerProcess one = ServerProcess.start(folder, mails.next(environment), "--port", "0", "--migrate")) {
            URI first = one.awaitUrl();
            try (ServerProcess other = ServerProcess.start(folder, mails.next(environment), "--port", "0")) {
                List<URI> servers = List.of(first, other.awaitUrl());
                laps.report("two servers");
                Crowd crowd = Crowd.invite(first);
                laps.report("invited");
                mails.await("invitation", Crowd.GUESTS);
                laps.report("mailed, by each server " + mails.shares());
                crowd.open(mails.read());

                Promotions promoted = answer(crowd, servers, laps);

                mails.await("promoted", promoted.staying().size());
                for (ServerProcess server : List.of(one, other)) {
                    server.terminate();
                    assertThat(server.exitCode(10)).as(server.said()).isZero();
                    assertThat(server.said()).doesNotContain("WARN", "ERROR", "Exception");
                }
                List<Mail> written = mails.read();
                assertThat(written.stream().map(Mail::messageId)).doesNotHaveDuplicates();
                Letters.assertEachHasTheirs(written, crowd.guests(), promoted.staying(), promoted.ever());
                laps.report("all");
            }
        }
    }

    /** Who got seats that came free, and has them still, and who got them at any time. */
    private record Promotions(List<Guest> staying, Set<Guest> ever) {}

    private static Promotions answer(Crowd crowd, List<URI> servers, Laps laps) throws Exception {
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
