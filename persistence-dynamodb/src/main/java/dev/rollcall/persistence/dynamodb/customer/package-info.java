/** Customers on DynamoDB. Internal to this module. */
@NullMarked
package dev.rollcall.persistence.dynamodb.customer;

import org.jspecify.annotations.NullMarked;
