package dev.rollcall.memory;

import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.LinkRepository;
import dev.rollcall.rsvp.SecretLink;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

final class InMemoryLinkRepository implements LinkRepository {

    private final ConcurrentSkipListMap<String, AnswerLink> answers = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, SecretLink> secrets = new ConcurrentSkipListMap<>();

    @Override
    public void addAll(List<AnswerLink> links) {
        links.forEach(link -> answers.put(link.hash(), link));
    }

    @Override
    public Optional<AnswerLink> find(String hash) {
        return Optional.ofNullable(answers.get(hash));
    }

    @Override
    public Page<AnswerLink, String> list(PageRequest<String> request) {
        return page(answers, request, AnswerLink::hash);
    }

    @Override
    public void putAll(List<SecretLink> links) {
        links.forEach(link -> secrets.put(link.subject(), link));
    }

    @Override
    public Optional<SecretLink> findSecret(String subject) {
        return Optional.ofNullable(secrets.get(subject));
    }

    @Override
    public Page<SecretLink, String> listSecrets(PageRequest<String> request) {
        return page(secrets, request, SecretLink::subject);
    }

    private static <T> Page<T, String> page(
            NavigableMap<String, T> links, PageRequest<String> request, Function<T, String> key) {
        NavigableMap<String, T> rest = request.after()
                .<NavigableMap<String, T>>map(after -> links.tailMap(after, false))
                .orElse(links);
        return Page.of(rest.values().stream().limit(request.limit() + 1L).toList(), request.limit(), key);
    }
}
