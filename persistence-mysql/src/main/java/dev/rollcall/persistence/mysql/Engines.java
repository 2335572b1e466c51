package dev.rollcall.persistence.mysql;

import dev.rollcall.persistence.mysql.engine.Engine;
import dev.rollcall.persistence.mysql.engine.mysql.MysqlEngine;
import dev.rollcall.persistence.mysql.engine.sqlite.SqliteEngine;
import dev.rollcall.storage.StorageSettings;
import java.util.List;

/** The engines. Another engine is one more line here. */
final class Engines {

    private static final List<Engine> ALL = List.of(new MysqlEngine(), new SqliteEngine());

    private Engines() {}

    /** The URLs of all engines' databases, as they begin. */
    static List<String> schemes() {
        return ALL.stream().flatMap(engine -> engine.schemes().stream()).toList();
    }

    /** The engine of a database whose URL begins with one of the {@link #schemes}. */
    static Engine of(StorageSettings settings) {
        return ALL.stream()
                .filter(engine -> engine.schemes().stream().anyMatch(settings.url()::startsWith))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No engine takes " + settings.displayUrl()));
    }
}
