package dev.rollcall.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What came of a command: its exit code, and what it printed where.
record CommandRun(int exitCode, String out, String err) {

    /// Runs a command as the executable does.
    static CommandRun of(Commands commands, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = commands.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
