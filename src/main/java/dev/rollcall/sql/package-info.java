/// The database as every room uses it: statements, transactions that are begun again where another writer was in
/// the way, what a failure means, secrets that replicas share, identifiers as bytes. Start with {@link
/// dev.rollcall.sql.Transactions} to write and {@link dev.rollcall.sql.Sql} to read. Failures are neutral: whoever
/// answers words them.
@NullMarked
package dev.rollcall.sql;

import org.jspecify.annotations.NullMarked;
