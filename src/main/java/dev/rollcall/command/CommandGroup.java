package dev.rollcall.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only has further ones below it.
@Command
abstract class CommandGroup implements Runnable {
    @Spec
    CommandSpec spec;

    final CommandLine command() {
        return spec.commandLine();
    }

    final PrintWriter out() {
        return command().getOut();
    }

    @Override
    public final void run() {
        throw new ParameterException(command(), "Which command below '" + spec.qualifiedName() + "'?");
    }
}
