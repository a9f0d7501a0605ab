/// The management commands: organizations, connections, tokens and keys, from the same executable that serves.
/// Start with {@link dev.rollcall.command.CommandApplication}.
@NullMarked
package dev.rollcall.command;

import org.jspecify.annotations.NullMarked;
