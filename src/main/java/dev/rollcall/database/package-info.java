/// The embedded MariaDB: finding its binaries, making its data directory, starting, sharing and stopping it.
/// Plain JDK: the service, a management command and a test start the same database in the same way. Whoever has
/// a database of their own needs nothing of this package.
@NullMarked
package dev.rollcall.database;

import org.jspecify.annotations.NullMarked;
