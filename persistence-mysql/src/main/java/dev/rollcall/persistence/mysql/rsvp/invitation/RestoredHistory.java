package dev.rollcall.persistence.mysql.rsvp.invitation;

import static dev.rollcall.persistence.mysql.schema.Tables.ANSWERS;

import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.persistence.mysql.table.RestoredTable;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Restoration;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Takes records of histories as they are in another store, within one transaction.
 *
 * @param dsl the transaction
 */
record RestoredHistory(DSLContext dsl) {

    private static final String RESOURCE = "answer";

    /** Stores a batch in which each key is given once. */
    List<Outcome<AnswerRecord>> restore(List<AnswerRecord> given) {
        Map<AnswerKey, AnswerRecord> present = new HashMap<>();
        for (List<AnswerRecord> chunk : Batches.chunks(given)) {
            AnswerRows.find(dsl, chunk.stream().map(AnswerRecord::key).toList())
                    .forEach(one -> present.put(one.key(), one));
        }
        List<AnswerRecord> absent =
                given.stream().filter(one -> !present.containsKey(one.key())).toList();
        List<Outcome<AnswerRecord>> inserted = Batches.insert(
                dsl,
                ANSWERS,
                absent,
                AnswerRows::row,
                chunk -> {},
                (one, error) -> RestoredTable.writtenMeanwhile(RESOURCE, one.key()));
        Map<AnswerKey, Outcome<AnswerRecord>> outcomes = new HashMap<>();
        present.forEach((key, one) -> outcomes.put(key, Outcome.success(one)));
        for (int i = 0; i < absent.size(); i++) {
            outcomes.put(absent.get(i).key(), inserted.get(i));
        }
        return given.stream()
                .map(one -> present.containsKey(one.key())
                        ? kept(one, Optional.ofNullable(present.get(one.key())))
                        : Objects.requireNonNull(outcomes.get(one.key())))
                .toList();
    }

    /** A record that is there stays, and where it is another than the one given, that is said. */
    private static Outcome<AnswerRecord> kept(AnswerRecord given, Optional<AnswerRecord> present) {
        return Outcome.of(() -> {
            boolean unused = Restoration.isNew(RESOURCE, given.key().toString(), given, present);
            return given;
        });
    }
}
