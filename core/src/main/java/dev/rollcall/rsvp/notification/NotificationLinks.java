package dev.rollcall.rsvp.notification;

import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * The links in notifications. A notification that is tried again has the link of its first attempt, so that the store does not gather a link
 * for each attempt. The tokens of notifications that were not sent yet are kept in memory alone: stores know hashes. Thread-safe.
 */
final class NotificationLinks {

    /** More notifications than wait for another attempt in one process; of the others each attempt has a link of its own. */
    private static final int MAX_KEPT = 10_000;

    private final WriteLane<AnswerLink, AnswerLink> additions;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();

    /** The longest kept first. Guarded by the lock. */
    private final Map<MessageId, Kept> kept = new LinkedHashMap<>();

    NotificationLinks(LinkRepository links, GroupWriter writer, RandomGenerator random) {
        additions = writer.lane("links.add", Comparator.comparing(AnswerLink::hash), Repeat.SAFE, added -> {
            links.addAll(added);
            return added.stream().map(Outcome::success).toList();
        });
        this.random = random;
    }

    /** The link of a notification, and the generation for which it is good. */
    private record Kept(LinkToken token, int generation) {}

    /** The token of a notification's link, which the store knows. */
    LinkToken of(MessageId notification, Invitation invitation) {
        Kept link = kept(notification, invitation.links().generation());
        additions
                .writeAll(List.of(
                        new AnswerLink(link.token().hash(), invitation.key(), link.generation()),
                        new AnswerLink(invitation.links().replyToken().replyHash(), invitation.key(), 0)))
                .forEach(Outcome::orThrow);
        return link.token();
    }

    /** Forgets the token of a notification that is not tried again. */
    void forget(MessageId notification) {
        lock.lock();
        try {
            kept.remove(notification);
        } finally {
            lock.unlock();
        }
    }

    private Kept kept(MessageId notification, int generation) {
        lock.lock();
        try {
            Kept link = kept.get(notification);
            if (link == null || link.generation() != generation) {
                link = new Kept(LinkToken.random(random), generation);
                kept.put(notification, link);
            }
            if (kept.size() > MAX_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return link;
        } finally {
            lock.unlock();
        }
    }
}
