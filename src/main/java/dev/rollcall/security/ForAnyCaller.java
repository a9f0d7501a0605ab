package dev.rollcall.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Of a method of an endpoint that is for every caller, whatever the caller may do: it is about nothing but the caller.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForAnyCaller {}
