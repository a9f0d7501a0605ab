package dev.rollcall.api.change;

import dev.rollcall.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/// Does what a request asks as one transaction, and with an `Idempotency-Key` once. It is done so for every endpoint;
/// one that has to do something when the transaction has ended asks for it itself ({@link OutsideTransaction}).
@ApplicationScoped
public class AsOne {
    private final IdempotencyKeys keys;
    private final Once once;
    private final Transactions transactions;

    AsOne(IdempotencyKeys keys, Once once, Transactions transactions) {
        this.keys = keys;
        this.once = once;
        this.transactions = transactions;
    }

    /// The answer of the work, or that of the first time. The work keeps nothing of an earlier attempt.
    @SuppressWarnings("unchecked")
    public <T> RestResponse<T> run(Supplier<RestResponse<T>> work) {
        // A kept answer is the text of what it was made of.
        return (RestResponse<T>) whatever(work::get);
    }

    /// The answer of the work, whatever it is where no key is sent.
    Object whatever(Supplier<Object> work) {
        var idempotent = keys.current().orElse(null);
        return transactions.write(() -> idempotent == null ? work.get() : once.run(idempotent, work));
    }
}
