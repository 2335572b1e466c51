/** GUIDs on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.guid;

import org.jspecify.annotations.NullMarked;
