package dev.rollcall.scim.replay;

import dev.rollcall.activity.Call;
import dev.rollcall.activity.Entry;
import dev.rollcall.activity.Outcome;
import dev.rollcall.activity.Result;
import dev.rollcall.activity.Subject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of a call that was done again, or would come of it.
///
/// @param method of the call
/// @param path of the call
/// @param differences of what may be read; elements that are rows of their own, such as members, are only counted
/// @param activityId under which it is recorded; null where it is not, or will be in a moment
public record Performed(
        String method,
        String path,
        Outcome outcome,
        Subject subject,
        List<ValueDifference> differences,
        long membersAdded,
        long membersRemoved,
        @Nullable UUID activityId) {
    public Performed {
        differences = List.copyOf(differences);
    }

    static Performed of(Call call, Entry entry, List<ValueDifference> differences, @Nullable UUID activityId) {
        var difference = entry.difference();
        return new Performed(
                call.method(),
                call.path(),
                entry.outcome(),
                entry.subject(),
                differences,
                difference.membersAdded(),
                difference.membersRemoved(),
                activityId);
    }

    /// The same where nothing lasts: what would be recorded is not, and what would be added has no id yet.
    Performed rehearsed() {
        var id = outcome.result() == Result.CREATED ? null : subject.id();
        return new Performed(
                method,
                path,
                outcome,
                new Subject(subject.type(), id, subject.name(), null),
                differences,
                membersAdded,
                membersRemoved,
                null);
    }
}
