/**
 * Items, their attributes and expressions, and what requests to DynamoDB have in common: errors, repetition and running
 * many at once. Internal to this module.
 */
@NullMarked
package dev.rollcall.persistence.dynamodb.item;

import org.jspecify.annotations.NullMarked;
