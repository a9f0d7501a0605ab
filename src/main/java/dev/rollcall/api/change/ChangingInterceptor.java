package dev.rollcall.api.change;

import dev.rollcall.sql.Transactions;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/// Runs what changes anything at an {@link ApiEndpoint}.
@ApiEndpoint
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class ChangingInterceptor {
    private final Sender sender;
    private final IdempotencyKeys keys;
    private final Once once;
    private final Transactions transactions;

    ChangingInterceptor(Sender sender, IdempotencyKeys keys, Once once, Transactions transactions) {
        this.sender = sender;
        this.keys = keys;
        this.once = once;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object run(InvocationContext method) throws Exception {
        if (sender.reads()) {
            return method.proceed();
        }
        if (method.getMethod().isAnnotationPresent(OutsideTransaction.class)) {
            return sender.author().during(() -> proceeded(method));
        }
        var idempotent = keys.current().orElse(null);
        return sender.author()
                .during(() -> transactions.write(
                        () -> idempotent == null ? proceeded(method) : once.run(idempotent, () -> proceeded(method))));
    }

    private static Object proceeded(InvocationContext method) {
        try {
            return method.proceed();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
