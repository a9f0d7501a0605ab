package dev.rollcall.scim.schema.check;

import java.util.SequencedSet;

/// A place in a file, to which problems are reported.
record Place(String file, String path, SequencedSet<String> problems) {

    /// The top of a file.
    static Place of(String file, SequencedSet<String> problems) {
        return new Place(file, "$", problems);
    }

    Place member(String name) {
        return new Place(file, path + "." + name, problems);
    }

    Place element(int index) {
        return new Place(file, path + "[" + index + "]", problems);
    }

    void problem(String what) {
        problems.add(file + " " + path + ": " + what);
    }

    /// Reports `what` unless `condition` holds.
    ///
    /// @return the condition
    boolean require(boolean condition, String what) {
        if (!condition) {
            problem(what);
        }
        return condition;
    }
}
