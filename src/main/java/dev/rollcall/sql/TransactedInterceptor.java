package dev.rollcall.sql;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/// Runs what is {@link Transacted}.
@Transacted
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class TransactedInterceptor {
    private final Transactions transactions;

    TransactedInterceptor(Transactions transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object run(InvocationContext method) {
        return transactions.write(() -> proceeded(method));
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
