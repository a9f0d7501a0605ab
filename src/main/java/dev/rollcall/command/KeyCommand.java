package dev.rollcall.command;

import dev.rollcall.envelope.Envelopes;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ServiceSecrets;
import dev.rollcall.token.SigningKeys;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `rollcall key`.
@Command(name = "key", description = "Manages the key that signs tokens.", mixinStandardHelpOptions = true)
class KeyCommand extends CommandGroup {
    private final SigningKeys keys;

    private final ServiceSecrets secrets;
    private final Envelopes envelopes;

    KeyCommand(SigningKeys keys, ServiceSecrets secrets, Envelopes envelopes) {
        this.keys = keys;
        this.secrets = secrets;
        this.envelopes = envelopes;
    }

    @Command(
            name = "rotate-encryption",
            description =
                    "Puts all secrets in the database under the key-encryption key that is configured now. The one"
                            + " before is to be given as a previous one until this is done.",
            mixinStandardHelpOptions = true)
    void rotateEncryption(@Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var keyId = envelopes
                .keyId()
                .orElseThrow(
                        () -> RefusedException.invalid(
                                "No key-encryption key is given. Set"
                                        + " rollcall.keys.encryption-key or rollcall.keys.encryption-key-location, and run this again."));
        var renewed = keys.renewEncryption() + secrets.renewEncryption();
        new Listing(List.of("encryptionKeyId", "renewed"), List.of(List.of(keyId, String.valueOf(renewed))))
                .print(out(), json);
    }

    @Command(
            name = "rotate",
            description = "Signs with a new key from now. Tokens of the old one stay valid.",
            mixinStandardHelpOptions = true)
    void rotate(@Option(names = "--json", description = "Answers in JSON.") boolean json) {
        new Listing(List.of("id"), List.of(List.of(keys.rotate()))).print(out(), json);
    }
}
