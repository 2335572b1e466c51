/** The ports on DynamoDB, by the plain client of the AWS SDK. Its one public bundle is {@code DynamoDbStore}. */
@NullMarked
package dev.rollcall.persistence.dynamodb;

import org.jspecify.annotations.NullMarked;
