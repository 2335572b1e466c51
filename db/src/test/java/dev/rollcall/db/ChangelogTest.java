package dev.rollcall.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.MySQLDatabase;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

class ChangelogTest {

    /** What is read without Liquibase is what Liquibase reads. */
    @Test
    void idsShouldBeThoseThatLiquibaseSees() throws Exception {
        DatabaseChangeLog changelog = parsed();

        assertThat(changelog.getChangeSets()).map(ChangeSet::getId).isEqualTo(Changelog.ids());
        assertThat(changelog.getChangeSets()).map(ChangeSet::getAuthor).containsOnly(Changelog.AUTHOR);
    }

    /** The id alone is compared, so no two features may use the same. */
    @Test
    void idsShouldBeUnique() {
        assertThat(Changelog.ids()).doesNotHaveDuplicates();
    }

    /** MySQL commits every statement that changes the schema: two of them could be left half done. */
    @Test
    void everyChangeSetShouldMakeOneChange() throws Exception {
        assertThat(parsed().getChangeSets())
                .allSatisfy(changeSet -> assertThat(changeSet.getChanges()).hasSize(1));
    }

    private static DatabaseChangeLog parsed() throws Exception {
        ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
        return Scope.child(
                Map.of(Scope.Attr.logService.name(), new SilentLogService()),
                () -> ChangeLogParserFactory.getInstance()
                        .getParser("xml", resources)
                        .parse(Changelog.PATH, new ChangeLogParameters(new MySQLDatabase()), resources));
    }
}
