package dev.rollcall.sql;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Of a method that writes: it is one transaction of {@link Transactions}, or a part of the one that is running, and
/// begun again from its beginning where another writer was in the way. It must not keep anything of an earlier
/// attempt.
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Transacted {}
