package dev.rollcall.api.body;

import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/// Asks {@link Names}.
public class PlainNameValidator implements ConstraintValidator<PlainName, String> {
    private String what = "this";

    @Override
    public void initialize(PlainName constraint) {
        what = constraint.of();
    }

    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
        if (name == null) {
            return true;
        }
        try {
            Names.checked(what, name);
            return true;
        } catch (RefusedException refused) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(String.valueOf(refused.getMessage()))
                    .addConstraintViolation();
            return false;
        }
    }
}
