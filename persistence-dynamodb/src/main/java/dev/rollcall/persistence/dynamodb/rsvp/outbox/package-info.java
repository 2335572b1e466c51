/** The transactional outbox on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.rsvp.outbox;

import org.jspecify.annotations.NullMarked;
