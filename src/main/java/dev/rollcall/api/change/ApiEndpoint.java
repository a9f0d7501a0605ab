package dev.rollcall.api.change;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Of every endpoint class of the management API. Whatever a request to it changes is one transaction, begun again
/// from its beginning where another writer was in the way, with the caller as its {@link dev.rollcall.audit.Author}. A
/// method that changes anything returns a `RestResponse`, and keeps nothing of an earlier attempt.
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiEndpoint {}
