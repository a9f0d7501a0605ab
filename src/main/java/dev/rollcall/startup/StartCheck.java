package dev.rollcall.startup;

import java.util.List;

/// What must be right before the service starts. Whoever owns the settings has a bean of this type; it is asked
/// once.
public interface StartCheck {

    /// What the problems have in common, as the title of their list. Checks may share one.
    String title();

    /// What is wrong, a sentence each; nothing if the list is empty.
    List<String> problems();

    /// What to do where the problems are to stay; empty where they cannot.
    default String advice() {
        return "";
    }
}
