package dev.rollcall.transfer;

import dev.rollcall.Outcome;
import dev.rollcall.Restoration;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.LinkRepository;
import dev.rollcall.rsvp.SecretLink;
import java.util.ArrayList;
import java.util.List;

/** Takes links as they are in another store. */
final class RestoredLinks {

    private RestoredLinks() {}

    /** Their hashes are random and they never change, so there is nothing that they could be in the way of. */
    static List<Outcome<AnswerLink>> restoreAnswerLinks(LinkRepository links, List<AnswerLink> given) {
        links.addAll(given);
        return given.stream().map(Outcome::success).toList();
    }

    /** Nobody can tell which of two links of a subject is the later one, so the one that is here stays. */
    static List<Outcome<SecretLink>> restoreSecretLinks(LinkRepository links, List<SecretLink> given) {
        List<SecretLink> absent = new ArrayList<>();
        List<Outcome<SecretLink>> outcomes = given.stream()
                .map(link -> Outcome.of(() -> {
                    if (Restoration.isNew("secret link", link.subject(), link, links.findSecret(link.subject()))) {
                        absent.add(link);
                    }
                    return link;
                }))
                .toList();
        links.putAll(absent);
        return outcomes;
    }
}
