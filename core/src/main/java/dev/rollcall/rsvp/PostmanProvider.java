package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import dev.rollcall.Violation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes postmen for some ways of sending, and the calendars in their letters. Found on the class path by {@link ServiceLoader}. */
public interface PostmanProvider {

    /**
     * Which ways it knows.
     *
     * @return what their URLs begin with, such as {@code smtp:}
     */
    Set<String> schemes();

    /**
     * Makes a postman.
     *
     * @param settings on which way
     * @return the postman; no server is asked before its first letter
     * @throws InvalidInputException where the settings can't be right
     */
    Postman open(MailSettings settings);

    /**
     * How calendars are written and read.
     *
     * @return the format
     */
    CalendarFormat calendars();

    /**
     * The provider for a way of sending, of those on the class path.
     *
     * @param settings which way
     * @return its provider
     * @throws InvalidInputException where no provider takes the URL; the message lists what is taken
     */
    static PostmanProvider forUrl(MailSettings settings) {
        List<PostmanProvider> providers = ServiceLoader.load(PostmanProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(provider -> provider.schemes().stream().anyMatch(settings.url()::startsWith))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(List.of(new Violation(
                        MailSettings.URL_VARIABLE,
                        "must be one of "
                                + providers.stream()
                                        .flatMap(provider -> provider.schemes().stream())
                                        .sorted()
                                        .map(scheme -> scheme + "…")
                                        .collect(Collectors.joining(", "))))));
    }
}
