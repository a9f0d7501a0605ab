package dev.rollcall.audit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who makes a change, and from where. Whoever opens a door says so once, around all that is done there: {@link
/// #during}. What nobody has said anything about is done by the service itself.
///
/// @param id of the token, session or account; empty where there is none
/// @param name as people know the author: an e-mail, the name of a token, the account of the machine
/// @param address from which the request came; null where it came by no network
/// @param requestId of the request, as the log has it
public record Author(
        Kind kind,
        String id,
        String name,
        @Nullable String address,
        @Nullable String requestId) {

    private static final Author SERVICE = new Author(Kind.SERVICE, "", "Rollcall", null, null);
    private static final ScopedValue<Author> CURRENT = ScopedValue.newInstance();

    /// By which door the author came.
    public enum Kind {
        /// The back end of the product.
        OPERATOR,
        /// An org admin.
        PERSON,
        /// Somebody at the machine.
        COMMAND,
        /// Nobody: something was due.
        SERVICE
    }

    /// Who makes the changes of this thread now.
    public static Author current() {
        return CURRENT.orElse(SERVICE);
    }

    /// Does something as this author.
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
