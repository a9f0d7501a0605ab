package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;

/// The body of an answer: a value that is held, or one that is read while it is written since it may be larger
/// than what the service wants to hold.
public sealed interface Answer {

    /// What stands for the body in the answer to a HEAD request, of which only the headers are sent.
    static Answer none() {
        return new Streamed(_ -> {});
    }

    /// A value that is held.
    record Held(ScimValue.Complex value) implements Answer {}

    /// A value that is read while it is written.
    record Streamed(Content content) implements Answer {}

    /// Writes values as it comes by them.
    @FunctionalInterface
    interface Content {
        /// Writes the value, or the elements of the array, that is due.
        ///
        /// @throws IOException where the client takes no more
        /// @throws dev.rollcall.scim.error.ScimException what refuses the request, as long as nothing was
        /// written
        void writeTo(AnswerStream out) throws IOException;
    }

    /// Writes the value where one is due.
    default void writeTo(AnswerStream out) throws IOException {
        switch (this) {
            case Held(var value) -> out.value(value);
            case Streamed(var content) -> content.writeTo(out);
        }
    }
}
