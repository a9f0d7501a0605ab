package dev.rollcall.organization.domain;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a name server as a setting has it.
final class NameServer {
    private static final int PORT = 53;
    private static final int MOST_PORT = 65_535;
    private static final Pattern WITH_PORT =
            Pattern.compile("(?<host>[0-9.]+|\\[[0-9a-fA-F:.]+])(:(?<port>\\d{1,5}))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private NameServer() {}

    static Optional<InetSocketAddress> parse(String text) {
        var matched = WITH_PORT.matcher(
                IPV6.matcher(text).matches() && !WITH_PORT.matcher(text).matches() ? "[" + text + "]" : text);
        if (!matched.matches()) {
            return Optional.empty();
        }
        var port = matched.group("port") == null ? PORT : Integer.parseInt(matched.group("port"));
        if (port < 1 || port > MOST_PORT) {
            return Optional.empty();
        }
        try {
            var host = matched.group("host").replaceAll("[\\[\\]]", "");
            return Optional.of(new InetSocketAddress(InetAddress.ofLiteral(host), port));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
