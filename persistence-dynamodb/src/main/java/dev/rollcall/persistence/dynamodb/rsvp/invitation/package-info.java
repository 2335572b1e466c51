/** Invitations, answers and wait-lists on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import org.jspecify.annotations.NullMarked;
