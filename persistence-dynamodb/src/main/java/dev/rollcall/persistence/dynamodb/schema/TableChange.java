package dev.rollcall.persistence.dynamodb.schema;

import java.util.function.BooleanSupplier;

/**
 * A change of one table.
 *
 * @param name what a person reads of it
 * @param command the same change by the AWS command line
 * @param needed whether it is to be made still
 * @param action asks DynamoDB for it
 */
record TableChange(String name, String command, BooleanSupplier needed, Runnable action) {}
