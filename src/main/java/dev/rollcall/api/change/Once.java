package dev.rollcall.api.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/// Does a request once, and gives its answer to whoever sends it again. A request that is refused has done nothing, and
/// nothing is kept of it: sent again, it is judged again.
@ApplicationScoped
class Once {
    private final KeptAnswers answers;
    private final ObjectMapper mapper;

    Once(KeptAnswers answers, ObjectMapper mapper) {
        this.answers = answers;
        this.mapper = mapper;
    }

    /// The answer to the request, be it done now or before; within a transaction.
    RestResponse<?> run(IdempotentRequest request, Supplier<Object> work) {
        return answers.find(request).orElseGet(() -> first(request, work)).answer();
    }

    private KeptAnswer first(IdempotentRequest request, Supplier<Object> work) {
        if (!(work.get() instanceof RestResponse<?> made)) {
            throw new IllegalStateException("A POST to the management API returns a RestResponse");
        }
        var answer = KeptAnswer.of(made, made.getEntity() == null ? null : json(made.getEntity()));
        answers.keep(request, answer);
        return answer;
    }

    private String json(Object entity) {
        try {
            return mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
