/// The commands, called in this process.
@NullMarked
package dev.rollcall.command;

import org.jspecify.annotations.NullMarked;
