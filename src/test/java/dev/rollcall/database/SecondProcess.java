package dev.rollcall.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A JVM of its own over the tests' class path that starts or attaches to a database and keeps it until it is
/// ended.
final class SecondProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private SecondProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static SecondProcess start(String mode, Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new SecondProcess(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondProcess.class.getName(),
                        mode,
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// What it said: `attached` or `owner`, and the URL; or the message of its failure.
    String answer() throws IOException {
        return String.valueOf(output.readLine());
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Asks it to end, and waits until its shutdown hooks have run.
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @SuppressWarnings("resource") // stopped by the launcher's own shutdown hook, which is what is tested
    public static void main(String[] arguments) throws InterruptedException {
        var directory = Path.of(arguments[1]);
        var options = TestOptions.kept();
        try {
            var database = arguments[0].equals("attach")
                    ? EmbeddedMariaDb.attachOrStart(directory, options)
                    : EmbeddedMariaDb.start(directory, options);
            Rows.insert(database, arguments[0]);
            System.out.println((database.attached() ? "attached " : "owner ") + database.jdbcUrl());
            Thread.currentThread().join();
        } catch (DatabaseStartException e) {
            System.out.println(e.getMessage());
        }
    }
}
