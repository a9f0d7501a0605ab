package dev.rollcall.resilience.galera;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The command line of a node: nothing is read from the machine's own configuration.
///
/// @param directory its files; the name is the node's name
record NodeCommand(Path directory, Ports ports) {

    /// Where it listens, on the loopback interface: for clients, for the other nodes, and for the state that it
    /// takes over when it joins, the missing part or all of it.
    record Ports(int client, int group, int missing, int whole) {
        // Below the range from which the system takes the ports of outgoing connections: a node that comes back
        // after a while finds its own still free.
        private static final int LOWEST = 15_000;
        private static final int HIGHEST = 31_000;

        static Ports free() {
            var next = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            var free = new ArrayList<Integer>();
            while (free.size() < 4) {
                next++;
                if (isFree(next)) {
                    free.add(next);
                }
            }
            return new Ports(free.get(0), free.get(1), free.get(2), free.get(3));
        }

        private static boolean isFree(int port) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.isBound();
            } catch (IOException _) {
                return false;
            }
        }

        String groupAddress() {
            return "127.0.0.1:" + group;
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    /// Makes the server's own tables, with a root without a password.
    List<String> create() {
        return asRoot(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data(),
                "--skip-test-db",
                "--skip-name-resolve",
                "--auth-root-authentication-method=normal");
    }

    /// Runs the node.
    ///
    /// @param members the addresses of all nodes, with commas between
    List<String> serve(String members, String... options) {
        var command = asRoot(
                "/usr/sbin/mariadbd",
                "--no-defaults",
                "--datadir=" + data(),
                "--tmpdir=" + directory,
                "--pid-file=" + directory.resolve("pid"),
                "--bind-address=127.0.0.1",
                "--port=" + ports.client(),
                // Relative to the data: the path of a socket may have only 107 bytes.
                "--socket=mariadbd.sock",
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--performance-schema=OFF",
                "--max-connections=400",
                "--innodb-buffer-pool-size=64M",
                // The death of the process loses nothing; after that of a machine the other nodes know.
                "--innodb-flush-log-at-trx-commit=2",
                "--skip-log-bin",
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2");
        command.addAll(List.of(
                "--wsrep-on=ON",
                "--wsrep-provider=/usr/lib/galera/libgalera_smm.so",
                "--wsrep-cluster-name=rollcall",
                "--wsrep-cluster-address=gcomm://" + members,
                "--wsrep-node-name=" + directory.getFileName(),
                "--wsrep-node-address=" + ports.groupAddress(),
                "--wsrep-slave-threads=4",
                "--wsrep-sst-method=mariabackup",
                "--wsrep-sst-auth=root:",
                "--wsrep-sst-receive-address=127.0.0.1:" + ports.whole(),
                "--wsrep-provider-options=gmcast.listen_addr=tcp://" + ports.groupAddress() + ";base_port="
                        + ports.group() + ";ist.recv_addr=127.0.0.1:" + ports.missing()
                        // A node that comes back after a minute under load still gets what it missed, not a copy.
                        + ";gcache.size=512M"));
        command.addAll(List.of(options));
        return command;
    }

    private static List<String> asRoot(String... command) {
        var all = new ArrayList<>(List.of(command));
        if ("root".equals(System.getProperty("user.name"))) {
            all.add("--user=root");
        }
        return all;
    }
}
