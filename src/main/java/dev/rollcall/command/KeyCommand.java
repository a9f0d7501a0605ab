package dev.rollcall.command;

import dev.rollcall.token.SigningKeys;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `rollcall key`.
@Command(name = "key", description = "Manages the key that signs tokens.", mixinStandardHelpOptions = true)
class KeyCommand extends CommandGroup {
    private final SigningKeys keys;

    KeyCommand(SigningKeys keys) {
        this.keys = keys;
    }

    @Command(
            name = "rotate",
            description = "Signs with a new key from now. Tokens of the old one stay valid.",
            mixinStandardHelpOptions = true)
    void rotate(@Option(names = "--json", description = "Answers in JSON.") boolean json) {
        new Listing(List.of("id"), List.of(List.of(keys.rotate()))).print(out(), json);
    }
}
