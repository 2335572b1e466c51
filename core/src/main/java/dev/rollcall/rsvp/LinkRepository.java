package dev.rollcall.rsvp;

import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Where the hashes of secret links are kept. Thread-safe. A method that throws has stored nothing, unless it says that the
 * outcome is unknown. Every method may throw {@link dev.rollcall.StoreUnavailableException} and {@link
 * dev.rollcall.StoreFailureException}.
 */
public interface LinkRepository {

    /**
     * Stores answer links. Storing one again changes nothing.
     *
     * @param links what to store; their hashes are random, so that no two meet
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
     * @param request which part
     * @return the page
     */
    Page<AnswerLink, String> list(PageRequest<String> request);

    /**
     * Stores secret links, each in place of the one of the same subject.
     *
     * @param links what to store, each subject once
     */
    void putAll(List<SecretLink> links);

    /**
     * Looks a secret link up.
     *
     * @param subject what it opens
     * @return the link; empty where there is none
     */
    Optional<SecretLink> findSecret(String subject);

    /**
     * Lists all secret links, in an order that is stable.
     *
     * @param request which part
     * @return the page
     */
    Page<SecretLink, String> listSecrets(PageRequest<String> request);
}
