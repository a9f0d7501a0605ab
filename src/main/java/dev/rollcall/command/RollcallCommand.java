package dev.rollcall.command;

import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The command above all others. By itself it does nothing: without arguments the executable serves.
@Command(
        name = "rollcall",
        description = "Without a command: serves SCIM. With a command: manages who may use it.",
        mixinStandardHelpOptions = true,
        versionProvider = RollcallCommand.Version.class)
final class RollcallCommand extends CommandGroup {

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "rollcall "
                        + ConfigProvider.getConfig()
                                .getOptionalValue("quarkus.application.version", String.class)
                                .orElse("")
            };
        }
    }
}
