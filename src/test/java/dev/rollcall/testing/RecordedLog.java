package dev.rollcall.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Everything that this process logs while it is open, with the stack traces of what was thrown.
public final class RecordedLog extends Handler implements AutoCloseable {
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    /// Begins to record.
    public RecordedLog() {
        setLevel(Level.ALL);
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord event) {
        var text = new StringWriter();
        text.write(event.getLevel() + " " + event.getLoggerName() + " " + formatter.formatMessage(event) + "\n");
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        events.add(text.toString());
    }

    /// All of it so far.
    public String text() {
        return String.join("", events);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
