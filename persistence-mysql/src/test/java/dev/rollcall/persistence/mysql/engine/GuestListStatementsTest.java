package dev.rollcall.persistence.mysql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.persistence.mysql.Proxies;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.persistence.mysql.rsvp.event.JooqEventRepository;
import dev.rollcall.persistence.mysql.rsvp.invitation.JooqInvitationRepository;
import dev.rollcall.persistence.mysql.rsvp.user.JooqUserRepository;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What writes to guest lists cost a database, counted in statements that are prepared, and in commits. */
final class GuestListStatementsTest {

    private static final int EVENTS = 50;

    @TempDir
    Path folder;

    /** The statements that were prepared, and the commits. */
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource
    void answersToFiftyEventsShouldTakeOneCommit(Backend backend) {
        StorageSettings settings = backend.fresh(folder);
        Stores.open(settings).close();
        try (Database database = open(Stores.location(settings), settings)) {
            JooqInvitationRepository invitations = new JooqInvitationRepository(database);
            User organizer = new JooqUserRepository(database).add(Fresh.user(Fresh.instant()));
            List<Event> events = new JooqEventRepository(database)
                            .addAll(Stream.generate(() -> Fresh.event(organizer.id(), Fresh.instant()))
                                    .limit(EVENTS)
                                    .toList())
                            .stream()
                            .map(Outcome::orThrow)
                            .toList();
            List<GuestListWrite> invite =
                    events.stream().map(GuestListStatementsTest::invite).toList();

            assertThat(statementsOf(invitations, invite))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("update events"),
                            second -> assertThat(second).startsWith("insert into invitations"),
                            third -> assertThat(third).startsWith("insert into outbox"),
                            last -> assertThat(last).isEqualTo("commit"));
            assertThat(statementsOf(
                            invitations,
                            invite.stream().map(GuestListStatementsTest::answer).toList()))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("update events"),
                            second -> assertThat(second).startsWith("update invitations"),
                            third -> assertThat(third).startsWith("insert into answers"),
                            fourth -> assertThat(fourth).startsWith("insert into outbox"),
                            last -> assertThat(last).isEqualTo("commit"));
        }
    }

    private List<String> statementsOf(JooqInvitationRepository invitations, List<GuestListWrite> steps) {
        statements.clear();
        assertThat(invitations.writeAll(steps)).hasSize(EVENTS).allMatch(Outcome.Success.class::isInstance);
        return List.copyOf(statements);
    }

    private static GuestListWrite invite(Event event) {
        return new GuestListWrite(
                next(event),
                List.of(Fresh.invitation(event.id(), Fresh.instant())),
                List.of(),
                List.of(),
                List.of(Fresh.message(event.id(), Fresh.instant())));
    }

    private static GuestListWrite answer(GuestListWrite invited) {
        Invitation before = invited.added().getFirst();
        Invitation answered = Invitations.answered(ParticipationStatus.DECLINED, before);
        return new GuestListWrite(
                next(invited.event().next()),
                List.of(),
                List.of(new Replacement<>(answered, before.revision())),
                List.of(Invitations.record(before, answered)),
                List.of(Fresh.message(before.key().event(), Fresh.instant())));
    }

    private static Replacement<Event> next(Event event) {
        return new Replacement<>(Events.with(event.details(), event), event.revision());
    }

    private Database open(Location real, StorageSettings settings) {
        Engine engine = Proxies.of(Engine.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                statements.add("commit");
            }
            return method.invoke(real.engine(), arguments);
        });
        Connections connections =
                new PooledConnections(Proxies.of(Location.class, (method, arguments) -> switch (method.getName()) {
                    case "engine" -> engine;
                    case "connect" -> counted(real.connect());
                    default -> method.invoke(real, arguments);
                }));
        return new Database(connections, new SchemaCheck(connections, false, settings.displayUrl()));
    }

    private Connection counted(Connection connection) {
        return Proxies.of(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
            }
            return method.invoke(connection, arguments);
        });
    }
}
