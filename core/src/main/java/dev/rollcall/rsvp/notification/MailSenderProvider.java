package dev.rollcall.rsvp.notification;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes mailSenders for some ways of sending, and the calendars in their notifications. Found on the class path by {@link
 * ServiceLoader}.
 */
public interface MailSenderProvider {

    /**
     * Returns the ways of sending mail that it knows.
     *
     * @return what their URLs begin with, such as {@code smtp:}
     */
    Set<String> schemes();

    /**
     * Makes a mailSender.
     *
     * @param settings the settings of the mail
     * @return the mailSender; no server is asked before its first notification
     * @throws InvalidInputException where the settings can't be right
     */
    MailSender open(MailSettings settings);

    /**
     * Returns the format of calendars.
     *
     * @return the format
     */
    CalendarFormat calendars();

    /**
     * The provider for a way of sending, of those on the class path.
     *
     * @param settings the settings of the mail
     * @return its provider
     * @throws InvalidInputException where no provider takes the URL; the message lists what is taken
     */
    static MailSenderProvider forUrl(MailSettings settings) {
        List<MailSenderProvider> providers = ServiceLoader.load(MailSenderProvider.class).stream()
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
