package dev.rollcall.transfer.codec;

import dev.rollcall.error.ConflictException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Restoration;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.SecretLink;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Takes links as they are in another store. */
final class RestoredLinks {

    private static final String RESOURCE = "secret link";

    private RestoredLinks() {}

    /** Their hashes are random and they never change, so there is nothing that they could be in the way of. */
    static List<Outcome<AnswerLink>> restoreAnswerLinks(LinkRepository links, List<AnswerLink> given) {
        links.addAll(given);
        return given.stream().map(Outcome::success).toList();
    }

    /**
     * Nobody can tell which of two links of an owner is the later one, so the one that is here stays. A link is restored for the
     * owner it was made for, and for no other of the same id.
     */
    static List<Outcome<SecretLink>> restoreSecretLinks(LinkRepository links, List<SecretLink> given) {
        List<Outcome<Boolean>> needed = given.stream()
                .map(link -> Outcome.of(() -> isNeeded(links, link)))
                .toList();
        List<SecretLink> absent = IntStream.range(0, given.size())
                .filter(i -> needed.get(i).equals(Outcome.success(true)))
                .mapToObj(given::get)
                .toList();
        Iterator<Outcome<SecretLink>> stored = links.putAll(absent).iterator();
        return IntStream.range(0, given.size())
                .mapToObj(i -> needed.get(i).equals(Outcome.success(true))
                        ? stored.next()
                        : needed.get(i).map(here -> given.get(i)))
                .toList();
    }

    private static boolean isNeeded(LinkRepository links, SecretLink link) {
        LinkOwner owner = link.owner();
        if (owner.createdAt().equals(LinkOwner.UNKNOWN)) {
            throw new ConflictException(
                    RESOURCE,
                    owner.subject(),
                    "The secret link '" + owner.subject()
                            + "' was stored by an earlier version, which did not note whose it is. Make a new link.");
        }
        return Restoration.isNew(RESOURCE, owner.subject(), link, links.findSecret(owner));
    }
}
