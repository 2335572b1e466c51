/** Users on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.rsvp.user;

import org.jspecify.annotations.NullMarked;
