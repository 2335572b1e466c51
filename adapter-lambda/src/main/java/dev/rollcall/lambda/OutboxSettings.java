package dev.rollcall.lambda;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.storage.StorageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings of a function that sends mail.
 *
 * @param storage the store that holds the outbox
 * @param mail the settings of the mail
 */
record OutboxSettings(StorageSettings storage, MailSettings mail) {

    /**
     * Reads the settings from variables. Those about mail have no defaults here: nobody looks for files on a function's disk,
     * and a function does not know where guests reach the API.
     *
     * @param environment the variables by name
     * @throws InvalidInputException where variables have values that they do not take, naming them all
     */
    static OutboxSettings fromEnvironment(Map<String, String> environment) {
        List<Violation> violations = new ArrayList<>();
        StorageSettings storage = InvalidInputException.collect(
                violations, () -> LambdaSettings.unmigrated(LambdaSettings.storage(environment)));
        require(violations, environment, MailSettings.URL_VARIABLE, "ses:eu-west-1 or smtps://user:password@host");
        require(violations, environment, MailSettings.FROM_VARIABLE, "rsvp@example.org");
        require(violations, environment, MailSettings.PUBLIC_URL_VARIABLE, "https://rollcall.example.org");
        if (storage == null || !violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        MailSettings mail = MailSettings.fromEnvironment(
                environment, environment.getOrDefault(MailSettings.PUBLIC_URL_VARIABLE, ""));
        if (mail.url().startsWith("file:")) {
            throw LambdaSettings.invalid(
                    MailSettings.URL_VARIABLE,
                    "must not be file: on Lambda, whose disk is gone with the function. Take ses:REGION, smtp: or smtps:");
        }
        return new OutboxSettings(storage, mail);
    }

    private static void require(
            List<Violation> violations, Map<String, String> environment, String variable, String example) {
        if (environment.getOrDefault(variable, "").isBlank()) {
            violations.add(new Violation(variable, "must be set on Lambda to send mail, such as to " + example));
        }
    }
}
