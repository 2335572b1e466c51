/** Secret links and answer links on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.rsvp.link;

import org.jspecify.annotations.NullMarked;
