package dev.rollcall.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Of an endpoint, or one method of it, that is for operators only: people are refused.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForOperators {
    /// Whether it is for operators of all organizations only.
    boolean ofAll() default false;
}
