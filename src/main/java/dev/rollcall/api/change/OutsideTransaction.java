package dev.rollcall.api.change;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Of a method of an {@link ApiEndpoint} that waits for others than the database, and must hold nothing of it
/// meanwhile, or goes on when its transaction has ended: the service that it calls has transactions of its own. Asking
/// again does no harm, or the method uses {@link AsOne}.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OutsideTransaction {}
