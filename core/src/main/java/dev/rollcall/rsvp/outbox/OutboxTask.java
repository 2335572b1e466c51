package dev.rollcall.rsvp.outbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a dispatcher does for a message of the outbox: it sends a notification of a kind, or it does a job. Names are unique
 * among both.
 */
public sealed interface OutboxTask permits NotificationKind, OutboxJob {

    /**
     * Returns the name, under which the task is stored.
     *
     * @return the name of the constant
     */
    String name();

    /**
     * Returns all tasks.
     *
     * @return the kinds of notifications, then the jobs
     */
    static List<OutboxTask> all() {
        return Stream.<OutboxTask>concat(Stream.of(NotificationKind.values()), Stream.of(OutboxJob.values()))
                .toList();
    }

    /**
     * Returns the task of a name.
     *
     * @param name the name
     * @return the task
     * @throws IllegalArgumentException where no task has the name
     */
    static OutboxTask named(String name) {
        return all().stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no task " + name));
    }
}
