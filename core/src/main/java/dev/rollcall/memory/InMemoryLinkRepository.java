package dev.rollcall.memory;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.SecretLink;
import dev.rollcall.rsvp.user.UserId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

final class InMemoryLinkRepository implements LinkRepository {

    private final ConcurrentSkipListMap<String, AnswerLink> answers = new ConcurrentSkipListMap<>();
    private final InMemoryRsvp rsvp;

    InMemoryLinkRepository(InMemoryRsvp rsvp) {
        this.rsvp = rsvp;
    }

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
    public List<Outcome<SecretLink>> putAll(List<SecretLink> links) {
        return links.stream()
                .map(link -> Outcome.of(() -> rsvp.exclusively(() -> put(link))))
                .toList();
    }

    @Override
    public Optional<SecretLink> findSecret(LinkOwner owner) {
        return Optional.ofNullable(rsvp.secrets.get(owner.subject()))
                .filter(link -> link.owner().equals(owner));
    }

    @Override
    public Page<SecretLink, String> listSecrets(PageRequest<String> request) {
        return page(rsvp.secrets, request, link -> link.owner().subject());
    }

    private SecretLink put(SecretLink link) {
        LinkOwner owner = link.owner();
        Optional<LinkOwner> present = switch (owner.type()) {
            case USER -> rsvp.users.find(new UserId(owner.id())).map(LinkOwner::of);
            case EVENT -> rsvp.events.find(new EventId(owner.id())).map(LinkOwner::of);
        };
        if (!present.equals(Optional.of(owner))) {
            throw owner.missing();
        }
        rsvp.secrets.put(owner.subject(), link);
        return link;
    }

    private static <T> Page<T, String> page(
            NavigableMap<String, T> links, PageRequest<String> request, Function<T, String> key) {
        NavigableMap<String, T> rest = request.after()
                .<NavigableMap<String, T>>map(after -> links.tailMap(after, false))
                .orElse(links);
        return Page.of(rest.values().stream().limit(request.limit() + 1L).toList(), request.limit(), key);
    }
}
