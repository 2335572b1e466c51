/**
 * The tables: their definitions, their check at the start, their migration, and where they are. Internal to this
 * module; tests of the deployment templates read the definitions.
 */
@NullMarked
package dev.rollcall.persistence.dynamodb.schema;

import org.jspecify.annotations.NullMarked;
