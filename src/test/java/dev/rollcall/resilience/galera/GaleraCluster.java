package dev.rollcall.resilience.galera;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Three MariaDB servers on this machine that are one Galera cluster, from the packages `mariadb-server`,
/// `mariadb-backup` and `galera-4`. They run on data directories below the one given and end with this process,
/// whatever becomes of the test.
public final class GaleraCluster implements AutoCloseable {
    /// How many nodes there are.
    public static final int SIZE = 3;

    private static final String NAME = "rollcall";

    private final List<GaleraNode> nodes;

    private GaleraCluster(List<GaleraNode> nodes) {
        this.nodes = nodes;
    }

    /// Makes the cluster and waits until every node serves.
    ///
    /// @param directory where the nodes' directories are made; it must exist
    public static GaleraCluster start(Path directory) {
        var nodes = IntStream.range(0, SIZE)
                .mapToObj(
                        i -> new GaleraNode(new NodeCommand(directory.resolve("node-" + i), NodeCommand.Ports.free())))
                .toList();
        var cluster = new GaleraCluster(nodes);
        try {
            cluster.create();
            cluster.begin();
            return cluster;
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    /// One node makes the tables and the account; the others begin with a copy, so that they need no transfer.
    private void create() throws IOException {
        for (var node : nodes) {
            Files.createDirectories(node.command().directory());
        }
        var first = nodes.getFirst();
        first.create();
        first.launch("", "--wsrep-new-cluster");
        first.execute(List.of(
                "CREATE DATABASE " + NAME + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
                "CREATE USER " + NAME + "@'127.0.0.1' IDENTIFIED BY '" + NAME + "'",
                "GRANT ALL ON *.* TO " + NAME + "@'127.0.0.1'"));
        first.stop();
        Files.delete(first.command().data().resolve("galera.cache"));
        for (var other : nodes.subList(1, SIZE)) {
            copy(first.command().data(), other.command().data());
        }
    }

    private void begin() {
        nodes.getFirst().launch(members(), "--wsrep-new-cluster");
        nodes.getFirst().awaitStatus("wsrep_ready", "ON");
        nodes.subList(1, SIZE).forEach(node -> node.launch(members()));
        awaitWhole();
    }

    /// Waits until every node takes part and serves.
    ///
    /// @throws AssertionError with a node's log if it does not come to that in time
    public void awaitWhole() {
        for (var node : nodes) {
            node.awaitStatus("wsrep_cluster_size", Integer.toString(SIZE));
            node.awaitStatus("wsrep_local_state_comment", "Synced");
            node.awaitStatus("wsrep_ready", "ON");
        }
    }

    /// Kills a node (SIGKILL).
    public void kill(int number) {
        nodes.get(number).kill();
    }

    /// Freezes a node (SIGSTOP).
    public void freeze(int number) {
        nodes.get(number).freeze();
    }

    /// Lets a frozen node go on (SIGCONT) and waits until every node serves again.
    public void thaw(int number) {
        nodes.get(number).thaw();
        awaitWhole();
    }

    /// Waits until a node knows that it has lost the majority.
    public void awaitMinority(int number) {
        nodes.get(number).awaitStatus("wsrep_cluster_status", "non-Primary");
    }

    /// Tells the one node that is left to go on without the others, as an operator does.
    public void goOnAlone(int number) {
        nodes.get(number).execute(List.of("SET GLOBAL wsrep_provider_options='pc.bootstrap=YES'"));
        nodes.get(number).awaitStatus("wsrep_ready", "ON");
    }

    /// Starts a node that was killed. It need not serve yet.
    public void launchAgain(int number) {
        nodes.get(number).launchAgain(members());
    }

    /// Starts a node that was killed and waits until every node serves again.
    public void startAgain(int number) {
        nodes.get(number).launchAgain(members());
        awaitWhole();
    }

    /// How many transactions have lost against one of another node, on the nodes that run, since each started.
    public long conflicts() {
        return nodes.stream()
                .filter(GaleraNode::isRunning)
                .flatMap(node -> Stream.of("wsrep_local_cert_failures", "wsrep_local_bf_aborts")
                        .map(node::status))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /// A URL that names every node, beginning with one: the driver takes the first that answers.
    public String jdbcUrl(int first) {
        var rotated = new ArrayList<>(nodes);
        Collections.rotate(rotated, -first);
        return rotated.stream()
                .map(node -> "127.0.0.1:" + node.command().ports().client())
                .collect(Collectors.joining(",", "jdbc:mariadb:sequential://", "/" + NAME));
    }

    /// The URL of one node alone.
    public String jdbcUrlOf(int number) {
        return nodes.get(number).jdbcUrl(NAME);
    }

    /// The account, which may do everything.
    public String user() {
        return NAME;
    }

    /// Its password.
    public String password() {
        return NAME;
    }

    private String members() {
        return nodes.stream().map(node -> node.command().ports().groupAddress()).collect(Collectors.joining(","));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Override
    public void close() {
        nodes.forEach(GaleraNode::close);
    }
}
