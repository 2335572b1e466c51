package dev.rollcall.rsvp.link;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * The store of the hashes of secret links. Thread-safe. A method that throws has stored nothing, unless it says that the
 * outcome is unknown. Every method may throw {@link dev.rollcall.error.StoreUnavailableException} and {@link
 * dev.rollcall.error.StoreFailureException}.
 */
public interface LinkRepository {

    /**
     * Stores answer links. Storing one again changes nothing.
     *
     * @param links the links; their hashes are random, so that no two are the same
     */
    void addAll(List<AnswerLink> links);

    /**
     * Looks an answer link up.
     *
     * @param hash its token's hash
     * @return the link; empty where there is none
     */
    Optional<AnswerLink> find(String hash);

    /**
     * Lists all answer links, in an order that is stable.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<AnswerLink, String> list(PageRequest<String> request);

    /**
     * Stores secret links, each in place of the one of the same subject. Each whose owner does not exist fails alone with
     * {@link dev.rollcall.error.NotFoundException} of resource {@code user} or {@code event}; a user or event of the same id
     * that was created at another time is another owner. Whatever is written at the same time, a link is never stored without
     * its owner, and is removed in the transaction that removes its owner.
     *
     * @param links the links; where several have one subject, the last one is stored
     * @return what is stored now, item by item
     */
    List<Outcome<SecretLink>> putAll(List<SecretLink> links);

    /**
     * Looks a secret link up.
     *
     * @param owner the user or the event that the link opens
     * @return the link; empty where there is none, and where it is the link of another owner of the same id
     */
    Optional<SecretLink> findSecret(LinkOwner owner);

    /**
     * Lists all secret links, in an order that is stable.
     *
     * @param request the page, by {@link LinkOwner#subject}
     * @return the page
     */
    Page<SecretLink, String> listSecrets(PageRequest<String> request);
}
