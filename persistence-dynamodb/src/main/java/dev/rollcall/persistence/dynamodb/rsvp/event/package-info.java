/** Events on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.rsvp.event;

import org.jspecify.annotations.NullMarked;
