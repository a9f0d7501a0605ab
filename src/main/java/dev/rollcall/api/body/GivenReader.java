package dev.rollcall.api.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Tells what is null from what is absent.
final class GivenReader extends StdDeserializer<Given<?>> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    private final JavaType value;

    GivenReader(JavaType value) {
        super(Given.class);
        this.value = value;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var type = property == null ? context.getContextualType() : property.getType();
        return new GivenReader(type.containedTypeCount() == 0 ? TypeFactory.unknownType() : type.containedType(0));
    }

    @Override
    public Given<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return new Given<>(context.readValue(parser, value));
    }

    @Override
    public Given<?> getNullValue(DeserializationContext context) {
        return new Given<>(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
