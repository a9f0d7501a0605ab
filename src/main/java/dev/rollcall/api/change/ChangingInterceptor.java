package dev.rollcall.api.change;

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
    private final AsOne asOne;

    ChangingInterceptor(Sender sender, AsOne asOne) {
        this.sender = sender;
        this.asOne = asOne;
    }

    @AroundInvoke
    Object run(InvocationContext method) throws Exception {
        if (sender.reads()) {
            return method.proceed();
        }
        if (method.getMethod().isAnnotationPresent(OutsideTransaction.class)) {
            return sender.author().during(() -> proceeded(method));
        }
        return sender.author().during(() -> asOne.whatever(() -> proceeded(method)));
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
