package dev.rollcall.http;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The flags of a command line, laid over the variables of the environment that they stand for. */
final class Flags {

    private final Map<String, String> environment;
    private final Map<String, String> flagOfVariable = new HashMap<>();

    Flags(Map<String, String> environment) {
        this.environment = new HashMap<>(environment);
    }

    /** Lets a flag decide about a variable; one that was not given decides nothing. */
    Flags with(String flag, String variable, @Nullable String value) {
        if (value != null) {
            environment.put(variable, value);
            flagOfVariable.put(variable, flag);
        }
        return this;
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Returns a sentence for each fault of the settings, with the names under which they were given. */
    String explain(InvalidInputException invalid) {
        return invalid.violations().stream().map(this::sentence).collect(Collectors.joining(System.lineSeparator()));
    }

    private String sentence(Violation violation) {
        String name = flagOfVariable.getOrDefault(
                violation.place().toString(), violation.place().toString());
        String detail = violation.detail();
        String sentence =
                name.isEmpty() ? detail : detail.startsWith("must ") ? name + " " + detail : name + ": " + detail;
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
