/** UUIDs on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.uuid;

import org.jspecify.annotations.NullMarked;
