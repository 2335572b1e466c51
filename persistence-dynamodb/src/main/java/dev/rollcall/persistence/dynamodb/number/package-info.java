/** Numbers on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.number;

import org.jspecify.annotations.NullMarked;
