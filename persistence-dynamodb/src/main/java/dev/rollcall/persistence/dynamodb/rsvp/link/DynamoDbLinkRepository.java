package dev.rollcall.persistence.dynamodb.rsvp.link;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.schema.DynamoDbTable;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.DynamoDb;
import dev.rollcall.persistence.dynamodb.table.ItemList;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.TransactionWrites;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.SecretLink;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A link replaces the stored one, so that it does no harm to put it twice. */
public final class DynamoDbLinkRepository implements LinkRepository {

    private final ItemTable answerLinks;
    private final ItemTable secretLinks;
    private final ItemTable users;
    private final ItemTable events;
    private final ItemList<AnswerLink, String> allAnswerLinks;
    private final ItemList<SecretLink, String> allSecretLinks;

    /**
     * The links of one store.
     *
     * @param dynamoDb sends the requests
     * @param random makes tokens; strong and thread-safe
     */
    public DynamoDbLinkRepository(DynamoDb dynamoDb, RandomGenerator random) {
        answerLinks = new ItemTable(dynamoDb, DynamoDbTable.ANSWER_LINKS, random);
        secretLinks = new ItemTable(dynamoDb, DynamoDbTable.SECRET_LINKS, random);
        users = new ItemTable(dynamoDb, DynamoDbTable.USERS, random);
        events = new ItemTable(dynamoDb, DynamoDbTable.EVENTS, random);
        allAnswerLinks = new ItemList<>(
                answerLinks, items -> items.stream().map(LinkItems::answerLink).toList(), AnswerLink::hash);
        allSecretLinks = new ItemList<>(
                secretLinks,
                items -> items.stream().map(LinkItems::secretLink).toList(),
                link -> link.owner().subject());
    }

    @Override
    public void addAll(List<AnswerLink> links) {
        answerLinks.putEvery(links.stream().map(LinkItems::item).toList());
    }

    @Override
    public Optional<AnswerLink> find(String hash) {
        // DynamoDB refuses to look for an empty key, of which there is none.
        return hash.isEmpty()
                ? Optional.empty()
                : answerLinks.find(Attributes.text(hash)).map(LinkItems::answerLink);
    }

    @Override
    public Page<AnswerLink, String> list(PageRequest<String> request) {
        return allAnswerLinks.scan(request, Attributes::text);
    }

    @Override
    public List<Outcome<SecretLink>> putAll(List<SecretLink> links) {
        return secretLinks.dynamoDb().each(links, link -> link.owner().subject(), this::put);
    }

    @Override
    public Optional<SecretLink> findSecret(LinkOwner owner) {
        return secretLinks
                .find(LinkItems.key(owner))
                .map(LinkItems::secretLink)
                .filter(link -> link.owner().equals(owner));
    }

    @Override
    public Page<SecretLink, String> listSecrets(PageRequest<String> request) {
        return allSecretLinks.scan(request, Attributes::text);
    }

    /** In one transaction with a look at the owner, so that no link is stored behind the removal of its owner. */
    private SecretLink put(SecretLink link) {
        LinkOwner owner = link.owner();
        ItemTable owners = switch (owner.type()) {
            case USER -> users;
            case EVENT -> events;
        };
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                secretLinks.dynamoDb(),
                List.of(
                        TransactionWrites.check(
                                owners, Attributes.text(owner.id()), Expression.isCreated(owner.createdAt())),
                        TransactionWrites.put(
                                secretLinks, LinkItems.item(link), Expression.isAny(secretLinks.keyName()))));
        if (attempts.getFirst().isRefused()) {
            throw owner.missing();
        }
        return link;
    }
}
