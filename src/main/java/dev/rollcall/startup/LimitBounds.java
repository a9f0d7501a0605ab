package dev.rollcall.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The limits of a room, checked in the constructor. One that cannot be kept stops the start: limits are
/// published, and clients and operators rely on them.
public abstract class LimitBounds implements StartCheck {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final List<String> problems = new ArrayList<>();

    protected LimitBounds() {}

    @Override
    public String title() {
        return "Limits that cannot be kept";
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// A number that has bounds.
    protected final void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            var rule = most == Integer.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
            problem(key + " is " + value + ": it is " + rule);
        }
    }

    /// A number that bounds something, unless it is 0.
    protected final void checkCount(String key, int value) {
        if (value < 0) {
            problem(key + " is " + value + ": it is 0, for any number, or more");
        }
    }

    /// A time that something may take.
    protected final void check(String key, Duration value) {
        if (value.compareTo(SHORTEST) < 0) {
            problem(key + " is " + value + ": it is a second or longer");
        }
    }

    /// Whatever else is wrong.
    protected final void problem(String sentence) {
        problems.add(sentence);
    }
}
