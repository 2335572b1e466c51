/** MySQL, Aurora MySQL and MariaDB: how they are connected, migrated and given users, and what their errors mean. Internal. */
@NullMarked
package dev.rollcall.persistence.mysql.engine.mysql;

import org.jspecify.annotations.NullMarked;
