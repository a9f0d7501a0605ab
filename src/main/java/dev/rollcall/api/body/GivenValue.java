package dev.rollcall.api.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/// Lets constraints stand at what a {@link Given} holds: `Given<@Size(max = 200) String>`.
@ApplicationScoped
class GivenValue implements ValueExtractor<Given<@ExtractedValue ?>> {

    @Override
    public void extractValues(Given<?> given, ValueReceiver receiver) {
        receiver.value(null, given.value());
    }
}
