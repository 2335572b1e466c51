package dev.rollcall.persistence.mysql.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Rollcall;
import dev.rollcall.persistence.mysql.Stores;
import dev.rollcall.persistence.mysql.engine.mysql.StorageUser.Grant;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.PlainCalendars;
import dev.rollcall.testkit.api.RouterApiClient;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A function on MySQL that is logged in as its own user, who may do as much as it needs, and has to do all of it. It answers
 * every path, since some contracts offer one list's cursor to another; its grants keep it to its tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FunctionOfItsUser implements ApiUnderTest, AutoCloseable {

    private static final Pattern ACCESS = Pattern.compile("(from|join|into|update) ([a-z_]+)");

    private final StorageUser user;
    private final Set<String> tables;
    private final StorageSettings administrator;
    private final StorageSettings settings;
    private final Store store;
    private final Store granted;
    private final Rollcall rollcall;
    private final RollcallApi api;

    FunctionOfItsUser(StorageUser user, StorageSettings administrator, StorageSettings settings) {
        this.user = user;
        tables = tables(administrator);
        this.administrator = administrator;
        this.settings = settings;
        store = Stores.open(administrator);
        granted = Stores.open(settings);
        rollcall = Rollcall.over(granted, InstantSource.system());
        api = new RollcallApi(rollcall, ApiSettings.ANY_HOST, PlainCalendars::new);
    }

    @Override
    public ApiClient client() {
        return new RouterApiClient(api);
    }

    /** The tables past the user's grants, which hold for the function alone. */
    public Store store() {
        return store;
    }

    /** The tables as the function sees them. */
    public Store restricted() {
        return granted;
    }

    @Test
    void theFunctionShouldBeReady() {
        get("/health/ready").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 1 FROM %s", "INSERT INTO %s VALUES ()", "UPDATE %s SET revision = 1", "DELETE FROM %s"})
    void whatTheUserIsNotGrantedShouldBeRefused(String statement) {
        for (String table : tables) {
            if (!granted().getOrDefault(table, Set.of()).contains(statement.split(" ", 2)[0])) {
                refused(statement.formatted(table));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE mine (id INT)",
                "ALTER TABLE uuids ADD mine INT",
                "DROP TABLE numbers",
                "TRUNCATE TABLE guids",
                "SELECT 1 FROM mysql.user",
                "CREATE USER mine",
                "GRANT SELECT ON uuids TO rollcall_server"
            })
    void nobodyShouldChangeTheSchemaOrUsers(String statement) {
        refused(statement);
    }

    /** Of what the statements did that the server has seen of this user. */
    @AfterAll
    void whatTheUserIsGrantedShouldBeWhatWasUsed() throws SQLException {
        Map<String, Set<String>> used = new TreeMap<>();
        for (List<String> row : Stores.query(
                administrator,
                "SELECT DISTINCT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE command_type = 'Query'"
                        + " AND user_host LIKE '" + user.toString().replace("_", "\\_") + "[%'")) {
            // What the tests above say themselves begins in upper case, and so does the look at the schema.
            String statement = row.getFirst();
            if (statement.startsWith("SELECT ID FROM DATABASECHANGELOG ")) {
                used.computeIfAbsent("DATABASECHANGELOG", table -> new TreeSet<>())
                        .add("SELECT");
            }
            note(statement, used);
        }
        assertThat(used).isEqualTo(granted());
    }

    @AfterAll
    @Override
    public void close() {
        rollcall.close();
        store.close();
    }

    private void note(String statement, Map<String, Set<String>> used) {
        Matcher access = ACCESS.matcher(statement);
        while (access.find()) {
            String table = access.group(2);
            if (tables.contains(table)) {
                Set<String> privileges = used.computeIfAbsent(table, same -> new TreeSet<>());
                privileges.add(
                        switch (access.group(1)) {
                            case "into" -> "INSERT";
                            case "update" -> "UPDATE";
                            default -> statement.startsWith("delete") ? "DELETE" : "SELECT";
                        });
                if (statement.contains("on duplicate key update")) {
                    privileges.add("UPDATE");
                }
                boolean readsWhatItRemoves = statement.startsWith("delete") && statement.contains(" where ");
                boolean keepsAValue = statement.contains(" = " + table + ".");
                if (readsWhatItRemoves || keepsAValue) {
                    privileges.add("SELECT");
                }
            }
        }
    }

    /** Those that a server uses: whoever migrates locks the one that is left out. */
    private static Set<String> tables(StorageSettings administrator) {
        try {
            return Stores.query(administrator, "SHOW TABLES").stream()
                    .map(List::getFirst)
                    .filter(table -> !table.equals("DATABASECHANGELOGLOCK"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Set<String>> granted() {
        Map<String, Set<String>> granted = new TreeMap<>();
        for (Grant grant : user.grants()) {
            granted.put(
                    grant.table(),
                    new TreeSet<>(Arrays.asList(grant.privileges().split(", "))));
        }
        return granted;
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> Stores.run(settings, statement))
                .describedAs(statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getMessage().toLowerCase(Locale.ROOT))
                                .containsAnyOf("command denied", "access denied"));
    }
}
