package dev.rollcall.http;

import dev.rollcall.InvalidInputException;
import dev.rollcall.RollcallException;
import dev.rollcall.storage.StorageSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The commands and what they take. Whatever goes wrong is a sentence on the error output, not a stack trace. */
@Command(
        name = "rollcall",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {"rollcall [serve] [OPTIONS]", "       rollcall migrate [--storage=URL] [--dry-run]"},
        description = {"", "Serves UUIDs, GUIDs, users and events, customers and numbers over HTTP."},
        optionListHeading = "%nOptions of serve:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "A flag goes before the variable beside it, and that before the default. Two",
            "variables have no flag, which anybody could read in the list of processes:",
            "ROLLCALL_STORAGE_USER and ROLLCALL_STORAGE_PASSWORD, the login to the store."
        })
final class CommandLineInterface implements Callable<Integer> {

    private final Flags flags;
    private final PrintWriter out;

    @Mixin
    ServeOptions options = new ServeOptions();

    private CommandLineInterface(Flags flags, PrintWriter out) {
        this.flags = flags;
        this.out = out;
    }

    /**
     * Runs a command line to its end.
     *
     * @return the exit code: 0, 1 for what failed, 2 for what was asked for wrongly
     */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        Flags flags = new Flags(environment);
        return new CommandLine(new CommandLineInterface(flags, out))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((misuse, all) -> misused(misuse))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, flags, err))
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return serve(options);
    }

    @Command(
            name = "serve",
            description = "Serves until it is stopped. What happens where no command is given.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    int serve(@Mixin ServeOptions given) throws IOException, InterruptedException {
        new Serving(given.settings(flags), out).run();
        return ExitCode.OK;
    }

    @Command(
            name = "migrate",
            description = "Brings the schema of a store up to date.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    int migrate(
            @Mixin StorageOptions given,
            @Option(names = "--dry-run", description = "Print the SQL that would run, and change nothing.")
                    boolean dryRun) {
        given.apply(flags);
        Migration migration = new Migration(StorageSettings.fromEnvironment(flags.environment()), out);
        if (dryRun) {
            migration.show();
        } else {
            migration.apply();
        }
        return ExitCode.OK;
    }

    private static int misused(ParameterException misuse) {
        CommandLine command = misuse.getCommandLine();
        command.getErr().println(misuse.getMessage() + ". See: rollcall --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, Flags flags, PrintWriter err) throws Exception {
        switch (failure) {
            case InvalidInputException invalid -> {
                err.println(flags.explain(invalid));
                return ExitCode.USAGE;
            }
            case RollcallException known -> err.println(known.detail());
            case IOException refused -> err.println(refused.getMessage());
            default -> throw failure;
        }
        return ExitCode.SOFTWARE;
    }
}
