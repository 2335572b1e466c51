package dev.rollcall.persistence.mysql;

import static dev.rollcall.persistence.mysql.schema.Tables.ANSWER_LINKS;
import static dev.rollcall.persistence.mysql.schema.Tables.SECRET_LINKS;

import dev.rollcall.Page;
import dev.rollcall.PageRequest;
import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.LinkRepository;
import dev.rollcall.rsvp.SecretLink;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

final class MysqlLinkRepository implements LinkRepository {

    private final Database database;

    MysqlLinkRepository(Database database) {
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
    public void putAll(List<SecretLink> links) {
        database.write(dsl -> {
            links.forEach(link -> put(dsl, link));
            return links;
        });
    }

    @Override
    public Optional<SecretLink> findSecret(String subject) {
        return database.read(dsl -> dsl.selectFrom(SECRET_LINKS)
                .where(SECRET_LINKS.SUBJECT.eq(subject))
                .fetchOptional(LinkRows::secretLink));
    }

    @Override
    public Page<SecretLink, String> listSecrets(PageRequest<String> request) {
        List<SecretLink> found = database.read(dsl -> dsl.selectFrom(SECRET_LINKS)
                .where(request.after().map(SECRET_LINKS.SUBJECT::gt).orElseGet(DSL::noCondition))
                .orderBy(SECRET_LINKS.SUBJECT)
                .limit(request.limit() + 1)
                .fetch(LinkRows::secretLink));
        return Page.of(found, request.limit(), SecretLink::subject);
    }

    /** Each by a statement of its own: what a row would have become has no name that all engines know. */
    private static void put(DSLContext dsl, SecretLink link) {
        dsl.insertInto(SECRET_LINKS)
                .set(LinkRows.row(link))
                .onDuplicateKeyUpdate()
                .set(SECRET_LINKS.HASH, link.hash())
                .execute();
    }
}
