package dev.rollcall.persistence.dynamodb.schema;

import java.util.function.BooleanSupplier;

/**
 * A change of one table.
 *
 * @param name the name for messages
 * @param command the same change by the AWS command line
 * @param needed whether the change is still needed
 * @param action asks DynamoDB for it
 */
record TableChange(String name, String command, BooleanSupplier needed, Runnable action) {}
