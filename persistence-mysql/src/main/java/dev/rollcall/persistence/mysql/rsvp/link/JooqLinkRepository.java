package dev.rollcall.persistence.mysql.rsvp.link;

import static dev.rollcall.persistence.mysql.schema.Tables.ANSWER_LINKS;
import static dev.rollcall.persistence.mysql.schema.Tables.EVENTS;
import static dev.rollcall.persistence.mysql.schema.Tables.OWNER_LINKS;
import static dev.rollcall.persistence.mysql.schema.Tables.USERS;

import dev.rollcall.persistence.mysql.engine.Database;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.link.SecretLink;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Secret links on jOOQ. Thread-safe. */
public final class JooqLinkRepository implements LinkRepository {

    private final Database database;

    /**
     * The repository of a database.
     *
     * @param database the database; it stays open when this is no longer used
     */
    public JooqLinkRepository(Database database) {
        this.database = database;
    }

    @Override
    public void addAll(List<AnswerLink> links) {
        database.write(dsl -> {
            for (List<AnswerLink> chunk : Batches.chunks(links)) {
                dsl.insertInto(ANSWER_LINKS)
                        .set(chunk.stream().map(LinkRows::row).toList())
                        .onDuplicateKeyUpdate()
                        .set(ANSWER_LINKS.HASH, ANSWER_LINKS.HASH)
                        .execute();
            }
            return links;
        });
    }

    @Override
    public Optional<AnswerLink> find(String hash) {
        return database.read(dsl ->
                dsl.selectFrom(ANSWER_LINKS).where(ANSWER_LINKS.HASH.eq(hash)).fetchOptional(LinkRows::answerLink));
    }

    @Override
    public Page<AnswerLink, String> list(PageRequest<String> request) {
        List<AnswerLink> found = database.read(dsl -> dsl.selectFrom(ANSWER_LINKS)
                .where(request.after().map(ANSWER_LINKS.HASH::gt).orElseGet(DSL::noCondition))
                .orderBy(ANSWER_LINKS.HASH)
                .limit(request.limit() + 1)
                .fetch(LinkRows::answerLink));
        return Page.of(found, request.limit(), AnswerLink::hash);
    }

    @Override
    public List<Outcome<SecretLink>> putAll(List<SecretLink> links) {
        return database.write(dsl -> links.stream()
                .map(link -> Batches.constrained(
                        dsl, () -> put(dsl, link), ownerIsGone -> link.owner().missing()))
                .toList());
    }

    @Override
    public Optional<SecretLink> findSecret(LinkOwner owner) {
        return database.read(dsl -> dsl.selectFrom(OWNER_LINKS)
                .where(OWNER_LINKS.SUBJECT.eq(owner.subject()))
                .and(OWNER_LINKS.OWNER_CREATED_AT.eq(owner.createdAt()))
                .fetchOptional(LinkRows::secretLink));
    }

    @Override
    public Page<SecretLink, String> listSecrets(PageRequest<String> request) {
        List<SecretLink> found = database.read(dsl -> dsl.selectFrom(OWNER_LINKS)
                .where(request.after().map(OWNER_LINKS.SUBJECT::gt).orElseGet(DSL::noCondition))
                .orderBy(OWNER_LINKS.SUBJECT)
                .limit(request.limit() + 1)
                .fetch(LinkRows::secretLink));
        return Page.of(found, request.limit(), link -> link.owner().subject());
    }

    /**
     * That the owner exists to the end of the transaction is the foreign key's to say. An owner of the same id that comes in
     * between is another, and the link, which says when its own was created, does not open it.
     */
    private static SecretLink put(DSLContext dsl, SecretLink link) {
        if (!dsl.fetchExists(owner(link.owner()))) {
            throw link.owner().missing();
        }
        // Each by a statement of its own: what a row would have become has no name that all engines know.
        dsl.insertInto(OWNER_LINKS)
                .set(LinkRows.row(link))
                .onDuplicateKeyUpdate()
                .set(OWNER_LINKS.OWNER_CREATED_AT, link.owner().createdAt())
                .set(OWNER_LINKS.HASH, link.hash())
                .execute();
        return link;
    }

    private static Select<?> owner(LinkOwner owner) {
        return switch (owner.type()) {
            case USER ->
                DSL.selectOne()
                        .from(USERS)
                        .where(USERS.USER_ID.eq(owner.id()))
                        .and(USERS.CREATED_AT.eq(owner.createdAt()));
            case EVENT ->
                DSL.selectOne()
                        .from(EVENTS)
                        .where(EVENTS.EVENT_ID.eq(owner.id()))
                        .and(EVENTS.CREATED_AT.eq(owner.createdAt()));
        };
    }
}
