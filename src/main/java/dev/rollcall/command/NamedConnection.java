package dev.rollcall.command;

import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The connection that a command is about, as it was named, and in which form it answers.
@NullUnmarked
class NamedConnection {
    static final String ORGANIZATION = "The organization's name or id.";

    @Parameters(index = "0", paramLabel = "ORGANIZATION", description = ORGANIZATION)
    String organization;

    @Parameters(index = "1", paramLabel = "CONNECTION", description = "The connection's name or id.")
    String connection;

    @Option(names = "--json", description = "Answers in JSON.")
    boolean json;
}
