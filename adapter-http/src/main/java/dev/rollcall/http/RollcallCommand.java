package dev.rollcall.http;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** The whole command line. Whatever goes wrong is a sentence on the error output, not a stack trace. */
@Command(
        name = "rollcall",
        versionProvider = Version.class,
        customSynopsis = {
            "rollcall [serve] [OPTIONS]",
            "       rollcall migrate [--storage=URL] [--dry-run]",
            "       rollcall copy --from=URL --to=URL",
            "       rollcall export --from=URL --to=FILE",
            "       rollcall import --from=FILE --to=URL"
        },
        description = {"", "Serves UUIDs, GUIDs, users, events and invitations, customers and numbers over HTTP."},
        optionListHeading = "%nOptions of serve:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "A flag goes before the variable beside it, and that before the default. These",
            "variables have no flag, for anybody can read flags in the list of processes:",
            "",
            "  ROLLCALL_STORAGE_USER      whom to log in to the store as",
            "  ROLLCALL_STORAGE_PASSWORD  the password for that",
            "  ROLLCALL_MAIL              how mail is sent: smtp://HOST, ses:REGION,",
            "                             smtps://USER:PASSWORD@HOST, or file:FOLDER to",
            "                             look at it only (file:rollcall-data/mail)",
            "  ROLLCALL_MAIL_FROM         whom mail is from (rollcall@localhost)",
            "  ROLLCALL_PUBLIC_URL        where guests reach this server, for the links in",
            "                             mails (http://HOST:PORT)"
        })
final class RollcallCommand extends ServeCommand {

    private static final Logger LOG = System.getLogger(RollcallCommand.class.getName());

    private RollcallCommand(Flags flags, PrintWriter out) {
        super(flags, out);
    }

    /**
     * Runs a command line to its end.
     *
     * @return the exit code: 0, 1 for what failed, 2 for what was asked for wrongly
     */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        Flags flags = new Flags(environment);
        return new CommandLine(new RollcallCommand(flags, out))
                .addSubcommand(new ServeCommand(flags, out))
                .addSubcommand(new MigrateCommand(flags, out))
                .addSubcommand(new CopyCommand(flags, out))
                .addSubcommand(new ExportCommand(flags, out))
                .addSubcommand(new ImportCommand(flags, out))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((misuse, all) -> misused(misuse))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, flags, err))
                .execute(arguments);
    }

    private static int misused(ParameterException misuse) {
        misuse.getCommandLine().getErr().println(misuse.getMessage() + ". See: rollcall --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, Flags flags, PrintWriter err) {
        switch (failure) {
            case InvalidInputException invalid -> {
                err.println(flags.explain(invalid));
                return ExitCode.USAGE;
            }
            case RollcallException known -> err.println(known.detail());
            case IOException refused -> err.println(refused.getMessage());
            case UncheckedIOException refused -> err.println(refused.getMessage());
            default -> {
                LOG.log(Level.DEBUG, "Unexpected", LoggableError.of(failure));
                err.println("Rollcall failed in a way that it does not foresee: " + LoggableError.summary(failure)
                        + ". Please report it; -Dorg.slf4j.simpleLogger.defaultLogLevel=debug says more.");
            }
        }
        return ExitCode.SOFTWARE;
    }
}
