package dev.rollcall.persistence.dynamodb;

import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import dev.rollcall.db.DynamoDbTable;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.LinkRepository;
import dev.rollcall.rsvp.SecretLink;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Links are put in place of whatever is there, so that it does no harm to put them twice. */
final class DynamoDbLinkRepository implements LinkRepository {

    private final ItemTable answerLinks;
    private final ItemTable secretLinks;
    private final ItemList<AnswerLink, String> allAnswerLinks;
    private final ItemList<SecretLink, String> allSecretLinks;

    DynamoDbLinkRepository(DynamoDb dynamoDb, RandomGenerator random) {
        answerLinks = new ItemTable(dynamoDb, DynamoDbTable.ANSWER_LINKS, random);
        secretLinks = new ItemTable(dynamoDb, DynamoDbTable.SECRET_LINKS, random);
        allAnswerLinks = new ItemList<>(
                answerLinks, items -> items.stream().map(LinkItems::answerLink).toList(), AnswerLink::hash);
        allSecretLinks = new ItemList<>(
                secretLinks, items -> items.stream().map(LinkItems::secretLink).toList(), SecretLink::subject);
    }

    @Override
    public void addAll(List<AnswerLink> links) {
        answerLinks.putEvery(links.stream().map(LinkItems::item).toList());
    }

    @Override
    public Optional<AnswerLink> find(String hash) {
        return find(answerLinks, hash).map(LinkItems::answerLink);
    }

    @Override
    public Page<AnswerLink, String> list(PageRequest<String> request) {
        return allAnswerLinks.scan(request, Attributes::text);
    }

    @Override
    public void putAll(List<SecretLink> links) {
        secretLinks.putEvery(links.stream().map(LinkItems::item).toList());
    }

    @Override
    public Optional<SecretLink> findSecret(String subject) {
        return find(secretLinks, subject).map(LinkItems::secretLink);
    }

    @Override
    public Page<SecretLink, String> listSecrets(PageRequest<String> request) {
        return allSecretLinks.scan(request, Attributes::text);
    }

    /** DynamoDB refuses to look for an empty key, of which there is none. */
    private static Optional<Item> find(ItemTable table, String key) {
        return key.isEmpty() ? Optional.empty() : table.find(Attributes.text(key));
    }
}
