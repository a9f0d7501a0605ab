package dev.rollcall.api.body;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A name that keeps the rule of {@link dev.rollcall.refusal.Names}.
@Constraint(validatedBy = PlainNameValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PlainName {
    /// What has the name, with its article.
    String of();

    /// Not used: the sentence says which part of the rule is broken.
    String message() default "";

    /// As Bean Validation wants it.
    Class<?>[] groups() default {};

    /// As Bean Validation wants it.
    Class<? extends Payload>[] payload() default {};
}
