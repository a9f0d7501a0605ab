package dev.rollcall.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The right to run a server on a data directory; the operating system takes it back when the process ends,
/// however it ends.
final class DirectoryLock implements AutoCloseable {

    private final FileLock lock;
    private final Path ownerFile;

    private DirectoryLock(FileLock lock, Path ownerFile) {
        this.lock = lock;
        this.ownerFile = ownerFile;
    }

    /// Empty where this or another process holds it.
    static synchronized Optional<DirectoryLock> tryAcquire(Path lockFile, Path ownerFile) throws IOException {
        // POSIX drops a process' locks on a file when it closes any descriptor of it, so this process must not open
        // the file a second time while it holds the lock.
        if (owner(ownerFile).equals(thisProcess())) {
            return Optional.empty();
        }
        var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = lockOrClose(channel);
        if (lock == null) {
            return Optional.empty();
        }
        PrivateFiles.write(ownerFile, thisProcess());
        return Optional.of(new DirectoryLock(lock, ownerFile));
    }

    private static @Nullable FileLock lockOrClose(FileChannel channel) throws IOException {
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    /// Who holds the lock, for a message.
    static String holder(Path ownerFile) {
        var pid = owner(ownerFile).split(" ", 2)[0];
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(ownerFile);
            lock.acquiredBy().close();
        } catch (IOException _) {
            // The operating system releases it with the process; the directory may have been deleted meanwhile.
        }
    }

    private static String owner(Path ownerFile) {
        try {
            return Files.readString(ownerFile).strip();
        } catch (IOException _) {
            return "";
        }
    }

    /// With the start time: a restarted container gives the new process the old one's number.
    private static String thisProcess() {
        var process = ProcessHandle.current();
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }
}
